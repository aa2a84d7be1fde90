import * as fc from 'fast-check';

import {
	decideThrottle,
	pauseLength,
	spreadInterval,
	type QuotaState,
} from '../../../nodes/shared/graph/throttle';

const NOW = 1_000_000;
const HOUR_MS = 3_600_000;

function quota(percent: number, extra: Partial<QuotaState> = {}): QuotaState {
	return {
		hasReplies: true,
		expected: percent,
		worstCase: percent,
		cost: { expected: 0.2, max: 0.2, isReliable: true },
		inFlight: 0,
		isProbing: false,
		nextCallAt: NOW,
		capacityAt: NOW,
		drainMs: HOUR_MS,
		...extra,
	};
}

describe('decideThrottle', () => {
	test('lets a whole batch go while there is room', () => {
		expect(decideThrottle(quota(0), 50, NOW)).toEqual({ kind: 'allow', calls: 50, isProbe: false });
		expect(decideThrottle(quota(74), 50, NOW)).toEqual({
			kind: 'allow',
			calls: 50,
			isProbe: false,
		});
	});

	test('at 74 % nothing is spread, at 76 % it is', () => {
		const nextCallAt = NOW + 700;
		expect(decideThrottle(quota(74, { nextCallAt }), 1, NOW)).toMatchObject({ kind: 'allow' });
		expect(decideThrottle(quota(76, { nextCallAt }), 1, NOW)).toEqual({
			kind: 'delay',
			calls: 1,
			wait: 700,
		});
		expect(decideThrottle(quota(76), 1, NOW)).toMatchObject({ kind: 'allow', calls: 1 });
	});

	test('a batch shrinks to stay clear of the pause', () => {
		expect(decideThrottle(quota(90), 50, NOW)).toEqual({
			kind: 'allow',
			calls: 12,
			isProbe: false,
		});
		expect(decideThrottle(quota(94), 50, NOW)).toEqual({ kind: 'allow', calls: 2, isProbe: false });
	});

	test('from 95 % on nothing goes before usage has fallen', () => {
		expect(decideThrottle(quota(96), 1, NOW)).toEqual({ kind: 'pause', wait: 108_000 });
		expect(decideThrottle(quota(100), 1, NOW)).toEqual({ kind: 'pause', wait: 252_000 });
	});

	test('a pause ends with one call alone', () => {
		const paused = quota(96, { pausedUntil: NOW + 5 });
		expect(decideThrottle(paused, 50, NOW)).toEqual({ kind: 'pause', wait: 5 });
		expect(decideThrottle(paused, 50, NOW + 5)).toEqual({ kind: 'allow', calls: 1, isProbe: true });
		expect(decideThrottle({ ...paused, inFlight: 3 }, 50, NOW + 5)).toEqual({
			kind: 'awaitReplies',
		});
		expect(decideThrottle({ ...paused, isProbing: true }, 50, NOW + 5)).toEqual({
			kind: 'awaitReplies',
		});
	});

	test('of an unknown quota one batch is sent, and its answer awaited', () => {
		const unknown = quota(0, {
			hasReplies: false,
			cost: { expected: 0, max: 0, isReliable: false },
		});
		expect(decideThrottle(unknown, 50, NOW)).toEqual({ kind: 'allow', calls: 50, isProbe: false });
		expect(decideThrottle({ ...unknown, inFlight: 50 }, 50, NOW)).toEqual({ kind: 'awaitReplies' });
	});

	test('when usage may not have fallen, one call finds out', () => {
		expect(decideThrottle(quota(60, { worstCase: 94.9 }), 50, NOW)).toMatchObject({
			kind: 'allow',
			calls: 1,
		});
		const large = quota(60, {
			worstCase: 94.9,
			cost: { expected: 6, max: 6, isReliable: true },
			capacityAt: NOW + 900,
		});
		expect(decideThrottle(large, 50, NOW)).toEqual({ kind: 'pause', wait: 900 });
	});

	test('never lets a batch pass the limit by what is known', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 120, noNaN: true }),
				fc.double({ min: 0.0001, max: 20, noNaN: true }),
				fc.integer({ min: 1, max: 50 }),
				(percent, max, wanted) => {
					const decision = decideThrottle(
						quota(percent, { cost: { expected: max, max, isReliable: true } }),
						wanted,
						NOW,
					);
					if (decision.kind !== 'allow') return;
					expect(decision.calls).toBeLessThanOrEqual(wanted);
					expect(percent + decision.calls * max).toBeLessThan(100);
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

	test('ends when own calls expire', () => {
		const ownCallsExpireIn = 700_000;
		expect(pauseLength({ ...full, previousPause: 600_000, ownCallsExpireIn })).toBe(700_000);
	});

	test('does not test the pause where another call might be too much', () => {
		const ownCallsExpireIn = 2_000_000;
		expect(pauseLength({ ...full, percent: 99, ownCallsExpireIn })).toBe(2_000_000);
	});
});
