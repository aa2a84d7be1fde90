import { isJsonObject, type JsonObject } from '../json';
import type { StoredObject } from '../store';
import type { Rule } from './rules';
import type { Values, WriteCall } from './types';

/** An ad set as a call would leave it, and what its rules look at. */
export interface AdSetCase {
	call: WriteCall;
	/** All values after the call. */
	merged: Values;
	/** Values of the campaign, which may be made by the same call. */
	campaign: Values;
	/** Missing when the call makes the campaign. */
	campaignObject?: StoredObject;
	/** The ad set that is changed; missing when it is made. */
	adSet?: StoredObject;
	targeting: JsonObject;
	promoted: JsonObject;
	goal: string;
	objective: string;
	/** Start and end in UNIX seconds; an end of 0 stands for none. */
	start: number;
	end: number | undefined;
}

export type AdSetRule = Rule<AdSetCase>;

export function adSetCase(
	call: WriteCall,
	merged: Values,
	campaign: Values,
	objects: { campaignObject?: StoredObject; adSet?: StoredObject },
): AdSetCase {
	const { targeting, promoted_object: promoted, start_time: start, end_time: end } = merged;
	return {
		call,
		merged,
		campaign,
		...objects,
		targeting: isJsonObject(targeting) ? targeting : {},
		promoted: isJsonObject(promoted) ? promoted : {},
		goal: String(merged.optimization_goal),
		objective: String(campaign.objective),
		start: Number(start ?? call.now),
		end: Number(end ?? 0) > 0 ? Number(end) : undefined,
	};
}

/** Whether the budget is held by the campaign. */
export function hasCampaignBudget({ campaign }: AdSetCase): boolean {
	return campaign.daily_budget !== undefined || campaign.lifetime_budget !== undefined;
}

export function isReserved({ campaign }: AdSetCase): boolean {
	return campaign.buying_type === 'RESERVED';
}

/** An Advantage+ shopping campaign ("Advantage+ Shopping Campaigns"). */
export function isShopping({ campaign }: AdSetCase): boolean {
	return campaign.smart_promotion_type === 'AUTOMATED_SHOPPING_ADS';
}
