import { COUNTRIES } from './countries';
import { anyObject, bool, float, id, int, json, list, oneOf, required, shape, text } from './specs';
import { targeting } from './targetingParams';
import type { Params } from './types';

export const SUBTYPES = [
	'CUSTOM',
	'PRIMARY',
	'WEBSITE',
	'APP',
	'OFFLINE_CONVERSION',
	'CLAIM',
	'MANAGED',
	'PARTNER',
	'VIDEO',
	'LOOKALIKE',
	'ENGAGEMENT',
	'BAG_OF_ACCOUNTS',
	'STUDY_RULE_AUDIENCE',
	'FOX',
	'MEASUREMENT',
	'REGULATED_CATEGORIES_AUDIENCE',
	'BIDDING',
	'EXCLUSION',
	'MESSENGER_SUBSCRIBER_LIST',
] as const;

/** ("FB Video Ads, Remarketing", "Collection Ads, Create Engagement Audiences") */
export const ENGAGEMENT_EVENTS = [
	'video_watched',
	'video_completed',
	'video_view_10s',
	'video_view_15s',
	'video_view_25_percent',
	'video_view_50_percent',
	'video_view_75_percent',
	'instant_shopping_document_open',
	'instant_shopping_element_click',
] as const;

export const engagementRule = list(
	shape({ object_id: required(id), event_name: required(oneOf(...ENGAGEMENT_EVENTS)) }),
	1,
);

const lookalike = shape({
	allow_international_seeds: bool,
	country: oneOf(...COUNTRIES),
	is_financial_service: bool,
	location_spec: anyObject,
	origin: list(anyObject),
	ratio: float(0.01, 0.2),
	starting_ratio: float(0, 0.19),
	type: oneOf('similarity', 'reach', 'custom_ratio'),
});

export const audienceCreateParams: Params = {
	allowed_domains: list(text()),
	customer_file_source: oneOf(
		'USER_PROVIDED_ONLY',
		'PARTNER_PROVIDED_ONLY',
		'BOTH_USER_AND_PARTNER_PROVIDED',
	),
	description: text(),
	enable_fetch_or_create: bool,
	is_value_based: bool,
	lookalike_spec: lookalike,
	name: required(text()),
	opt_out_link: text(),
	origin_audience_id: id,
	pixel_id: id,
	prefill: bool,
	product_set_id: id,
	retention_days: int(1, 365),
	/** A list for videos and Instant Experiences, an object for websites. */
	rule: json,
	subtype: oneOf(...SUBTYPES),
	targeting_spec: targeting,
};

export const audienceUpdateParams: Params = {
	description: text(),
	name: text(),
	opt_out_link: text(),
};
