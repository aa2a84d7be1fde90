import { objectives } from '../../shared/fields/campaign';
import { byUse, options, type NamedChoice } from '../../shared/operation/fields';
import { labelOf } from '../../shared/operation/naming';

/** At the top of the form, for a parameter that may be left out; the API's own NONE says no more. */
const NOT_SET = { value: '', name: 'Not Set' };

/**
 * Labels of the objectives that a goal goes with, by goal (Reels Ads; Dynamic Creative; Meta's mapping of
 * Outcome-Driven Ads Experiences). A goal that is not in it goes with any.
 */
const objectivesOf = new Map<string, readonly string[]>();

/** A goal with what delivery looks for, and the objectives that it goes with. */
function goal(value: string, aim?: string, objectives: readonly string[] = [], name?: string) {
	if (objectives.length > 0) objectivesOf.set(value, objectives);
	const fits = objectives.length > 0 ? `Objectives: ${objectives.join(', ')}.` : '';
	const description = [aim && `${aim}.`, fits].filter(Boolean).join(' ');
	// n8n's guidelines have no period after a single sentence.
	const sentence = aim && fits ? description : description.replace(/\.$/, '');
	return { value, ...(name ? { name } : {}), ...(sentence ? { description: sentence } : {}) };
}

const EVERYWHERE = ['Awareness', 'Traffic', 'Engagement', 'Leads', 'Sales'];

/**
 * Goals of the ad set reference, then those that other chapters name (Ad Account Adsets); which
 * objectives they go with is documented with Reels Ads.
 */
export const optimizationGoals = byUse({
	common: [
		goal('LINK_CLICKS', 'People likely to click on the link', [
			'Traffic',
			'Engagement',
			'Leads',
			'App Promotion',
			'Sales',
		]),
		goal('LANDING_PAGE_VIEWS', 'People likely to load the landing page', [
			'Traffic',
			'Engagement',
			'Leads',
			'Sales',
		]),
		goal(
			'OFFSITE_CONVERSIONS',
			'People likely to convert on the website or in the app',
			['Traffic', 'Engagement', 'Leads', 'App Promotion', 'Sales'],
			'Conversions',
		),
		goal('VALUE', 'The highest total purchase value', ['Leads', 'App Promotion', 'Sales']),
		goal('LEAD_GENERATION', 'People likely to fill out a form; needs a Page', ['Leads']),
		goal('APP_INSTALLS', 'People likely to install the app', ['App Promotion']),
		goal('REACH', 'As many different people as possible', EVERYWHERE),
		goal('IMPRESSIONS', 'As many impressions as possible', EVERYWHERE),
		goal(
			'THRUPLAY',
			'People likely to play the video to its end, or for 15 seconds',
			['Awareness', 'Engagement'],
			'ThruPlay',
		),
		goal('POST_ENGAGEMENT', 'People likely to engage with the post', ['Engagement']),
		goal('CONVERSATIONS', 'People likely to have a conversation', [
			'Traffic',
			'Engagement',
			'Leads',
			'Sales',
		]),
	],
	others: [
		goal('AD_RECALL_LIFT', 'People likely to remember the ad', ['Awareness']),
		goal('ADVERTISER_SILOED_VALUE'),
		goal(
			'APP_INSTALLS_AND_OFFSITE_CONVERSIONS',
			'People likely to install the app and to convert',
			[],
			'App Installs and Conversions',
		),
		goal('AUTOMATIC_OBJECTIVE'),
		goal('DERIVED_EVENTS', 'People likely to open the app again'),
		goal('ENGAGED_USERS', 'People likely to do something in the app'),
		goal('EVENT_RESPONSES', 'People likely to attend the event', ['Engagement']),
		goal('IN_APP_VALUE', undefined, [], 'In-App Value'),
		goal('MEANINGFUL_CALL_ATTEMPT'),
		goal('MESSAGING_APPOINTMENT_CONVERSION'),
		goal('MESSAGING_PURCHASE_CONVERSION'),
		goal('OFFER_CLAIMS', 'People likely to claim the offer'),
		goal('PAGE_ENGAGEMENT', 'People likely to engage with the Page'),
		goal('PAGE_LIKES', 'People likely to like the Page', ['Engagement']),
		goal('PROFILE_AND_PAGE_ENGAGEMENT'),
		goal('PROFILE_VISIT'),
		goal('QUALITY_CALL', 'People likely to call', ['Traffic', 'Engagement', 'Leads', 'Sales']),
		goal('QUALITY_LEAD', 'People likely to become customers after a lead', ['Leads']),
		goal('REMINDERS_SET', 'People likely to set a reminder on Instagram', ['Engagement']),
		goal('SOCIAL_IMPRESSIONS', 'Impressions that name friends who like the Page or have the app'),
		goal('SUBSCRIBERS'),
		goal(
			'TWO_SECOND_CONTINUOUS_VIDEO_VIEWS',
			'People likely to watch 2 seconds without a break',
			['Awareness', 'Engagement'],
			'2-Second Continuous Video Views',
		),
		goal('VISIT_INSTAGRAM_PROFILE', 'People likely to visit the Instagram profile', ['Traffic']),
	],
});

/** Ad Account Adsets, `optimization_goal`. */
export function optimizationGoal() {
	return options('optimization_goal', [NOT_SET, ...optimizationGoals], {
		grows: true,
		description:
			"What delivery aims at. Which goals fit depends on the campaign's objective and the conversion location.",
	});
}

/** The label of a goal, as the form shows it. */
export function goalLabel(value: unknown): string {
	return nameOf(optimizationGoals, value);
}

/** Why a goal does not go with an objective of Ads Manager: `OUTCOME_LEADS`; nothing where it does. */
export function objectiveProblem(goalName: unknown, objective: unknown): string | undefined {
	const label = nameOf(objectives, objective);
	const isOfToday = objectives.some(({ value, rank }) => value === objective && rank === 'common');
	const fits = (value: string) => objectivesOf.get(value)?.includes(label);
	if (!isOfToday || fits(String(goalName)) !== false) return undefined;
	const others = optimizationGoals.filter(({ value }) => fits(value));
	const names = others.map(({ value }) => goalLabel(value)).join(', ');
	return `does not go with the objective ${label}: choose one of ${names}`;
}

function nameOf(choices: readonly NamedChoice[], value: unknown): string {
	return choices.find((choice) => choice.value === value)?.name ?? labelOf(String(value));
}

const billingEvents = byUse({
	common: [
		NOT_SET,
		{ value: 'IMPRESSIONS', description: 'Pay when the ads are shown; goes with every goal' },
		{ value: 'LINK_CLICKS', description: 'Pay when people click on the link' },
		{
			value: 'THRUPLAY',
			name: 'ThruPlay',
			description: 'Pay for videos played to their end, or for 15 seconds',
		},
	],
	others: [
		{ value: 'APP_INSTALLS', description: 'Not together with the goal App Installs' },
		'LISTING_INTERACTION',
		{ value: 'OFFER_CLAIMS', description: 'Pay when people claim the offer' },
		{ value: 'PAGE_LIKES', description: 'Pay when people like the Page' },
		{ value: 'POST_ENGAGEMENT', description: 'Pay when people engage with the post' },
		'PURCHASE',
		{ value: 'VIDEO_VIEWS', description: 'Pay for videos played for at least 10 seconds' },
	],
	legacy: ['CLICKS'],
});

/** Ad Account Adsets, `billing_event`. */
export function billingEvent() {
	return options('billing_event', billingEvents, {
		grows: true,
		description:
			'What is paid for. Which events fit depends on the optimization goal; Impressions always do.',
	});
}

const destinations = byUse({
	common: [
		'WEBSITE',
		{ value: 'ON_AD', name: 'On the Ad', description: 'Such as forms that open in the ad' },
		'APP',
		'MESSENGER',
		{ value: 'WHATSAPP', name: 'WhatsApp' },
		'INSTAGRAM_DIRECT',
		{ value: 'ON_POST', name: 'On the Post' },
		{ value: 'ON_VIDEO', name: 'On the Video' },
		{ value: 'ON_PAGE', name: 'On the Page' },
		{ value: 'ON_EVENT', name: 'On the Event' },
		{
			value: 'SHOP_AUTOMATIC',
			name: 'Website and Shop (Shops Ads)',
			description: 'Needs the commerce account in Promoted Object > Omnichannel Object',
		},
	],
	others: [
		{ value: 'APPLINKS_AUTOMATIC', name: 'App or Website (App Links)' },
		'FACEBOOK',
		'FACEBOOK_LIVE',
		'FACEBOOK_PAGE',
		'IMAGINE',
		'INSTAGRAM_LIVE',
		'INSTAGRAM_PROFILE',
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
	],
});

/** Ad Account Adsets, `destination_type`: where people go, called conversion location in Ads Manager. */
export function destinationType() {
	return options('destination_type', [NOT_SET, ...destinations], {
		label: 'Destination Type (Conversion Location)',
		grows: true,
		description:
			'Where the ads lead to and where people are to convert. What fits depends on the objective.',
	});
}

/** Ad Account Adsets, `optimization_sub_event`. */
export function optimizationSubEvent() {
	return options(
		'optimization_sub_event',
		[
			'NONE',
			'POST_INTERACTION',
			'TRAVEL_INTENT',
			{ value: 'TRAVEL_INTENT_BUCKET_01', name: 'Travel Intent: Bucket 1' },
			{ value: 'TRAVEL_INTENT_BUCKET_02', name: 'Travel Intent: Bucket 2' },
			{ value: 'TRAVEL_INTENT_BUCKET_03', name: 'Travel Intent: Bucket 3' },
			{ value: 'TRAVEL_INTENT_BUCKET_04', name: 'Travel Intent: Bucket 4' },
			{ value: 'TRAVEL_INTENT_BUCKET_05', name: 'Travel Intent: Bucket 5' },
			{
				value: 'TRAVEL_INTENT_NO_DESTINATION_INTENT',
				name: 'Travel Intent: No Destination in Mind',
			},
			'TRIP_CONSIDERATION',
			{ value: 'VIDEO_SOUND_ON', name: 'Video Sound On' },
		],
		{
			grows: true,
			description: 'Event within the optimization goal to aim at, such as video plays with sound',
		},
	);
}
