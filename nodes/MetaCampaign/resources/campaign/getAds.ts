import { defineOperation } from '../../../shared/operation/define';
import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { campaignId } from '../../../shared/fields/campaign';
import { readableAd } from '../../../shared/fields/readable';
import { effectiveStatus } from '../../../shared/fields/status';

/** Manage Your Ad Object's Status; a filter with DELETED is refused there. */
const adStatuses = [
	'ACTIVE',
	'ARCHIVED',
	'CREDIT_CARD_NEEDED',
	'DISABLED',
	'PAUSED',
	'PENDING_PROCESS',
	'PENDING_REVIEW',
	'PREAPPROVED',
	'WITH_ISSUES',
];

export const getAds = defineOperation({
	name: 'Get Ads',
	action: 'Get the ads of a campaign',
	description: 'List the ads of a campaign',
	documents: ['metaCampaign.campaign.getAds'],
	request: { method: 'GET', path: '/{campaign_id}/ads' },
	fields: [adAccountOfObject(), campaignId()],
	additionalFields: [effectiveStatus(adStatuses)],
	output: { kind: 'list', readable: readableAd },
});
