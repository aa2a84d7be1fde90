import { workflowWith } from '../support/engine';
import { Bench, itemsOf, told } from './support/bench';
import { byId, createParameters, metaNode, oneNode } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
	// The first run of a process is slow; here nodes have to follow each other at once.
	await bench.run(oneNode('campaign.create', createParameters({ name: 'First of all' })));
});
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

test('what another node has just made is not taken for what was lost', async () => {
	bench.sandbox.faults.add({ fault: 'reset', skip: 1, match: { method: 'POST' } });
	const create = (name: string) =>
		metaNode('campaign.create', createParameters({ name: 'Same' }), { name });
	const run = await bench.run(workflowWith(create('First'), create('Second')));
	const ids = [...itemsOf(run, 'First'), ...itemsOf(run, 'Second')].map(({ id }) => id);
	expect(bench.campaigns().map(({ id }) => id)).toEqual(ids);
});

describe('of two lost campaigns with one name each item gets its own, if they differ in', () => {
	test.each([
		['spend_cap', 20_000, 30_000],
		['status', 'PAUSED', 'ACTIVE'],
		['bid_strategy', 'COST_CAP', 'LOWEST_COST_WITHOUT_CAP'],
		['special_ad_categories', ['HOUSING'], ['CREDIT']],
		['stop_time', '2030-01-01T00:00:00Z', '2031-01-01T00:00:00Z'],
	])('%s', async (field, first, second) => {
		bench.sandbox.faults.add(
			{ fault: 'nullStep', match: { batchStep: 0 } },
			{ fault: 'nullStep', executed: true, match: { batchStep: 1 } },
		);
		const isTopLevel = ['status', 'special_ad_categories'].includes(field);
		const value = {
			[field]: '={{ $json.value }}',
			...(field === 'bid_strategy' ? { daily_budget: 1000 } : {}),
		};
		const run = await bench.run(
			oneNode(
				'campaign.create',
				createParameters({ name: 'Same', ...(isTopLevel ? value : { additionalFields: value }) }),
			),
			{ items: [{ value: first }, { value: second }] },
		);
		const inStore = (given: unknown) =>
			field === 'stop_time' ? Date.parse(String(given)) / 1000 : given;
		expect(itemsOf(run).map(({ id }) => bench.valuesOf(id)[field])).toEqual([
			inStore(first),
			inStore(second),
		]);
		expect(bench.campaigns()).toHaveLength(2);
	});
});

test('of two lost copies of one campaign each item gets its own', async () => {
	const [source] = bench.sandbox.seed.campaigns('1001', 1);
	bench.sandbox.faults.add(
		{ fault: 'nullStep', match: { batchStep: 0 } },
		{ fault: 'nullStep', executed: true, match: { batchStep: 1 } },
	);
	const run = await bench.run(
		oneNode('campaign.copy', {
			ad_account: byId('1001'),
			campaign_id: byId(source),
			additionalFields: { rename_options: { value: { rename_suffix: '={{ $json.suffix }}' } } },
		}),
		{ items: [{ suffix: ' A' }, { suffix: ' B' }] },
	);
	expect(itemsOf(run).map(({ id }) => bench.valuesOf(id).name)).toEqual([
		'Campaign 1 A',
		'Campaign 1 B',
	]);
	expect(bench.campaigns()).toHaveLength(3);
});

describe('a change that was done and cannot be done twice is not told as refused', () => {
	test.each([
		['a migration', { migrate_to_advantage_plus: true }],
		['archiving with a new budget', { status: 'ARCHIVED', daily_budget: 900 }],
		['deleting with a new budget', { status: 'DELETED', daily_budget: 900 }],
	])('%s', async (_title, additionalFields) => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1, {
			objective: 'OUTCOME_SALES',
			smart_promotion_type: 'AUTOMATED_SHOPPING_ADS',
			daily_budget: 500,
		});
		bench.sandbox.faults.add({ fault: 'lostReply' });
		const run = await bench.run(
			oneNode('campaign.update', { campaign_id: byId(id), additionalFields }),
		);
		expect(told(run)).toMatch(/^ \| $|not known whether/);
	});
});

describe('a fault in the search for what was lost', () => {
	test('that passes is passed over', async () => {
		bench.sandbox.faults.add(
			{ fault: 'lostReply', match: { method: 'POST' } },
			{ fault: 'status', match: { method: 'GET' }, times: 2 },
			{ fault: 'error', code: 80004, match: { method: 'GET' } },
		);
		const run = await bench.run(oneNode('campaign.create', createParameters({ name: 'Once' })));
		const [{ id }] = itemsOf(run);
		expect(bench.campaigns().map((campaign) => campaign.id)).toEqual([id]);
	});

	test('that lasts leaves the outcome unknown, and nothing is made again', async () => {
		bench.sandbox.faults.add(
			{ fault: 'lostReply', match: { method: 'POST' } },
			{ fault: 'error', code: 200, match: { method: 'GET' }, times: 0 },
		);
		const run = await bench.run(oneNode('campaign.create', createParameters({ name: 'Once' })));
		expect(run.status).toBe('error');
		expect(told(run)).toMatch(/not known whether/);
		expect(bench.names()).toEqual(['Once']);
	});
});
