import { defineOperation } from '../../../shared/operation/define';
import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { campaignId } from '../../../shared/fields/campaign';

/** Ad Campaign Management; Manage Your Ad Object's Status. */
export const deleteCampaign = defineOperation({
	name: 'Delete',
	action: 'Delete a campaign',
	description: 'Delete a campaign permanently; its results can still be read by its ID',
	documents: ['metaCampaign.campaign.delete'],
	request: { method: 'DELETE', path: '/{campaign_id}' },
	fields: [adAccountOfObject(), campaignId()],
	output: {
		kind: 'object',
		map: (body, { campaign_id: id }) => ({ id: String(id), deleted: body.success === true }),
	},
});
