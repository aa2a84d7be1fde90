import { UNKNOWN_GROUP } from '../graph/types';
import { objectId } from '../operation/fields';
import type { Values } from '../operation/types';
import { adSetKind, campaignKind } from './objectKinds';

/**
 * Group of writes to existing ad sets. A batch may not hold several ad sets of one campaign (Batch
 * Requests, Limitations), and which campaign an ad set belongs to only Meta and the user know.
 */
export function byParentCampaign({ parent_campaign_id: campaign }: Values): string {
	return campaign === undefined ? UNKNOWN_GROUP : String(campaign);
}

/** The campaign of the ad set, for `byParentCampaign`. */
export function parentCampaign() {
	return objectId('parent_campaign_id', campaignKind, {
		label: 'Campaign of the Ad Set',
		to: false,
		description:
			'For many items: ad sets of different campaigns then go in one HTTP request, instead of one by one. Give it for all items.',
	});
}

/** The ad set that a request is about: `/{adset_id}...`. */
export function adSetId() {
	return objectId('adset_id', adSetKind, {
		label: 'Ad Set',
		required: true,
		to: false,
		description: 'Ad set that the operation is about, by list, ID or address in Ads Manager',
	});
}
