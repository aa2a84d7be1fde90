import { shuffle } from 'lodash';

import { Bench, itemsOf, jsonOf, pairsOf } from './support/bench';
import { byId, createParameters, named, oneNode, range } from './support/campaigns';
import { workflowFile } from './support/file';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

const itemNames = (count: number) => named(count).map(({ name }) => name);

describe('200 items', () => {
	test('become 200 campaigns in a small first batch and equal ones, in order and paired', async () => {
		const run = await bench.run(oneNode('campaign.create', createParameters()), {
			items: named(200),
		});
		const items = itemsOf(run);
		expect(items.map(({ id }) => bench.valuesOf(id).name)).toEqual(itemNames(200));
		expect(pairsOf(run)).toEqual(range(200));
		expect(bench.names()).toEqual(itemNames(200));
		expect(bench.http.map(({ steps }) => steps)).toEqual([20, 30, 30, 30, 30, 30, 30]);
	});

	test.each([
		[1, 20],
		[7, 4],
		[50, 1],
	])('go in batches of at most the size asked for: %i', async (batchSize, requests) => {
		const parameters = createParameters({ options: { batchSize } });
		const run = await bench.run(oneNode('campaign.create', parameters), { items: named(20) });
		expect(itemsOf(run).map(({ id }) => bench.valuesOf(id).name)).toEqual(itemNames(20));
		expect(bench.http).toHaveLength(requests);
	});

	test('are read in the order of the items, not of their creation', async () => {
		const ids = shuffle(bench.sandbox.seed.campaigns('1001', 200));
		const run = await bench.run(oneNode('campaign.get', { campaign_id: byId('={{ $json.id }}') }), {
			items: ids.map((id) => ({ id })),
		});
		expect(itemsOf(run).map(({ id }) => id)).toEqual(ids);
		expect(pairsOf(run)).toEqual(range(200));
		expect(bench.http).toHaveLength(7);
	});

	test('can be one and the same 200 times', async () => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1);
		const run = await bench.run(oneNode('campaign.get', { campaign_id: byId('={{ $json.id }}') }), {
			items: range(200).map(() => ({ id })),
		});
		expect(itemsOf(run).map((json) => json.id)).toEqual(range(200).map(() => id));
	});
});

test('items of several ad accounts go through one run of several nodes', async () => {
	bench.sandbox.seed.account('1004');
	const accounts = ['1001', 'act_1002', 'https://adsmanager.facebook.com/manage?act=1004'];
	const items = range(30).map((index) => ({
		name: `Campaign ${index}`,
		account: accounts[index % 3],
	}));
	const run = await bench.run(workflowFile('several-accounts'), { items });
	const created = itemsOf(run, 'Create');
	for (const node of ['Create', 'Get', 'Rename', 'Pause']) {
		expect(pairsOf(run, node)).toEqual(range(30));
		expect(jsonOf(run, node).map(({ id }) => id)).toEqual(created.map(({ id }) => id));
	}
	['act_1001', 'act_1002', 'act_1004'].forEach((account, position) => {
		const mine = items.filter((_item, index) => index % 3 === position);
		expect(bench.names(account)).toEqual(mine.map(({ name, account: of }) => `${name} of ${of}`));
		expect(bench.campaigns(account).map(({ values }) => values.status)).toEqual(
			mine.map(() => 'PAUSED'),
		);
	});
	expect(bench.http).toHaveLength(4);
});

test('rows of a list belong to the item that asked for them', async () => {
	bench.sandbox.seed.campaigns('1001', 3);
	bench.sandbox.seed.campaigns('1002', 2);
	const run = await bench.run(
		oneNode('campaign.getMany', { ad_account: byId('={{ $json.account }}'), returnAll: true }),
		{ items: [{ account: '1002' }, { account: '1003' }, { account: '1001' }] },
	);
	expect(itemsOf(run)).toHaveLength(5);
	expect(pairsOf(run)).toEqual([0, 0, 2, 2, 2]);
});

test('nothing that comes in is changed', async () => {
	const items = [{ name: 'Mine', deep: { list: [1, 2] } }];
	const run = await bench.run(oneNode('campaign.create', createParameters()), { items });
	itemsOf(run);
	expect(items).toEqual([{ name: 'Mine', deep: { list: [1, 2] } }]);
	expect(jsonOf(run, 'Trigger')).toEqual(items);
});

test('no items, no requests', async () => {
	const run = await bench.run(oneNode('campaign.create', createParameters()), { items: [] });
	expect(run.status).toBe('success');
	expect(jsonOf(run)).toEqual([]);
	expect(bench.sandbox.requests).toEqual([]);
});
