import { adSetParameters, oneAdSetNode } from './support/adSets';
import { Bench, itemsOf, jsonOf, pairsOf } from './support/bench';
import { byId, range } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

/** Ad accounts by their currency; those of JPY and KWD are made here. */
const ACCOUNTS: Record<string, string> = { USD: '1001', EUR: '1002', JPY: '1004', KWD: '1005' };

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => {
	bench.reset();
	const { seed } = bench.sandbox;
	seed.account('1004', { currency: 'JPY' });
	seed.account('1005', { currency: 'KWD' });
	for (const account of Object.values(ACCOUNTS)) {
		seed.campaigns(account, 1, { id: `12021000000000${account}` });
	}
});

const item = (currency: string, budget: number | string) => ({
	name: currency,
	account: ACCOUNTS[currency],
	campaign: `12021000000000${ACCOUNTS[currency]}`,
	budget,
});
const parameters = adSetParameters(
	{
		amounts_in: 'accountCurrency',
		ad_account: byId('={{ $json.account }}'),
		campaign_id: byId('={{ $json.campaign }}'),
	},
	{ daily_budget: '={{ $json.budget }}', bid_amount: '={{ $json.budget }}' },
);
const adSets = () => bench.sandbox.store.ofType('adset');
const budgets = () => adSets().map(({ values }) => [values.daily_budget, values.bid_amount]);

test('amounts in the currency of the account are sent in minor units, each item in those of its own account', async () => {
	const items = [
		item('USD', 19.99),
		item('JPY', 1500),
		item('EUR', '20'),
		item('JPY', '2000.00'),
		item('USD', 1.1),
		item('KWD', 3.5),
	];
	const run = await bench.run(oneAdSetNode('adSet.create', parameters), { items });
	expect(itemsOf(run)).toHaveLength(6);
	expect(pairsOf(run)).toEqual(range(6));
	const inOrder = jsonOf(run).map(({ id }) => bench.valuesOf(id).daily_budget);
	expect(inOrder).toEqual([1999, 1500, 2000, 2000, 110, 350]);
	expect(budgets().every(([daily, bid]) => daily === bid)).toBe(true);
});

test('currencies take one question per account for all of its items', async () => {
	bench.sandbox.seed.account('1006', { currency: 'HUF' });
	const [campaign] = bench.sandbox.seed.campaigns('1006', 1);
	const items = range(12).map((index) => ({
		...item('USD', 500 + index),
		account: '1006',
		campaign,
	}));
	itemsOf(await bench.run(oneAdSetNode('adSet.create', parameters), { items }));
	expect(bench.calls('GET').map(({ path }) => path)).toEqual(['/act_1006']);
	expect(budgets().map(([daily]) => daily)).toEqual(range(12).map((index) => 500 + index));
});

test('amounts of an ad set that only its ID names are those of its account', async () => {
	const [id] = bench.sandbox.seed.adSets(item('JPY', 0).campaign, 1, { daily_budget: 900 });
	const run = await bench.run(
		oneAdSetNode('adSet.update', {
			adset_id: byId(id),
			amounts_in: 'accountCurrency',
			additionalFields: { daily_budget: 1200 },
		}),
	);
	itemsOf(run);
	expect(bench.valuesOf(id).daily_budget).toBe(1200);
});

test.each([
	['USD', 19.999, /^Daily Budget.*must have at most 2 digits after the point in USD/],
	['JPY', 1500.5, /^Daily Budget.*must be a whole number in JPY/],
	['EUR', '20,00', /^Daily Budget.*must be an amount such as 19\.99/],
	['USD', -1, /^Daily Budget.*must be at least 0\.01 USD|must be an amount/],
])('amounts that %s does not have are refused: %s', async (currency, budget, expected) => {
	const items = [item('USD', 5), item(currency, budget)];
	const run = await bench.run(oneAdSetNode('adSet.create', parameters), { items });
	expect(run.error?.message).toMatch(expected);
	expect(run.error?.message).toMatch(/\[item 1\]$/);
	expect(bench.calls('POST')).toEqual([]);
	expect(adSets()).toEqual([]);
});
