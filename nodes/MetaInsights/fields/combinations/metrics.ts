import { intersection } from 'lodash';

import { assetBreakdowns, hourlyBreakdowns } from '../breakdowns';
import { isMetric } from '../metrics';
import type { Asked, CombinationRule } from './types';

/** A breakdown and the metrics that cannot come with it. */
interface Refusal {
	breakdowns: string[];
	refuses: RegExp;
	why: string;
	instead: string;
}

const ANY_BREAKDOWN = '*';

/**
 * Metrics that breakdowns rule out (Insights API Breakdowns: Unavailable fields, Off-Meta Action
 * Metrics, Notes, Hourly Breakdowns, Limitations).
 */
const REFUSALS: Refusal[] = [
	{
		breakdowns: [ANY_BREAKDOWN],
		refuses:
			/^(app_store_clicks|newsfeed_avg_position|newsfeed_clicks|relevance_score|newsfeed_impressions)$/,
		why: 'does not come with any breakdown',
		instead: 'ask for it in a report without breakdowns',
	},
	{
		breakdowns: hourlyBreakdowns,
		refuses: /^(unique_\w+|cost_per_unique_\w+|reach|frequency|cpp)$/,
		why: 'counts people, whom Meta does not tell apart by the hour',
		instead: 'leave it out, or take impressions and clicks',
	},
	{
		breakdowns: hourlyBreakdowns,
		refuses: /^video_/,
		why: 'does not come by the hour',
		instead: 'leave it out, or slice by day',
	},
	{
		breakdowns: ['region'],
		refuses: /^(video_p(25|50|75|95|100)_watched_actions|video_avg_time_watched_actions)$/,
		why: 'does not come by region',
		instead: 'leave it out, or break down by country',
	},
	{
		breakdowns: ['dma'],
		refuses: /^(estimated_ad_recall_rate|video_thruplay_watched_actions)$/,
		why: 'does not come by DMA',
		instead: 'leave it out, or break down by country',
	},
	{
		breakdowns: ['region', 'dma', ...hourlyBreakdowns],
		refuses:
			/^(conversions|conversion_values|cost_per_conversion|cost_per_unique_conversion|\w*purchase_roas|catalog_segment_\w+|converted_\w+)$/,
		why: 'counts what happens off Meta, which Meta does not give by region, DMA or hour',
		instead: 'break down by country, age or gender',
	},
];

/** Metrics that are the only ones to come with a breakdown (the same, and Ad Account Insights, Fields). */
const NEEDED: Array<{ breakdowns: string[]; metric: string }> = [
	{ breakdowns: ['app_id', 'skan_conversion_id'], metric: 'total_postbacks' },
	{
		breakdowns: ['skan_campaign_id', 'is_conversion_id_modeled'],
		metric: 'total_postbacks_detailed',
	},
	{
		breakdowns: [
			'coarse_conversion_value',
			'fidelity_type',
			'hsid',
			'postback_sequence_index',
			'redownload',
		],
		metric: 'total_postbacks_detailed_v4',
	},
	{ breakdowns: ['frequency_value'], metric: 'reach' },
];

/** All that comes with asset breakdowns (Notes; Multi-Language Ads, Insights: Build Your Query). */
const ASSET_METRICS = [
	'impressions',
	'clicks',
	'spend',
	'reach',
	'actions',
	'action_values',
	'ctr',
	'actions_per_impressions',
];

/** Lists by action, which action breakdowns group. */
const BY_ACTION =
	/action|conversion|^cost_per_(thruplay|15_sec|2_sec|outbound|ad_click|result)|_roas$|^outbound_|^video_|^website_ctr$|^catalog_segment|^converted_|results?$/;

export const noRefusedMetric: CombinationRule = ({ fields, breakdowns }) => {
	for (const { refuses, why, instead } of refusalsFor(breakdowns)) {
		const metric = fields.find((field) => refuses.test(nameOf(field)));
		if (metric)
			return { path: ['fields'], message: `cannot have ${metric} here: it ${why}; ${instead}` };
	}
	return undefined;
};

function refusalsFor(breakdowns: readonly string[]): Refusal[] {
	return REFUSALS.filter(
		({ breakdowns: concerned }) =>
			(breakdowns.length > 0 && concerned.includes(ANY_BREAKDOWN)) ||
			intersection(breakdowns, concerned).length > 0,
	);
}

/** Those of a preset's fields that come with the breakdowns; nobody asked for the others by name. */
export function fieldsThatCome(fields: readonly string[], breakdowns: readonly string[]): string[] {
	const needed = NEEDED.find(({ breakdowns: concerned }) => intersection(breakdowns, concerned)[0]);
	if (needed) return [needed.metric];
	const refusals = refusalsFor(breakdowns);
	const byAsset = intersection(breakdowns, assetBreakdowns).length > 0;
	return fields.filter(
		(field) =>
			!refusals.some(({ refuses }) => refuses.test(field)) &&
			!(byAsset && isMetric(field) && !ASSET_METRICS.includes(field)),
	);
}

export const neededMetric: CombinationRule = (asked) => {
	for (const { breakdowns: concerned, metric } of NEEDED) {
		const [breakdown] = intersection(asked.breakdowns, concerned);
		if (!breakdown) continue;
		const others = metricsOf(asked).filter((name) => name !== metric);
		if (others.length === 0 && asked.fields.includes(metric)) continue;
		const found = others.length > 0 ? ` (also asked for: ${others.join(', ')})` : '';
		return {
			path: ['fields'],
			message: `must be ${metric} for the breakdown ${breakdown}, which nothing else comes with${found}`,
		};
	}
	return undefined;
};

export const assetMetrics: CombinationRule = (asked) => {
	const [asset] = intersection(asked.breakdowns, assetBreakdowns);
	if (!asset) return undefined;
	const metric = metricsOf(asked).find((name) => !ASSET_METRICS.includes(name));
	return metric
		? {
				path: ['fields'],
				message: `cannot have ${metric} with the breakdown ${asset}. Nearest: ${ASSET_METRICS.join(', ')}`,
			}
		: undefined;
};

/** Action breakdowns group lists of actions (Ad Account Insights, Parameters: `action_breakdowns`). */
export const actionsForActionBreakdowns: CombinationRule = ({ fields, actionBreakdowns }) =>
	actionBreakdowns.length > 0 && !fields.some((field) => BY_ACTION.test(nameOf(field)))
		? {
				path: ['action_breakdowns'],
				message: 'need a field with actions to break down. Nearest: add actions to the fields',
			}
		: undefined;

/** Collaborative Ads, Insights: products exist below the level of ad accounts only. */
export const convertedProducts: CombinationRule = ({
	fields,
	actionBreakdowns,
	isAccountLevel,
}) => {
	const byProduct = actionBreakdowns.includes('action_converted_product_id');
	const metric = fields.find((field) => /^converted_product_(value|quantity)$/.test(field));
	if (metric && !byProduct) {
		return {
			path: ['fields'],
			message: `cannot have ${metric} without the action breakdown action_converted_product_id`,
		};
	}
	return byProduct && isAccountLevel
		? {
				path: ['action_breakdowns'],
				message:
					'cannot have action_converted_product_id at the level of ad accounts. Nearest: level campaign',
			}
		: undefined;
};

export const placesBelowAccount: CombinationRule = ({ breakdowns, isAccountLevel }) =>
	breakdowns.includes('place_page_id') && isAccountLevel
		? {
				path: ['breakdowns'],
				message: 'cannot have place_page_id at the level of ad accounts. Nearest: level campaign',
			}
		: undefined;

export const noPostbackFilters: CombinationRule = ({ filtering }) => {
	const filter = filtering.find(({ field }) => /^(app_id|skan_conversion_id)$/.test(field));
	return filter
		? {
				path: ['filtering'],
				message: `cannot be on ${filter.field}; break down by it and filter the rows afterwards`,
			}
		: undefined;
};

function metricsOf({ fields }: Asked): string[] {
	return fields.map(nameOf).filter(isMetric);
}

/** `actions` of `actions{...}` or `actions:link_click`. */
function nameOf(field: string): string {
	return field.split(/[{.(:]/, 1)[0];
}
