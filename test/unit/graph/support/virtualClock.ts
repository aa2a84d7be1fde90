import type { Clock } from '../../../../nodes/shared/graph/clock';

interface Timer {
	at: number;
	number: number;
	wake: () => void;
}

/** A clock that jumps to the next wake-up as soon as nothing else is going on. */
export class VirtualClock implements Clock {
	private time: number;
	protected timers: Timer[] = [];
	private count = 0;
	/** How long each sleep was to be, in ms. */
	readonly sleeps: number[] = [];

	constructor(start = 1_700_000_000_000) {
		this.time = start;
	}

	now(): number {
		return this.time;
	}

	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		if (signal?.aborted) return;
		this.sleeps.push(ms);
		await new Promise<void>((resolve) => {
			const wake = () => {
				signal?.removeEventListener('abort', wake);
				this.timers = this.timers.filter((other) => other !== timer);
				resolve();
			};
			const timer = { at: this.time + Math.max(0, ms), number: this.count++, wake };
			this.timers.push(timer);
			signal?.addEventListener('abort', wake);
		});
	}

	/** Lets time pass until the promise is settled. */
	async run<Value>(work: Promise<Value>): Promise<Value> {
		let isSettled = false;
		const done = () => {
			isSettled = true;
		};
		work.then(done, done);
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (isSettled) return await work;
			if (this.timers.length === 0) throw new Error('Nothing left to wait for');
			this.next();
		}
	}

	protected next(): void {
		const timer = this.timers.reduce((first, other) =>
			other.at < first.at || (other.at === first.at && other.number < first.number) ? other : first,
		);
		this.time = Math.max(this.time, timer.at);
		timer.wake();
	}
}
