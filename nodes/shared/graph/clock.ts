import { sleep } from 'n8n-workflow';

/** Replaced by a virtual clock in tests. */
export interface Clock {
	/** Milliseconds since 1970. */
	now(): number;
	/** Resolves after `ms` milliseconds, or at once when the signal is aborted. Never rejects. */
	sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** An aborted sleep leaves its timer running for this long at most. */
const MAX_SLICE_MS = 1_000;

/**
 * The `sleep` of n8n-workflow takes a signal in some versions only, so the signal is raced against short
 * sleeps.
 */
export const systemClock: Clock = {
	now: () => Date.now(),
	async sleep(ms, signal) {
		const end = Date.now() + ms;
		const abortion = whenAborted(signal);
		for (let left = ms; left > 0 && !signal?.aborted; left = end - Date.now()) {
			await Promise.race([sleep(Math.min(left, MAX_SLICE_MS)), abortion.happens]);
		}
		abortion.forget();
	},
};

function whenAborted(signal?: AbortSignal): { happens: Promise<void>; forget: () => void } {
	let forget: () => void = () => undefined;
	const happens = new Promise<void>((resolve) => {
		const listener = () => resolve();
		signal?.addEventListener('abort', listener);
		forget = () => signal?.removeEventListener('abort', listener);
	});
	return { happens, forget };
}
