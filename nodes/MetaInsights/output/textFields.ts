/**
 * What describes a row rather than measures it, and may look like a number: names of products, codes
 * of conversions, `0` and `1` for no and yes (Ad Account Insights, Fields and Parameters).
 */
const TEXT_FIELDS = new Set([
	'ad_extension_domain',
	'ad_extension_url',
	'age',
	'coarse_conversion_value',
	'comscore_market',
	'conversion_destination',
	'country',
	'device_platform',
	'dma',
	'fidelity_type',
	'frequency_value',
	'gender',
	'hourly_stats_aggregated_by_advertiser_time_zone',
	'hourly_stats_aggregated_by_audience_time_zone',
	'hsid',
	'impression_device',
	'impression_view_time_advertiser_hour_v2',
	'is_auto_advance',
	'is_conversion_id_modeled',
	'is_rendered_as_delayed_skip_ad',
	'landing_destination',
	'mdsa_landing_destination',
	'media_creator',
	'media_text_content',
	'platform_position',
	'postback_sequence_index',
	'publisher_platform',
	'redownload',
	'reels_trending_topic',
	'region',
	'rta_ugc_topic',
	'signal_source_bucket',
	'skan_version',
	'user_segment_key',
]);

const TEXT_ENDINGS = /_(?:id|ids|name|asset|breakdown|url|domain|type|setting|key)$/;

/** Whether a column holds texts however much they look like numbers. */
export function isTextField(name: string, breakdowns: ReadonlySet<string>): boolean {
	return breakdowns.has(name) || TEXT_FIELDS.has(name) || TEXT_ENDINGS.test(name);
}

/**
 * Metrics that list the action types which happened, so that users choose among them: all typed
 * `list<AdsActionStats>` (Ad Account Insights, Fields) but those with always the same types.
 */
const MANY_TYPES = new Set([
	'action_values',
	'actions',
	'ad_click_actions',
	'ad_impression_actions',
	'catalog_segment_actions',
	'catalog_segment_value',
	'conversion_values',
	'conversions',
	'cost_per_action_type',
	'cost_per_conversion',
	'cost_per_unique_action_type',
	'cost_per_unique_conversion',
	'unique_actions',
	'unique_conversions',
]);

/** Whether the chosen action types say what of this metric becomes columns. */
export function hasManyTypes(field: string): boolean {
	return MANY_TYPES.has(field);
}

const LISTS = new RegExp(
	[
		'_actions$',
		'_roas$',
		'_results?$',
		'^results$',
		'result_rate$',
		'^converted_',
		'^cost_per_(?:15_sec|2_sec|ad_click|objective_result|one_thousand|outbound|result|thruplay)',
		'^cost_per_unique_outbound',
		'outbound_clicks',
		'^interactive_component_tap$',
		'^website_ctr$',
	].join('|'),
);

/** Whether a metric is a list by action type, which becomes columns with names of their own. */
export function isListField(field: string): boolean {
	return MANY_TYPES.has(field) || LISTS.test(field);
}
