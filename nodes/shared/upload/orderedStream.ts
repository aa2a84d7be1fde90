import { CHUNK_BYTES, type Source } from './source';

/** What n8n gives to read a stored file: from its start to its end. */
export interface StoredStream {
	[Symbol.asyncIterator](): AsyncIterator<Buffer | string>;
	destroy(): unknown;
}

/** A stream, and how far it was read. */
class OpenStream {
	/** Where in the file the next byte that is taken stands. */
	position = 0;
	private readonly chunks: AsyncIterator<Buffer | string>;
	/** Read, but not taken yet. */
	private rest: Buffer = Buffer.alloc(0);

	constructor(private readonly stream: StoredStream) {
		this.chunks = stream[Symbol.asyncIterator]();
	}

	/** The next bytes, at most `most` of them; none at the end of the file. */
	async take(most: number): Promise<Buffer> {
		while (this.rest.length === 0) {
			const { value, done } = await this.chunks.next();
			if (done) break;
			this.rest = Buffer.isBuffer(value) ? value : Buffer.from(value);
		}
		const taken = this.rest.subarray(0, most);
		this.rest = this.rest.subarray(taken.length);
		this.position += taken.length;
		return taken;
	}

	close(): void {
		this.stream.destroy();
	}
}

/**
 * A file in a store that only reads from the start, for one read at a time. One stream is kept open:
 * what begins where the last read ended goes on in it, what begins further on skips, what begins
 * before opens it anew. A read that is given up closes it.
 */
export function readInOrder(open: (chunkBytes: number) => Promise<StoredStream>): Source {
	let current: OpenStream | undefined;
	/** The read under way. */
	let reader: object | undefined;

	function close(): void {
		current?.close();
		current = undefined;
		reader = undefined;
	}

	async function at(start: number, self: object): Promise<OpenStream> {
		if (current && current.position <= start) return current;
		current?.close();
		const stream = new OpenStream(await open(CHUNK_BYTES));
		// It may have been given up meanwhile.
		if (reader === self) current = stream;
		else stream.close();
		return stream;
	}

	return {
		async *read(start, end) {
			// A read that was given up may not have noticed yet: it keeps its stream, which is closed.
			if (reader) close();
			const self = (reader = {});
			let left = end - start;
			try {
				const stream = await at(start, self);
				while (left > 0) {
					const gap = start - stream.position;
					const chunk = await stream.take(gap > 0 ? gap : left);
					if (reader !== self) throw new Error('the read was given up');
					if (chunk.length === 0) return;
					if (gap > 0) continue;
					left -= chunk.length;
					yield chunk;
				}
			} finally {
				if (reader === self && left > 0) close();
				if (reader === self) reader = undefined;
			}
		},
		close,
	};
}
