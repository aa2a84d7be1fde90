import { invalid } from '../graph/errors';
import { isJsonObject, type JsonObject } from '../json';
import type { StoredObject } from '../store';
import type { View } from './types';

/** More ads than this cannot be migrated through the API. */
const MAX_MIGRATED_ADS = 150;

const STATE_BY_OBJECTIVE: Record<string, string> = {
	APP_INSTALLS: 'ADVANTAGE_PLUS_APP',
	OUTCOME_APP_PROMOTION: 'ADVANTAGE_PLUS_APP',
	OUTCOME_LEADS: 'ADVANTAGE_PLUS_LEADS',
	OUTCOME_SALES: 'ADVANTAGE_PLUS_SALES',
};

const PLACEMENT_KEYS = [
	'publisher_platforms',
	'facebook_positions',
	'instagram_positions',
	'excluded_publisher_categories',
	'device_platforms',
];

/**
 * The computed Advantage+ state ("Advantage+ Campaign Experience for Sales, App, and Leads"): the
 * budget at the campaign, the audience left to the system in at least one ad set, no placements
 * restricted in any. One lever off turns the whole state off.
 */
export function advantageStateInfo(campaign: StoredObject, view: View): JsonObject {
	const adSets = view.env.store.children(campaign.id, 'adsets');
	const targetings = adSets.map(({ values }) =>
		isJsonObject(values.targeting) ? values.targeting : {},
	);
	const { daily_budget: daily, lifetime_budget: lifetime } = campaign.values;
	const isMigrated = campaign.values.smart_promotion_type === 'GUIDED_CREATION';
	const hasBudget = daily !== undefined || lifetime !== undefined || isMigrated;
	const hasAudience = targetings.some(isAutomaticAudience) || (isMigrated && adSets.length === 0);
	const hasPlacement = !targetings.some((targeting) =>
		PLACEMENT_KEYS.some((key) => key in targeting),
	);
	const state = STATE_BY_OBJECTIVE[String(campaign.values.objective)];
	const isOn = hasBudget && hasAudience && hasPlacement && state !== undefined;
	return {
		advantage_state: isOn ? state : 'DISABLED',
		advantage_budget_state: onOff(hasBudget),
		advantage_audience_state: onOff(hasAudience),
		advantage_placement_state: onOff(hasPlacement),
	};
}

/** What `smart_promotion_type` reads as: Advantage+ campaigns say GUIDED_CREATION. */
export function smartPromotionType(campaign: StoredObject, view: View): string | undefined {
	const stored = campaign.values.smart_promotion_type;
	if (typeof stored === 'string') return stored;
	const { advantage_state: state } = advantageStateInfo(campaign, view);
	return state === 'DISABLED' ? undefined : 'GUIDED_CREATION';
}

/** Throws unless the campaign may be moved into the Advantage+ structure. */
export function checkMigration(campaign: StoredObject, view: View, isCopy: boolean): void {
	const kind = campaign.values.smart_promotion_type;
	const blame = 'migrate_to_advantage_plus';
	if (kind !== 'AUTOMATED_SHOPPING_ADS' && kind !== 'SMART_APP_PROMOTION') {
		throw invalid('Only Advantage+ shopping and app campaigns can be migrated', blame);
	}
	if (isCopy && kind === 'SMART_APP_PROMOTION') {
		throw invalid('Advantage+ app campaigns can only be migrated, not copied', blame);
	}
	const { store } = view.env;
	const usesPercentage = store
		.children(campaign.id, 'adsets')
		.some(({ values }) => values.existing_customer_budget_percentage !== undefined);
	if (usesPercentage) {
		throw invalid('Campaigns using existing_customer_budget_percentage cannot be migrated', blame);
	}
	if (store.children(campaign.id, 'ads').length > MAX_MIGRATED_ADS) {
		throw invalid(`Campaigns with more than ${MAX_MIGRATED_ADS} ads cannot be migrated`, blame);
	}
}

function isAutomaticAudience(targeting: JsonObject): boolean {
	const automation = targeting.targeting_automation;
	if (isJsonObject(automation) && automation.advantage_audience === 1) return true;
	return Object.keys(targeting).every((key) => key === 'geo_locations');
}

function onOff(isOn: boolean): string {
	return isOn ? 'ENABLED' : 'DISABLED';
}
