import * as fc from 'fast-check';

import {
	decide,
	pauseLength,
	spreadInterval,
	type QuotaState,
} from '../../../nodes/shared/graph/pace';

const NOW = 1_000_000;
const HOUR_MS = 3_600_000;

function quota(percent: number, extra: Partial<QuotaState> = {}): QuotaState {
	return {
		isContacted: true,
		likely: percent,
		worst: percent,
		cost: { likely: 0.2, atMost: 0.2, isTrusted: true },
		inFlight: 0,
		isProbing: false,
		nextCallAt: NOW,
		roomAt: NOW,
		drainMs: HOUR_MS,
		...extra,
	};
}

describe('decide', () => {
	test('lets a whole batch go while there is room', () => {
		expect(decide(quota(0), 50, NOW)).toEqual({ kind: 'go', calls: 50, isProbe: false });
		expect(decide(quota(74), 50, NOW)).toEqual({ kind: 'go', calls: 50, isProbe: false });
	});

	test('at 74 % nothing is spread, at 76 % it is', () => {
		const nextCallAt = NOW + 700;
		expect(decide(quota(74, { nextCallAt }), 1, NOW)).toMatchObject({ kind: 'go' });
		expect(decide(quota(76, { nextCallAt }), 1, NOW)).toEqual({
			kind: 'spread',
			calls: 1,
			wait: 700,
		});
		expect(decide(quota(76), 1, NOW)).toMatchObject({ kind: 'go', calls: 1 });
	});

	test('a batch shrinks to stay clear of the pause', () => {
		expect(decide(quota(90), 50, NOW)).toEqual({ kind: 'go', calls: 12, isProbe: false });
		expect(decide(quota(94), 50, NOW)).toEqual({ kind: 'go', calls: 2, isProbe: false });
	});

	test('from 95 % on nothing goes before usage has fallen', () => {
		expect(decide(quota(96), 1, NOW)).toEqual({ kind: 'pause', wait: 108_000 });
		expect(decide(quota(100), 1, NOW)).toEqual({ kind: 'pause', wait: 252_000 });
	});

	test('a pause ends with one call alone', () => {
		const paused = quota(96, { pausedUntil: NOW + 5 });
		expect(decide(paused, 50, NOW)).toEqual({ kind: 'pause', wait: 5 });
		expect(decide(paused, 50, NOW + 5)).toEqual({ kind: 'go', calls: 1, isProbe: true });
		expect(decide({ ...paused, inFlight: 3 }, 50, NOW + 5)).toEqual({ kind: 'hold' });
		expect(decide({ ...paused, isProbing: true }, 50, NOW + 5)).toEqual({ kind: 'hold' });
	});

	test('of an unknown quota one batch is sent, and its answer awaited', () => {
		const unknown = quota(0, {
			isContacted: false,
			cost: { likely: 0, atMost: 0, isTrusted: false },
		});
		expect(decide(unknown, 50, NOW)).toEqual({ kind: 'go', calls: 50, isProbe: false });
		expect(decide({ ...unknown, inFlight: 50 }, 50, NOW)).toEqual({ kind: 'hold' });
	});

	test('when usage may not have fallen, one call finds out', () => {
		expect(decide(quota(60, { worst: 94.9 }), 50, NOW)).toMatchObject({ kind: 'go', calls: 1 });
		const large = quota(60, {
			worst: 94.9,
			cost: { likely: 6, atMost: 6, isTrusted: true },
			roomAt: NOW + 900,
		});
		expect(decide(large, 50, NOW)).toEqual({ kind: 'pause', wait: 900 });
	});

	test('never lets a batch pass the limit by what is known', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 120, noNaN: true }),
				fc.double({ min: 0.0001, max: 20, noNaN: true }),
				fc.integer({ min: 1, max: 50 }),
				(percent, atMost, wanted) => {
					const pace = decide(
						quota(percent, { cost: { likely: atMost, atMost, isTrusted: true } }),
						wanted,
						NOW,
					);
					if (pace.kind !== 'go') return;
					expect(pace.calls).toBeLessThanOrEqual(wanted);
					expect(percent + pace.calls * atMost).toBeLessThan(100);
				},
			),
		);
	});
});

describe('spreadInterval', () => {
	const interval = (percent: number) => spreadInterval(percent, 0.2, HOUR_MS);

	test('rises from nothing to the time in which one call comes back', () => {
		expect(interval(0)).toBe(0);
		expect(interval(75)).toBe(0);
		expect(interval(94)).toBeLessThan(7_200);
		expect(interval(95)).toBe(7_200);
		expect(interval(100)).toBe(7_200);
	});

	test('never falls with more usage', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (a, b) => {
				expect(interval(Math.max(a, b))).toBeGreaterThanOrEqual(interval(Math.min(a, b)));
			}),
		);
	});
});

describe('pauseLength', () => {
	const full = { percent: 95, cost: 0.2, drainMs: HOUR_MS };

	test('is first the time that usage takes to drain', () => {
		expect(pauseLength(full)).toBe(0.03 * HOUR_MS);
	});

	test('doubles when it was too short, up to the window', () => {
		expect(pauseLength({ ...full, previousPause: 600_000 })).toBe(1_200_000);
		expect(pauseLength({ ...full, previousPause: HOUR_MS })).toBe(HOUR_MS);
	});

	test('ends when own calls leave the count', () => {
		const ownCallsLeaveIn = 700_000;
		expect(pauseLength({ ...full, previousPause: 600_000, ownCallsLeaveIn })).toBe(700_000);
	});

	test('does not test the pause where another call might be too much', () => {
		const ownCallsLeaveIn = 2_000_000;
		expect(pauseLength({ ...full, percent: 99, ownCallsLeaveIn })).toBe(2_000_000);
	});
});
