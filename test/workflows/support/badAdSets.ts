import type { IDataObject } from 'n8n-workflow';

import { CAMPAIGN } from './adSets';
import { BAD_TARGETING } from './badTargeting';
import { BAD_TIMES, END, LIFETIME, NEXT, NO_BUDGET, NOON, START } from './badTimes';

/** Title, operation, what is different about the bad item, and what its error has to say. */
export type BadRow = [title: string, what: string, bad: IDataObject, expected: RegExp];

/** An item per operation that goes through. */
export const GOOD: Record<string, IDataObject> = {
	'adSet.create': {
		ad_account: '1001',
		campaign_id: CAMPAIGN,
		name: 'Good',
		optimization_goal: 'LINK_CLICKS',
		billing_event: 'IMPRESSIONS',
		targeting: { geo_locations: { countries: ['US'] } },
		status: 'PAUSED',
		daily_budget: 1000,
	},
	'adSet.update': { adset_id: '120210000000000021', name: 'Good' },
	'adSet.copy': { adset_id: '120210000000000021' },
};

const spec = (objective: string, own: IDataObject = {}) => ({
	campaign_id: '',
	campaign_spec: { name: 'New', objective, buying_type: 'AUCTION' },
	...own,
});

const create = (rows: Array<[string, IDataObject, RegExp]>): BadRow[] =>
	rows.map(([title, bad, expected]) => [title, 'adSet.create', bad, expected]);

const WHOLE = create([
	['no campaign', { campaign_id: '' }, /^Campaign is required, unless New Campaign says/],
	['a campaign and a new one', { ...spec('REACH'), campaign_id: CAMPAIGN }, /^Campaign cannot be/],
	['no name', { name: '' }, /^Name is required/],
	['a name that is too long', { name: 'x'.repeat(401) }, /^Name must have at most 400 characters/],
	['no targeting', { targeting: {} }, /^Targeting is required: choose at least a place/],
	['an unknown goal', { optimization_goal: 'many clicks' }, /^Optimization Goal must be one of: /],
	['an unknown status', { status: 'ARCHIVED' }, /^Status must be one of: PAUSED, ACTIVE/],
	['recommendations alone', { execution_options: ['include_recommendations'] }, /^Execution Opt/],
	['a payor that is too long', { dsa_payor: 'x'.repeat(513) }, /^DSA Payor must have at most 512/],
]);

const BUDGETS = create([
	['no money', { daily_budget: 0 }, /^Daily Budget.* must be at least 1/],
	['a part of a cent', { daily_budget: 10.5 }, /^Daily Budget.* must be a whole number/],
	[
		'a daily budget for half a day',
		{ start_time: START, end_time: NOON },
		/^Daily Budget \(Minor Units\) needs a run of more than 24 hours/,
	],
	[
		'a lifetime budget without end',
		{ ...NO_BUDGET, lifetime_budget: 9000, run_without_end: true },
		/^Lifetime Budget \(Minor Units\) needs an end/,
	],
	[
		'a lifetime budget that lacks an end',
		{ ...NO_BUDGET, lifetime_budget: 9000 },
		/^End Time is required with a lifetime budget/,
	],
	['an end and none', { end_time: END, run_without_end: true }, /Run Without End.*End Time|End T/],
	[
		'a share and a budget',
		{ daily_spend_cap: 900 },
		/^Daily Spend Cap \(Minor Units\) is a part of the campaign/,
	],
	[
		'a target and a budget',
		{ ...LIFETIME, lifetime_min_spend_target: 900 },
		/^Lifetime Minimum Spend Target \(Minor Units\) is a part of the campaign's budget/,
	],
	[
		'shares of both budgets',
		{ ...NO_BUDGET, daily_spend_cap: 900, lifetime_spend_cap: 9000 },
		/^Lifetime Spend Cap \(Minor Units\) cannot be combined with daily ones/,
	],
	[
		'a cap and none',
		{ ...NO_BUDGET, daily_spend_cap: 900, remove_daily_spend_cap: true },
		/Daily Spend Cap.*Remove Daily Spend Cap|Remove Daily Spend Cap.*Daily Spend Cap/,
	],
	[
		'impressions of an auction',
		spec('REACH', { daily_imps: 1000 }),
		/^Daily Impressions is only for campaigns with the buying type Fixed CPM/,
	],
	[
		'more customers than there are',
		{ existing_customer_budget_percentage: 101 },
		/^Existing Customer Budget Percentage.* must be at most 100/,
	],
	[
		'a period that ends before it starts',
		{
			budget_schedule_specs: [
				{ time_start: NEXT, time_end: NOON, budget_value: 2, budget_value_type: 'MULTIPLIER' },
			],
		},
		/^Budget Schedule.*Time End must be after/,
	],
]);

const BIDS = create([
	[
		'no bid',
		{ bid_strategy: 'COST_CAP' },
		/^Bid Amount \(Minor Units\) is required by the bid strategies/,
	],
	['no ROAS', { bid_strategy: 'LOWEST_COST_WITH_MIN_ROAS' }, /^Bid Constraints is required by/],
	[
		'a ROAS with another strategy',
		{
			bid_constraints: { roas_average_floor: 10_000 },
			bid_strategy: 'LOWEST_COST_WITHOUT_CAP',
		},
		/^Bid Constraints needs the bid strategy ROAS Goal/,
	],
	[
		'a ROAS with another goal',
		{ bid_constraints: { roas_average_floor: 10_000 } },
		/^Bid Constraints needs the goal Value/,
	],
	[
		'a ROAS that is too low',
		{ bid_constraints: { roas_average_floor: 99 } },
		/^Bid Constraints > Minimum ROAS \(10000 = 1\.0\) must be at least 100/,
	],
	[
		'installs paid by the install',
		{ optimization_goal: 'APP_INSTALLS', billing_event: 'APP_INSTALLS' },
		/^Billing Event cannot be App Installs with the goal App Installs/,
	],
	[
		'a frequency with another goal',
		{ frequency_control_specs: [{ event: 'IMPRESSIONS', interval_days: 7, max_frequency: 1 }] },
		/^Frequency Control needs the goal Reach or ThruPlay/,
	],
	[
		'a frequency of a year',
		{ frequency_control_specs: [{ event: 'IMPRESSIONS', interval_days: 365, max_frequency: 1 }] },
		/^Frequency Control 1 > Interval Days must be at most 90/,
	],
]);

const omnichannel = (members: IDataObject) => ({
	promoted_object: { omnichannel_object: members },
});
const APP = [{ application_id: '1', custom_event_type: 'PURCHASE' }];
const PIXEL = [{ pixel_id: '1', custom_event_type: 'PURCHASE' }];
const SHOP = [{ commerce_merchant_settings_id: '1' }];

const PROMOTED = create([
	['installs of no app', { optimization_goal: 'APP_INSTALLS' }, /^Promoted Object must have Appl/],
	['leads of no Page', { optimization_goal: 'LEAD_GENERATION' }, /^Promoted Object must have Page/],
	['likes of no Page', { optimization_goal: 'PAGE_LIKES' }, /^Promoted Object must have Page/],
	['conversions of nothing', spec('CONVERSIONS'), /^Promoted Object must have Pixel for this/],
	['sales of no products', spec('PRODUCT_CATALOG_SALES'), /^Promoted Object must have Product Set/],
	[
		'an event by name that is none',
		{ promoted_object: { custom_event_str: 'level', custom_event_type: 'PURCHASE' } },
		/^Promoted Object > Custom Event Name needs the custom event type Other/,
	],
	[
		'a rule without pixel',
		{ promoted_object: { pixel_rule: '{"event": {"eq": "Lead"}}' } },
		/^Promoted Object > Pixel Rule \(JSON\) needs a pixel/,
	],
	[
		'an app alone',
		omnichannel({ app: APP }),
		/^Promoted Object > Omnichannel Object needs a pixel/,
	],
	['a pixel alone', omnichannel({ pixel: PIXEL }), /Omnichannel Object needs an app or a shop/],
	[
		'two events',
		omnichannel({ app: APP, pixel: [{ pixel_id: '1', custom_event_type: 'SEARCH' }] }),
		/Omnichannel Object must have the same custom event type/,
	],
	[
		'a shop elsewhere',
		{ ...omnichannel({ onsite: SHOP, pixel: PIXEL }), destination_type: 'WEBSITE' },
		/^Destination Type.* must be Website and Shop where/,
	],
	[
		'a shop nowhere',
		omnichannel({ onsite: SHOP, pixel: PIXEL }),
		/^Destination Type.* must be Web/,
	],
	['no shop', { destination_type: 'SHOP_AUTOMATIC' }, /^Promoted Object must have the commerce ac/],
	[
		'a declaration without identity',
		{
			regional_regulated_categories: ['SINGAPORE_UNIVERSAL'],
			regional_regulation_identities: { singapore_universal_beneficiary: '1' },
		},
		/^Regional Regulation Identities must have Singapore: Payer/,
	],
]);

const OF_EXISTING: BadRow[] = [
	['no ad set', 'adSet.update', { adset_id: '' }, /^Ad Set is required/],
	['an ad set by name', 'adSet.update', { adset_id: 'Spring' }, /^Ad Set must be an ad set ID/],
	['budgets of both kinds', 'adSet.update', { daily_budget: 1, lifetime_budget: 1 }, /^Daily Bud/],
	[
		'a goal without its object',
		'adSet.update',
		{ optimization_goal: 'LEAD_GENERATION', promoted_object: { pixel_id: '1' } },
		/^Promoted Object must have Page/,
	],
	[
		'a place gone',
		'adSet.update',
		{ targeting: { age_min: 20 } },
		/^Targeting > Locations must ha/,
	],
	[
		'a copy that ends first',
		'adSet.copy',
		{ start_time: END, end_time: START },
		/^End Time must be/,
	],
];

export const BAD_AD_SETS: BadRow[] = [
	...WHOLE,
	...BUDGETS,
	...BIDS,
	...create(BAD_TIMES),
	...PROMOTED,
	...create(BAD_TARGETING),
	...OF_EXISTING,
];
