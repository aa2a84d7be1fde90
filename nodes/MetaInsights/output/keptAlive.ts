import { systemClock, type Clock } from '../../shared/graph/clock';

/** n8n gives up on streams that are silent for five minutes, unless they go to the file system. */
const KEEP_ALIVE_MS = 60_000;
const NOTHING = Buffer.alloc(0);

/** The same chunks, with empty ones in between while the next is long in coming. */
export async function* keptAlive(
	chunks: AsyncIterable<Buffer>,
	clock: Clock = systemClock,
): AsyncGenerator<Buffer> {
	const iterator = chunks[Symbol.asyncIterator]();
	let isDone = false;
	try {
		while (!isDone) {
			const next = iterator.next();
			let result = await within(next, clock);
			while (result === undefined) {
				yield NOTHING;
				result = await within(next, clock);
			}
			if (result.done) isDone = true;
			else yield result.value;
		}
	} finally {
		if (!isDone) await iterator.return?.();
	}
}

/** What comes, or `undefined` when nothing came for long. */
async function within<Result>(next: Promise<Result>, clock: Clock): Promise<Result | undefined> {
	const arrival = new AbortController();
	try {
		return await Promise.race([
			next,
			clock.sleep(KEEP_ALIVE_MS, arrival.signal).then(() => undefined),
		]);
	} finally {
		arrival.abort();
	}
}
