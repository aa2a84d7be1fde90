import { choicesOf } from '../choices';

export const deliveryMetrics = choicesOf('Delivery', {
	ad_impression_actions: '',
	cost_per_one_thousand_ad_impression: {
		name: 'Cost per 1,000 Ad Impressions',
		description: '',
	},
	cpm: 'Average cost of 1,000 impressions',
	cpp: 'Average cost to reach 1,000 people; estimated',
	estimated_ad_recall_rate: 'Share of people who would remember the ad; estimated',
	frequency: 'Average times each person saw it; estimated',
	full_view_impressions: 'Full views of posts',
	full_view_reach: 'People with a full view of the post',
	impressions: 'Times the ads were on screen',
	reach: 'People who saw the ads; estimated',
	social_spend: 'Spend on ads with social information',
	spend: 'Amount spent, in the currency of the ad account; estimated',
});

export const clicksMetrics = choicesOf('Clicks', {
	ad_click_actions: '',
	clicks: 'Clicks of all kinds',
	cost_per_ad_click: '',
	cost_per_inline_link_click: 'Average cost of an inline link click',
	cost_per_outbound_click: 'Average cost of an outbound click',
	cost_per_unique_click: 'Average cost of a unique click; estimated',
	cost_per_unique_inline_link_click: 'Average cost of a unique inline link click; estimated',
	cost_per_unique_outbound_click: 'Average cost of a unique outbound click; estimated',
	cpc: 'Average cost of a click',
	ctr: 'Share of impressions with a click, in percent',
	inline_link_click_ctr: 'Share with an inline link click',
	inline_link_clicks: 'Clicks on links; 1-day-click window',
	interactive_component_tap: '',
	landing_page_view_per_link_click: '',
	outbound_clicks: 'Clicks that leave Facebook',
	outbound_clicks_ctr: 'Share with an outbound click',
	total_card_view: '',
	unique_clicks: 'People who clicked; estimated',
	website_ctr: 'Share with a link click',
});

export const auctionMetrics = choicesOf('Auction', {
	auction_bid: '',
	auction_competitiveness: '',
	auction_max_competitor_bid: '',
	wish_bid: '',
});

export const legacyMetrics = [
	...choicesOf('Clicks', {
		app_store_clicks: 'Not with breakdowns',
		newsfeed_clicks: 'Not with breakdowns',
	}),
	...choicesOf('Delivery', {
		newsfeed_avg_position: 'Not with breakdowns',
		newsfeed_impressions: 'Not with breakdowns',
		relevance_score: 'Not with breakdowns',
	}),
	...choicesOf('Video', {
		video_avg_pct_watched_actions: {
			name: 'Average Percent Watched',
			description: 'Average part of the video that was played',
		},
		video_complete_watched_actions: {
			name: 'Watched Completely',
			description: 'Plays of nearly the whole video',
		},
	}),
];
