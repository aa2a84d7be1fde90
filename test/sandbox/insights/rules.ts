import { invalid } from '../graph/errors';
import { ASSET_BREAKDOWNS } from './dimensions';
import { ACTION_FIELDS, NUMBER_FIELDS } from './fieldNames';
import type { Condition } from './filters';
import type { Level } from './request';

/** Action breakdowns that most permutations can be joined with. */
const JOINED = ['action_target_id', 'action_destination'];

/** "Combining Breakdowns": `action_type` left out, since it is always implied; `*` can be joined. */
const PERMUTATIONS = [
	'*',
	'action_converted_product_id',
	'action_target_id*',
	'action_device*',
	'action_device impression_device*',
	'action_device publisher_platform*',
	'action_device publisher_platform impression_device*',
	'action_device publisher_platform platform_position*',
	'action_device publisher_platform platform_position impression_device*',
	'action_reaction',
	'age*',
	'gender*',
	'age gender*',
	'app_id skan_conversion_id',
	'country*',
	'region*',
	'publisher_platform*',
	'publisher_platform impression_device*',
	'publisher_platform platform_position*',
	'publisher_platform platform_position impression_device*',
	'product_id*',
	'hourly_stats_aggregated_by_advertiser_time_zone*',
	'hourly_stats_aggregated_by_audience_time_zone*',
	'action_carousel_card',
	'action_carousel_card impression_device',
	'action_carousel_card country',
	'action_carousel_card age',
	'action_carousel_card gender',
	'action_carousel_card age gender',
	// Carousel Ads, Insights.
	'action_carousel_card placement',
	'placement*',
	...ASSET_BREAKDOWNS.flatMap((asset) => [
		`${asset} age`,
		`${asset} gender`,
		`${asset} age gender`,
	]),
].map((line) => ({
	names: line.replace('*', '').split(' ').filter(Boolean),
	canBeJoined: line.endsWith('*'),
}));

/** These have no meaning of their own: "cannot be used by itself", or listed only with others. */
const NEVER_ALONE = new Set(['impression_device', 'platform_position']);

const HOURLY = /^hourly_stats_/;
const NEVER_BROKEN_DOWN = [
	'app_store_clicks',
	'newsfeed_avg_position',
	'newsfeed_clicks',
	'newsfeed_impressions',
	'relevance_score',
];

/** Metrics of "Dynamic Creative Breakdowns", and what follows from them. */
const ASSET_METRICS = new Set([
	'action_values',
	'actions',
	'clicks',
	'cost_per_action_type',
	'cpc',
	'cpm',
	'cpp',
	'ctr',
	'frequency',
	'impressions',
	'reach',
	'spend',
]);

const ONLY_WITH: Record<string, string[]> = {
	app_id: ['total_postbacks'],
	frequency_value: ['reach'],
	is_conversion_id_modeled: ['total_postbacks_detailed', 'total_postbacks_detailed_v4'],
	skan_campaign_id: ['total_postbacks_detailed', 'total_postbacks_detailed_v4'],
	skan_conversion_id: ['total_postbacks'],
};

const MMM_FIELDS = new Set([
	'account_id',
	'account_name',
	'adset_id',
	'adset_name',
	'campaign_id',
	'campaign_name',
	'date_start',
	'date_stop',
	'impressions',
	'spend',
]);

const MMM_FILTERS: Record<string, string[]> = {
	'adset.id': ['IN', 'NOT_IN'],
	'adset.name': ['CONTAIN', 'NOT_CONTAIN'],
	'campaign.id': ['IN', 'NOT_IN'],
	'campaign.name': ['CONTAIN', 'NOT_CONTAIN'],
	country: ['IN'],
	device_platform: ['IN'],
	dma: ['IN'],
	platform_position: ['IN'],
	publisher_platform: ['IN'],
	region: ['IN'],
};

/** What the rules look at. */
export interface Combination {
	objectType: string;
	/** As asked for; undefined when not. */
	level: Level | undefined;
	fields: readonly string[];
	breakdowns: readonly string[];
	actionBreakdowns: readonly string[];
	conditions: readonly Condition[];
	timeIncrement: number | string;
}

/**
 * Refuses what cannot be combined ("Insights API Breakdowns, Limitations", "Combining Breakdowns",
 * "Hourly Breakdowns", "Marketing Mix Modeling Breakdown on Insights API").
 * @throws GraphFault 100
 */
export function checkCombination(asked: Combination): void {
	const { breakdowns, actionBreakdowns, fields } = asked;
	if (breakdowns.includes('mmm')) return checkMmm(asked);
	checkPermutation(breakdowns, actionBreakdowns);
	if (
		actionBreakdowns.length > 0 &&
		fields.length > 0 &&
		!fields.some((field) => ACTION_FIELDS.includes(field))
	) {
		throw invalid('Include the field actions when action_breakdowns is specified', 'fields');
	}
	for (const breakdown of breakdowns) {
		const bad = fields.filter((field) => !isAllowed(field, breakdown));
		if (bad.length > 0) {
			throw invalid(
				`${bad.join(', ')} cannot be requested with the breakdown ${breakdown}`,
				'fields',
			);
		}
	}
	checkLevel(asked);
}

function checkPermutation(breakdowns: readonly string[], actionBreakdowns: readonly string[]) {
	const all = new Set(
		[...breakdowns, ...actionBreakdowns]
			.filter((name) => name !== 'action_type')
			.map((name) => (name.startsWith('action_carousel_card_') ? 'action_carousel_card' : name))
			.map((name) => name.replace(/^(matched_persona|user_persona|rule_set)_name$/, '$1_id')),
	);
	if (all.size === 1 && ![...all].some((name) => NEVER_ALONE.has(name))) return;
	const isListed = PERMUTATIONS.some(({ names, canBeJoined }) => {
		if (!names.every((name) => all.has(name))) return false;
		const others = [...all].filter((name) => !names.includes(name));
		return others.every((name) => canBeJoined && JOINED.includes(name));
	});
	if (isListed) return;
	const columns = [...new Set(['action_type', ...actionBreakdowns, ...breakdowns])].join(', ');
	throw invalid(
		`Current combination of data breakdown columns (${columns}) is invalid`,
		'breakdowns',
	);
}

function isAllowed(field: string, breakdown: string): boolean {
	if (NEVER_BROKEN_DOWN.includes(field)) return false;
	const isMetric = NUMBER_FIELDS.includes(field) || ACTION_FIELDS.includes(field);
	if (!isMetric || /_id$/.test(field)) return true;
	if (HOURLY.test(breakdown)) return !/^(unique_|video_)/.test(field);
	if (breakdown === 'region') return !/^video_(avg_time|p\d+)_watched_actions$/.test(field);
	if (breakdown === 'dma') {
		return field !== 'estimated_ad_recall_rate' && field !== 'video_thruplay_watched_actions';
	}
	if (ASSET_BREAKDOWNS.includes(breakdown)) return ASSET_METRICS.has(field);
	const only = ONLY_WITH[breakdown];
	return only === undefined || only.includes(field);
}

function checkLevel({ objectType, level, breakdowns, actionBreakdowns }: Combination): void {
	const isAccount = objectType === 'ad_account' && (level ?? 'account') === 'account';
	if (!isAccount) return;
	const never = ['image_asset', 'video_asset', 'place_page_id', 'action_converted_product_id'];
	const bad = [...breakdowns, ...actionBreakdowns].find((name) => never.includes(name));
	if (bad)
		throw invalid(`The breakdown ${bad} is not available at the ad account level`, 'breakdowns');
}

function checkMmm(asked: Combination): void {
	if (asked.breakdowns.length > 1 || asked.actionBreakdowns.length > 0) {
		throw invalid('The breakdown mmm cannot be combined with other breakdowns', 'breakdowns');
	}
	if (asked.level !== undefined && asked.level !== 'adset') {
		throw invalid('The breakdown mmm is available only with level=adset', 'level');
	}
	const bad = asked.fields.filter((field) => !MMM_FIELDS.has(field));
	if (bad.length > 0) throw invalid(`${bad.join(', ')} cannot be requested with mmm`, 'fields');
	if (asked.timeIncrement !== 1 && asked.timeIncrement !== 'all_days') {
		throw invalid('With the breakdown mmm time_increment can only be 1', 'time_increment');
	}
	for (const { level, field, operator } of asked.conditions) {
		const name = level === undefined ? field : `${level}.${field}`;
		if (!MMM_FILTERS[name]?.includes(operator)) {
			throw invalid(`Filtering ${name} with ${operator} is not supported with mmm`, 'filtering');
		}
	}
}
