import { CallCost } from './callCost';
import { OwnCalls } from './ownCalls';
import {
	PAUSE_PERCENT,
	pauseLength,
	percentToDrain,
	SPREAD_PERCENT,
	spreadInterval,
} from './throttle';
import type { QuotaState } from './throttle';
import type { QuotaUsage } from './types';
import type { UsageReading } from './usageHeaders';

/**
 * The most of an hour's quota that one call can take with `development_access`: apps get at least
 * 300 and 600 calls (Rate Limits, Ads Management and Ads Insights).
 */
const DEVELOPMENT_COST_PERCENT: Record<string, number> = {
	ads_management: 100 / 300,
	ads_insights: 100 / 600,
};

/** Calls sent together under one quota. */
export interface SentCalls {
	/** ms since 1970 */
	at: number;
	isProbe: boolean;
}

/** One quota: what headers report, and the process's own calls since. */
export class Quota {
	private readonly cost: CallCost;
	private readonly ownCalls: OwnCalls;
	private reportedPercent = 0;
	/** ms since 1970; before the first header minus infinity. */
	private reportedAt = -Infinity;
	private drainMs: number;
	private tier?: string;
	private hasReplies = false;
	private inFlight = 0;
	private isProbing = false;
	private nextCallAt = 0;
	private pause?: { since: number; until: number; length: number };

	constructor(
		readonly object: string,
		readonly type: string,
		private readonly windowMs: number,
	) {
		this.drainMs = windowMs;
		this.ownCalls = new OwnCalls(windowMs);
		this.cost = new CallCost(windowMs, this.ownCalls);
	}

	state(now: number): QuotaState {
		const { cost, windowMs } = this;
		const inFlightPercent = this.inFlight * cost.max;
		const expired = this.ownCalls.expiredBetween(this.reportedAt, now) * cost.max;
		const isOutdated = now - this.reportedAt >= windowMs;
		const drained = this.drainedPercent(now);
		const worstCase = Math.max(drained, isOutdated ? 0 : this.reportedPercent - expired);
		return {
			hasReplies: this.hasReplies,
			expected: drained + this.inFlight * cost.expected,
			worstCase: worstCase + inFlightPercent,
			cost: { expected: cost.expected, max: cost.max, isReliable: cost.isReliable },
			inFlight: this.inFlight,
			pausedUntil: this.pause?.until,
			isProbing: this.isProbing,
			nextCallAt: this.nextCallAt,
			capacityAt: this.capacityAt(worstCase, now),
			drainMs: this.drainMs,
		};
	}

	/** Counts calls in flight as used. */
	onSent(calls: number, sent: SentCalls): void {
		this.inFlight += calls;
		if (sent.isProbe) this.isProbing = true;
		const { expected, cost, drainMs } = this.state(sent.at);
		const interval = spreadInterval(expected, cost.expected, drainMs);
		this.nextCallAt = Math.max(sent.at, this.nextCallAt) + calls * interval;
		if (interval === 0) this.nextCallAt = sent.at;
	}

	/** The calls are no longer in flight, with a reply or without. */
	onReturned(calls: number, sent: SentCalls): void {
		this.inFlight = Math.max(0, this.inFlight - calls);
		if (sent.isProbe) this.isProbing = false;
	}

	/**
	 * Takes replies, with a header about this quota or without.
	 *
	 * @param calls how many were made under this quota; 0 when the header came with other calls
	 */
	onReply(calls: number, sent: SentCalls, now: number, reading?: UsageReading): void {
		this.hasReplies = true;
		this.cost.count(calls);
		if (calls > 0) this.ownCalls.add(calls, now);
		if (!reading) {
			this.reportedPercent = this.drainedPercent(now) + calls * this.cost.expected;
			this.reportedAt = now;
			if (sent.isProbe) {
				// Without a header the success of the probe is the only evidence.
				this.pause = undefined;
				this.reportedPercent = Math.min(this.reportedPercent, SPREAD_PERCENT);
			}
			return;
		}
		this.tier = reading.tier ?? this.tier;
		this.drainMs = reading.drainMs ?? this.windowMs;
		if (this.tier === 'development_access' && this.type in DEVELOPMENT_COST_PERCENT) {
			this.cost.setDocumentedMax(DEVELOPMENT_COST_PERCENT[this.type]);
		}
		this.cost.observe(reading.percent, now);
		// Replies to concurrent calls may arrive out of order.
		const isOverlapping = sent.at < this.reportedAt;
		this.reportedPercent = isOverlapping
			? Math.max(reading.percent, this.drainedPercent(now))
			: reading.percent;
		this.reportedAt = now;
		this.updatePause(reading, sent, now);
	}

	/** Meta refused a call for this quota, maybe without a header that says until when. */
	onThrottled(now: number, wait: number): void {
		this.hasReplies = true;
		this.reportedPercent = Math.max(100, this.drainedPercent(now));
		this.reportedAt = now;
		if (this.pause && this.pause.until > now) return;
		this.pause = { since: this.pause?.since ?? now, until: now + wait, length: wait };
	}

	/** Percent used by the last report. */
	get percent(): number {
		return this.reportedPercent;
	}

	/** `undefined` until the first report. */
	usage(now: number): QuotaUsage | undefined {
		if (this.reportedAt === -Infinity) return undefined;
		return {
			object: this.object,
			type: this.type,
			percent: Math.round(this.drainedPercent(now) * 100) / 100,
			regainAccessIn: Math.max(0, (this.pause?.until ?? now) - now),
			...(this.tier ? { tier: this.tier } : {}),
		};
	}

	/** Begins, lengthens or ends the pause by what a header says. */
	private updatePause({ percent, regainMs }: UsageReading, sent: SentCalls, now: number): void {
		const { pause } = this;
		if (percent < PAUSE_PERCENT && regainMs === 0) {
			if (pause && (sent.isProbe || sent.at >= pause.since)) this.pause = undefined;
			return;
		}
		// Calls that were in flight when the pause began say nothing about its end.
		if (pause && !sent.isProbe && regainMs === 0) return;
		const previousPause = sent.isProbe ? pause?.length : undefined;
		const length = regainMs > 0 ? regainMs : this.pauseLengthFor(percent, now, previousPause);
		this.pause = { since: pause?.since ?? now, until: now + length, length };
	}

	private pauseLengthFor(percent: number, now: number, previousPause?: number): number {
		const { drainMs } = this;
		const cost = this.cost.isReliable ? this.cost.expected : 0;
		const calls = cost > 0 ? Math.ceil(percentToDrain(percent) / cost) : Infinity;
		const expireAt = this.ownCalls.expiryOf(calls, now);
		const ownCallsExpireIn = expireAt === undefined ? undefined : Math.max(1, expireAt - now);
		return pauseLength({ percent, cost, previousPause, ownCallsExpireIn, drainMs });
	}

	private drainedPercent(now: number): number {
		if (this.reportedAt === -Infinity) return 0;
		return Math.max(0, this.reportedPercent - (100 * (now - this.reportedAt)) / this.drainMs);
	}

	/** When there is capacity for one call, whether usage drains evenly or only as own calls expire. */
	private capacityAt(worstCase: number, now: number): number {
		const cost = this.cost.max;
		const excess = worstCase + cost - PAUSE_PERCENT;
		if (cost === 0 || excess <= 0) return now;
		const drainedAt = now + (excess * this.drainMs) / 100;
		const outdatedAt = this.reportedAt + this.windowMs;
		const expiredAt = this.ownCalls.expiryOf(Math.ceil(excess / cost), now) ?? outdatedAt;
		return Math.max(drainedAt, Math.min(outdatedAt, expiredAt));
	}
}
