import { CallCost } from './callCost';
import { OwnCalls } from './ownCalls';
import { PAUSE_PERCENT, pauseLength, percentToLeave, SPREAD_PERCENT, spreadInterval } from './pace';
import type { QuotaState } from './pace';
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

/** Calls that went out together under one quota. */
export interface Sent {
	/** ms since 1970 */
	at: number;
	isProbe: boolean;
}

/** What the process knows of one quota: what headers told, and its own calls since. */
export class Quota {
	private readonly cost: CallCost;
	private readonly ownCalls: OwnCalls;
	private toldPercent = 0;
	/** ms since 1970; before the first header minus infinity. */
	private toldAt = -Infinity;
	private drainMs: number;
	private tier?: string;
	private isContacted = false;
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
		const flying = this.inFlight * cost.atMost;
		const left = this.ownCalls.leftBetween(this.toldAt, now) * cost.atMost;
		const isOutdated = now - this.toldAt >= windowMs;
		const drained = this.drainedPercent(now);
		const worst = Math.max(drained, isOutdated ? 0 : this.toldPercent - left);
		return {
			isContacted: this.isContacted,
			likely: drained + this.inFlight * cost.likely,
			worst: worst + flying,
			cost: { likely: cost.likely, atMost: cost.atMost, isTrusted: cost.isTrusted },
			inFlight: this.inFlight,
			pausedUntil: this.pause?.until,
			isProbing: this.isProbing,
			nextCallAt: this.nextCallAt,
			roomAt: this.roomAt(worst, now),
			drainMs: this.drainMs,
		};
	}

	/** Calls go out; from now on they count as used. */
	send(calls: number, sent: Sent): void {
		this.inFlight += calls;
		if (sent.isProbe) this.isProbing = true;
		const { likely, cost, drainMs } = this.state(sent.at);
		const interval = spreadInterval(likely, cost.likely, drainMs);
		this.nextCallAt = Math.max(sent.at, this.nextCallAt) + calls * interval;
		if (interval === 0) this.nextCallAt = sent.at;
	}

	/** The calls are no longer on their way, answered or not. */
	land(calls: number, sent: Sent): void {
		this.inFlight = Math.max(0, this.inFlight - calls);
		if (sent.isProbe) this.isProbing = false;
	}

	/**
	 * Calls were answered, with a header about this quota or without.
	 *
	 * @param calls how many were made under this quota; 0 when others' headers tell of it
	 */
	hear(calls: number, sent: Sent, now: number, reading?: UsageReading): void {
		this.isContacted = true;
		this.cost.count(calls);
		if (calls > 0) this.ownCalls.add(calls, now);
		if (!reading) {
			this.toldPercent = this.drainedPercent(now) + calls * this.cost.likely;
			this.toldAt = now;
			if (sent.isProbe) {
				// Meta says nothing of this quota, so that a call went through is all there is to go by.
				this.pause = undefined;
				this.toldPercent = Math.min(this.toldPercent, SPREAD_PERCENT);
			}
			return;
		}
		this.tier = reading.tier ?? this.tier;
		this.drainMs = reading.drainMs ?? this.windowMs;
		if (this.tier === 'development_access' && this.type in DEVELOPMENT_COST_PERCENT) {
			this.cost.expect(DEVELOPMENT_COST_PERCENT[this.type]);
		}
		this.cost.observe(reading.percent, now);
		// Of two calls at the same time the first to arrive may be the last to be answered.
		const isOverlapping = sent.at < this.toldAt;
		this.toldPercent = isOverlapping
			? Math.max(reading.percent, this.drainedPercent(now))
			: reading.percent;
		this.toldAt = now;
		this.judge(reading, sent, now);
	}

	/** Meta refused a call for this quota, maybe without telling until when. */
	refuse(now: number, wait: number): void {
		this.isContacted = true;
		this.toldPercent = Math.max(100, this.drainedPercent(now));
		this.toldAt = now;
		if (this.pause && this.pause.until > now) return;
		this.pause = { since: this.pause?.since ?? now, until: now + wait, length: wait };
	}

	/** Percent used when Meta last told. */
	get percent(): number {
		return this.toldPercent;
	}

	/** `undefined` as long as Meta has told nothing. */
	usage(now: number): QuotaUsage | undefined {
		if (this.toldAt === -Infinity) return undefined;
		return {
			object: this.object,
			type: this.type,
			percent: Math.round(this.drainedPercent(now) * 100) / 100,
			regainAccessIn: Math.max(0, (this.pause?.until ?? now) - now),
			...(this.tier ? { tier: this.tier } : {}),
		};
	}

	/** Begins, lengthens or ends the pause by what a header says. */
	private judge({ percent, regainMs }: UsageReading, sent: Sent, now: number): void {
		const { pause } = this;
		if (percent < PAUSE_PERCENT && regainMs === 0) {
			if (pause && (sent.isProbe || sent.at >= pause.since)) this.pause = undefined;
			return;
		}
		// Calls that were on their way when the pause began say nothing about its end.
		if (pause && !sent.isProbe && regainMs === 0) return;
		const previousPause = sent.isProbe ? pause?.length : undefined;
		const length = regainMs > 0 ? regainMs : this.pauseFor(percent, now, previousPause);
		this.pause = { since: pause?.since ?? now, until: now + length, length };
	}

	private pauseFor(percent: number, now: number, previousPause?: number): number {
		const { drainMs } = this;
		const cost = this.cost.isTrusted ? this.cost.likely : 0;
		const calls = cost > 0 ? Math.ceil(percentToLeave(percent) / cost) : Infinity;
		const leaveAt = this.ownCalls.whenLeft(calls, now);
		const ownCallsLeaveIn = leaveAt === undefined ? undefined : Math.max(1, leaveAt - now);
		return pauseLength({ percent, cost, previousPause, ownCallsLeaveIn, drainMs });
	}

	private drainedPercent(now: number): number {
		if (this.toldAt === -Infinity) return 0;
		return Math.max(0, this.toldPercent - (100 * (now - this.toldAt)) / this.drainMs);
	}

	/**
	 * When there is room for one call whether usage drains evenly or own calls leave the count one
	 * window after they were made.
	 */
	private roomAt(worst: number, now: number): number {
		const cost = this.cost.atMost;
		const excess = worst + cost - PAUSE_PERCENT;
		if (cost === 0 || excess <= 0) return now;
		const drainedAt = now + (excess * this.drainMs) / 100;
		const outdatedAt = this.toldAt + this.windowMs;
		const leftAt = this.ownCalls.whenLeft(Math.ceil(excess / cost), now) ?? outdatedAt;
		return Math.max(drainedAt, Math.min(outdatedAt, leftAt));
	}
}
