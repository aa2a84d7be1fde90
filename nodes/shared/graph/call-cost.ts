import type { OwnCalls } from './own-calls';

/** Headers tell whole percents, so less growth than this says little about what a call costs. */
const MIN_SPAN_PERCENT = 3;
/** After this much growth a measurement is complete and the next one begins. */
const FULL_SPAN_PERCENT = 10;
/** Over a longer part of the window usage also falls, which would make calls look cheap. */
const MAX_SPAN = 1 / 50;
/** Part of the window by which the time that a call was counted at may be off. */
const LEAVING_SLACK = 1 / 100;
/** How much of the past a complete measurement leaves in place. */
const MEMORY = 0.7;
/** A header's percentage is rounded down. */
const ROUNDING_PERCENT = 1;

/** Learns how much of a quota one call takes, in percent, from how the headers grow. */
export class CallCost {
	private calls = 0;
	private anchor?: { percent: number; calls: number; at: number };
	/** Complete measurements, the older the lighter. */
	private past = { percent: 0, calls: 0 };
	private current?: { percent: number; calls: number };
	private upperBound?: number;
	private documented?: number;

	constructor(
		private readonly windowMs: number,
		private readonly ownCalls: OwnCalls,
	) {}

	/** What Meta documents as the most that a call can take. */
	expect(percentPerCall: number): void {
		this.documented = percentPerCall;
	}

	/** Own calls whose replies came. */
	count(calls: number): void {
		this.calls += calls;
	}

	/** A header, after the calls it covers were counted. */
	observe(percent: number, now: number): void {
		const { anchor } = this;
		if (!anchor) {
			// Others may have used the quota before, so this is no more than a bound.
			if (this.calls > 0) this.upperBound = (percent + ROUNDING_PERCENT) / this.calls;
			this.anchor = { percent, calls: this.calls, at: now };
			return;
		}
		const grown = percent - anchor.percent;
		const made = this.calls - anchor.calls;
		const calls = made - this.leftSince(anchor.at, now);
		const isShort = now - anchor.at <= this.windowMs * MAX_SPAN;
		if (isShort && grown >= 0 && calls > 0 && calls >= made / 2) {
			const bound = (grown + ROUNDING_PERCENT) / calls;
			this.upperBound = Math.min(this.upperBound ?? bound, bound);
			if (grown >= MIN_SPAN_PERCENT) this.current = { percent: grown, calls };
			if (grown < FULL_SPAN_PERCENT) return;
		}
		if (this.current) {
			this.past.percent = this.past.percent * MEMORY + this.current.percent;
			this.past.calls = this.past.calls * MEMORY + this.current.calls;
			this.current = undefined;
		}
		this.anchor = { percent, calls: this.calls, at: now };
	}

	get isMeasured(): boolean {
		return this.past.calls + (this.current?.calls ?? 0) > 0;
	}

	/** Percent per call, rather too much than too little; 0 while nothing is known. */
	get atMost(): number {
		return this.measured ?? this.upperBound ?? this.documented ?? 0;
	}

	/** Percent per call; 0 while nothing is known. */
	get likely(): number {
		if (this.measured !== undefined) return this.measured;
		const bounds = [this.upperBound, this.documented].filter((bound) => bound !== undefined);
		return bounds.length > 0 ? Math.min(...bounds) : 0;
	}

	/** Earlier calls that may have left the count meanwhile, which would make calls look cheap. */
	private leftSince(from: number, to: number): number {
		const slack = this.windowMs * LEAVING_SLACK;
		return this.ownCalls.leftBetween(from - slack, to + slack);
	}

	private get measured(): number | undefined {
		const calls = this.past.calls + (this.current?.calls ?? 0);
		const percent = this.past.percent + (this.current?.percent ?? 0);
		return calls > 0 ? (percent + ROUNDING_PERCENT) / calls : undefined;
	}
}
