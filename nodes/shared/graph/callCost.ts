import type { OwnCalls } from './ownCalls';

/** Headers tell whole percents, so less growth than this says little about what a call costs. */
const MIN_SAMPLE_PERCENT = 3;
/** After this much growth a sample is complete and the next one begins. */
const FULL_SAMPLE_PERCENT = 10;
/** Over a longer part of the window usage also falls, which would make calls look cheap. */
const MAX_SAMPLE_DURATION = 1 / 50;
/** Part of the window by which the time that Meta counts a call at may be off. */
const EXPIRY_TOLERANCE = 1 / 100;
/** Weight that older samples keep when a new one is complete. */
const DECAY = 0.7;
/** A header's percentage is rounded down. */
const ROUNDING_PERCENT = 1;

/** One sample may include other apps' calls. */
const RELIABLE_SAMPLES = 2;
/** A higher cost per call is more likely due to other apps' calls. */
const PLAUSIBLE_PERCENT = 6;

/** Growth of a quota, and the own calls in that time. */
interface Sample {
	percent: number;
	calls: number;
}

/** Estimates the percent of a quota that one call takes from the growth of the usage headers. */
export class CallCost {
	private calls = 0;
	private anchor?: { percent: number; calls: number; at: number };
	/** Sum of complete samples, older ones with less weight. */
	private samples: Sample = { percent: 0, calls: 0 };
	private sampleCount = 0;
	private current?: Sample;
	/** Upper bounds of the cost, from the previous sample and from the running one. */
	private upperBounds: { before?: number; running?: number } = {};
	private documented?: number;

	constructor(
		private readonly windowMs: number,
		private readonly ownCalls: OwnCalls,
	) {}

	/** Takes over the highest cost that Meta documents. */
	setDocumentedMax(percentPerCall: number): void {
		this.documented = percentPerCall;
	}

	count(calls: number): void {
		this.calls += calls;
	}

	/** Takes a header, after the calls that it covers were counted. */
	observe(percent: number, now: number): void {
		const { anchor } = this;
		if (!anchor) {
			// Other apps may have used the quota before, so this is only an upper bound.
			if (this.calls > 0) this.upperBounds.before = (percent + ROUNDING_PERCENT) / this.calls;
			this.anchor = { percent, calls: this.calls, at: now };
			return;
		}
		const grown = percent - anchor.percent;
		const made = this.calls - anchor.calls;
		const calls = made - this.expiredSince(anchor.at, now);
		const share = (now - anchor.at) / this.windowMs;
		if (share <= MAX_SAMPLE_DURATION && grown >= 0 && calls > 0 && calls >= made / 2) {
			this.upperBounds.running = (grown + ROUNDING_PERCENT + 100 * share) / calls;
			if (grown >= MIN_SAMPLE_PERCENT) this.current = { percent: grown, calls };
			if (grown < FULL_SAMPLE_PERCENT) return;
		}
		this.complete();
		this.anchor = { percent, calls: this.calls, at: now };
	}

	/** Whether the estimate is about own calls only. */
	get isReliable(): boolean {
		const isConfirmed = this.sampleCount + (this.current ? 1 : 0) >= RELIABLE_SAMPLES;
		return isConfirmed || this.max <= PLAUSIBLE_PERCENT;
	}

	/** Percent per call, estimated high; 0 while unknown. */
	get max(): number {
		return minOfKnown(this.measured, this.upperBound) ?? this.documented ?? 0;
	}

	/** Percent per call; 0 while unknown. */
	get expected(): number {
		return (
			minOfKnown(this.measured, this.upperBound, this.measured ? undefined : this.documented) ?? 0
		);
	}

	private complete(): void {
		if (this.upperBounds.running !== undefined)
			this.upperBounds = { before: this.upperBounds.running };
		if (!this.current) return;
		this.samples.percent = this.samples.percent * DECAY + this.current.percent;
		this.samples.calls = this.samples.calls * DECAY + this.current.calls;
		this.sampleCount += 1;
		this.current = undefined;
	}

	/** Earlier calls that may have expired meanwhile, which would make calls look cheap. */
	private expiredSince(from: number, to: number): number {
		const tolerance = this.windowMs * EXPIRY_TOLERANCE;
		return this.ownCalls.expiredBetween(from - tolerance, to + tolerance);
	}

	private get measured(): number | undefined {
		const calls = this.samples.calls + (this.current?.calls ?? 0);
		const percent = this.samples.percent + (this.current?.percent ?? 0);
		return calls > 0 ? (percent + ROUNDING_PERCENT) / calls : undefined;
	}

	private get upperBound(): number | undefined {
		return minOfKnown(this.upperBounds.before, this.upperBounds.running);
	}
}

function minOfKnown(...values: Array<number | undefined>): number | undefined {
	const known = values.filter((value): value is number => value !== undefined);
	return known.length > 0 ? Math.min(...known) : undefined;
}
