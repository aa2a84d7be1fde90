import type { Answer } from './fakeMeta';
import { graphFault, perStep, usageHeader } from './fakeMeta';
import type { VirtualClock } from './virtualClock';

export interface QuotaServerOptions {
	/** Calls per window. */
	quota: number;
	windowMs: number;
	/** `rolling`: a call counts for one window; `draining`: a full quota drains evenly per window. */
	kind: 'rolling' | 'draining';
	/** Whether replies tell when access returns. */
	tellsRegain?: boolean;
	/** Calls that others have made in a stretch of time, ms since the start. */
	others?: (from: number, to: number) => number;
}

/** A server that counts calls as Meta documents, and refuses those beyond the quota. */
export class QuotaServer {
	throttled = 0;
	served = 0;
	private counted: Array<{ at: number; calls: number }> = [];
	private level = 0;
	private lastAt: number;
	private readonly start: number;

	constructor(
		private readonly options: QuotaServerOptions,
		private readonly clock: VirtualClock,
	) {
		this.start = clock.now();
		this.lastAt = this.start;
	}

	readonly answer: Answer = perStep(() => {
		this.passTime();
		const { quota } = this.options;
		const isRefused = this.level + 1 > quota;
		this.add(1);
		if (isRefused) this.throttled += 1;
		else this.served += 1;
		const headers = usageHeader(Math.floor((100 * this.level) / quota), {
			estimated_time_to_regain_access: this.options.tellsRegain
				? Math.ceil(this.regainMinutes() * 100_000) / 100_000
				: 0,
		});
		return isRefused
			? { ...graphFault(80004, { error_subcode: 2446079 }), headers }
			: { headers, body: { id: String(this.served) } };
	});

	private add(calls: number): void {
		if (calls === 0) return;
		this.level += calls;
		if (this.options.kind === 'rolling') this.counted.push({ at: this.clock.now(), calls });
	}

	private passTime(): void {
		const { quota, windowMs, kind, others } = this.options;
		const now = this.clock.now();
		if (kind === 'draining') {
			this.level = Math.max(0, this.level - ((now - this.lastAt) * quota) / windowMs);
		} else {
			while (this.counted.length > 0 && this.counted[0].at <= now - windowMs) {
				this.level -= this.counted[0].calls;
				this.counted.shift();
			}
		}
		if (others) this.add(others(this.lastAt - this.start, now - this.start));
		this.lastAt = now;
	}

	/** Minutes until one more call fits; 0 while one does. */
	private regainMinutes(): number {
		const { quota, windowMs, kind } = this.options;
		const excess = this.level - (quota - 1);
		if (this.level < quota) return 0;
		if (kind === 'draining') return (excess * windowMs) / quota / 60_000;
		let left = 0;
		for (const { at, calls } of this.counted) {
			left += calls;
			if (left >= excess) return (at + windowMs - this.clock.now()) / 60_000;
		}
		return windowMs / 60_000;
	}
}
