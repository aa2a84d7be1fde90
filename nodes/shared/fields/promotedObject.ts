import {
	boolean,
	byUse,
	collection,
	group,
	json,
	jsonObject,
	objectId,
	options,
	text,
	textList,
	type Choice,
} from '../operation/fields';
import {
	applicationKind,
	catalogKind,
	customConversionKind,
	instagramAccountKind,
	pageKind,
	pixelKind,
	plainKind,
	productSetKind,
} from './objectKinds';

/** Events that can be promoted (Ad Account Adsets, `promoted_object`). */
export const customEventTypes = byUse({
	common: [
		'PURCHASE',
		'LEAD',
		'COMPLETE_REGISTRATION',
		'ADD_TO_CART',
		'INITIATED_CHECKOUT',
		'CONTENT_VIEW',
	],
	others: [
		'ACHIEVEMENT_UNLOCKED',
		'AD_IMPRESSION',
		'ADD_PAYMENT_INFO',
		'ADD_TO_WISHLIST',
		'CONTACT',
		'CUSTOMIZE_PRODUCT',
		{ value: 'D2_RETENTION', name: 'Day 2 Retention' },
		{ value: 'D7_RETENTION', name: 'Day 7 Retention' },
		'DONATE',
		'FIND_LOCATION',
		'LEVEL_ACHIEVED',
		'LISTING_INTERACTION',
		{ value: 'MESSAGING_CONVERSATION_STARTED_7D', name: 'Messaging Conversation Started (7 Days)' },
		'OTHER',
		'RATE',
		'SCHEDULE',
		'SEARCH',
		'SERVICE_BOOKING_REQUEST',
		'SPENT_CREDITS',
		'START_TRIAL',
		'SUBMIT_APPLICATION',
		'SUBSCRIBE',
		'TUTORIAL_COMPLETION',
	],
});

/** Events that apps and websites can share (Cross-Channel Conversion Optimization, Ad Set). */
const sharedEventTypes = byUse({
	common: [
		'PURCHASE',
		'COMPLETE_REGISTRATION',
		'ADD_TO_CART',
		'INITIATED_CHECKOUT',
		'CONTENT_VIEW',
	],
	others: ['ADD_PAYMENT_INFO', 'ADD_TO_WISHLIST', 'SEARCH', 'START_TRIAL', 'SUBSCRIBE'],
});

const STORE_URL_EXAMPLE = 'e.g. https://apps.apple.com/app/id1234567890';

/** What a campaign promotes (Ad Account, Ad Campaigns). */
export function promotedObject() {
	return collection('promoted_object', commonMembers(), {
		description: 'What is promoted',
		wholeAsJson: true,
	});
}

/** What an ad set promotes; what is needed depends on objective and goal (Ad Account Adsets). */
export function adSetPromotedObject() {
	return collection('promoted_object', [...commonMembers(), ...adSetMembers()], {
		description:
			'What all ads of the ad set promote and what counts as a conversion. What is needed depends on the objective and the optimization goal.',
		wholeAsJson: true,
	});
}

function eventType(choices: readonly Choice[], required = false) {
	return options('custom_event_type', choices, {
		required,
		default: 'PURCHASE',
		description: 'Event that people should perform',
	});
}

function commonMembers() {
	return [
		objectId('application_id', applicationKind, { description: 'App that is promoted' }),
		eventType(customEventTypes),
		text('custom_event_str', {
			label: 'Custom Event Name',
			description: 'Name of a custom event, when the event type is Other',
		}),
		objectId('event_id', plainKind, { description: 'Facebook event that is promoted' }),
		text('object_store_url', {
			label: 'App Store URL',
			description: 'Address of the app in its store',
			placeholder: STORE_URL_EXAMPLE,
		}),
		objectId('offline_conversion_data_set_id', plainKind, {
			label: 'Offline Data Set ID',
			description: 'Data set of offline conversions',
		}),
		objectId('page_id', pageKind, { description: 'Page that is promoted' }),
		objectId('pixel_id', pixelKind, { description: 'Pixel that measures conversions' }),
		objectId('product_catalog_id', catalogKind, {
			label: 'Catalog ID',
			description: 'Catalog or catalog segment whose products are promoted',
		}),
		objectId('product_set_id', productSetKind, { description: 'Product set that is promoted' }),
	];
}

function adSetMembers() {
	return [
		objectId('custom_conversion_id', customConversionKind, {
			description: 'Custom conversion that people should perform',
		}),
		objectId('instagram_profile_id', instagramAccountKind, {
			description: 'Instagram profile that is promoted',
		}),
		textList('object_store_urls', {
			label: 'App Store URLs',
			description: 'Addresses of the app in several stores, separated by commas',
			placeholder: STORE_URL_EXAMPLE,
		}),
		objectId('offer_id', plainKind, { description: 'Offer of a Page that is promoted' }),
		omnichannelObject(),
		json('pixel_rule', {
			label: 'Pixel Rule (JSON)',
			shape: jsonObject,
			description: 'Which events of the pixel count, as a rule of a custom conversion',
		}),
		objectId('place_page_set_id', plainKind, {
			description: 'Set of Pages of places that are promoted',
		}),
		options(
			'product_set_optimization',
			[
				{ value: 'enabled', name: 'Enabled' },
				{ value: 'disabled', name: 'Disabled' },
			],
			{ description: 'Whether delivery is optimized for the product set' },
		),
		boolean('smart_pse_enabled', {
			label: 'Smart Product Set Expansion',
			description: 'Whether products outside the product set may show too',
		}),
		options('value_semantic_type', ['VALUE', 'MARGIN', 'LIFETIME_VALUE'], {
			label: 'Value Type',
			description: 'What the value of an event means',
		}),
		text('whatsapp_phone_number', {
			label: 'WhatsApp Phone Number',
			description: 'Number that people write to',
		}),
	];
}

/** Several places where people convert (Cross-Channel Conversion Optimization, Ad Set). */
function omnichannelObject() {
	return collection(
		'omnichannel_object',
		[
			group(
				'app',
				[
					objectId('application_id', applicationKind, {
						required: true,
						description: 'App that is promoted',
					}),
					eventType(sharedEventTypes, true),
					textList('object_store_urls', {
						label: 'App Store URLs',
						description: 'Addresses of the app in its stores, separated by commas',
						placeholder: STORE_URL_EXAMPLE,
					}),
				],
				{ label: 'Apps', entryLabel: 'App', description: 'Apps in which people convert' },
			),
			group(
				'pixel',
				[
					objectId('pixel_id', pixelKind, {
						required: true,
						description: 'Pixel of the website',
					}),
					eventType(sharedEventTypes, true),
				],
				{ label: 'Pixels', entryLabel: 'Pixel', description: 'Websites on which people convert' },
			),
			group(
				'onsite',
				[
					objectId('commerce_merchant_settings_id', plainKind, {
						label: 'Commerce Account ID',
						required: true,
						description: 'Commerce account of the shop',
					}),
				],
				{ label: 'Shops', entryLabel: 'Shop', description: 'Shops in which people convert' },
			),
		],
		{
			description: 'Website together with an app or a shop as conversion locations',
			wholeAsJson: true,
		},
	);
}
