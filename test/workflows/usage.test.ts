import { Bench, hintsOf, itemsOf, told } from './support/bench';
import { byId, createParameters, named, oneNode } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

/** Five minutes of the Graph client, a second of the machine. */
const HOUR_MS = 300_000;
const CALLS_PER_HOUR = 200;

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open({ hourMs: HOUR_MS, limits: { callsPerHour: CALLS_PER_HOUR } });
});
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

/** Someone else's calls: so many percent of the quota are used at this moment. */
function useUp(percent: number, account = '1001'): void {
	bench.sandbox.usage.charge('ads_management', account, (CALLS_PER_HOUR * percent) / 100);
}

/** Makes campaigns one by one: the first tells how full the quota is. */
async function create(count: number, options = {}) {
	return await bench.run(
		oneNode('campaign.create', createParameters({ options: { batchSize: 1, ...options } })),
		{ items: named(count) },
	);
}

function span(): number {
	const calls = bench.calls('POST');
	return calls[calls.length - 1].at - calls[0].at;
}

describe('a quota that is used to', () => {
	test('74 % holds nothing back', async () => {
		useUp(73);
		const run = await create(2);
		expect(itemsOf(run)).toHaveLength(2);
		expect(hintsOf(run)).toEqual([]);
		expect(bench.sandbox.usage.throttledCalls).toBe(0);
	});

	test('76 % slows down', async () => {
		useUp(76);
		const run = await create(20, { maxWait: 3600 });
		expect(itemsOf(run)).toHaveLength(20);
		expect(bench.sandbox.usage.throttledCalls).toBe(0);
		expect(span()).toBeGreaterThan(HOUR_MS / 50);
		expect(span()).toBeLessThan(HOUR_MS);
	});

	test('94 % waits, and never meets the limit', async () => {
		useUp(94);
		const run = await create(10, { maxWait: 3600 });
		expect(itemsOf(run)).toHaveLength(10);
		expect(bench.sandbox.usage.throttledCalls).toBe(0);
		expect(hintsOf(run).join()).toMatch(
			/^Waited [\d.]+ s in all for Meta's rate limits\. Last: ads_management quota of ad account 1001 is 9\d % used\.$/,
		);
	});

	test('96 % pauses until calls are possible again', async () => {
		useUp(96);
		const run = await create(5, { maxWait: 3600 });
		expect(itemsOf(run)).toHaveLength(5);
		expect(bench.sandbox.usage.throttledCalls).toBe(0);
		expect(hintsOf(run)).toHaveLength(1);
		// Usage falls when the calls of the others are an hour old.
		expect(span()).toBeGreaterThan(HOUR_MS / 2);
		expect(span()).toBeLessThan(HOUR_MS * 1.5);
	});

	test('100 % is met once at most, and then done with', async () => {
		useUp(100);
		const run = await create(5, { maxWait: 3600 });
		expect(itemsOf(run)).toHaveLength(5);
		expect(bench.names().sort()).toEqual(named(5).map(({ name }) => name));
		expect(bench.sandbox.usage.throttledCalls).toBeLessThanOrEqual(1);
	});
});

describe('a quota that Meta says is used, whatever is counted', () => {
	test.each([
		[74, false],
		[96, true],
		[100, true],
	])('%i %%', async (forcePercent, waits) => {
		bench.sandbox.configure({ limits: { forcePercent, forceRegainMs: 120_000 } });
		const run = await create(3, { maxWait: 3 });
		if (!waits) {
			expect(itemsOf(run)).toHaveLength(3);
			expect(hintsOf(run)).toEqual([]);
			return;
		}
		expect(run.status).toBe('error');
		expect(run.error?.message).toContain(
			`ads_management quota of ad account 1001 is ${forcePercent} % used`,
		);
		expect(run.error?.description).toMatch(/possible again in about \d+ minutes?/);
		const [made, ...others] = bench.campaigns();
		expect(others).toEqual([]);
		expect(run.error?.description).toContain(`item 0: ${made.id}`);
		expect(run.error?.description).toMatch(/Not sent: item 2/);
	});

	test('several entries and duplicate keys are all read: the fullest counts', async () => {
		bench.sandbox.configure({
			limits: {
				forcePercent: 10,
				duplicateKeys: true,
				extraEntries: [
					{
						objectId: '1001',
						entry: {
							type: 'ads_management',
							call_count: 20,
							total_cputime: 97,
							total_time: 5,
							estimated_time_to_regain_access: 0,
						},
					},
				],
			},
		});
		const run = await create(2, { maxWait: 0 });
		expect(run.status).toBe('error');
		expect(told(run)).toMatch(/ads_management quota of ad account 1001 is 97 % used/);
	});

	test("another business's entry holds nothing back", async () => {
		bench.sandbox.configure({
			limits: {
				forcePercent: 10,
				extraEntries: [
					{
						objectId: '1002',
						entry: {
							type: 'ads_management',
							call_count: 100,
							total_cputime: 100,
							total_time: 100,
							estimated_time_to_regain_access: 30,
						},
					},
				],
			},
		});
		const run = await create(3, { maxWait: 0 });
		expect(itemsOf(run)).toHaveLength(3);
	});

	test('no header at all holds nothing back', async () => {
		bench.sandbox.configure({ limits: { silent: true } });
		const run = await create(5, { maxWait: 0 });
		expect(itemsOf(run)).toHaveLength(5);
	});
});

test('more items than the quota has calls are done without a throttle, just once each', async () => {
	bench.sandbox.configure({ limits: { callsPerHour: 40 } });
	const run = await bench.run(
		oneNode('campaign.create', createParameters({ options: { maxWait: 7200 } })),
		{ items: named(60) },
	);
	expect(itemsOf(run).map(({ id }) => bench.valuesOf(id).name)).toEqual(
		named(60).map(({ name }) => name),
	);
	expect(bench.names()).toHaveLength(60);
	// The first batch is sent before anything is known of the quota.
	expect(bench.sandbox.usage.throttledCalls).toBeLessThanOrEqual(10);
});

test('a run that may not wait so long ends with all that it made, and a later one goes on', async () => {
	bench.sandbox.configure({ limits: { callsPerHour: 40 } });
	const first = await bench.run(
		oneNode('campaign.create', createParameters({ options: { maxWait: 1, batchSize: 10 } })),
		{ items: named(60) },
	);
	expect(first.status).toBe('error');
	const made = bench.campaigns().map(({ id }) => id);
	expect(made.length).toBeGreaterThan(10);
	for (const id of made) expect(told(first)).toContain(id);
	expect(told(first)).toMatch(/possible again in about \d+ minutes?/);

	const second = await bench.run(
		oneNode('campaign.create', createParameters({ options: { maxWait: 7200, batchSize: 10 } })),
		{ items: named(60).slice(made.length) },
	);
	itemsOf(second);
	expect(bench.names()).toEqual(named(60).map(({ name }) => name));
});

test('a run remembers what an earlier run has learned', async () => {
	useUp(97);
	itemsOf(await create(1));
	const run = await create(1, { maxWait: 0 });
	expect(run.status).toBe('error');
	expect(told(run)).toMatch(/9[5-8] % used/);
	expect(bench.names()).toHaveLength(1);
});

test('each item tells what is left, when asked to', async () => {
	useUp(50);
	const run = await create(1, { usageInOutput: true });
	expect(itemsOf(run)[0].rate_limits).toEqual([
		{
			object: '1001',
			type: 'ads_management',
			percent_used: expect.closeTo(50, 0) as number,
			regain_access_in_seconds: 0,
			tier: 'standard_access',
		},
	]);
});

test('a list that is longer than the quota has pages is read to its end', async () => {
	bench.sandbox.configure({ limits: { callsPerHour: 20 } });
	bench.sandbox.seed.campaigns('1001', 3000);
	useUp(8);
	const run = await bench.run(
		oneNode('campaign.getMany', {
			ad_account: byId('1001'),
			returnAll: true,
			output: 'selected',
			outputFields: ['name'],
			options: { maxWait: 3600 },
		}),
	);
	expect(itemsOf(run)).toHaveLength(3000);
	expect(bench.sandbox.usage.throttledCalls).toBe(0);
});

test('a large quota that others have filled to 80 % does not slow a few calls down', async () => {
	const large = await Bench.open();
	large.sandbox.usage.charge('ads_management', '1001', 80_000);
	const run = await large.run(
		oneNode('campaign.create', createParameters({ options: { batchSize: 1 } })),
		{ items: named(10) },
	);
	await large.sandbox.close();
	expect(itemsOf(run)).toHaveLength(10);
	const [first, ...others] = large.calls('POST');
	// There is room for 15,000 calls more.
	expect(others[others.length - 1].at - first.at).toBeLessThan(30_000);
});
