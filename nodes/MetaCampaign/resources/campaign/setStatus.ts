import { campaignId } from '../../../shared/fields/campaign';
import { setStatus } from '../../../shared/fields/setStatus';

const campaign = { noun: 'a campaign', id: campaignId() };

/** Manage Your Ad Object's Status. */
export const activate = setStatus({
	...campaign,
	status: 'ACTIVE',
	verb: 'Activate',
	description: 'Let a campaign deliver again',
	documents: ['metaCampaign.campaign.update.resume'],
});

/** Ad Campaign Management. */
export const pause = setStatus({
	...campaign,
	status: 'PAUSED',
	verb: 'Pause',
	description: 'Stop delivery until the campaign is activated',
	documents: ['metaCampaign.campaign.update.pause'],
});

/** Manage Your Ad Object's Status. */
export const archive = setStatus({
	...campaign,
	status: 'ARCHIVED',
	verb: 'Archive',
	description: 'End delivery for good and keep the results',
	documents: ['metaCampaign.campaign.update.archive'],
});
