import { adSetId, byParentCampaign, parentCampaign } from '../../../shared/fields/adSet';
import { setStatus } from '../../../shared/fields/setStatus';

const adSet = {
	noun: 'an ad set',
	id: adSetId(),
	batchGroup: byParentCampaign,
	additionalFields: [parentCampaign()],
};

/** Advantage+ Shopping Campaigns, Updating. */
export const activate = setStatus({
	...adSet,
	status: 'ACTIVE',
	verb: 'Activate',
	description: 'Let an ad set deliver again',
	documents: ['metaAdSet.adSet.update.resume'],
});

/** Advantage+ Shopping Campaigns, Updating. */
export const pause = setStatus({
	...adSet,
	status: 'PAUSED',
	verb: 'Pause',
	description: 'Stop delivery until the ad set is activated',
	documents: ['metaAdSet.adSet.update.pause'],
});

/** Manage Your Ad Object's Status. */
export const archive = setStatus({
	...adSet,
	status: 'ARCHIVED',
	verb: 'Archive',
	description: 'End delivery for good and keep the results',
	documents: ['metaAdSet.adSet.update.archive'],
});
