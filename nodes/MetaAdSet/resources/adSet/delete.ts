import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { adSetId, byParentCampaign, parentCampaign } from '../../../shared/fields/adSet';
import { defineOperation } from '../../../shared/operation/define';

/** Manage Your Ad Object's Status. */
export const deleteAdSet = defineOperation({
	name: 'Delete',
	action: 'Delete an ad set',
	description: 'Delete an ad set permanently; its results can still be read by its ID',
	documents: ['metaAdSet.adSet.delete'],
	request: { method: 'DELETE', path: '/{adset_id}', batchGroup: byParentCampaign },
	fields: [adAccountOfObject(), adSetId()],
	additionalFields: [parentCampaign()],
	output: {
		kind: 'object',
		map: (body, { adset_id: id }) => ({ id: String(id), deleted: body.success === true }),
	},
});
