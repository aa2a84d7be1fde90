import { createHash, type Hash } from 'node:crypto';

/** Bytes kept of the beginning and of the end of a file: enough to find its kind and length. */
const KEPT_BYTES = 64 * 1024;

/** What takes the bytes of a file as they come. */
export interface Sink {
	add(chunk: Buffer): void;
}

/** The bytes of a file, counted and hashed as they come; all but the two ends are forgotten. */
export class Digest implements Sink {
	size = 0;
	/** The first bytes. */
	head: Buffer = Buffer.alloc(0);
	/** The chunks that the last bytes are in. */
	private lastChunks: Buffer[] = [];
	private lastBytes = 0;
	private hash: Hash | undefined;

	constructor(isHashing: boolean) {
		this.hash = isHashing ? createHash('sha256') : undefined;
	}

	add(chunk: Buffer): void {
		this.size += chunk.length;
		this.hash?.update(chunk);
		if (this.head.length < KEPT_BYTES) {
			this.head = Buffer.concat([this.head, chunk.subarray(0, KEPT_BYTES - this.head.length)]);
		}
		this.lastChunks.push(chunk);
		this.lastBytes += chunk.length;
		while (this.lastBytes - this.lastChunks[0].length >= KEPT_BYTES) {
			this.lastBytes -= this.lastChunks[0].length;
			this.lastChunks.shift();
		}
	}

	/** The last bytes; they overlap with the first ones in a small file. */
	get tail(): Buffer {
		return Buffer.concat(this.lastChunks);
	}

	/** The same bytes, to go on from without changing this one. */
	copy(): Digest {
		const copy = new Digest(false);
		copy.size = this.size;
		copy.head = this.head;
		copy.lastChunks = [...this.lastChunks];
		copy.lastBytes = this.lastBytes;
		copy.hash = this.hash?.copy();
		return copy;
	}

	/** In hex; undefined when hashing is off. */
	get sha256(): string | undefined {
		return this.hash?.copy().digest('hex');
	}
}

/** A file that came in a request; its bytes are not kept. */
export class ReceivedFile {
	constructor(
		readonly digest: Digest,
		/** Without parameters; empty when the request does not say. */
		readonly mimeType: string,
		readonly fileName: string | undefined,
		/** Where the bytes went besides. */
		readonly sink: Sink | undefined,
	) {}

	/** As it stands in the log. */
	summary(): Record<string, unknown> {
		const { fileName, mimeType, digest } = this;
		const { size, sha256 } = digest;
		return {
			...(fileName === undefined ? {} : { fileName }),
			mimeType,
			size,
			...(sha256 === undefined ? {} : { sha256 }),
		};
	}
}
