import type { Clock } from '../../../nodes/shared/graph/clock';

/** Seconds of these tests per second of the machine: waits of minutes take moments. */
export const SPEED = 300;

const start = Date.now();
const startedAt = performance.now();

/** Stands in for the real time of the Graph client; the sandbox gets the same, so both agree. */
export const systemClock: Clock = {
	now: () => Math.floor(start + (performance.now() - startedAt) * SPEED),
	async sleep(ms, signal) {
		if (ms <= 0 || signal?.aborted) return;
		await new Promise<void>((resolve) => {
			const done = () => {
				clearTimeout(timer);
				signal?.removeEventListener('abort', done);
				resolve();
			};
			const timer = setTimeout(done, ms / SPEED);
			signal?.addEventListener('abort', done);
		});
	},
};
