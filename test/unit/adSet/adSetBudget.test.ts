import { issue, run, testRows, type Form } from './adSetRuns';

jest.mock('../../../nodes/shared/graph/client');

const NO_BUDGET_OF_ITS_OWN =
	"is a part of the campaign's budget and cannot be combined with a budget of the ad set";
const FROM = { start_time: '2026-03-01T08:00:00Z' };

function extra(additionalFields: Form): Form {
	return { additionalFields };
}

const everywhere = (['create', 'update'] as const).map((operation) => [operation] as const);

describe.each(everywhere)('%s', (operation) => {
	testRows(operation, [
		[
			'a daily budget for exactly a day',
			extra({ daily_budget: 1000, ...FROM, end_time: '2026-03-02T08:00:00Z' }),
			'Daily Budget (Minor Units) needs a run of more than 24 hours: move the end time or use a lifetime budget',
			extra({ daily_budget: 1000, ...FROM, end_time: '2026-03-02T08:00:01Z' }),
		],
		[
			'a lifetime budget without end',
			extra({ lifetime_budget: 9000, run_without_end: true }),
			'Lifetime Budget (Minor Units) needs an end: only a daily budget can run without one',
			extra({ daily_budget: 9000, run_without_end: true }),
		],
		[
			'an end and a run without end',
			extra({ daily_budget: 1000, run_without_end: true, end_time: '2026-04-01T08:00:00Z' }),
			'Run Without End cannot be combined with End Time: give one of the two',
			extra({ daily_budget: 1000, run_without_end: false, end_time: '2026-04-01T08:00:00Z' }),
		],
		[
			'a daily cap beside a budget',
			extra({ daily_spend_cap: 500, daily_budget: 1000 }),
			`Daily Spend Cap (Minor Units) ${NO_BUDGET_OF_ITS_OWN}`,
			extra({ remove_daily_spend_cap: true, daily_budget: 1000 }),
		],
		[
			'a daily target beside a budget',
			extra({ daily_min_spend_target: 500, daily_budget: 1000 }),
			`Daily Minimum Spend Target (Minor Units) ${NO_BUDGET_OF_ITS_OWN}`,
			extra({ daily_min_spend_target: 500, daily_spend_cap: 500 }),
		],
		[
			'a lifetime cap beside a daily cap',
			extra({ lifetime_spend_cap: 500, daily_spend_cap: 500 }),
			'Lifetime Spend Cap (Minor Units) cannot be combined with daily ones: the campaign has one of the two budgets',
			extra({ lifetime_spend_cap: 500, lifetime_min_spend_target: 100 }),
		],
		[
			'a cap and its removal',
			extra({ daily_spend_cap: 500, remove_daily_spend_cap: true }),
			'Remove Daily Spend Cap cannot be combined with Daily Spend Cap (Minor Units): give one of the two',
			extra({ remove_daily_spend_cap: true }),
		],
		[
			'a budget of nothing',
			extra({ daily_budget: 0 }),
			'Daily Budget (Minor Units) must be at least 1 (given: 0)',
			extra({ daily_budget: 1 }),
		],
		[
			'more than all for existing customers',
			extra({ existing_customer_budget_percentage: 101 }),
			'Existing Customer Budget Percentage (Legacy) must be at most 100 (given: 101)',
			extra({ existing_customer_budget_percentage: 100 }),
		],
	]);
});

testRows('update', [
	[
		'two budgets',
		extra({ daily_budget: 1000, lifetime_budget: 9000, end_time: '2026-04-01T08:00:00Z' }),
		'Daily Budget (Minor Units) cannot be combined with Lifetime Budget (Minor Units): an ad set has one of the two',
		extra({ lifetime_budget: 9000, end_time: '2026-04-01T08:00:00Z' }),
	],
]);

testRows('create', [
	[
		'a lifetime budget without an end time',
		extra({ lifetime_budget: 9000 }),
		'End Time is required with a lifetime budget',
		extra({ lifetime_budget: 9000, end_time: '2026-04-01T08:00:00Z' }),
	],
	[
		'fixed impressions in an auction',
		{
			campaign_id: '',
			additionalFields: {
				daily_imps: 1000,
				campaign_spec: { value: { name: 'New', objective: 'REACH', buying_type: 'AUCTION' } },
			},
		},
		'Daily Impressions is only for campaigns with the buying type Fixed CPM',
		{
			campaign_id: '',
			additionalFields: {
				daily_imps: 1000,
				campaign_spec: { value: { name: 'New', objective: 'REACH', buying_type: 'FIXED_CPM' } },
			},
		},
	],
]);

test.each<[object, object]>([
	[{ daily_budget: 0, lifetime_budget: 5000 }, { lifetime_budget: 5000 }],
	[{ daily_budget: 700, lifetime_budget: '0' }, { daily_budget: 700 }],
	[{ daily_budget: '0.00', lifetime_budget: '5000' }, { lifetime_budget: 5000 }],
])('a budget of 0 beside the other is none: %j', async (budgets, sent) => {
	const client = await run('update', { budgetAndBidding: budgets } as Form);
	const { daily_budget, lifetime_budget } = client.sent[0].parameters ?? {};
	expect({ daily_budget, lifetime_budget }).toEqual(sent);
});

test('a budget of 0 alone is refused', async () => {
	expect(await issue('update', { budgetAndBidding: { daily_budget: 0 } } as Form)).toBe(
		'Daily Budget (Minor Units) must be at least 1 (given: 0)',
	);
	expect(
		await issue('update', { budgetAndBidding: { daily_budget: 0, lifetime_budget: 0 } } as Form),
	).toBe('Daily Budget (Minor Units) must be at least 1 (given: 0)');
});
