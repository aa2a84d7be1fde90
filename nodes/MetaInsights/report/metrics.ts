import { namesIn, type Shape } from './shape';
import type { InsightsQuery } from './types';

/** IDs that tell whose row it is, by level. */
export const ID_OF_LEVEL = {
	account: 'account_id',
	campaign: 'campaign_id',
	adset: 'adset_id',
	ad: 'ad_id',
} as const;

/** What describes the object of a row: the same in each part of a report, and cheap. */
const ATTRIBUTES = new Set([
	'account_currency',
	'account_id',
	'account_name',
	'ad_id',
	'ad_name',
	'adset_id',
	'adset_name',
	'buying_type',
	'campaign_id',
	'campaign_name',
	'created_time',
	'objective',
	'optimization_goal',
	'updated_time',
]);

/** Members of a row that tell it from others although they may also be asked for as fields. */
const KEY_FIELDS = new Set([
	'account_id',
	'ad_id',
	'adset_id',
	'age',
	'campaign_id',
	'country',
	'creative_media_type',
	'date_start',
	'date_stop',
	'device_platform',
	'dma',
	'gender',
	'impression_device',
	'platform_position',
	'product_id',
	'publisher_platform',
	'region',
]);

/**
 * Counts of events and sums of money: each event lies on one day and belongs to one ad, so their
 * total is their sum. Everything else (people, averages, rates, costs, what is not described) is
 * not added up.
 */
const ADDITIVE = new Set([
	'action_values',
	'actions',
	'catalog_segment_actions',
	'catalog_segment_value',
	'clicks',
	'conversion_values',
	'conversions',
	'converted_product_quantity',
	'converted_product_value',
	'full_view_impressions',
	'impressions',
	'inline_link_clicks',
	'inline_post_engagement',
	'outbound_clicks',
	'social_spend',
	'spend',
	'video_30_sec_watched_actions',
	'video_continuous_2_sec_watched_actions',
	'video_p100_watched_actions',
	'video_p25_watched_actions',
	'video_p50_watched_actions',
	'video_p75_watched_actions',
	'video_p95_watched_actions',
	'video_play_actions',
	'video_thruplay_watched_actions',
]);

/** Metrics that come with reach (Limits and Best Practices). */
const REACH_FIELDS = ['reach', 'frequency', 'cpp'];

/** Windows that count people or model conversions: their numbers over days are not sums. */
const NOT_SUMMED_WINDOWS = /first_conversion|dda|skan|incrementality/;

/** Breakdowns by hour keep the hour in the dates of a row; by frequency they count people. */
const NOT_SUMMED_BREAKDOWNS = /^(hourly_|frequency_value|impression_view_time)/;

/** What Meta gives when no fields are named (Ad Account, Insights, Fields). */
const DEFAULT_FIELDS = ['impressions', 'spend'];

/** `actions` of `actions{...}` or `actions:link_click`. */
export function baseName(field: string): string {
	return field.split(/[{.(:]/, 1)[0].trim();
}

/** Whether the field only describes the object of a row. */
export function isAttribute(field: string): boolean {
	return ATTRIBUTES.has(baseName(field));
}

/** Whether the field is one that tells rows apart. */
export function isKeyField(field: string, breakdowns: readonly string[]): boolean {
	return KEY_FIELDS.has(baseName(field)) || breakdowns.includes(baseName(field));
}

/** The fields of a query that hold values: neither attributes nor parts of the key. */
export function metricsOf({ fields = DEFAULT_FIELDS, breakdowns }: Shape): string[] {
	return fields.filter((field) => !isAttribute(field) && !isKeyField(field, breakdowns));
}

/** The metrics whose total over several ranges is not the sum of theirs; empty: all add up. */
export function unsummable({ parameters }: InsightsQuery, shape: Shape): string[] {
	const windows = namesIn(parameters.action_attribution_windows);
	const isOdd =
		windows.some((window) => NOT_SUMMED_WINDOWS.test(window)) ||
		shape.breakdowns.some((breakdown) => NOT_SUMMED_BREAKDOWNS.test(breakdown));
	return metricsOf(shape).filter((metric) => isOdd || !isAdditive(metric));
}

/** Whether the sum over days is the total, as long as windows and breakdowns are ordinary. */
export function isAdditive(field: string): boolean {
	return ADDITIVE.has(field);
}

export function asksForReach({ fields = [] }: Shape): boolean {
	return fields.some((field) => REACH_FIELDS.includes(baseName(field)));
}
