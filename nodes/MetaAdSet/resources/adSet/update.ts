import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { adSetId, byParentCampaign, parentCampaign } from '../../../shared/fields/adSet';
import { updateStatus } from '../../../shared/fields/status';
import { defineOperation } from '../../../shared/operation/define';
import { adSetFields, adSetName } from '../../fields';
import { targetingSpec } from '../../../shared/fields/targeting';
import { billingEvent, optimizationGoal } from '../../fields/goals';
import { updateRules } from './rules';

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
	fields: [adAccountOfObject(), adSetId(), optimizationGoal(), billingEvent(), targetingSpec()],
	additionalFields: [adSetName(), ...adSetFields(), parentCampaign(), updateStatus()],
	rules: updateRules,
	output: { kind: 'object', map: (body, { adset_id: id }) => ({ id: String(id), ...body }) },
});
