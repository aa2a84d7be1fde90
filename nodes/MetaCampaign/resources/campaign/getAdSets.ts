import { defineOperation } from '../../../shared/operation/define';
import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { campaignEffectiveStatuses, campaignId } from '../../../shared/fields/campaign';
import { readableAdSet } from '../../../shared/fields/readable';
import { effectiveStatus } from '../../../shared/fields/status';

/** Marketing API Reference, Campaign edges. */
export const getAdSets = defineOperation({
	name: 'Get Ad Sets',
	action: 'Get the ad sets of a campaign',
	description: 'List the ad sets of a campaign',
	documents: ['metaCampaign.campaign.getAdSets'],
	request: { method: 'GET', path: '/{campaign_id}/adsets' },
	fields: [adAccountOfObject(), campaignId()],
	additionalFields: [effectiveStatus(campaignEffectiveStatuses)],
	output: { kind: 'list', readable: readableAdSet },
});
