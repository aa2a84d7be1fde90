import { defineOperation } from '../../../shared/operation/define';
import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { campaignId, readableCampaign } from '../../../shared/fields/campaign';

/** Advantage+ Campaign Experience; Marketing API Reference, Campaign. */
export const get = defineOperation({
	name: 'Get',
	action: 'Get a campaign',
	description: 'Read a campaign',
	documents: ['metaCampaign.campaign.get'],
	request: { method: 'GET', path: '/{campaign_id}' },
	fields: [adAccountOfObject(), campaignId()],
	output: { kind: 'object', readable: readableCampaign },
});
