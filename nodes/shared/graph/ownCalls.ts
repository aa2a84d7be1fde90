/** Part of the window whose calls share one entry. */
const ENTRY_SPAN = 1 / 500;

/** Own calls in a sliding window, to tell when Meta stops counting them. */
export class OwnCalls {
	/** Oldest first; `last` is the time of the latest call of the entry. */
	private entries: Array<{ first: number; last: number; calls: number }> = [];

	constructor(private readonly windowMs: number) {}

	add(calls: number, now: number): void {
		const newest = this.entries[this.entries.length - 1];
		if (newest && now - newest.first < this.windowMs * ENTRY_SPAN) {
			newest.last = Math.max(newest.last, now);
			newest.calls += calls;
		} else {
			this.entries.push({ first: now, last: now, calls });
		}
		// A reading is at most one window old, and the calls it counts one more.
		while (this.entries[0].last < now - 2 * this.windowMs) this.entries.shift();
	}

	/** Calls that left the sliding window between two times. */
	expiredBetween(from: number, to: number): number {
		return this.entries
			.filter(({ last }) => last + this.windowMs > from && last + this.windowMs <= to)
			.reduce((sum, { calls }) => sum + calls, 0);
	}

	/** When so many of the counted calls have expired; `undefined` if there are fewer. */
	expiryOf(calls: number, now: number): number | undefined {
		let expired = 0;
		for (const entry of this.entries) {
			if (entry.last + this.windowMs <= now) continue;
			expired += entry.calls;
			if (expired >= calls) return entry.last + this.windowMs;
		}
		return undefined;
	}
}
