import type { BinaryFile } from '../../nodes/shared/upload/types';

/** A file in memory, and what was read of it. */
export interface MemoryFile extends BinaryFile {
	/** First byte and the one behind the last, of each read. */
	reads: Array<[start: number, end: number]>;
}

/** How much of a read comes at once: little, so that headers are split. */
const CHUNK_BYTES = 1000;

/**
 * A file in memory. Like a stored one it is strict: it cannot give bytes that lie outside of it.
 */
export function memoryFile(
	contents: Buffer,
	{ fileName = 'film.mp4', mimeType = 'video/mp4' } = {},
): MemoryFile {
	const reads: MemoryFile['reads'] = [];
	return {
		fileName,
		mimeType,
		size: contents.length,
		reads,
		slice: (start, end = contents.length) => ({
			size: end - start,
			async *read() {
				if (start < 0 || start > end || end > contents.length) {
					throw new Error(`${start} to ${end} is not within ${contents.length} bytes`);
				}
				reads.push([start, end]);
				for (let at = start; at < end; at += CHUNK_BYTES) {
					yield contents.subarray(at, Math.min(at + CHUNK_BYTES, end));
				}
			},
		}),
		close: () => {},
	};
}
