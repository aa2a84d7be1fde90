import type { OwnCalls } from './ownCalls';

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

/** One measurement may be of others' calls as well; two tell. */
const SPANS_TO_TRUST = 2;
/** A call that seems to cost more than this is rather one beside many of others. */
const PLAUSIBLE_PERCENT = 6;

/** Growth of a quota and the own calls in that time. */
interface Span {
	percent: number;
	calls: number;
}

/** Learns how much of a quota one call takes, in percent, from how the headers grow. */
export class CallCost {
	private calls = 0;
	private anchor?: { percent: number; calls: number; at: number };
	/** Complete measurements, the older the lighter. */
	private past: Span = { percent: 0, calls: 0 };
	private spans = 0;
	private current?: Span;
	/** What a call can have taken at most, by the span before and by the running one. */
	private bounds: { before?: number; running?: number } = {};
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
			if (this.calls > 0) this.bounds.before = (percent + ROUNDING_PERCENT) / this.calls;
			this.anchor = { percent, calls: this.calls, at: now };
			return;
		}
		const grown = percent - anchor.percent;
		const made = this.calls - anchor.calls;
		const calls = made - this.leftSince(anchor.at, now);
		const share = (now - anchor.at) / this.windowMs;
		if (share <= MAX_SPAN && grown >= 0 && calls > 0 && calls >= made / 2) {
			this.bounds.running = (grown + ROUNDING_PERCENT + 100 * share) / calls;
			if (grown >= MIN_SPAN_PERCENT) this.current = { percent: grown, calls };
			if (grown < FULL_SPAN_PERCENT) return;
		}
		this.complete();
		this.anchor = { percent, calls: this.calls, at: now };
	}

	/** Whether the cost can be taken for that of this process's own calls. */
	get isTrusted(): boolean {
		const isConfirmed = this.spans + (this.current ? 1 : 0) >= SPANS_TO_TRUST;
		return isConfirmed || this.atMost <= PLAUSIBLE_PERCENT;
	}

	/** Percent per call, rather too much than too little; 0 while nothing is known. */
	get atMost(): number {
		return least(this.measured, this.bound) ?? this.documented ?? 0;
	}

	/** Percent per call; 0 while nothing is known. */
	get likely(): number {
		return least(this.measured, this.bound, this.measured ? undefined : this.documented) ?? 0;
	}

	private complete(): void {
		if (this.bounds.running !== undefined) this.bounds = { before: this.bounds.running };
		if (!this.current) return;
		this.past.percent = this.past.percent * MEMORY + this.current.percent;
		this.past.calls = this.past.calls * MEMORY + this.current.calls;
		this.spans += 1;
		this.current = undefined;
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

	private get bound(): number | undefined {
		return least(this.bounds.before, this.bounds.running);
	}
}

function least(...values: Array<number | undefined>): number | undefined {
	const known = values.filter((value): value is number => value !== undefined);
	return known.length > 0 ? Math.min(...known) : undefined;
}
