/** Calls closer together than this part of the window are remembered as one entry. */
const GRAIN = 1 / 500;

/** The calls that this process made lately, to tell when Meta stops counting them. */
export class OwnCalls {
	/** Oldest first; `last` is the time of the latest call of the entry. */
	private entries: Array<{ first: number; last: number; calls: number }> = [];

	constructor(private readonly windowMs: number) {}

	add(calls: number, now: number): void {
		const newest = this.entries[this.entries.length - 1];
		if (newest && now - newest.first < this.windowMs * GRAIN) {
			newest.last = Math.max(newest.last, now);
			newest.calls += calls;
		} else {
			this.entries.push({ first: now, last: now, calls });
		}
		// What is known of a quota is never older than a window, and the calls before it one more.
		while (this.entries[0].last < now - 2 * this.windowMs) this.entries.shift();
	}

	/** How many calls stopped to count between two points in time, in a window that rolls. */
	leftBetween(from: number, to: number): number {
		return this.entries
			.filter(({ last }) => last + this.windowMs > from && last + this.windowMs <= to)
			.reduce((sum, { calls }) => sum + calls, 0);
	}

	/** When so many of the calls that count now will not any more; `undefined` if there are fewer. */
	whenLeft(calls: number, now: number): number | undefined {
		let left = 0;
		for (const entry of this.entries) {
			if (entry.last + this.windowMs <= now) continue;
			left += entry.calls;
			if (left >= calls) return entry.last + this.windowMs;
		}
		return undefined;
	}
}
