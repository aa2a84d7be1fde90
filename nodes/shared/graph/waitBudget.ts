import type { GraphWait } from './types';

const MIN_REPORTED_MS = 250;
const MAX_REPORTED = 1_000;

interface OpenWait {
	since: number;
	reason: string;
}

/**
 * The waits of one node run for usage limits, against the time that the user allows. Concurrent waits
 * count once.
 */
export class WaitBudget {
	readonly waits: GraphWait[] = [];
	private readonly open = new Set<OpenWait>();
	/** Since when at least one request has been waiting. */
	private busySince = 0;
	private spentMs = 0;
	private lastReported?: { until: number; wait: GraphWait };

	constructor(private readonly maxWaitMs: number) {}

	/** In ms. */
	remaining(now: number): number {
		const running = this.open.size > 0 ? now - this.busySince : 0;
		return this.maxWaitMs - this.spentMs - running;
	}

	start(reason: string, now: number): OpenWait {
		if (this.open.size === 0) this.busySince = now;
		const wait = { since: now, reason };
		this.open.add(wait);
		return wait;
	}

	end(wait: OpenWait, now: number): void {
		this.open.delete(wait);
		if (this.open.size === 0) this.spentMs += now - this.busySince;
		this.report(wait, now);
	}

	/** The same reason at the same time is one wait. */
	private report({ since, reason }: OpenWait, now: number): void {
		const { lastReported } = this;
		if (lastReported && lastReported.wait.reason === reason && since <= lastReported.until) {
			lastReported.wait.duration += Math.max(0, now - lastReported.until);
			lastReported.until = Math.max(lastReported.until, now);
			return;
		}
		if (now - since < MIN_REPORTED_MS || this.waits.length >= MAX_REPORTED) return;
		const wait = { duration: now - since, reason };
		this.waits.push(wait);
		this.lastReported = { until: now, wait };
	}
}
