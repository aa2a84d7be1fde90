import { choicesOf } from '../choices';

export const actionsMetrics = choicesOf('Actions', {
	action_values: 'Total value of attributed conversions',
	actions: 'Number of attributed actions',
	actions_per_impressions: {
		name: 'Actions per Impressions',
		description: 'Actions over impressions',
	},
	conversion_values: '',
	conversions: '',
	cost_per_action_type: 'Average cost of an action',
	cost_per_conversion: '',
	cost_per_dda_countby_convs: '',
	cost_per_inline_post_engagement: 'Average cost of an inline engagement',
	cost_per_unique_action_type: 'Average cost of a unique action; estimated',
	cost_per_unique_conversion: '',
	dda_countby_convs: '',
	inline_post_engagement: 'Engagements; 1-day-click window',
	purchase_per_landing_page_view: '',
	shops_assisted_purchases: '',
	total_actions: {
		name: 'Total Actions',
		description: 'Sum of the actions at the top of the hierarchy',
	},
});

export const resultsMetrics = choicesOf('Results', {
	cost_per_objective_result: 'Average cost of an objective result',
	cost_per_result: 'Average cost of a result',
	dda_results: '',
	objective_result_rate: 'Objective results over impressions',
	objective_results: 'Objective results',
	result_rate: 'Share of views with a result',
	results: 'Times the outcome was reached',
});

export const roasMetrics = choicesOf('ROAS', {
	mobile_app_purchase_roas: 'ROAS from app purchases',
	purchase_roas: 'ROAS from purchases',
	website_purchase_roas: 'ROAS from website purchases',
});

export const messagingMetrics = choicesOf('Messaging', {
	marketing_messages_delivered: 'Messages delivered; not Europe or Japan',
	marketing_messages_delivery_rate: 'Delivered over sent; not Europe or Japan',
	marketing_messages_read_rate_benchmark: '75th percentile of read rates of similar businesses',
});

export const instantExperienceMetrics = choicesOf('Instant Experience', {
	canvas_avg_view_percent: 'Average part of the Instant Experience seen',
	canvas_avg_view_time: 'Average seconds in the Instant Experience',
	instant_experience_clicks_to_open: '',
	instant_experience_clicks_to_start: '',
	instant_experience_outbound_clicks: '',
});

export const otherMetrics = choicesOf('Other', {
	comparison_node: 'Compares two time ranges',
	instagram_upcoming_event_reminders_set: '',
	qualifying_question_qualify_answer_rate: '',
});
