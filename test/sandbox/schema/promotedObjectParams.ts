import { anyObject, bool, id, int, list, oneOf, required, shape, text } from './specs';
import type { ParamSpec } from './types';

/** Standard events, and OTHER for one's own ("Ad Account Adsets, Creating"). */
export const CUSTOM_EVENTS = [
	'ACHIEVEMENT_UNLOCKED',
	'ADD_PAYMENT_INFO',
	'ADD_TO_CART',
	'ADD_TO_WISHLIST',
	'AD_IMPRESSION',
	'COMPLETE_REGISTRATION',
	'CONTACT',
	'CONTENT_VIEW',
	'CUSTOMIZE_PRODUCT',
	'D2_RETENTION',
	'D7_RETENTION',
	'DONATE',
	'FIND_LOCATION',
	'INITIATED_CHECKOUT',
	'LEAD',
	'LEVEL_ACHIEVED',
	'LISTING_INTERACTION',
	'MESSAGING_CONVERSATION_STARTED_7D',
	'OTHER',
	'PURCHASE',
	'RATE',
	'SCHEDULE',
	'SEARCH',
	'SERVICE_BOOKING_REQUEST',
	'SPENT_CREDITS',
	'START_TRIAL',
	'SUBMIT_APPLICATION',
	'SUBSCRIBE',
	'TUTORIAL_COMPLETION',
] as const;

/** ("Cross-Channel Conversion Optimization, Ad Set") */
const omnichannel = shape({
	app: list(
		shape({
			application_id: required(id),
			custom_event_str: text(),
			custom_event_type: oneOf(...CUSTOM_EVENTS),
			object_store_urls: list(text()),
		}),
		1,
	),
	offline: list(anyObject),
	onsite: list(shape({ commerce_merchant_settings_id: required(id) }), 1),
	pixel: list(
		shape({
			custom_conversion_id: id,
			custom_event_str: text(),
			custom_event_type: oneOf(...CUSTOM_EVENTS),
			pixel_id: required(id),
		}),
		1,
	),
});

export const promotedObject: ParamSpec = shape({
	application_id: id,
	custom_conversion_id: id,
	custom_event_str: text(),
	custom_event_type: oneOf(...CUSTOM_EVENTS),
	event_id: id,
	instagram_profile_id: id,
	object_store_url: text(),
	object_store_urls: list(text()),
	offer_id: id,
	offline_conversion_data_set_id: id,
	offsite_conversion_event_id: id,
	omnichannel_object: omnichannel,
	page_id: id,
	pixel_aggregation_rule: anyObject,
	pixel_id: id,
	pixel_rule: anyObject,
	place_page_set_id: id,
	product_catalog_id: id,
	product_item_id: id,
	product_set_id: id,
	product_set_optimization: text(),
	retention_days: int(1),
	smart_pse_enabled: bool,
	value_semantic_type: text(),
	variation: text(),
	whatsapp_phone_number: text(),
	whats_app_business_phone_number_id: id,
});
