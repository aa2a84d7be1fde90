/** Calls counted over an hour. All times are in ms. */
export interface CallWindow {
	add(calls: number, nowMs: number): void;
	count(nowMs: number): number;
	/** Ms until the count is below the quota again; 0 when it is. */
	msUntilBelow(quota: number, nowMs: number): number;
}

/** Exact: a call counts for one hour and then leaves. */
export class RollingWindow implements CallWindow {
	private times: number[] = [];
	private counts: number[] = [];
	private first = 0;
	private total = 0;

	constructor(private readonly hourMs: number) {}

	add(calls: number, nowMs: number): void {
		this.forget(nowMs);
		const last = this.times.length - 1;
		if (last >= this.first && this.times[last] === nowMs) this.counts[last] += calls;
		else {
			this.times.push(nowMs);
			this.counts.push(calls);
		}
		this.total += calls;
	}

	count(nowMs: number): number {
		this.forget(nowMs);
		return this.total;
	}

	msUntilBelow(quota: number, nowMs: number): number {
		this.forget(nowMs);
		let left = this.total;
		for (let i = this.first; i < this.times.length && left >= quota; i++) {
			left -= this.counts[i];
			if (left < quota) return this.times[i] + this.hourMs - nowMs;
		}
		return 0;
	}

	private forget(nowMs: number): void {
		while (this.first < this.times.length && this.times[this.first] <= nowMs - this.hourMs) {
			this.total -= this.counts[this.first];
			this.first += 1;
		}
		if (this.first > 10_000) {
			this.times = this.times.slice(this.first);
			this.counts = this.counts.slice(this.first);
			this.first = 0;
		}
	}
}

/** A score that drains evenly: a full quota in one hour. */
export class DecayingWindow implements CallWindow {
	private score = 0;
	private atMs = 0;

	constructor(
		private readonly hourMs: number,
		private readonly quota: () => number,
	) {}

	add(calls: number, nowMs: number): void {
		this.score = this.count(nowMs) + calls;
		this.atMs = nowMs;
	}

	count(nowMs: number): number {
		const drained = ((nowMs - this.atMs) * this.quota()) / this.hourMs;
		return Math.max(0, this.score - drained);
	}

	msUntilBelow(quota: number, nowMs: number): number {
		// One whole call has to fit below the quota.
		const excess = this.count(nowMs) - (quota - 1);
		return excess <= 0 ? 0 : (excess * this.hourMs) / this.quota();
	}
}
