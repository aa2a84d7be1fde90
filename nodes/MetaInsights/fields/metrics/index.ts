import { commonFirst } from '../choices';
import {
	actionsMetrics,
	instantExperienceMetrics,
	messagingMetrics,
	otherMetrics,
	resultsMetrics,
	roasMetrics,
} from './actions';
import { breakdownMetrics, skAdNetworkMetrics } from './breakdownValues';
import { collaborativeAdsMetrics, productMetrics } from './commerce';
import { auctionMetrics, clicksMetrics, deliveryMetrics, legacyMetrics } from './delivery';
import { objectMetrics } from './object';
import { videoMetrics } from './video';

/** What is reported on rather than measured: IDs, names, settings, dates, values of breakdowns. */
const described = [...objectMetrics, ...breakdownMetrics, ...productMetrics];
const postbackDetails = skAdNetworkMetrics.filter(({ value }) => !value.startsWith('total_'));

/** What most reports show. */
const COMMON = [
	'spend',
	'impressions',
	'reach',
	'frequency',
	'clicks',
	'inline_link_clicks',
	'ctr',
	'cpc',
	'cpm',
	'actions',
	'action_values',
	'cost_per_action_type',
	'purchase_roas',
	'campaign_name',
	'adset_name',
	'ad_name',
];

/**
 * All fields of a row (Ad Account Insights, Fields), and those that only other chapters name, such as
 * `video_thruplay_watched_actions`; the common ones first.
 */
export const metrics = commonFirst(
	[
		...described,
		...actionsMetrics,
		...auctionMetrics,
		...clicksMetrics,
		...collaborativeAdsMetrics,
		...deliveryMetrics,
		...instantExperienceMetrics,
		...messagingMetrics,
		...otherMetrics,
		...resultsMetrics,
		...roasMetrics,
		...skAdNetworkMetrics,
		...videoMetrics,
	],
	COMMON,
	legacyMetrics,
);

const describing = new Set([...described, ...postbackDetails].map(({ value }) => value));

/** Whether a field is a measured value rather than an ID, a name or a value of a breakdown. */
export function isMetric(field: string): boolean {
	return !describing.has(field);
}
