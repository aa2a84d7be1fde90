import type { FaultSpec } from '../sandbox';
import { Bench, hintsOf, itemsOf, told } from './support/bench';
import { byId, createParameters, named, oneNode, range } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

/** Every code that stands for "too many calls", and the subcodes that are documented with one. */
const CODES: Array<[number, number | undefined]> = [
	[4, undefined],
	[4, 1504022],
	[4, 1504033],
	[17, undefined],
	[17, 2446079],
	[32, undefined],
	[341, undefined],
	[613, undefined],
	[613, 1487742],
	[613, 1996],
	[80000, 2446079],
	[80001, undefined],
	[80002, undefined],
	[80003, 2446079],
	[80004, 2446079],
	[80005, undefined],
	[80006, undefined],
	[80008, undefined],
	[80009, undefined],
	[80014, undefined],
];

const titled = CODES.map(
	([code, subcode]) => [subcode ? `${code}/${subcode}` : String(code), { code, subcode }] as const,
);

describe.each(titled)('after a throttle with code %s', (_title, code) => {
	const throttle = (match: FaultSpec['match'], times = 1): FaultSpec => ({
		fault: 'error',
		...code,
		match,
		times,
	});

	test('a list is read to its end', async () => {
		bench.sandbox.seed.campaigns('1001', 700);
		bench.sandbox.faults.add({ ...throttle({ method: 'GET' }), skip: 1 });
		const run = await bench.run(
			oneNode('campaign.getMany', { ad_account: byId('1001'), returnAll: true }),
		);
		expect(itemsOf(run)).toHaveLength(700);
		expect(hintsOf(run).join()).toMatch(
			/^Waited [\d.]+ s in all for Meta's rate limits\. Last: \S/,
		);
		expect(bench.http).toHaveLength(3);
	});

	test('one campaign is made once', async () => {
		bench.sandbox.faults.add(throttle({ method: 'POST', pathPattern: '/campaigns$' }, 2));
		const run = await bench.run(oneNode('campaign.create', createParameters({ name: 'Once' })));
		itemsOf(run);
		expect(bench.names()).toEqual(['Once']);
		expect(bench.calls('POST')).toHaveLength(3);
	});

	test('a step of a batch is done once, and so are the others', async () => {
		bench.sandbox.faults.add(throttle({ batchStep: 3 }), throttle({ batchStep: 5 }));
		const run = await bench.run(oneNode('campaign.create', createParameters()), {
			items: named(10),
		});
		expect(itemsOf(run).map(({ id }) => bench.valuesOf(id).name)).toEqual(
			named(10).map(({ name }) => name),
		);
		expect(bench.names()).toHaveLength(10);
	});

	test('a whole batch is sent again', async () => {
		bench.sandbox.faults.add(throttle({ pathPattern: '^/$' }));
		const run = await bench.run(oneNode('campaign.create', createParameters()), {
			items: named(10),
		});
		expect(itemsOf(run)).toHaveLength(10);
		expect(bench.names()).toHaveLength(10);
	});
});

test.each([4, 17, 341, 613, 80001, 80004])(
	'after code %i the other items go as soon as one has gone through',
	async (code) => {
		bench.sandbox.faults.add({ fault: 'error', code, match: { pathPattern: '^/$' } });
		const run = await bench.run(oneNode('campaign.create', createParameters()), {
			items: named(10),
		});
		itemsOf(run);
		const calls = bench.calls('POST').map(({ at }) => at);
		expect(Math.max(...calls) - bench.http[0].at).toBeLessThan(60_000);
	},
);

test.each([4, 17, 613, 80004])('throttles that do not end, code %i, end the run', async (code) => {
	bench.sandbox.faults.add({ fault: 'error', code, match: { method: 'POST' }, times: 0 });
	const run = await bench.run(
		oneNode('campaign.create', createParameters({ name: 'Never', options: { maxWait: 3600 } })),
	);
	expect(run.status).toBe('error');
	expect(told(run)).toMatch(/run the workflow again/i);
	expect(bench.names()).toEqual([]);
	expect(bench.calls('POST').length).toBeLessThanOrEqual(5);
});

test.each([
	[4, /quota of the app/],
	[17, /account quota/],
	[32, /page/i],
])('a hint speaks of the quota that code %i is about, not of another', async (code, quota) => {
	bench.sandbox.faults.add({ fault: 'error', code, match: { method: 'POST' } });
	const run = await bench.run(oneNode('campaign.create', createParameters({ name: 'Once' })));
	expect(hintsOf(run).join()).toMatch(quota);
	expect(hintsOf(run).join()).not.toMatch(/ads_management/);
});

test('a hint in the words of Meta ends like a sentence', async () => {
	bench.sandbox.faults.add({ fault: 'error', code: 613, match: { method: 'POST' } });
	const run = await bench.run(oneNode('campaign.create', createParameters({ name: 'Once' })));
	expect(hintsOf(run).join()).toMatch(/[^.]\.$/);
});

test('when the app has used up its calls, no ad account is asked meanwhile', async () => {
	bench.sandbox.seed.account('1004');
	bench.sandbox.faults.add({ fault: 'error', code: 4, retryAfterS: 100 });
	const run = await bench.run(
		oneNode(
			'campaign.create',
			createParameters({
				ad_account: byId('={{ $json.account }}'),
				options: { batchSize: 1, batchesAtOnce: 1 },
			}),
			{ onError: 'continueRegularOutput' },
		),
		{ items: ['1001', '1002', '1004'].map((account) => ({ name: 'a', account })) },
	);
	expect(itemsOf(run).filter(({ error }) => error)).toEqual([]);
	const [first, ...others] = bench.calls('POST');
	expect(others).toHaveLength(3);
	for (const { at } of others) expect(at - first.at).toBeGreaterThanOrEqual(100_000);
});

test('the time that Meta asks for is waited', async () => {
	bench.sandbox.faults.add({
		fault: 'error',
		code: 80004,
		retryAfterS: 40,
		match: { method: 'POST' },
	});
	itemsOf(await bench.run(oneNode('campaign.create', createParameters({ name: 'Once' }))));
	const [first, second] = bench.calls('POST');
	expect(second.at - first.at).toBeGreaterThanOrEqual(40_000);
	expect(second.at - first.at).toBeLessThan(60_000);
});

test('HTTP 429 without a word from Meta is a throttle too', async () => {
	bench.sandbox.faults.add({ fault: 'html', status: 429, match: { method: 'POST' } });
	const run = await bench.run(oneNode('campaign.create', createParameters({ name: 'Once' })));
	itemsOf(run);
	expect(bench.names()).toEqual(['Once']);
});

test('a wait that is too long is not begun: the error says when to come back', async () => {
	bench.sandbox.faults.add({
		fault: 'error',
		code: 80004,
		retryAfterS: 1500,
		skip: 2,
		times: 0,
		match: { pathPattern: '^/$' },
	});
	const run = await bench.run(
		oneNode(
			'campaign.create',
			createParameters({ options: { batchSize: 5, batchesAtOnce: 1, maxWait: 60 } }),
		),
		{ items: named(25) },
	);
	expect(run.status).toBe('error');
	expect(run.error?.message).toMatch(/limit/i);
	expect(run.error?.description).toMatch(/about 2[45] minutes/);
	const made = bench.campaigns().map(({ id }) => id);
	expect(made).toHaveLength(10);
	for (const id of made) expect(run.error?.description).toContain(id);
	for (const item of range(10)) expect(run.error?.description).toContain(`item ${15 + item}`);
	expect(bench.http).toHaveLength(3);
});

test('a node that may not wait stops at once', async () => {
	bench.sandbox.faults.add({ fault: 'error', code: 17, times: 0 });
	const run = await bench.run(
		oneNode('campaign.create', createParameters({ name: 'x', options: { maxWait: 0 } })),
	);
	expect(run.status).toBe('error');
	expect(told(run)).toMatch(/about \d minutes?: run the workflow again then/);
	expect(bench.http).toHaveLength(1);
});

test('a throttled ad account does not hold up another', async () => {
	bench.sandbox.faults.add({
		fault: 'error',
		code: 80004,
		retryAfterS: 300,
		match: { pathPattern: '/act_1001/' },
	});
	const items = range(10).map((index) => ({
		name: `C${index}`,
		account: index % 2 ? '1001' : '1002',
	}));
	const run = await bench.run(
		oneNode('campaign.create', createParameters({ ad_account: byId('={{ $json.account }}') })),
		{ items },
	);
	expect(itemsOf(run)).toHaveLength(10);
	const lastOf = (account: string) => {
		const all = bench
			.calls('POST')
			.filter(({ path, status }) => path.includes(account) && status === 200);
		return all[all.length - 1].at;
	};
	expect(bench.names('act_1001')).toHaveLength(5);
	expect(bench.names('act_1002')).toHaveLength(5);
	expect(lastOf('1001') - lastOf('1002')).toBeGreaterThan(200_000);
});
