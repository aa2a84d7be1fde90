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
		description: 'App, Page, pixel, catalog or event that all ads of the campaign promote',
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
		grows: true,
		required,
		default: 'PURCHASE',
		description: 'Event that counts and that delivery looks for',
	});
}

function commonMembers() {
	return [
		objectId('application_id', applicationKind, {
			description: 'App that the ads promote, as registered with Meta',
		}),
		eventType(customEventTypes),
		text('custom_event_str', {
			label: 'Custom Event Name',
			description: 'Name of a custom event, when the event type is Other',
		}),
		objectId('event_id', plainKind, {
			description: 'ID of the Facebook event whose answers the ads are to bring',
		}),
		text('object_store_url', {
			label: 'App Store URL',
			description: 'Address of the app in the store of its platform',
			placeholder: STORE_URL_EXAMPLE,
		}),
		objectId('offline_conversion_data_set_id', plainKind, {
			label: 'Offline Data Set ID',
			description: 'Data set that holds conversions in stores and by phone',
		}),
		objectId('page_id', pageKind, {
			description: 'Page that the ads promote, or that has the forms and chats',
		}),
		objectId('pixel_id', pixelKind, {
			description: 'Pixel that measures the conversions; needs an event type',
		}),
		objectId('product_catalog_id', catalogKind, {
			label: 'Catalog ID',
			description: 'Catalog or catalog segment whose products the ads show',
		}),
		objectId('product_set_id', productSetKind, {
			description: 'Products of a catalog that the ads show',
		}),
	];
}

function adSetMembers() {
	return [
		objectId('custom_conversion_id', customConversionKind, {
			description: 'Custom conversion that delivery looks for, instead of a standard event',
		}),
		textList('object_store_urls', {
			label: 'App Store URLs',
			description: 'Addresses of the app in several stores, one per platform, separated by commas',
			placeholder: STORE_URL_EXAMPLE,
		}),
		objectId('offer_id', plainKind, {
			description: 'ID of the offer of a Page that people are to claim',
		}),
		omnichannelObject(),
		json('pixel_rule', {
			label: 'Pixel Rule (JSON)',
			shape: jsonObject,
			description: 'Which events of the pixel count, as a rule of a custom conversion',
		}),
		objectId('place_page_set_id', plainKind, {
			description: 'ID of the set of places that the ads bring people to',
		}),
		options(
			'product_set_optimization',
			[
				{ value: 'enabled', name: 'Enabled' },
				{ value: 'disabled', name: 'Disabled' },
			],
			{ description: 'Whether delivery looks for buyers of this very product set' },
		),
		boolean('smart_pse_enabled', {
			label: 'Smart Product Set Expansion',
			description: 'Whether other products of the catalog may show where they sell better',
		}),
		options('value_semantic_type', ['VALUE', 'MARGIN', 'LIFETIME_VALUE'], {
			label: 'Value Type',
			description:
				"Whether the value of an event is a price, a margin or the value over a customer's lifetime",
		}),
		text('whatsapp_phone_number', {
			label: 'WhatsApp Phone Number',
			description:
				'Phone number in international form that people write to, as linked with the Page',
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
						description: 'App that the ads promote, as registered with Meta',
					}),
					eventType(sharedEventTypes, true),
					textList('object_store_urls', {
						label: 'App Store URLs',
						description:
							'Addresses of the app in its stores, one per platform, separated by commas',
						placeholder: STORE_URL_EXAMPLE,
					}),
				],
				{
					label: 'Apps',
					entryLabel: 'App',
					description: 'Apps in which people convert, each with its event',
				},
			),
			group(
				'pixel',
				[
					objectId('pixel_id', pixelKind, {
						required: true,
						description: 'Pixel (dataset) of the website on which people convert',
					}),
					eventType(sharedEventTypes, true),
				],
				{
					label: 'Pixels',
					entryLabel: 'Pixel',
					description: 'Websites on which people convert, each by its pixel with the event',
				},
			),
			group(
				'onsite',
				[
					objectId('commerce_merchant_settings_id', plainKind, {
						label: 'Commerce Account ID',
						required: true,
						description: 'ID of the commerce account that the shop belongs to',
					}),
				],
				{
					label: 'Shops',
					entryLabel: 'Shop',
					description: 'Shops in which people convert, each by its commerce account',
				},
			),
		],
		{
			description: 'Website together with an app or a shop as conversion locations',
			wholeAsJson: true,
		},
	);
}
