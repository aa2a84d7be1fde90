import type { GraphRequest } from '../../../nodes/shared/graph/types';
import { usageTrackerOf, UsageTracker } from '../../../nodes/shared/graph/usage';
import { fakeMeta, graphFault, perStep, script, usageHeader } from './support/fakeMeta';

const HOUR_MS = 3_600_000;
const read: GraphRequest = {
	method: 'GET',
	path: '/act_1/campaigns',
	useCase: 'ads_management',
	quotaOf: '1',
};

/** Learns that a call costs 1 %, up to a percentage, then makes more and says how long they took. */
async function callsAt(percent: number, calls: number, maxWait?: number) {
	let level = percent - 20;
	const meta = await fakeMeta(
		perStep(() => ({
			body: { data: [] },
			headers: usageHeader(Math.min(percent, level < 74 ? ++level : percent)),
		})),
		{ latency: 10, maxWait },
	);
	while (level < Math.min(74, percent)) await meta.run(meta.client.request(read));
	if (percent > 74) await meta.run(meta.client.request(read));
	meta.seen.length = 0;
	const start = meta.clock.now();
	const outcomes = await meta.run(
		Promise.all(
			Array.from({ length: calls }, async () => (await meta.client.requestMany([read], 1))[0]),
		),
	);
	return { ...meta, outcomes, time: meta.clock.now() - start };
}

describe('calls at a usage of', () => {
	test('74 % do not wait', async () => {
		const { time, client } = await callsAt(74, 1);
		expect(time).toBeLessThan(100);
		expect(client.waits).toEqual([]);
	});

	test('76 % are spread a little', async () => {
		const { time, outcomes, client } = await callsAt(76, 3);
		expect(outcomes.every((outcome) => 'reply' in outcome)).toBe(true);
		expect(time).toBeGreaterThan(100);
		expect(time).toBeLessThan(0.01 * HOUR_MS);
		expect(client.waits[0].reason).toMatch(
			/^ads_management quota of ad account 1 is 7[56] % used$/,
		);
	});

	test('94 % are spread more', async () => {
		const slow = await callsAt(94, 1);
		expect(slow.outcomes).toMatchObject([{ reply: {} }]);
		const slower = await callsAt(94, 2, HOUR_MS);
		expect(slower.time).toBeGreaterThan(10 * (await callsAt(76, 2, HOUR_MS)).time);
	});

	test.each([96, 100])('%i % stop until access returns', async (percent) => {
		const { outcomes, client, seen } = await callsAt(percent, 2, 60_000);
		expect(outcomes).toMatchObject([
			{ error: { details: { class: 'throttled' } } },
			{ error: { details: { class: 'throttled', advice: expect.stringMatching(/minutes/) } } },
		]);
		expect(seen).toHaveLength(0);
		expect(client.usage()[0].regainAccessIn).toBeGreaterThan(60_000);
	});
});

test('without time to wait, calls below 95 % still go', async () => {
	const { outcomes, time } = await callsAt(80, 3, 0);
	expect(outcomes.every((outcome) => 'reply' in outcome)).toBe(true);
	expect(time).toBeLessThan(1_000);
});

test('the regain time of the header is waited for, and no longer', async () => {
	const full = usageHeader(100, { estimated_time_to_regain_access: 5 });
	const { client, run, clock } = await fakeMeta(
		script({ body: {}, headers: full }, { body: {}, headers: usageHeader(20) }),
	);
	await run(client.request(read));
	const start = clock.now();
	await run(client.request(read));
	expect(clock.now() - start).toBeGreaterThanOrEqual(5 * 60_000 - 10);
	expect(clock.now() - start).toBeLessThan(5 * 60_000 + 100);
	expect(client.waits).toEqual([
		{ duration: expect.any(Number), reason: 'ads_management quota of ad account 1 is 100 % used' },
	]);
});

test('after a pause one call goes alone', async () => {
	let answered = 0;
	const { client, run, seen } = await fakeMeta(
		perStep(() => {
			const percent = [97, 96, 96, 20][Math.min(3, answered++)];
			return { body: { data: [] }, headers: usageHeader(percent) };
		}),
		{ maxWait: HOUR_MS },
	);
	await run(client.request(read));
	await run(Promise.all([client.requestMany(Array(20).fill(read), 20), client.request(read)]));
	// The probes at 96, 96 and 20 %, then the rest.
	expect(seen.map(({ steps }) => steps.length || 1).slice(0, 4)).toEqual([1, 1, 1, 1]);
	expect(answered).toBe(22);
});

test('a failed probe doubles the pause', async () => {
	const times: number[] = [];
	const meta = await fakeMeta(
		() => {
			times.push(meta.clock.now());
			return { body: {}, headers: usageHeader(times.length < 5 ? 95 : 10) };
		},
		{ maxWait: 10 * HOUR_MS, latency: 0 },
	);
	for (let call = 0; call < 5; call++) await meta.run(meta.client.request(read));
	const pauses = times.slice(1).map((time, index) => time - times[index]);
	expect(pauses[1] / pauses[0]).toBeCloseTo(2);
	expect(pauses[2] / pauses[1]).toBeCloseTo(2);
	expect(pauses[0]).toBe(0.03 * HOUR_MS);
});

test('waits of all requests together stay within what is allowed', async () => {
	const { client, run, clock } = await fakeMeta(
		() => ({ body: {}, headers: usageHeader(99, { estimated_time_to_regain_access: 1 }) }),
		{ maxWait: 150_000 },
	);
	const start = clock.now();
	const outcomes = [];
	for (let call = 0; call < 5; call++) {
		outcomes.push(...(await run(client.requestMany([read], 1))));
	}
	expect(outcomes.map((outcome) => 'reply' in outcome)).toEqual([true, true, true, false, false]);
	expect(clock.now() - start).toBeLessThanOrEqual(150_000);
});

test('requests that wait side by side use up the allowed time once', async () => {
	const full = usageHeader(99, { estimated_time_to_regain_access: 1 });
	const { client, run } = await fakeMeta(
		script({ body: {}, headers: full }, { body: {}, headers: usageHeader(1) }),
		{ maxWait: 100_000 },
	);
	await run(client.request(read));
	await run(Promise.all(Array.from({ length: 8 }, async () => await client.request(read))));
	expect(client.waits).toHaveLength(1);
	expect(client.waits[0].duration).toBeLessThan(62_000);
});

test('cancelling ends a wait at once', async () => {
	const abort = new AbortController();
	const full = usageHeader(99, { estimated_time_to_regain_access: 30 });
	const { client, run, clock, seen } = await fakeMeta(script({ body: {}, headers: full }), {
		maxWait: HOUR_MS,
		signal: abort.signal,
	});
	await run(client.request(read));
	const start = clock.now();
	const work = client.requestMany([read, read], 50);
	const outcomes = await run(
		Promise.all([work, clock.sleep(5_500).then(() => abort.abort())]).then(([first]) => first),
	);
	expect(outcomes).toMatchObject([
		{ error: { details: { class: 'cancelled' } } },
		{ error: { details: { class: 'cancelled' } } },
	]);
	expect(clock.now() - start).toBe(5_500);
	expect(seen).toHaveLength(1);
});

test('cancelling ends the wait between two tries', async () => {
	const abort = new AbortController();
	const { client, run, clock } = await fakeMeta(script({ statusCode: 500, body: '' }), {
		signal: abort.signal,
	});
	const start = clock.now();
	const work = client.requestMany([{ method: 'GET', path: '/1' }], 1);
	const [outcome] = await run(
		Promise.all([work, clock.sleep(500).then(() => abort.abort())]).then(([first]) => first),
	);
	expect(outcome).toMatchObject({ error: { details: { class: 'cancelled' } } });
	expect(clock.now() - start).toBe(500);
});

test('a write that was on its way when the execution was cancelled is told to be checked', async () => {
	const abort = new AbortController();
	const { client, run } = await fakeMeta(
		() => {
			abort.abort();
			return { body: { id: '1' } };
		},
		{ signal: abort.signal },
	);
	const [outcome] = await run(client.requestMany([{ ...read, method: 'POST' }], 1));
	expect(outcome).toMatchObject({
		error: { details: { class: 'cancelled', advice: expect.stringMatching(/whether/) } },
	});
});

test('a full account does not hold up another one', async () => {
	const { client, run, seen } = await fakeMeta(
		perStep(({ path }) => {
			const object = path.includes('act_1') ? '1' : '2';
			const percent = object === '1' ? 97 : 3;
			const minutes = object === '1' ? 20 : 0;
			const extra = { estimated_time_to_regain_access: minutes };
			return { body: { data: [] }, headers: usageHeader(percent, extra, object) };
		}),
		{ maxWait: 0 },
	);
	const other: GraphRequest = { ...read, path: '/act_2/campaigns', quotaOf: '2' };
	await run(client.request(read));
	const outcomes = await run(client.requestMany([read, other, read, other], 50));
	expect(outcomes.map((outcome) => 'reply' in outcome)).toEqual([false, true, false, true]);
	expect(seen[1].steps.map(({ relative_url }) => relative_url)).toEqual([
		'act_2/campaigns',
		'act_2/campaigns',
	]);
});

test('reports and changes of an account have quotas of their own', async () => {
	const { client, run } = await fakeMeta(
		() => ({
			body: {},
			headers: usageHeader(97, { type: 'ads_insights', estimated_time_to_regain_access: 9 }),
		}),
		{ maxWait: 0 },
	);
	const report: GraphRequest = { method: 'GET', path: '/act_1/insights' };
	await run(client.request(report));
	expect(await run(client.requestMany([report], 1))).toMatchObject([
		{
			error: { details: { message: expect.stringMatching(/ads_insights quota of ad account 1/) } },
		},
	]);
	expect(await run(client.requestMany([read], 1))).toMatchObject([{ reply: {} }]);
});

test('clients of one credential share what is known, others do not', async () => {
	const full = usageHeader(97, { estimated_time_to_regain_access: 9 });
	const options = { credentialId: 'shared-by-two', maxWait: 0 };
	const first = await fakeMeta(script({ body: {}, headers: full }), options);
	await first.run(first.client.request(read));
	const second = await fakeMeta(script({ body: {} }), { ...options, clock: first.clock });
	expect(await second.run(second.client.requestMany([read], 1))).toMatchObject([{ error: {} }]);
	expect(second.seen).toEqual([]);
	expect(second.client.usage()).toMatchObject([{ object: '1', percent: 97 }]);

	const third = await fakeMeta(script({ body: {} }), { maxWait: 0, clock: first.clock });
	expect(await third.run(third.client.requestMany([read], 1))).toMatchObject([{ reply: {} }]);
});

test('a request without an account minds the account that paid for the last one', async () => {
	const byId: GraphRequest = { method: 'GET', path: '/120', useCase: 'ads_management' };
	const { client, run } = await fakeMeta(
		script(
			{ body: {}, headers: usageHeader(10, {}, '7') },
			{ body: {}, headers: usageHeader(98, { estimated_time_to_regain_access: 9 }, '7') },
		),
		{ maxWait: 0 },
	);
	await run(client.request(byId));
	await run(client.request(byId));
	expect(await run(client.requestMany([byId], 1))).toMatchObject([
		{ error: { details: { message: expect.stringMatching(/ad account 7 is 98 %/) } } },
	]);
});

test('usage told for the business of an account counts for the account', async () => {
	const full = usageHeader(98, { estimated_time_to_regain_access: 9 }, '900');
	const { client, run } = await fakeMeta(script({ body: {}, headers: full }), { maxWait: 0 });
	await run(client.request(read));
	expect(await run(client.requestMany([read], 1))).toMatchObject([
		{ error: { details: { class: 'throttled' } } },
	]);
});

test('what has no quota of its own is only held up by the app', async () => {
	const me: GraphRequest = { method: 'GET', path: '/me/adaccounts' };
	const { client, run } = await fakeMeta(
		script(
			{ body: {}, headers: usageHeader(98, { estimated_time_to_regain_access: 9 }) },
			{
				body: {},
				headers: { 'X-App-Usage': '{"call_count":97,"total_time":1,"total_cputime":1}' },
			},
		),
		{ maxWait: 0 },
	);
	await run(client.request(read));
	expect(await run(client.requestMany([me], 1))).toMatchObject([{ reply: {} }]);
	expect(await run(client.requestMany([me], 1))).toMatchObject([
		{ error: { details: { message: expect.stringMatching(/quota of the app is 97 %/) } } },
	]);
});

test('a throttle without headers holds the whole quota back', async () => {
	const { client, run } = await fakeMeta(script(graphFault(80004), { body: {} }), {
		maxWait: 3_000,
	});
	const [outcome] = await run(client.requestMany([read], 1));
	expect(outcome).toMatchObject({ error: { details: { class: 'throttled' } } });
	expect(client.usage()).toMatchObject([{ object: '1', type: 'ads_management', percent: 100 }]);
});

test('what was used comes back over the hour', async () => {
	const { client, run, clock } = await fakeMeta(
		script({ body: {}, headers: usageHeader(60, { ads_api_access_tier: 'standard_access' }) }),
	);
	await run(client.request(read));
	await run(clock.sleep(HOUR_MS / 4));
	expect(client.usage()).toEqual([
		{
			object: '1',
			type: 'ads_management',
			percent: 35,
			regainAccessIn: 0,
			tier: 'standard_access',
		},
	]);
});

test('a quota of a minute comes back in a minute', async () => {
	const { client, run, clock } = await fakeMeta(
		script({ body: {}, headers: usageHeader(60, { type: 'catalog_batch' }, '5') }),
	);
	await run(
		client.request({
			method: 'POST',
			path: '/5/items_batch',
			useCase: 'catalog_batch',
			quotaOf: '5',
		}),
	);
	await run(clock.sleep(15_000));
	expect(client.usage()).toMatchObject([{ type: 'catalog_batch', percent: 35 }]);
});

test('the memory of one credential is bounded', () => {
	const tracker = new UsageTracker(HOUR_MS);
	for (let account = 0; account < 2_100; account++) {
		const request = { ...read, quotaOf: String(account), path: '/x' };
		const owners = new Map<string, string>();
		const reservation = {
			requests: [{ request, quotas: tracker.quotasOf(request, owners) }],
			at: 0,
			probes: new Set<never>(),
		};
		tracker.reserve(reservation);
		const headers = {
			'x-business-use-case-usage': `{"${account}":[{"type":"ads_management","call_count":1}]}`,
		};
		tracker.release(reservation, [headers], 0, owners);
	}
	expect(tracker.usage(0)).toHaveLength(2_000);
});

test('one tracker per credential, the latest ones kept', () => {
	const first = usageTrackerOf('test-first', HOUR_MS);
	expect(usageTrackerOf('test-first', HOUR_MS)).toBe(first);
	for (let count = 0; count < 250; count++) usageTrackerOf(`test-${count}`, HOUR_MS);
	expect(usageTrackerOf('test-first', HOUR_MS)).not.toBe(first);
});
