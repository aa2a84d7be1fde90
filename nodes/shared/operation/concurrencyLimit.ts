/** Runs tasks side by side up to a limit; the others wait for their turn, in order. */
export type ConcurrencyLimit = <Result>(task: () => Promise<Result>) => Promise<Result>;

/**
 * A limit of tasks under way at once. Small enough to be here: n8n 1.123 does not offer `p-limit` to
 * community nodes, n8n 2 does.
 */
export function concurrencyLimit(most: number): ConcurrencyLimit {
	const waiting: Array<() => void> = [];
	let running = 0;
	return async (task) => {
		// A task that ends hands its place to the next one that waits.
		if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
		else running += 1;
		try {
			return await task();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else running -= 1;
		}
	};
}
