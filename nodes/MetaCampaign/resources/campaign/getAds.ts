import { defineOperation } from '../../../shared/operation/define';
import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { campaignId } from '../../../shared/fields/campaign';
import { readableAd } from '../../../shared/fields/readable';
import { adEffectiveStatuses, effectiveStatus } from '../../../shared/fields/status';

export const getAds = defineOperation({
	name: 'Get Ads',
	action: 'Get the ads of a campaign',
	description: 'List the ads of a campaign',
	documents: ['metaCampaign.campaign.getAds'],
	request: { method: 'GET', path: '/{campaign_id}/ads' },
	fields: [adAccountOfObject(), campaignId()],
	additionalFields: [effectiveStatus(adEffectiveStatuses)],
	output: { kind: 'list', readable: readableAd },
});
