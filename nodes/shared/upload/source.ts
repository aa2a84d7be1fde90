/** Bytes read or decoded at once: about 1 MiB, and a multiple of 3, which base64 decodes without a rest. */
export const CHUNK_BYTES = 3 * 349_525;

/** What a file is read from. */
export interface Source {
	/** The bytes from `start` up to `end`, which is not included. */
	read(start: number, end: number): AsyncIterable<Buffer>;
	/** Gives back what it holds open. */
	close(): void;
}
