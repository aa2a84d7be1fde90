import type { IDataObject } from 'n8n-workflow';

import { Bench, itemsOf, told, type RunOptions } from './support/bench';
import { byId, oneNode } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/fastClock'));

const AD_SET_NODE = { type: 'n8n-nodes-meta-ads.metaAdSet' };
const CAMPAIGN = '120210000000000001';
/** Loading n8n takes longer than a test may, on a busy machine. */
const FIRST_RUN_MS = 60_000;
const US = { geo_locations: { countries: ['US'] } };

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
	// The first run of a process is slow; here nodes have to follow each other at once.
	await run('adSet.getMany', {});
}, FIRST_RUN_MS);
afterAll(async () => await bench.sandbox.close());
beforeEach(() => {
	bench.reset();
	bench.sandbox.seed.campaigns('1001', 2, (number) => ({ id: `12021000000000000${number}` }));
});

async function run(what: string, parameters: IDataObject, options?: RunOptions) {
	const inAccount = { ad_account: byId('1001'), ...parameters };
	return await bench.run(oneNode(what, inAccount, AD_SET_NODE), options);
}

function creation(own: IDataObject = {}, additionalFields: IDataObject = {}): IDataObject {
	return {
		campaign_id: byId(CAMPAIGN),
		name: '={{ $json.name ?? "Spring" }}',
		optimization_goal: 'LINK_CLICKS',
		billing_event: 'IMPRESSIONS',
		targeting: US,
		status: 'PAUSED',
		additionalFields: { daily_budget: 1000, ...additionalFields },
		...own,
	};
}

const adSets = () => bench.sandbox.store.ofType('adset');
/** Reads of the list, which happen only when an answer got lost. */
const looks = () => sent(/\/adsets$/).filter(({ method }) => method === 'GET').length;
const sent = (path: RegExp) => bench.sandbox.requests.filter((request) => path.test(request.path));

test('an ad set lives: made, read, changed, paused, copied, listed and deleted', async () => {
	const [{ id }] = itemsOf(await run('adSet.create', creation()));
	const adset_id = byId(String(id));

	const [made] = itemsOf(await run('adSet.get', { adset_id, output: 'raw' }));
	expect(made).toMatchObject({ id, name: 'Spring', status: 'PAUSED', daily_budget: '1000' });
	expect(made.targeting).toMatchObject(US);

	const changes = { targeting: { geo_locations: { countries: ['FR'] }, genders: ['2'] } };
	const more = { additionalFields: { daily_budget: 2000, name: 'Summer' } };
	await run('adSet.update', { adset_id, ...changes, ...more });
	expect(bench.valuesOf(id)).toMatchObject({
		name: 'Summer',
		daily_budget: 2000,
		targeting: { geo_locations: { countries: ['FR'] }, genders: [2] },
	});

	await run('adSet.activate', { adset_id });
	expect(bench.valuesOf(id).status).toBe('ACTIVE');
	await run('adSet.pause', { adset_id });
	expect(bench.valuesOf(id).status).toBe('PAUSED');

	const renaming = { rename_options: { value: { rename_suffix: ' again' } } };
	const [copy] = itemsOf(await run('adSet.copy', { adset_id, additionalFields: renaming }));
	expect(bench.valuesOf(copy.id)).toMatchObject({ name: 'Summer again', status: 'PAUSED' });

	const filters = { value: [{ field: 'name', operator: 'CONTAIN', value: 'again' }] };
	const list = { returnAll: true, additionalFields: { filtering: filters } };
	const listed = itemsOf(await run('adSet.getMany', list));
	expect(listed.map((item) => item.id)).toEqual([copy.id]);

	expect(itemsOf(await run('adSet.delete', { adset_id }))).toEqual([{ id, deleted: true }]);
	expect(bench.valuesOf(id).status).toBe('DELETED');
});

test('many ad sets of one campaign are made although no batch may hold two of them', async () => {
	const names = ['One', 'Two', 'Three'].map((name) => ({ name }));
	const made = await run('adSet.create', creation(), { items: names });
	expect(told(made)).toBe(' | ');
	expect(adSets().map(({ values }) => values.name)).toEqual(['One', 'Two', 'Three']);
});

test('ad sets of different campaigns share a batch', async () => {
	const items = ['1', '2'].map((number) => ({ campaign: `12021000000000000${number}` }));
	const parameters = creation({ campaign_id: byId('={{ $json.campaign }}') });
	expect(told(await run('adSet.create', parameters, { items }))).toBe(' | ');
	expect(adSets()).toHaveLength(2);
	expect(sent(/^\/(v24\.0\/?)?$/)).toHaveLength(1);
});

test('amounts in the currency of the account are sent in minor units', async () => {
	const parameters = creation({
		amounts_in: 'accountCurrency',
		additionalFields: { daily_budget: 19.99 },
	});
	const [{ id }] = itemsOf(await run('adSet.create', parameters));
	expect(bench.valuesOf(id).daily_budget).toBe(1999);
});

const lost = (pathPattern: string) =>
	({ fault: 'lostReply', match: { method: 'POST', pathPattern }, times: 2 }) as const;

describe('what a lost answer made is found instead of made again', () => {
	test.each([
		['daily_budget', 1000, 2000],
		['bid_amount', 100, 200],
		['start_time', '2030-01-01T00:00:00Z', '2031-01-01T00:00:00Z'],
	])('a new ad set, told apart by %s', async (field, first, second) => {
		bench.sandbox.faults.add(lost('/adsets$'));
		const items = [{ value: first }, { value: second }];
		const parameters = creation({}, { [field]: '={{ $json.value }}' });
		const made = itemsOf(await run('adSet.create', parameters, { items }));
		const inStore = (given: unknown) =>
			field === 'start_time' ? Date.parse(String(given)) / 1000 : given;
		expect(made.map(({ id }) => bench.valuesOf(id)[field])).toEqual([
			inStore(first),
			inStore(second),
		]);
		expect(adSets()).toHaveLength(2);
		expect(looks()).toBeGreaterThan(0);
	});

	test('a copy', async () => {
		const [source] = bench.sandbox.seed.adSets(CAMPAIGN, 1);
		bench.sandbox.faults.add(lost('/copies$'));
		const [copy] = itemsOf(await run('adSet.copy', { adset_id: byId(source) }));
		expect(adSets().map(({ id }) => id)).toEqual([source, copy.id]);
		expect(looks()).toBeGreaterThan(0);
	});
});

test('what Meta no longer allows is told as what it is', async () => {
	const refused = await run('adSet.deleteMany', {});
	expect(refused.status).toBe('error');
	expect(told(refused)).toContain('Unsupported delete request');
});
