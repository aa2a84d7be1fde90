/** Below this usage nothing waits. */
export const SPREAD_PERCENT = 75;
/** From this usage on calls stop until access returns. */
export const PAUSE_PERCENT = 95;
/** Usage to wait for before one probe tests the pause. */
const RESUME_PERCENT = 93;
/** Part of the capacity that one batch may take, in case the estimated cost is too low. */
const CAPACITY_SHARE = 0.5;
/** Headers round down by up to this much. */
const ROUNDING_PERCENT = 1;

/** State of one quota; percents count calls in flight as used. */
export interface QuotaState {
	hasReplies: boolean;
	/** Percent used, if usage drains evenly. */
	expected: number;
	/** Percent used, if usage falls only when own calls expire. */
	worstCase: number;
	/** Percent of the quota per call. */
	cost: { expected: number; max: number; isReliable: boolean };
	inFlight: number;
	/** When the pause ends, ms since 1970. */
	pausedUntil?: number;
	/** Whether the call that tests a pause is in flight. */
	isProbing: boolean;
	/** When the next call is due while calls are spread, ms since 1970. */
	nextCallAt: number;
	/** When the worst case has capacity for a call, ms since 1970. */
	capacityAt: number;
	/** Milliseconds in which the whole quota comes back. */
	drainMs: number;
}

export type ThrottleDecision =
	/** Up to `calls` may go now. */
	| { kind: 'allow'; calls: number; isProbe: boolean }
	/** Up to `calls` may go after a wait that only spreads them. */
	| { kind: 'delay'; calls: number; wait: number }
	/** None may go for `wait` ms. */
	| { kind: 'pause'; wait: number }
	/** None may go before the calls in flight have replies. */
	| { kind: 'awaitReplies' };

const AWAIT_REPLIES: ThrottleDecision = { kind: 'awaitReplies' };

/**
 * How many calls may go under one quota, and when (Rate Limits, Best Practices). Calls beyond the limit
 * lengthen the block, so it is never reached on purpose.
 */
export function decideThrottle(quota: QuotaState, wanted: number, now: number): ThrottleDecision {
	const { inFlight, pausedUntil, expected, drainMs } = quota;
	if (quota.isProbing) return AWAIT_REPLIES;
	if (pausedUntil !== undefined) {
		if (now < pausedUntil) return { kind: 'pause', wait: pausedUntil - now };
		return inFlight > 0 ? AWAIT_REPLIES : { kind: 'allow', calls: 1, isProbe: true };
	}
	if (!quota.hasReplies) return inFlight > 0 ? AWAIT_REPLIES : allow(wanted);
	if (expected >= PAUSE_PERCENT) {
		if (inFlight > 0) return AWAIT_REPLIES;
		return { kind: 'pause', wait: timeToDrain(expected, RESUME_PERCENT, drainMs) };
	}
	const calls = Math.min(wanted, capacityOf(quota));
	if (calls < 1)
		return inFlight > 0
			? AWAIT_REPLIES
			: { kind: 'pause', wait: Math.max(1, quota.capacityAt - now) };
	if (expected < SPREAD_PERCENT || now >= quota.nextCallAt) return allow(calls);
	return { kind: 'delay', calls, wait: quota.nextCallAt - now };
}

/**
 * Milliseconds between two calls: 0 below 75 %, rising to the rate at which the quota drains, so that
 * usage settles below the pause.
 */
export function spreadInterval(percent: number, costPercent: number, drainMs: number): number {
	const height = (percent - SPREAD_PERCENT) / (PAUSE_PERCENT - SPREAD_PERCENT);
	const share = Math.min(1, Math.max(0, height));
	return (drainMs * costPercent * share * share) / 100;
}

/** A quota of 95 % and more for which Meta does not say when access returns. */
export interface ExhaustedQuota {
	percent: number;
	/** Percent per call. */
	cost: number;
	/** Length of the pause that a probe found too short, ms. */
	previousPause?: number;
	/** Milliseconds until enough own calls have expired. */
	ownCallsExpireIn?: number;
	drainMs: number;
}

/**
 * Length of the next pause in ms: first the time in which usage drains evenly, then exponential backoff.
 * It ends when own calls expire at the latest; with little capacity for another probe it lasts until then.
 */
export function pauseLength(quota: ExhaustedQuota): number {
	const { percent, cost, previousPause = 0, drainMs } = quota;
	const { ownCallsExpireIn = drainMs } = quota;
	const drained = timeToDrain(percent + ROUNDING_PERCENT, RESUME_PERCENT, drainMs);
	const isTight = percent + ROUNDING_PERCENT + 2 * cost > 100;
	const wanted = isTight && quota.ownCallsExpireIn !== undefined ? Infinity : 2 * previousPause;
	return Math.max(drained, Math.min(wanted, ownCallsExpireIn, drainMs));
}

export function percentToDrain(percent: number): number {
	return percent + ROUNDING_PERCENT - RESUME_PERCENT;
}

/** Calls that fit below the pause in the worst case. */
function capacityOf({ worstCase, cost, inFlight }: QuotaState): number {
	if (cost.max === 0) return Infinity;
	const capacity = Math.floor((PAUSE_PERCENT - worstCase) / cost.max);
	if (capacity >= 1) return Math.max(1, Math.floor(capacity * CAPACITY_SHARE));
	// A single call reports the real usage, but must not reach the limit itself.
	const isSafe = !cost.isReliable || worstCase + cost.max + ROUNDING_PERCENT <= 100;
	return inFlight === 0 && isSafe ? 1 : 0;
}

function timeToDrain(from: number, to: number, drainMs: number): number {
	return Math.max(1, ((from - to) * drainMs) / 100);
}

function allow(calls: number): ThrottleDecision {
	return { kind: 'allow', calls, isProbe: false };
}
