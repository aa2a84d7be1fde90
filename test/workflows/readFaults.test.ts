import type { FaultSpec } from '../sandbox';
import { Bench, itemsOf, jsonOf, told } from './support/bench';
import { byId, oneNode, range } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

/** What may come between a request and its answer. */
const FAULTS: Array<[string, FaultSpec]> = [
	['HTTP 500', { fault: 'status', status: 500 }],
	['HTTP 503', { fault: 'status', status: 503 }],
	['HTTP 500 that Meta does not call passing', { fault: 'status', code: 1, isTransient: false }],
	['an unknown code marked as passing', { fault: 'error', code: 9999, isTransient: true }],
	['a cut connection', { fault: 'reset' }],
	['a lost reply', { fault: 'lostReply' }],
	['an HTML page with status 503', { fault: 'html', status: 503 }],
	['an HTML page with status 502', { fault: 'html', status: 502 }],
	['an HTML page with status 200', { fault: 'html', status: 200 }],
	['half of the JSON', { fault: 'truncated' }],
];

const list = oneNode('campaign.getMany', { ad_account: byId('1001'), returnAll: true });
const get = oneNode('campaign.get', { campaign_id: byId('={{ $json.id }}') });

describe.each(FAULTS)('%s', (_title, fault) => {
	test('at the first, a middle and the last page of a list', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 1300);
		for (const skip of [0, 1, 2]) {
			bench.sandbox.faults.clear();
			bench.sandbox.faults.add({ ...fault, skip });
			expect(itemsOf(await bench.run(list)).map(({ id }) => id)).toEqual(ids);
			expect(bench.sandbox.faults.happened).toBe(1);
		}
	});

	test('at a batch of reads', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 60);
		bench.sandbox.faults.add({ ...fault, times: 2, match: { pathPattern: '^/$' } });
		const run = await bench.run(get, { items: ids.map((id) => ({ id })) });
		expect(itemsOf(run).map(({ id }) => id)).toEqual(ids);
	});

	test('that does not end, ends the run with a readable error', async () => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1);
		bench.sandbox.faults.add({ ...fault, times: 0 });
		const run = await bench.run(get, { items: [{ id }] });
		expect(run.status).toBe('error');
		expect(told(run)).toMatch(/few minutes/);
		expect(told(run)).not.toMatch(/<html|undefined|\[object/i);
		expect(bench.http.length).toBe(5);
	});
});

describe('steps of a batch of reads', () => {
	test.each([
		['come back as null', { fault: 'nullStep' }],
		['fail for a moment', { fault: 'status' }],
		['are throttled', { fault: 'error', code: 80004 }],
	] as Array<[string, FaultSpec]>)('that %s are read again, alone', async (_title, fault) => {
		const ids = bench.sandbox.seed.campaigns('1001', 20);
		for (const batchStep of [0, 7, 19])
			bench.sandbox.faults.add({ ...fault, match: { batchStep } });
		const run = await bench.run(get, { items: ids.map((id) => ({ id })) });
		expect(itemsOf(run).map(({ id }) => id)).toEqual(ids);
		expect(bench.calls('GET')).toHaveLength(23);
	});

	test('of something that does not exist fail alone', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 10);
		const wanted = [...ids.slice(0, 5), '999', ...ids.slice(5)];
		const run = await bench.run(
			oneNode(
				'campaign.get',
				{ campaign_id: byId('={{ $json.id }}') },
				{ onError: 'continueErrorOutput' },
			),
			{ items: wanted.map((id) => ({ id })) },
		);
		expect(itemsOf(run).map(({ id }) => id)).toEqual(ids);
		const [failed] = jsonOf(run, 'Node', 1);
		expect(failed).toMatchObject({
			id: '999',
			details: { class: 'notFound', code: 100, error_subcode: 33 },
		});
		expect(bench.http).toHaveLength(1);
	});
});

test('a list whose second page cannot be had gives an error and not half of the rows', async () => {
	bench.sandbox.seed.campaigns('1001', 900);
	bench.sandbox.faults.add({ fault: 'status', skip: 1, times: 0 });
	const run = await bench.run(list);
	expect(run.status).toBe('error');
	expect(jsonOf(run)).toEqual([]);
});

test('lists of several items fail alone', async () => {
	for (const account of ['1001', '1002', '1003']) bench.sandbox.seed.campaigns(account, 2);
	bench.sandbox.faults.add({ fault: 'error', code: 200, match: { pathPattern: '/act_1002/' } });
	const run = await bench.run(
		oneNode(
			'campaign.getMany',
			{ ad_account: byId('={{ $json.account }}') },
			{ onError: 'continueRegularOutput' },
		),
		{ items: range(3).map((index) => ({ account: String(1001 + index) })) },
	);
	expect(itemsOf(run).map(({ error }) => error !== undefined)).toEqual([
		false,
		false,
		true,
		false,
		false,
	]);
});
