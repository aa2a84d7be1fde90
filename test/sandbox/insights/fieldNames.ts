import { documentedFields } from '../schema/documented';

/* Fields of a row by the shape of their values ("Ad Account, Insights, Fields"). */

const ROW = 'AdsInsights';

/** Texts, among them values of breakdowns. */
export const TEXT_FIELDS = documentedFields(ROW, 'string');

/** Numbers, written as text; those at the end stand only in prose and samples. */
export const NUMBER_FIELDS = [
	...documentedFields(ROW, 'numeric string'),
	'unique_clicks',
	'unique_ctr',
	'unique_inline_link_clicks',
	'unique_inline_link_click_ctr',
	'app_store_clicks',
	'newsfeed_clicks',
	'newsfeed_impressions',
	'newsfeed_avg_position',
	'relevance_score',
	'total_actions',
	'estimated_ad_recall_rate',
	'total_postbacks',
];

/** Lists of action types with their values; those at the end stand only in prose and samples. */
export const ACTION_FIELDS = [
	...documentedFields(ROW, 'list<AdsActionStats>'),
	'unique_actions',
	'video_thruplay_watched_actions',
	'video_avg_pct_watched_actions',
	'video_complete_watched_actions',
	'total_postbacks_detailed',
	'total_postbacks_detailed_v4',
];

export const RESULT_FIELDS = documentedFields(ROW, 'list<AdsInsightsResult>');
export const HISTOGRAM_FIELDS = documentedFields(ROW, 'list<AdsHistogramStats>');

/** Assets and comparisons. */
export const OBJECT_FIELDS = documentedFields(
	ROW,
	'AdAssetBody',
	'AdAssetDescription',
	'AdAssetImage',
	'AdAssetMedia',
	'AdAssetRule',
	'AdAssetTitle',
	'AdAssetVideo',
	'AdsInsightsComparison',
	'list<AdsInsightsDdaResult>',
);
