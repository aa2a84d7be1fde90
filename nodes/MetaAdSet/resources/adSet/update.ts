import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { adSetId, byParentCampaign, parentCampaign } from '../../../shared/fields/adSet';
import { readableAdSet } from '../../../shared/fields/readable';
import { updateStatus } from '../../../shared/fields/status';
import { defineOperation } from '../../../shared/operation/define';
import { adSetFields, adSetName, changedAdSetFields } from '../../fields';
import { adSetPromotedObject } from '../../../shared/fields/promotedObject';
import { targetingSpec } from '../../../shared/fields/targeting';
import { billingEvent, destinationType, optimizationGoal } from '../../fields/goals';
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
	fields: [
		adAccountOfObject(),
		adSetId(),
		destinationType(),
		optimizationGoal(),
		billingEvent(),
		adSetPromotedObject(),
		targetingSpec(),
	],
	additionalFields: [
		...changedAdSetFields(),
		...adSetFields(),
		adSetName(),
		parentCampaign(),
		updateStatus(),
	],
	rules: updateRules,
	output: {
		kind: 'object',
		readable: readableAdSet,
		showsSent: true,
		map: (body, { adset_id: id }) => ({ id: String(id), ...body }),
	},
});
