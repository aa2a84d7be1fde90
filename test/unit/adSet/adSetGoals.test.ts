import { testRows, US, type Form } from './adSetRuns';

jest.mock('../../../nodes/shared/graph/client');

const FREQUENCY = { value: [{ event: 'IMPRESSIONS', interval_days: 7, max_frequency: 2 }] };
const FLOOR = { value: { roas_average_floor: 10000 } };

function goal(optimization_goal: string, additionalFields = {}): Form {
	return { optimization_goal, additionalFields };
}

function placed(optimization_goal: string, placements: Form): Form {
	return { optimization_goal, targeting: { ...US, ...placements } };
}

const everywhere = (['create', 'update'] as const).map((operation) => [operation] as const);

describe.each(everywhere)('%s', (operation) => {
	testRows(operation, [
		[
			'pay per install for the goal of installs',
			{
				optimization_goal: 'APP_INSTALLS',
				billing_event: 'APP_INSTALLS',
				additionalFields: {
					promoted_object: { application_id: '4001', object_store_url: 'https://example.com/app' },
				},
			},
			'Billing Event cannot be App Installs with the goal App Installs: choose Impressions',
			{
				optimization_goal: 'APP_INSTALLS',
				billing_event: 'IMPRESSIONS',
				additionalFields: {
					promoted_object: { application_id: '4001', object_store_url: 'https://example.com/app' },
				},
			},
		],
		[
			'pay per click for a goal of conversions',
			{ optimization_goal: 'OFFSITE_CONVERSIONS', billing_event: 'LINK_CLICKS' },
			'Billing Event needs the goal Link Clicks, and the goal is Conversions: choose Impressions',
			{ optimization_goal: 'LINK_CLICKS', billing_event: 'LINK_CLICKS' },
		],
		[
			'a frequency limit for link clicks',
			goal('LINK_CLICKS', { frequency_control_specs: FREQUENCY }),
			'Frequency Control needs the goal Reach or ThruPlay',
			goal('THRUPLAY', { frequency_control_specs: FREQUENCY }),
		],
		[
			'a minimum ROAS for conversions',
			goal('OFFSITE_CONVERSIONS', { bid_constraints: FLOOR }),
			'Bid Constraints needs the goal Value',
			goal('VALUE', { bid_constraints: FLOOR }),
		],
		[
			'a minimum ROAS with another strategy',
			goal('VALUE', { bid_constraints: FLOOR, bid_strategy: 'LOWEST_COST_WITHOUT_CAP' }),
			'Bid Constraints needs the bid strategy ROAS Goal',
			goal('VALUE', { bid_constraints: FLOOR, bid_strategy: 'LOWEST_COST_WITH_MIN_ROAS' }),
		],
		[
			'a minimum ROAS below what Meta takes',
			goal('VALUE', { bid_constraints: { value: { roas_average_floor: 99 } } }),
			'Bid Constraints > Minimum ROAS (10000 = 1.0) must be at least 100 (given: 99)',
			goal('VALUE', { bid_constraints: { value: { roas_average_floor: 100 } } }),
		],
		[
			'Facebook Reels for visits to an Instagram profile',
			placed('VISIT_INSTAGRAM_PROFILE', { facebook_positions: ['facebook_reels'] }),
			'Targeting > Facebook Positions cannot include Facebook Reels: the goal is for Instagram only',
			placed('VISIT_INSTAGRAM_PROFILE', { instagram_positions: ['reels'] }),
		],
		[
			'Instagram Reels for calls',
			placed('QUALITY_CALL', { instagram_positions: ['profile_reels'] }),
			'Targeting > Instagram Positions cannot include Reels: the goal is for Facebook only',
			placed('QUALITY_CALL', { facebook_positions: ['facebook_reels'] }),
		],
	]);
});

const within = (objective: string, optimization_goal: string): Form => ({
	campaign_id: '',
	optimization_goal,
	additionalFields: {
		campaign_spec: { value: { name: 'New', objective, buying_type: 'AUCTION' } },
		promoted_object: { page_id: '4001' },
	},
});

testRows('create', [
	[
		'a goal outside the objective of its new campaign',
		within('OUTCOME_LEADS', 'PAGE_LIKES'),
		'Optimization Goal does not go with the objective Leads: choose one of Link Clicks, Landing Page Views, Conversions, Value, Lead Generation, Reach, Impressions, Conversations, Quality Call, Quality Lead',
		within('OUTCOME_ENGAGEMENT', 'PAGE_LIKES'),
	],
	[
		'a cost cap without an amount',
		{ additionalFields: { bid_strategy: 'COST_CAP' } },
		'Bid Amount (Minor Units) is required by the bid strategies Bid Cap and Cost per Result Goal',
		{ additionalFields: { bid_strategy: 'COST_CAP', bid_amount: 100 } },
	],
	[
		'a bid cap without an amount, outside of reach and frequency',
		{ additionalFields: { bid_strategy: 'LOWEST_COST_WITH_BID_CAP' } },
		'Bid Amount (Minor Units) is required by the bid strategies Bid Cap and Cost per Result Goal',
		{ additionalFields: { bid_strategy: 'LOWEST_COST_WITH_BID_CAP', rf_prediction_id: '6001' } },
	],
	[
		'the strategy ROAS Goal without the minimum',
		{ additionalFields: { bid_strategy: 'LOWEST_COST_WITH_MIN_ROAS' } },
		'Bid Constraints is required by the bid strategy ROAS Goal: it holds the minimum',
		{ additionalFields: { bid_strategy: 'LOWEST_COST_WITH_MIN_ROAS', bid_constraints: FLOOR } },
	],
]);

testRows('update', [
	[
		'a bid amount of nothing',
		{ additionalFields: { bid_amount: 0 } },
		'Bid Amount (Minor Units) must be at least 1 (given: 0)',
		{ additionalFields: { bid_strategy: 'COST_CAP' } },
	],
]);
