import * as fc from 'fast-check';

import { simulate } from './support/simulate';

const WINDOW_MS = 60_000;

describe('2,000 calls against 500 per hour', () => {
	test.each([
		[1, 50],
		[5, 50],
		[1, 1],
		[4, 1],
		[2, 7],
	])('on a quota that drains evenly: %i clients, batches of %i', async (clients, batchSize) => {
		const result = await simulate({
			server: { quota: 500, windowMs: WINDOW_MS, kind: 'draining' },
			calls: 2_000,
			clients,
			batchSize,
			latency: 20,
		});

		expect(result).toMatchObject({ failed: 0, throttled: 0 });
		expect(result.windows / leastWindows(2_000, 500)).toBeLessThan(1.1);
	});

	test.each([
		[1, 50],
		[5, 50],
		[1, 1],
		[2, 7],
	])('on an exact rolling hour: %i clients, batches of %i', async (clients, batchSize) => {
		const result = await simulate({
			server: { quota: 500, windowMs: WINDOW_MS, kind: 'rolling' },
			calls: 2_000,
			clients,
			batchSize,
			latency: 20,
		});

		expect(result).toMatchObject({ failed: 0, throttled: 0 });
		// One window more, and a little for the calls that test whether a pause is over.
		expect(result.windows).toBeLessThan(leastWindows(2_000, 500) + 1.15);
	});
});

test('alone, nothing is ever throttled and all is done in time', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.record({
				kind: fc.constantFrom('rolling' as const, 'draining' as const),
				tellsRegain: fc.boolean(),
				quota: fc.integer({ min: 20, max: 400 }),
				callsPerQuota: fc.double({ min: 0.5, max: 4, noNaN: true }),
				clients: fc.integer({ min: 1, max: 4 }),
				batchSize: fc.integer({ min: 1, max: 50 }),
				latency: fc.integer({ min: 1, max: 400 }),
			}),
			async ({ kind, tellsRegain, quota, callsPerQuota, clients, latency, ...rest }) => {
				const calls = Math.ceil(quota * callsPerQuota);
				// The first batch is sent before anything is known of the quota.
				const batchSize = Math.min(rest.batchSize, quota);
				const result = await simulate({
					server: { quota, windowMs: WINDOW_MS, kind, tellsRegain },
					calls,
					clients,
					batchSize,
					latency,
				});
				expect(result).toMatchObject({ failed: 0, throttled: 0 });
				const bareTime = (calls * latency) / WINDOW_MS;
				expect(result.windows).toBeLessThan(leastWindows(calls, quota) + 1.5 + bareTime);
			},
		),
		{ numRuns: 20 },
	);
});

test('beside other consumers all is done, with few throttled calls', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.record({
				kind: fc.constantFrom('rolling' as const, 'draining' as const),
				tellsRegain: fc.boolean(),
				quota: fc.integer({ min: 60, max: 400 }),
				share: fc.double({ min: 0.05, max: 0.5, noNaN: true }),
				clients: fc.integer({ min: 1, max: 3 }),
				batchSize: fc.integer({ min: 1, max: 50 }),
			}),
			async ({ kind, tellsRegain, quota, share, clients, batchSize }) => {
				const rate = (quota * share) / WINDOW_MS;
				const others = (from: number, to: number) =>
					Math.floor(to * rate) - Math.floor(from * rate);
				const calls = 2 * quota;
				const result = await simulate({
					server: { quota, windowMs: WINDOW_MS, kind, tellsRegain, others },
					calls,
					clients,
					batchSize,
					latency: 50,
				});
				expect(result.failed).toBe(0);
				expect(result.throttled).toBeLessThan(0.05 * calls + 5);
			},
		),
		{ numRuns: 20 },
	);
});

/** The least time in windows: the first quota goes at once, then as much as comes back. */
function leastWindows(calls: number, quota: number): number {
	return Math.max(0, calls / quota - 1);
}
