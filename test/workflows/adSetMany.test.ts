import { groupBy, sortBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import type { FaultSpec } from '../sandbox';
import { adSetParameters, oneAdSetNode } from './support/adSets';
import { Bench, hintsOf, itemsOf, pairsOf, told } from './support/bench';
import { byId, range } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

const CAMPAIGNS = range(6).map((index) => `12021000000000000${index + 1}`);
const COUNT = 60;

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
	// The first run of a process is slow; here requests have to follow each other at once.
	await bench.run(oneAdSetNode('adSet.getMany', { ad_account: byId('1001') }));
});
afterAll(async () => await bench.sandbox.close());
beforeEach(() => {
	bench.reset();
	bench.sandbox.seed.campaigns('1001', CAMPAIGNS.length, (number) => ({
		id: CAMPAIGNS[number - 1],
	}));
});

const campaignOf = (index: number) => CAMPAIGNS[index % CAMPAIGNS.length];
const items = (own: (index: number) => IDataObject = (index) => ({ name: `Ad set ${index}` })) =>
	range(COUNT).map((index) => ({ campaign: campaignOf(index), budget: 1000, ...own(index) }));
const create = oneAdSetNode(
	'adSet.create',
	adSetParameters(
		{ campaign_id: byId('={{ $json.campaign }}') },
		{ daily_budget: '={{ $json.budget }}' },
	),
);
const made = () => bench.sandbox.store.ofType('adset');

/** Requests for new ad sets, by the HTTP request that they were sent in. */
const batches = () =>
	Object.values(groupBy(bench.calls('POST', /\/adsets$/), ({ parent }) => parent));

/** Every item has an ad set of its own, and there is no other. */
function expectOwn(run: Awaited<ReturnType<Bench['run']>>, given: IDataObject[]): void {
	const ids = itemsOf(run).map(({ id }) => String(id));
	expect(pairsOf(run)).toEqual(range(given.length));
	expect(new Set(ids).size).toBe(given.length);
	expect(sortBy(made().map(({ id }) => id))).toEqual(sortBy(ids));
	expect(
		ids.map((id) => {
			const { name, campaign_id: campaign, daily_budget: budget } = bench.valuesOf(id);
			return { name, campaign, budget };
		}),
	).toEqual(given);
}

test('60 ad sets of six campaigns are made in order, no batch with two of one campaign', async () => {
	expectOwn(await bench.run(create, { items: items() }), items());
	expect(batches()).toHaveLength(COUNT / CAMPAIGNS.length);
	for (const batch of batches()) {
		expect(new Set(batch.map(({ body }) => body.campaign_id)).size).toBe(batch.length);
	}
});

test('60 ad sets that come sorted by campaign take no more requests', async () => {
	const sorted = sortBy(items(), 'campaign');
	expectOwn(await bench.run(create, { items: sorted }), sorted);
	expect(batches()).toHaveLength(COUNT / CAMPAIGNS.length);
});

/** After these nobody can know whether the ad sets of a batch were made. */
const FAULTS: Array<[string, FaultSpec]> = [
	['a cut connection', { fault: 'reset' }],
	['a lost reply', { fault: 'lostReply' }],
	['half of the JSON', { fault: 'truncated' }],
	['HTTP 503', { fault: 'status', status: 503 }],
	['an HTML page after the work', { fault: 'html', executed: true }],
];

describe.each(FAULTS)('%s twice', (_title, fault) => {
	beforeEach(() =>
		bench.sandbox.faults.add(
			{ ...fault, match: { pathPattern: '^/$' } },
			{ ...fault, match: { pathPattern: '^/$' }, skip: 3 },
		),
	);

	test('leaves each of 60 items with its own ad set', async () => {
		expectOwn(await bench.run(create, { items: items() }), items());
		expect(bench.sandbox.faults.happened).toBe(2);
	});

	test('leaves each of 60 items of one name with its own ad set', async () => {
		const same = items(() => ({ name: 'Same' }));
		expectOwn(await bench.run(create, { items: same }), same);
	});

	test('leaves each of 60 items of one name with its own budget', async () => {
		const same = items((index) => ({ name: 'Same', budget: 1000 + index }));
		expectOwn(await bench.run(create, { items: same }), same);
	});
});

describe('steps that come back empty', () => {
	test.each([
		['were not done', {}],
		['were done', { executed: true }],
	])('and %s leave each item with its own ad set', async (_title, executed) => {
		bench.sandbox.faults.add(
			{ fault: 'nullStep', ...executed, match: { batchStep: 1 } },
			{ fault: 'nullStep', ...executed, match: { batchStep: 4 }, times: 2 },
		);
		const same = items((index) => ({ name: index % 2 ? 'Odd' : 'Even' }));
		expectOwn(await bench.run(create, { items: same }), same);
		expect(bench.sandbox.faults.happened).toBe(3);
	});
});

describe('what a lost answer made is told apart from its twin', () => {
	test.each([
		['daily_budget', 1000, 2000],
		['bid_amount', 100, 200],
		['start_time', '2030-01-01T00:00:00Z', '2031-01-01T00:00:00Z'],
		['optimization_goal', 'LINK_CLICKS', 'REACH'],
		['destination_type', 'WEBSITE', 'MESSENGER'],
		['status', 'PAUSED', 'ACTIVE'],
	])('by %s', async (field, first, second) => {
		bench.sandbox.faults.add({
			fault: 'lostReply',
			match: { method: 'POST', pathPattern: '/adsets$' },
			times: 2,
		});
		const value = { [field]: '={{ $json.value }}' };
		const isTopLevel = ['status', 'optimization_goal'].includes(field);
		const parameters = adSetParameters(
			{ name: 'Same', campaign_id: byId(CAMPAIGNS[0]), ...(isTopLevel ? value : {}) },
			isTopLevel ? {} : value,
		);
		const run = await bench.run(oneAdSetNode('adSet.create', parameters), {
			items: [{ value: first }, { value: second }],
		});
		const stored = (given: unknown) =>
			field === 'start_time' ? Date.parse(String(given)) / 1000 : given;
		expect(itemsOf(run).map(({ id }) => bench.valuesOf(id)[field])).toEqual(
			[first, second].map(stored),
		);
		expect(made()).toHaveLength(2);
	});
});

describe('rate limits', () => {
	const CODES = [4, 17, 613, 80004];

	test.each(CODES)('code %i for steps and for a batch: each is made once', async (code) => {
		bench.sandbox.faults.add(
			{ fault: 'error', code, match: { batchStep: 2 }, times: 2 },
			{ fault: 'error', code, match: { pathPattern: '^/$' }, skip: 4 },
		);
		const run = await bench.run(create, { items: items() });
		expectOwn(run, items());
		expect(bench.sandbox.faults.happened).toBe(3);
		expect(hintsOf(run).join()).toMatch(/^Waited [\d.]+ s in all for Meta's rate limits/);
	});

	test('that do not end name what was made and what was not sent', async () => {
		bench.sandbox.faults.add({
			fault: 'error',
			code: 80004,
			retryAfterS: 1500,
			match: { pathPattern: '^/$' },
			skip: 2,
			times: 0,
		});
		const parameters = {
			...adSetParameters({ campaign_id: byId('={{ $json.campaign }}') }),
			options: { maxWait: 60 },
		};
		const run = await bench.run(oneAdSetNode('adSet.create', parameters), { items: items() });
		expect(run.status).toBe('error');
		expect(told(run)).toMatch(/about 2[45] minutes/);
		expect(made()).toHaveLength(2 * CAMPAIGNS.length);
		for (const { id } of made()) expect(told(run)).toContain(id);
		expect(told(run)).toContain('item 59');
	});
});

describe('existing ad sets of one campaign', () => {
	let ids: string[];
	beforeEach(() => (ids = bench.sandbox.seed.adSets(CAMPAIGNS[0], 8)));

	const adset_id = byId('={{ $json.id }}');

	test.each<[string, IDataObject, IDataObject]>([
		['update', { additionalFields: { name: 'New' } }, { name: 'New' }],
		['activate', {}, { status: 'ACTIVE' }],
		['pause', {}, { status: 'PAUSED' }],
		['archive', {}, { status: 'ARCHIVED' }],
		['delete', {}, { status: 'DELETED' }],
	])('%s, one HTTP request each', async (operation, parameters, expected) => {
		const run = await bench.run(oneAdSetNode(`adSet.${operation}`, { adset_id, ...parameters }), {
			items: ids.map((id) => ({ id })),
		});
		expect(itemsOf(run).map(({ id }) => id)).toEqual(ids);
		for (const id of ids) expect(bench.valuesOf(id)).toMatchObject(expected);
		expect(bench.http).toHaveLength(ids.length);
	});

	test('copy, each once although answers got lost', async () => {
		bench.sandbox.faults.add({
			fault: 'lostReply',
			match: { method: 'POST', pathPattern: '/copies$' },
			times: 2,
		});
		const run = await bench.run(
			oneAdSetNode('adSet.copy', { ad_account: byId('1001'), adset_id }),
			{ items: ids.map((id) => ({ id })) },
		);
		const copies = itemsOf(run).map(({ id }) => bench.valuesOf(id).source_adset_id);
		expect(copies).toEqual(ids);
		expect(made()).toHaveLength(2 * ids.length);
	});

	test('are read in batches: only writes go alone', async () => {
		const run = await bench.run(oneAdSetNode('adSet.get', { adset_id }), {
			items: ids.map((id) => ({ id })),
		});
		expect(itemsOf(run).map(({ id }) => id)).toEqual(ids);
		expect(bench.http).toHaveLength(1);
	});
});
