import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { adSetId, byParentCampaign, parentCampaign } from '../../../shared/fields/adSet';
import { updateStatus } from '../../../shared/fields/status';
import { defineOperation } from '../../../shared/operation/define';
import { adSetFields, adSetName, targeting } from '../../fields';
import { billingEvent, optimizationGoal } from '../../fields/goals';
import { updateChecks } from './checks';

/** Advantage+ Shopping Campaigns, Updating; Manage Your Ad Object's Status. */
export const update = defineOperation({
	name: 'Update',
	action: 'Update an ad set',
	description: 'Change an ad set; what you leave out stays as it is',
	documents: ['metaAdSet.adSet.update'],
	// The same values set twice are the same values.
	request: {
		method: 'POST',
		path: '/{adset_id}',
		repeat: 'always',
		batchGroup: byParentCampaign,
	},
	fields: [adAccountOfObject(), adSetId(), optimizationGoal(), billingEvent(), targeting()],
	additionalFields: [adSetName(), ...adSetFields(), parentCampaign(), updateStatus()],
	checks: updateChecks,
	output: { kind: 'object', map: (body, { adset_id: id }) => ({ id: String(id), ...body }) },
});
