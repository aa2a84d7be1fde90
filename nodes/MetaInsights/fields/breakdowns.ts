import { difference } from 'lodash';

import { byUse } from '../../shared/operation/fields';
import { choicesOf, commonFirst } from './choices';

/** Breakdowns by the creative assets that people saw (Insights API Breakdowns, Generic Breakdowns). */
const assets = choicesOf('Asset', {
	ad_format_asset: 'Format',
	body_asset: 'Body text',
	call_to_action_asset: 'Call to action',
	description_asset: 'Description',
	image_asset: 'Image',
	link_url_asset: 'Link',
	title_asset: 'Title',
	video_asset: 'Video',
});

/** The values of the asset breakdowns. */
export const assetBreakdowns = assets.map(({ value }) => value);

/** By the hour of the advertiser or of the person who saw the ad. */
export const hourlyBreakdowns = [
	'hourly_stats_aggregated_by_advertiser_time_zone',
	'hourly_stats_aggregated_by_audience_time_zone',
];

/** What most reports are broken down by. */
const COMMON = [
	'age',
	'gender',
	'country',
	'region',
	'publisher_platform',
	'platform_position',
	'device_platform',
	'impression_device',
];

/** Breakdowns by actions: of rows, and of lists of actions. */
const actionMeanings = {
	action_canvas_component_name: 'Part of an Instant Experience',
	action_carousel_card_id: 'ID of the carousel card',
	action_carousel_card_name: 'Headline of the carousel card',
	action_destination: 'Where people went after a click',
	action_device: 'Device of the conversion',
	action_reaction: 'Kind of reaction',
	action_target_id: 'ID of where people went after a click',
	action_type: 'Kind of action',
	action_video_sound: 'Sound on or off',
	action_video_type: 'Kind of video play',
};

/** Breakdowns by products, which rows also have as columns. */
export const productMeanings = {
	product_brand_breakdown: '',
	product_category_breakdown: '',
	product_custom_label_0_breakdown: '',
	product_custom_label_1_breakdown: '',
	product_custom_label_2_breakdown: '',
	product_custom_label_3_breakdown: '',
	product_custom_label_4_breakdown: '',
	product_group_content_id_breakdown: '',
	product_id: 'Product of a catalog',
	product_set_id_breakdown: '',
	product_vendor_id_breakdown: '',
};

const byKind = [
	...assets,
	...choicesOf('Action', actionMeanings),
	...choicesOf('Person', {
		age: 'Age range',
		country: 'Country',
		comscore_market: '',
		dma: 'Designated market area of the United States',
		frequency_value: 'How often a person saw the ad; with Reach only',
		gender: 'Gender',
		region: 'Region',
		user_persona_id: '',
		user_persona_name: '',
		user_segment_key: 'New or existing customers of Advantage+ shopping campaigns',
	}),
	...choicesOf('Placement', {
		device_platform: 'Mobile or desktop',
		impression_device: 'Device that showed the ad; not by itself',
		place_page_id: 'Page of a place; not at account level',
		platform_position: 'Position within a platform; not by itself',
		publisher_platform: 'Facebook, Instagram, Messenger, Audience Network or Threads',
	}),
	...choicesOf('Time', {
		hourly_stats_aggregated_by_advertiser_time_zone: "Hour in the ad account's time zone",
		hourly_stats_aggregated_by_audience_time_zone: "Hour in the audience's time zone",
		impression_view_time_advertiser_hour_v2: '',
	}),
	...choicesOf('Product', { ...productMeanings, product_group_id: '' }),
	...choicesOf('SKAdNetwork', {
		app_id: 'App; with Total Postbacks only',
		coarse_conversion_value: 'Low, medium or high; with Total Postbacks Detailed V4 only',
		fidelity_type: 'With Total Postbacks Detailed V4 only',
		hsid: 'Source identifier; with Total Postbacks Detailed V4 only',
		is_conversion_id_modeled: 'With Total Postbacks Detailed only',
		postback_sequence_index: 'With Total Postbacks Detailed V4 only',
		redownload: 'With Total Postbacks Detailed V4 only',
		skan_campaign_id: 'With Total Postbacks Detailed only',
		skan_conversion_id: 'With Total Postbacks only',
		skan_version: '',
	}),
	...choicesOf('Media', {
		creative_automation_asset_id: '',
		creative_relaxation_asset_type: '',
		flexible_format_asset_type: '',
		gen_ai_asset_type: '',
		is_auto_advance: '',
		is_rendered_as_delayed_skip_ad: '',
		media_asset_url: 'Documented, but Meta may answer that this field does not exist',
		media_creator: 'Documented, but Meta may answer that this field does not exist',
		media_destination_url: 'Documented, but Meta may answer that this field does not exist',
		media_format: 'Documented, but Meta may answer that this field does not exist',
		media_origin_url: 'Documented, but Meta may answer that this field does not exist',
		media_text_content: 'Documented, but Meta may answer that this field does not exist',
		media_type: '',
		reels_trending_topic: '',
		rta_ugc_topic: '',
	}),
	...choicesOf('Destination', {
		ad_extension_domain: '',
		ad_extension_url: '',
		conversion_destination: '',
		landing_destination: '',
		marketing_messages_btn_name: '',
		mdsa_landing_destination: '',
		signal_source_bucket: '',
		standard_event_content_type: '',
	}),
	...choicesOf('Source of Truth', {
		sot_attribution_model_type: '',
		sot_attribution_window: '',
		sot_channel: '',
		sot_event_type: '',
		sot_source: '',
	}),
	...choicesOf('Other', {
		breakdown_ad_objective: '',
		breakdown_reporting_ad_id: '',
		crm_advertiser_l12_territory_ids: '',
		crm_advertiser_subvertical_id: '',
		crm_advertiser_vertical_id: '',
		crm_ult_advertiser_id: '',
		rule_set_id: '',
		rule_set_name: '',
	}),
	{
		value: 'mmm',
		name: 'Marketing Mix Modeling',
		description: 'Ad sets by place and placement, with Impressions and Spend; not with others',
	},
];

/**
 * All documented breakdowns, the common ones first and the others by kind (Insights API Breakdowns; Ad
 * Account Insights, Parameters).
 */
export const breakdowns = commonFirst(byKind, COMMON, choicesOf('Placement', { placement: '' }));

const COMMON_ACTIONS = ['action_type', 'action_device', 'action_destination'];

/** All documented breakdowns of actions (Insights API Breakdowns, Action Breakdown). */
export const actionBreakdowns = byUse({
	common: COMMON_ACTIONS,
	others: [
		...difference(Object.keys(actionMeanings), COMMON_ACTIONS),
		{
			value: 'action_converted_product_id',
			description: 'For Collaborative Ads; not at the level of ad accounts',
		},
		'conversion_destination',
		'is_business_ai_assisted',
		'matched_persona_id',
		'matched_persona_name',
		'signal_source_bucket',
		'standard_event_content_type',
	],
});

/** The same without what is for Collaborative Ads: the summary does not know it. */
export const summaryActionBreakdowns = actionBreakdowns.filter(
	({ value }) => value !== 'action_converted_product_id',
);
