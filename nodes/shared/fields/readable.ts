import type { ReadableObject } from '../operation/types';

/** What can be read of an ad set in lists. */
export const readableAdSet: ReadableObject = {
	simplified: [
		'id',
		'name',
		'campaign_id',
		'status',
		'effective_status',
		'daily_budget',
		'lifetime_budget',
		'optimization_goal',
		'start_time',
		'end_time',
	],
	fields: [
		'account_id',
		'adlabels',
		'bid_amount',
		'bid_strategy',
		'billing_event',
		'budget_remaining',
		'campaign_id',
		'configured_status',
		'created_time',
		'daily_budget',
		'destination_type',
		'effective_status',
		'end_time',
		'id',
		'issues_info',
		'lifetime_budget',
		'name',
		'optimization_goal',
		'promoted_object',
		'recommendations',
		'start_time',
		'status',
		'targeting',
		'updated_time',
	].map((name) => ({ name })),
};

/** What can be read of an ad in lists. */
export const readableAd: ReadableObject = {
	simplified: [
		'id',
		'name',
		'adset_id',
		'campaign_id',
		'status',
		'effective_status',
		'created_time',
	],
	fields: [
		'account_id',
		'ad_review_feedback',
		'adlabels',
		'adset_id',
		'bid_amount',
		'campaign_id',
		'configured_status',
		'conversion_domain',
		'created_time',
		'creative',
		'effective_status',
		'id',
		'issues_info',
		'name',
		'preview_shareable_link',
		'recommendations',
		'status',
		'tracking_specs',
		'updated_time',
	].map((name) => ({ name })),
};

/** What can be read of an ad study (Split Testing). */
export const readableAdStudy: ReadableObject = {
	simplified: ['id', 'name', 'type', 'start_time', 'end_time'],
	fields: [
		'business',
		'cells',
		'created_time',
		'description',
		'end_time',
		'id',
		'name',
		'start_time',
		'type',
		'updated_time',
	].map((name) => ({ name })),
};
