/** What a report preset stands for; each part gives way to what the form says itself. */
interface Preset {
	name: string;
	description: string;
	fields: string[];
	level?: string;
	breakdowns?: string[];
	timeIncrement?: number;
}

const NAMES = ['campaign_id', 'campaign_name', 'adset_id', 'adset_name', 'ad_id', 'ad_name'];

const NAMES_DOWN_TO: Record<string, number> = { campaign: 2, adset: 4, ad: 6 };

/** IDs and names as far down as a level has them; none for an ad account. */
export function namesDownTo(level: string): string[] {
	return NAMES.slice(0, NAMES_DOWN_TO[level] ?? 0);
}

const VIDEO = [
	'video_play_actions',
	'video_continuous_2_sec_watched_actions',
	'video_thruplay_watched_actions',
	'cost_per_thruplay',
	'video_p25_watched_actions',
	'video_p50_watched_actions',
	'video_p75_watched_actions',
	'video_p95_watched_actions',
	'video_p100_watched_actions',
	'video_avg_time_watched_actions',
];

/** Starting points for the reports that people need most. */
export const presets: Record<string, Preset> = {
	performance: {
		name: 'Performance',
		description: 'Results, reach, clicks and cost',
		fields: [
			'impressions',
			'reach',
			'frequency',
			'clicks',
			'ctr',
			'cpc',
			'cpm',
			'spend',
			'actions',
			'cost_per_action_type',
		],
	},
	delivery: {
		name: 'Delivery',
		description: 'How ad sets deliver, per day',
		fields: ['impressions', 'reach', 'frequency', 'spend', 'cpm', 'cpp', 'optimization_goal'],
		level: 'adset',
		timeIncrement: 1,
	},
	creatives: {
		name: 'Creatives',
		description: 'How each ad does',
		fields: [
			'impressions',
			'reach',
			'frequency',
			'clicks',
			'ctr',
			'inline_link_clicks',
			'inline_link_click_ctr',
			'spend',
			'actions',
			'cost_per_action_type',
		],
		level: 'ad',
	},
	video: {
		name: 'Video',
		description: 'Plays and how long people watch, per ad',
		fields: ['impressions', 'spend', ...VIDEO],
		level: 'ad',
	},
	conversions: {
		name: 'Conversions and ROAS',
		description: 'Conversions, their value and the return on ad spend, per campaign',
		fields: [
			'impressions',
			'clicks',
			'spend',
			'actions',
			'action_values',
			'conversions',
			'cost_per_action_type',
			'purchase_roas',
			'website_purchase_roas',
			'mobile_app_purchase_roas',
		],
		level: 'campaign',
	},
	placements: {
		name: 'Placements',
		description: 'Platforms and positions',
		fields: ['impressions', 'reach', 'clicks', 'ctr', 'cpc', 'cpm', 'spend', 'actions'],
		breakdowns: ['publisher_platform', 'platform_position'],
	},
	hourly: {
		name: 'Hourly',
		description: "Hours of the day in the ad account's time zone",
		fields: ['impressions', 'clicks', 'ctr', 'cpc', 'cpm', 'spend'],
		breakdowns: ['hourly_stats_aggregated_by_advertiser_time_zone'],
		timeIncrement: 1,
	},
	products: {
		name: 'Catalog Products',
		description: 'Products of Advantage+ catalog ads, per ad',
		fields: ['impressions', 'clicks', 'spend', 'actions'],
		level: 'ad',
		breakdowns: ['product_id'],
	},
	mmm: {
		name: 'Marketing Mix Modeling',
		description: 'Impressions and spend of ad sets by place and placement, per day',
		fields: ['account_id', 'campaign_id', 'adset_id', 'impressions', 'spend'],
		level: 'adset',
		breakdowns: ['mmm'],
		timeIncrement: 1,
	},
};
