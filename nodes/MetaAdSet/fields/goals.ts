import { options } from '../../shared/operation/fields';

/** At the top of the form, for a parameter that may be left out. */
const NOT_SET = { value: '', name: 'Not Set' };

/** Goals of the ad set reference, then those that other chapters name (Ad Account Adsets; Reels Ads). */
export const optimizationGoals = [
	{ value: 'AD_RECALL_LIFT', description: 'People likely to remember the ad' },
	{ value: 'ADVERTISER_SILOED_VALUE' },
	{ value: 'APP_INSTALLS', description: 'People likely to install the app' },
	{
		value: 'APP_INSTALLS_AND_OFFSITE_CONVERSIONS',
		name: 'App Installs and Conversions',
		description: 'People likely to install the app and to convert',
	},
	{ value: 'AUTOMATIC_OBJECTIVE' },
	{ value: 'CONVERSATIONS', description: 'People likely to have a conversation' },
	{ value: 'DERIVED_EVENTS', description: 'People likely to open the app again' },
	{ value: 'ENGAGED_USERS', description: 'People likely to do something in the app' },
	{ value: 'EVENT_RESPONSES', description: 'People likely to attend the event' },
	{ value: 'IMPRESSIONS', description: 'As many impressions as possible' },
	{ value: 'IN_APP_VALUE' },
	{ value: 'LANDING_PAGE_VIEWS', description: 'People likely to load the landing page' },
	{ value: 'LEAD_GENERATION', description: 'People likely to fill out a form; needs a Page' },
	{ value: 'LINK_CLICKS', description: 'People likely to click on the link' },
	{ value: 'MEANINGFUL_CALL_ATTEMPT' },
	{ value: 'MESSAGING_APPOINTMENT_CONVERSION' },
	{ value: 'MESSAGING_PURCHASE_CONVERSION' },
	{ value: 'NONE' },
	{
		value: 'OFFSITE_CONVERSIONS',
		name: 'Conversions',
		description: 'People likely to convert on the website or in the app',
	},
	{ value: 'PAGE_LIKES', description: 'People likely to like the Page' },
	{ value: 'POST_ENGAGEMENT', description: 'People likely to engage with the post' },
	{ value: 'PROFILE_AND_PAGE_ENGAGEMENT' },
	{ value: 'PROFILE_VISIT' },
	{ value: 'QUALITY_CALL', description: 'People likely to call' },
	{ value: 'QUALITY_LEAD', description: 'People likely to become customers after a lead' },
	{ value: 'REACH', description: 'As many different people as possible' },
	{ value: 'REMINDERS_SET' },
	{ value: 'SUBSCRIBERS' },
	{
		value: 'THRUPLAY',
		name: 'ThruPlay',
		description: 'People likely to play the video to its end, or for 15 seconds',
	},
	{ value: 'TWO_SECOND_CONTINUOUS_VIDEO_VIEWS' },
	{ value: 'VALUE', description: 'The highest total purchase value' },
	{ value: 'VISIT_INSTAGRAM_PROFILE', description: 'People likely to visit the Instagram profile' },
];

/** Ad Account Adsets, `optimization_goal`. */
export function optimizationGoal() {
	return options('optimization_goal', [NOT_SET, ...optimizationGoals], {
		description:
			"What delivery aims at. Which goals fit depends on the campaign's objective and the conversion location.",
	});
}

const billingEvents = [
	{ value: 'APP_INSTALLS', description: 'Not together with the goal App Installs' },
	{ value: 'CLICKS', name: 'Clicks (Deprecated)' },
	{ value: 'IMPRESSIONS', description: 'Pay when the ads are shown' },
	{ value: 'LINK_CLICKS', description: 'Pay when people click on the link' },
	{ value: 'LISTING_INTERACTION' },
	{ value: 'NONE' },
	{ value: 'OFFER_CLAIMS', description: 'Pay when people claim the offer' },
	{ value: 'PAGE_LIKES', description: 'Pay when people like the Page' },
	{ value: 'POST_ENGAGEMENT', description: 'Pay when people engage with the post' },
	{ value: 'PURCHASE' },
	{
		value: 'THRUPLAY',
		name: 'ThruPlay',
		description: 'Pay for videos played to their end, or for 15 seconds',
	},
];

/** Ad Account Adsets, `billing_event`. */
export function billingEvent() {
	return options('billing_event', [NOT_SET, ...billingEvents], {
		description: 'What is paid for. Which events fit depends on the optimization goal.',
	});
}

/** Ad Account Adsets, `destination_type`: where people go, called conversion location in Ads Manager. */
export function destinationType() {
	return options('destination_type', [NOT_SET, ...destinations], ABOUT_DESTINATIONS);
}

const destinations = [
	{ value: 'APP' },
	{ value: 'APPLINKS_AUTOMATIC', name: 'App or Website (App Links)' },
	{ value: 'FACEBOOK' },
	{ value: 'FACEBOOK_LIVE' },
	{ value: 'FACEBOOK_PAGE' },
	{ value: 'IMAGINE' },
	{ value: 'INSTAGRAM_DIRECT' },
	{ value: 'INSTAGRAM_LIVE' },
	{ value: 'INSTAGRAM_PROFILE' },
	{
		value: 'INSTAGRAM_PROFILE_AND_FACEBOOK_PAGE',
		name: 'Instagram Profile and Facebook Page',
	},
	{
		value: 'MESSAGING_INSTAGRAM_DIRECT_MESSENGER',
		name: 'Messaging: Instagram and Messenger',
	},
	{
		value: 'MESSAGING_INSTAGRAM_DIRECT_MESSENGER_WHATSAPP',
		name: 'Messaging: Instagram, Messenger and WhatsApp',
	},
	{
		value: 'MESSAGING_INSTAGRAM_DIRECT_WHATSAPP',
		name: 'Messaging: Instagram and WhatsApp',
	},
	{ value: 'MESSAGING_MESSENGER_WHATSAPP', name: 'Messaging: Messenger and WhatsApp' },
	{ value: 'MESSENGER' },
	{ value: 'ON_AD', name: 'On the Ad' },
	{ value: 'ON_EVENT', name: 'On the Event' },
	{ value: 'ON_PAGE', name: 'On the Page' },
	{ value: 'ON_POST', name: 'On the Post' },
	{ value: 'ON_VIDEO', name: 'On the Video' },
	{
		value: 'SHOP_AUTOMATIC',
		name: 'Website and Shop (Shops Ads)',
		description: 'Needs the commerce account in Promoted Object > Omnichannel Object',
	},
	{ value: 'WEBSITE' },
	{ value: 'WHATSAPP', name: 'WhatsApp' },
];

const ABOUT_DESTINATIONS = {
	label: 'Destination Type (Conversion Location)',
	description: 'Where the ads lead to and where people are to convert',
};

/** Ad Account Adsets, `optimization_sub_event`. */
export function optimizationSubEvent() {
	return options(
		'optimization_sub_event',
		[
			'NONE',
			'POST_INTERACTION',
			'TRAVEL_INTENT',
			'TRAVEL_INTENT_BUCKET_01',
			'TRAVEL_INTENT_BUCKET_02',
			'TRAVEL_INTENT_BUCKET_03',
			'TRAVEL_INTENT_BUCKET_04',
			'TRAVEL_INTENT_BUCKET_05',
			'TRAVEL_INTENT_NO_DESTINATION_INTENT',
			'TRIP_CONSIDERATION',
			{ value: 'VIDEO_SOUND_ON', name: 'Video Sound On' },
		],
		{ description: 'Event within the optimization goal to aim at' },
	);
}
