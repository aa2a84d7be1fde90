/** Below this usage nothing is held back. */
export const SPREAD_PERCENT = 75;
/** From this usage on nothing is sent until access returns. */
export const PAUSE_PERCENT = 95;
/** Usage to wait for before a pause is tested by one call. */
const RESUME_PERCENT = 93;
/** A batch takes no more than this part of what is left, in case the cost of a call is misjudged. */
const SHARE_OF_ROOM = 0.5;
/** Headers round down by up to this much. */
const ROUNDING_PERCENT = 1;

/** All that is known of one quota at a moment; percents count what is in flight as used. */
export interface QuotaState {
	/** Whether any call under this quota was ever answered. */
	isContacted: boolean;
	/** Percent used, if usage drains evenly. */
	likely: number;
	/** The same, or more if usage only falls by own calls that leave the count after a window. */
	worst: number;
	/** Percent of the quota that a call takes. */
	cost: { likely: number; atMost: number; isTrusted: boolean };
	/** Calls sent and not answered. */
	inFlight: number;
	/** When the pause ends, ms since 1970. */
	pausedUntil?: number;
	/** Whether the one call that tests a pause is on its way. */
	isProbing: boolean;
	/** When the next call should go for usage to be spread, ms since 1970. */
	nextCallAt: number;
	/** When even the worst case leaves room for a call, ms since 1970. */
	roomAt: number;
	/** Milliseconds in which the whole quota comes back. */
	drainMs: number;
}

export type Pace =
	/** So many calls may go now. */
	| { kind: 'go'; calls: number; isProbe: boolean }
	/** So many may go after a wait that only spreads them. */
	| { kind: 'spread'; calls: number; wait: number }
	/** None may go for so many ms. */
	| { kind: 'pause'; wait: number }
	/** None may go before calls in flight are answered. */
	| { kind: 'hold' };

const HOLD: Pace = { kind: 'hold' };

/**
 * How many of the wanted calls may go under one quota, and when (Rate Limits, Best Practices). Calls
 * beyond a limit are refused and lengthen the block, so the limit itself is never tried.
 */
export function decide(quota: QuotaState, wanted: number, now: number): Pace {
	const { inFlight, pausedUntil, likely, drainMs } = quota;
	if (quota.isProbing) return HOLD;
	if (pausedUntil !== undefined) {
		if (now < pausedUntil) return { kind: 'pause', wait: pausedUntil - now };
		return inFlight > 0 ? HOLD : { kind: 'go', calls: 1, isProbe: true };
	}
	if (!quota.isContacted) return inFlight > 0 ? HOLD : go(wanted);
	if (likely >= PAUSE_PERCENT) {
		if (inFlight > 0) return HOLD;
		return { kind: 'pause', wait: timeToDrain(likely, RESUME_PERCENT, drainMs) };
	}
	const calls = Math.min(wanted, fitting(quota));
	if (calls < 1)
		return inFlight > 0 ? HOLD : { kind: 'pause', wait: Math.max(1, quota.roomAt - now) };
	if (likely < SPREAD_PERCENT || now >= quota.nextCallAt) return go(calls);
	return { kind: 'spread', calls, wait: quota.nextCallAt - now };
}

/**
 * Milliseconds between two calls: none below 75 %, rising to the interval at which the quota comes
 * back, so that what is left lasts and the usage settles short of the pause.
 */
export function spreadInterval(percent: number, costPercent: number, drainMs: number): number {
	const height = (percent - SPREAD_PERCENT) / (PAUSE_PERCENT - SPREAD_PERCENT);
	const share = Math.min(1, Math.max(0, height));
	return (drainMs * costPercent * share * share) / 100;
}

/** What is known when Meta tells a usage of 95 % and more without saying when access returns. */
export interface FullQuota {
	percent: number;
	/** Percent that a call takes. */
	cost: number;
	/** Length of the pause that a probe has just found too short, ms. */
	previousPause?: number;
	/** Milliseconds until own calls have left the count that would bring usage down. */
	ownCallsLeaveIn?: number;
	drainMs: number;
}

/**
 * Length of the next pause in ms: as long as it takes if usage drains evenly; when that proved too
 * short, twice as long each time. Then it passes neither the window nor the time at which the
 * process's own calls leave it; with hardly room for another probe that time is waited for at once.
 */
export function pauseLength(quota: FullQuota): number {
	const { percent, cost, previousPause = 0, drainMs } = quota;
	const { ownCallsLeaveIn = drainMs } = quota;
	const drained = timeToDrain(percent + ROUNDING_PERCENT, RESUME_PERCENT, drainMs);
	const isTight = percent + ROUNDING_PERCENT + 2 * cost > 100;
	const wanted = isTight && quota.ownCallsLeaveIn !== undefined ? Infinity : 2 * previousPause;
	return Math.max(drained, Math.min(wanted, ownCallsLeaveIn, drainMs));
}

/** Percent that has to leave the count before a pause can end. */
export function percentToLeave(percent: number): number {
	return percent + ROUNDING_PERCENT - RESUME_PERCENT;
}

/** Calls for which there is room below the pause, whatever has happened to the usage since. */
function fitting({ worst, cost, inFlight }: QuotaState): number {
	if (cost.atMost === 0) return Infinity;
	const room = Math.floor((PAUSE_PERCENT - worst) / cost.atMost);
	if (room >= 1) return Math.max(1, Math.floor(room * SHARE_OF_ROOM));
	// One call alone tells where the usage really is; it has to stay clear of the limit itself.
	const isSafe = !cost.isTrusted || worst + cost.atMost + ROUNDING_PERCENT <= 100;
	return inFlight === 0 && isSafe ? 1 : 0;
}

function timeToDrain(from: number, to: number, drainMs: number): number {
	return Math.max(1, ((from - to) * drainMs) / 100);
}

function go(calls: number): Pace {
	return { kind: 'go', calls, isProbe: false };
}
