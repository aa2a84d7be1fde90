import type { FaultSpec } from '../sandbox';
import { Bench, itemsOf, jsonOf, pairsOf, told } from './support/bench';
import { byId, createParameters, named, oneNode, range } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

/** After which nobody can know whether the write was done. In the first half it was not. */
const FAULTS: Array<[string, FaultSpec]> = [
	['a cut connection', { fault: 'reset' }],
	['HTTP 500', { fault: 'status', status: 500 }],
	['HTTP 503', { fault: 'status', status: 503 }],
	['an HTML page with status 503', { fault: 'html', status: 503 }],
	['an HTML page with status 200', { fault: 'html', status: 200 }],
	['a lost reply', { fault: 'lostReply' }],
	['half of the JSON', { fault: 'truncated' }],
	['HTTP 500 after the work', { fault: 'status', status: 500, executed: true }],
	['an HTML page with status 503 after the work', { fault: 'html', executed: true }],
	['an HTML page with status 200 after the work', { fault: 'html', status: 200, executed: true }],
];

const isDone = ({ fault, executed }: FaultSpec) =>
	executed === true || fault === 'lostReply' || fault === 'truncated';

describe.each(FAULTS)('%s', (_title, fault) => {
	afterEach(() => expect(bench.sandbox.faults.happened).toBeGreaterThan(0));

	test('while a campaign is made: it is made once', async () => {
		bench.sandbox.faults.add({ ...fault, match: { method: 'POST' } });
		const run = await bench.run(
			oneNode(
				'campaign.create',
				createParameters({ name: 'Once', additionalFields: { daily_budget: 500 } }),
			),
		);
		const [{ id }] = itemsOf(run);
		expect(bench.campaigns().map((campaign) => campaign.id)).toEqual([id]);
	});

	test('twice while a campaign is made: it is made once', async () => {
		bench.sandbox.faults.add({ ...fault, times: 2, match: { method: 'POST' } });
		const run = await bench.run(oneNode('campaign.create', createParameters({ name: 'Once' })));
		itemsOf(run);
		expect(bench.names()).toEqual(['Once']);
	});

	test('while a batch of campaigns is made: each is made once, and ids fit names', async () => {
		bench.sandbox.faults.add({ ...fault, match: { pathPattern: '^/$' } });
		const run = await bench.run(oneNode('campaign.create', createParameters()), {
			items: named(20),
		});
		const names = named(20).map(({ name }) => name);
		expect(itemsOf(run).map(({ id }) => bench.valuesOf(id).name)).toEqual(names);
		expect(pairsOf(run)).toEqual(range(20));
		expect(bench.names().sort()).toEqual([...names].sort());
	});

	test('while a batch of campaigns of one name is made: none is missing, none too many', async () => {
		bench.sandbox.faults.add({ ...fault, match: { pathPattern: '^/$' } });
		const run = await bench.run(oneNode('campaign.create', createParameters({ name: 'Same' })), {
			items: named(12),
		});
		const ids = itemsOf(run).map(({ id }) => id);
		expect(new Set(ids).size).toBe(12);
		expect(
			bench
				.campaigns()
				.map(({ id }) => id)
				.sort(),
		).toEqual([...ids].sort());
	});

	test('beside older campaigns of the same name: none of them is taken for the new one', async () => {
		const older = bench.sandbox.seed.campaigns('1001', 3, {
			name: 'Same',
			created_time: 1_600_000_000,
		});
		bench.sandbox.faults.add({ ...fault, match: { method: 'POST' } });
		const run = await bench.run(oneNode('campaign.create', createParameters({ name: 'Same' })));
		const [{ id }] = itemsOf(run);
		expect(older).not.toContain(id);
		expect(bench.campaigns()).toHaveLength(4);
	});

	test('while a campaign is copied in a known ad account: one copy', async () => {
		const [source] = bench.sandbox.seed.campaigns('1001', 1);
		bench.sandbox.faults.add({ ...fault, match: { method: 'POST' } });
		const run = await bench.run(
			oneNode('campaign.copy', { ad_account: byId('1001'), campaign_id: byId(source) }),
		);
		const [copy] = itemsOf(run);
		expect(bench.campaigns().map(({ id }) => id)).toEqual([source, copy.id]);
	});

	test('while a campaign is copied, ad account unknown: the outcome is unknown, too', async () => {
		const [source] = bench.sandbox.seed.campaigns('1001', 1);
		bench.sandbox.faults.add({ ...fault, match: { method: 'POST' } });
		const run = await bench.run(oneNode('campaign.copy', { campaign_id: byId(source) }));
		expect(run.status).toBe('error');
		expect(told(run)).toMatch(/not known whether this request had an effect/);
		expect(told(run)).toMatch(/Ads Manager.*before sending it again/);
		expect(bench.campaigns()).toHaveLength(isDone(fault) ? 2 : 1);
		expect(bench.calls('POST')).toHaveLength(1);
	});

	test('while split tests are made: the outcome is unknown, nothing is repeated', async () => {
		const [campaign] = bench.sandbox.seed.campaigns('1001', 1);
		bench.sandbox.faults.add({ ...fault, match: { method: 'POST' } });
		const run = await bench.run(
			oneNode(
				'adStudy.create',
				{
					business_id: byId('2001'),
					name: '={{ $json.name }}',
					type: 'SPLIT_TEST',
					start_time: '2026-03-01',
					end_time: '2026-03-02',
					cells: { value: [{ name: 'A', treatment_percentage: 50, campaigns: campaign }] },
				},
				{ onError: 'continueRegularOutput' },
			),
			{ items: named(3) },
		);
		for (const { error, details } of itemsOf(run)) {
			expect(String(error)).toMatch(/not known whether/);
			expect(details).toMatchObject({ class: 'outcomeUnknown' });
		}
		expect(bench.sandbox.store.ofType('ad_study')).toHaveLength(isDone(fault) ? 3 : 0);
		expect(bench.http).toHaveLength(1);
	});

	test('while campaigns are changed: they are changed', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 3);
		bench.sandbox.faults.add({ ...fault, times: 2 });
		const run = await bench.run(
			oneNode('campaign.update', {
				campaign_id: byId('={{ $json.id }}'),
				additionalFields: { name: '=New {{ $itemIndex }}', status: 'ACTIVE' },
			}),
			{ items: ids.map((id) => ({ id })) },
		);
		expect(itemsOf(run)).toEqual(
			ids.map((id, index) => ({ id, name: `New ${index}`, status: 'ACTIVE', success: true })),
		);
		expect(bench.names()).toEqual(['New 0', 'New 1', 'New 2']);
	});

	test.each([
		['pause', 'PAUSED'],
		['activate', 'ACTIVE'],
		['archive', 'ARCHIVED'],
		['delete', 'DELETED'],
	])('while a campaign is to be changed by %s: it is', async (operation, status) => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1);
		bench.sandbox.faults.add({ ...fault, times: 2 });
		itemsOf(await bench.run(oneNode(`campaign.${operation}`, { campaign_id: byId(id) })));
		expect(bench.valuesOf(id).status).toBe(status);
	});

	test('while the oldest campaigns are deleted: never more than asked for', async () => {
		bench.sandbox.seed.campaigns('1001', 30);
		bench.sandbox.faults.add(fault);
		const run = await bench.run(
			oneNode('campaign.deleteMany', {
				ad_account: byId('1001'),
				delete_strategy: 'DELETE_OLDEST',
				additionalFields: { object_count: 10 },
			}),
		);
		expect(run.status).toBe('error');
		expect(told(run)).toMatch(/not known whether/);
		const deleted = bench.campaigns().filter(({ values }) => values.status === 'DELETED');
		expect(deleted).toHaveLength(isDone(fault) ? 10 : 0);
	});
});

describe('a run that ends half-way', () => {
	test('names what was made when Meta refuses one item', async () => {
		const items = named(8);
		items[3].name = 'x'.repeat(401);
		const run = await bench.run(
			oneNode('campaign.create', createParameters({ options: { batchSize: 2, batchesAtOnce: 1 } })),
			{ items },
		);
		expect(run.status).toBe('error');
		expect(run.error?.message).toMatch(
			/Param name must be no longer than 400 characters \[item 3\]/,
		);
		const made = bench.campaigns().map(({ id }, index) => `item ${index}: ${id}`);
		expect(made).toHaveLength(3);
		expect(run.error?.description).toContain(`not undone): ${made.join(', ')}.`);
		expect(run.error?.description).toContain('Not sent: item 4, item 5, item 6, item 7.');
		expect(bench.http).toHaveLength(2);
	});

	test('brings what is under way to its end, names it, and begins nothing new', async () => {
		const items = named(20);
		items[3].name = 'x'.repeat(401);
		const run = await bench.run(
			oneNode('campaign.create', createParameters({ options: { batchSize: 2 } })),
			{ items },
		);
		expect(run.status).toBe('error');
		const made = bench.campaigns();
		// The first batch goes alone, then three at a time: one of those fails.
		expect(made.map(({ values }) => values.name)).toEqual(
			[0, 1, 2, 4, 5, 6, 7].map((index) => items[index].name),
		);
		for (const { id } of made) expect(told(run)).toContain(id);
		expect(told(run)).toContain(
			`Not sent: ${range(12)
				.map((index) => `item ${index + 8}`)
				.join(', ')}.`,
		);
		expect(bench.http).toHaveLength(4);
	});

	test('makes all the others when it goes on', async () => {
		const items = named(8);
		items[3].name = 'x'.repeat(401);
		const run = await bench.run(
			oneNode('campaign.create', createParameters({ options: { batchSize: 2 } }), {
				onError: 'continueErrorOutput',
			}),
			{ items },
		);
		expect(pairsOf(run)).toEqual([0, 1, 2, 4, 5, 6, 7]);
		expect(pairsOf(run, 'Node', 1)).toEqual([3]);
		expect(jsonOf(run, 'Node', 1)[0].details).toMatchObject({
			class: 'invalidParameter',
			code: 100,
			blamed_fields: ['name'],
		});
		expect(bench.names()).toHaveLength(7);
	});

	test('names what was made when the outcome of another is unknown', async () => {
		const sources = bench.sandbox.seed.campaigns('1001', 3);
		bench.sandbox.faults.add({ fault: 'lostReply', skip: 1, match: { pathPattern: '/copies$' } });
		const run = await bench.run(
			oneNode('campaign.copy', {
				campaign_id: byId('={{ $json.id }}'),
				options: { batchSize: 1, batchesAtOnce: 1 },
			}),
			{ items: sources.map((id) => ({ id })) },
		);
		expect(run.status).toBe('error');
		expect(bench.campaigns()).toHaveLength(5);
		expect(told(run)).toContain(`item 0: ${bench.campaigns()[3].id}`);
		expect(told(run)).toMatch(/\[item 1\].*not known|not known.*\[item 1\]/);
		expect(told(run)).toContain('Not sent: item 2');
	});

	test('says that a trial run made nothing', async () => {
		const items = named(4);
		items[3].name = 'x'.repeat(401);
		const run = await bench.run(
			oneNode(
				'campaign.create',
				createParameters({ additionalFields: { execution_options: ['validate_only'] } }),
			),
			{ items },
		);
		expect(run.status).toBe('error');
		expect(told(run)).not.toMatch(/Already done/);
		expect(bench.names()).toEqual([]);
	});
});
