import type { GraphWait } from './types';

/** Shorter pauses are not worth telling. */
const MIN_TOLD_MS = 250;
/** Waits remembered per run. */
const MAX_TOLD = 1_000;

interface OpenWait {
	since: number;
	reason: string;
}

/**
 * The waits of one node run for usage limits, and how much of the time that the user allows they
 * have taken. Requests that wait side by side take it once.
 */
export class Waiting {
	readonly told: GraphWait[] = [];
	private readonly open = new Set<OpenWait>();
	/** Since when at least one request has been waiting. */
	private busySince = 0;
	private spentMs = 0;
	private lastTold?: { until: number; wait: GraphWait };

	constructor(private readonly maxWaitMs: number) {}

	/** Milliseconds that may still be waited. */
	left(now: number): number {
		const running = this.open.size > 0 ? now - this.busySince : 0;
		return this.maxWaitMs - this.spentMs - running;
	}

	begin(reason: string, now: number): OpenWait {
		if (this.open.size === 0) this.busySince = now;
		const wait = { since: now, reason };
		this.open.add(wait);
		return wait;
	}

	end(wait: OpenWait, now: number): void {
		this.open.delete(wait);
		if (this.open.size === 0) this.spentMs += now - this.busySince;
		this.tell(wait, now);
	}

	/** The same reason at the same time is one wait. */
	private tell({ since, reason }: OpenWait, now: number): void {
		const { lastTold } = this;
		if (lastTold && lastTold.wait.reason === reason && since <= lastTold.until) {
			lastTold.wait.duration += Math.max(0, now - lastTold.until);
			lastTold.until = Math.max(lastTold.until, now);
			return;
		}
		if (now - since < MIN_TOLD_MS || this.told.length >= MAX_TOLD) return;
		const wait = { duration: now - since, reason };
		this.told.push(wait);
		this.lastTold = { until: now, wait };
	}
}
