import { documentedValues } from './documented';

const CREATE = 'metaAdSet.adSet.create';

/** Goals that only the text on the parameter names. */
const GOALS_IN_PROSE = ['OFFER_CLAIMS', 'PAGE_ENGAGEMENT', 'SOCIAL_IMPRESSIONS'];

export const GOALS = [...documentedValues(CREATE, 'optimization_goal'), ...GOALS_IN_PROSE];

/** Goals that the documentation only names: no objective is known for them. */
export const UNDESCRIBED_GOALS = [
	...GOALS_IN_PROSE,
	'NONE',
	'DERIVED_EVENTS',
	'SUBSCRIBERS',
	'MEANINGFUL_CALL_ATTEMPT',
	'PROFILE_VISIT',
	'PROFILE_AND_PAGE_ENGAGEMENT',
	'ADVERTISER_SILOED_VALUE',
	'AUTOMATIC_OBJECTIVE',
	'MESSAGING_APPOINTMENT_CONVERSION',
	'ENGAGED_USERS',
];

/** Goals of each objective ("Reels Ads, Placement Targeting") and where Reels may show them. */
interface GoalTable {
	/** On Facebook and Instagram Reels. */
	both: string[];
	facebookReels?: string[];
	instagramReels?: string[];
	/** Not on Reels: from the Outcome-Driven Ads Experiences mapping. */
	elsewhere?: string[];
}

const WEBSITE_GOALS = [
	'OFFSITE_CONVERSIONS',
	'LANDING_PAGE_VIEWS',
	'LINK_CLICKS',
	'REACH',
	'IMPRESSIONS',
];

export const GOALS_BY_OBJECTIVE: Record<string, GoalTable> = {
	OUTCOME_APP_PROMOTION: {
		both: ['LINK_CLICKS', 'OFFSITE_CONVERSIONS', 'APP_INSTALLS'],
		elsewhere: ['APP_INSTALLS_AND_OFFSITE_CONVERSIONS', 'VALUE', 'IN_APP_VALUE'],
	},
	OUTCOME_AWARENESS: {
		both: ['REACH', 'IMPRESSIONS', 'AD_RECALL_LIFT', 'THRUPLAY'],
		facebookReels: ['TWO_SECOND_CONTINUOUS_VIDEO_VIEWS'],
	},
	OUTCOME_LEADS: {
		both: [...WEBSITE_GOALS, 'LEAD_GENERATION', 'QUALITY_LEAD'],
		elsewhere: ['QUALITY_CALL', 'CONVERSATIONS', 'VALUE'],
	},
	OUTCOME_TRAFFIC: {
		both: ['LINK_CLICKS', 'LANDING_PAGE_VIEWS', 'REACH', 'CONVERSATIONS', 'IMPRESSIONS'],
		facebookReels: ['QUALITY_CALL'],
		instagramReels: ['VISIT_INSTAGRAM_PROFILE'],
		// The Dynamic Creative chapter wants this goal for traffic too.
		elsewhere: ['OFFSITE_CONVERSIONS'],
	},
	OUTCOME_ENGAGEMENT: {
		both: [
			'CONVERSATIONS',
			'LINK_CLICKS',
			'THRUPLAY',
			'POST_ENGAGEMENT',
			'REACH',
			'IMPRESSIONS',
			'OFFSITE_CONVERSIONS',
			'LANDING_PAGE_VIEWS',
		],
		facebookReels: [
			'TWO_SECOND_CONTINUOUS_VIDEO_VIEWS',
			'EVENT_RESPONSES',
			'QUALITY_CALL',
			'PAGE_LIKES',
		],
		instagramReels: ['REMINDERS_SET'],
	},
	OUTCOME_SALES: {
		both: [...WEBSITE_GOALS, 'CONVERSATIONS'],
		facebookReels: ['QUALITY_CALL'],
		elsewhere: ['VALUE', 'MESSAGING_PURCHASE_CONVERSION'],
	},
};

/** The goal of an ad set that names none. */
export const DEFAULT_GOALS: Record<string, string> = {
	APP_INSTALLS: 'APP_INSTALLS',
	BRAND_AWARENESS: 'AD_RECALL_LIFT',
	CONVERSIONS: 'OFFSITE_CONVERSIONS',
	EVENT_RESPONSES: 'EVENT_RESPONSES',
	LEAD_GENERATION: 'LEAD_GENERATION',
	LINK_CLICKS: 'LINK_CLICKS',
	LOCAL_AWARENESS: 'REACH',
	MESSAGES: 'CONVERSATIONS',
	OFFER_CLAIMS: 'NONE',
	OUTCOME_APP_PROMOTION: 'APP_INSTALLS',
	OUTCOME_AWARENESS: 'REACH',
	OUTCOME_ENGAGEMENT: 'POST_ENGAGEMENT',
	OUTCOME_LEADS: 'LEAD_GENERATION',
	OUTCOME_SALES: 'OFFSITE_CONVERSIONS',
	OUTCOME_TRAFFIC: 'LINK_CLICKS',
	PAGE_LIKES: 'PAGE_LIKES',
	POST_ENGAGEMENT: 'POST_ENGAGEMENT',
	PRODUCT_CATALOG_SALES: 'OFFSITE_CONVERSIONS',
	REACH: 'REACH',
	STORE_TRAFFIC: 'REACH',
	STORE_VISITS: 'REACH',
	VIDEO_VIEWS: 'THRUPLAY',
};

export const BILLING_EVENTS = [...documentedValues(CREATE, 'billing_event'), 'VIDEO_VIEWS'];

/** Goals that a billing event goes with; IMPRESSIONS go with all ("Optimization Goal and Billing Events"). */
export const GOALS_BY_BILLING: Record<string, string[]> = {
	APP_INSTALLS: [],
	CLICKS: [],
	LINK_CLICKS: ['LINK_CLICKS'],
	LISTING_INTERACTION: ['OFFSITE_CONVERSIONS'],
	NONE: ['NONE'],
	OFFER_CLAIMS: ['NONE'],
	PAGE_LIKES: ['PAGE_LIKES'],
	POST_ENGAGEMENT: ['POST_ENGAGEMENT'],
	PURCHASE: ['OFFSITE_CONVERSIONS'],
	THRUPLAY: ['THRUPLAY'],
	VIDEO_VIEWS: ['THRUPLAY'],
};

/** Legacy objectives of each Instagram position ("Instagram Ads, Create Ad Campaign"). */
const COMMON = [
	'BRAND_AWARENESS',
	'REACH',
	'LINK_CLICKS',
	'APP_INSTALLS',
	'VIDEO_VIEWS',
	'CONVERSIONS',
];

export const OBJECTIVES_BY_POSITION: Record<string, string[]> = {
	explore: [...COMMON, 'POST_ENGAGEMENT', 'LEAD_GENERATION', 'MESSAGES', 'PRODUCT_CATALOG_SALES'],
	explore_home: [...COMMON, 'LEAD_GENERATION', 'MESSAGES'],
	ig_search: [...COMMON, 'POST_ENGAGEMENT', 'LEAD_GENERATION', 'PRODUCT_CATALOG_SALES'],
	profile_feed: [...COMMON, 'POST_ENGAGEMENT', 'MESSAGES', 'STORE_VISITS'],
	reels: [...COMMON, 'MESSAGES'],
	story: [...COMMON, 'LEAD_GENERATION', 'MESSAGES', 'PRODUCT_CATALOG_SALES', 'STORE_VISITS'],
	stream: [
		...COMMON,
		'POST_ENGAGEMENT',
		'LEAD_GENERATION',
		'MESSAGES',
		'PRODUCT_CATALOG_SALES',
		'STORE_VISITS',
	],
};

/** ("Threads Ads Creation, Create an ad campaign") */
export const THREADS_OBJECTIVES = [
	'OUTCOME_AWARENESS',
	'OUTCOME_TRAFFIC',
	'OUTCOME_ENGAGEMENT',
	'OUTCOME_SALES',
];
