import type { BinaryFile } from '../../shared/upload/types';

/** A box of an MP4 or MOV file (ISO/IEC 14496-12, 4.2); QuickTime calls it an atom. */
export interface Box {
	type: string;
	/** Where its contents begin, in bytes from the start of the file. */
	start: number;
	/** Where they end; that byte is not included. */
	end: number;
	/** Whether there is room for all of its contents; else they end with the room. */
	isWhole: boolean;
}

/** What to do with the boxes of a box, by type; all others are skipped. */
export interface Visits {
	[type: string]: Visits | ((box: Box) => Promise<void>);
}

/** Read at once, so that neighbouring boxes do not cost a call each. */
const WINDOW_BYTES = 4096;

/** More boxes than the header of a real file has; the rest of a file with more is not looked at. */
const MAX_BOXES = 10_000;

const SHORT_HEADER_BYTES = 8;
const LONG_HEADER_BYTES = 16;

/**
 * Reads the boxes of a file, forward only: what is asked for must not lie before what was read.
 * A damaged file ends early instead of throwing.
 */
export class BoxReader {
	/** Whether something was cut off, broken or left out: what was not found may exist all the same. */
	isIncomplete = false;

	private window: Buffer = Buffer.alloc(0);

	private windowStart = 0;

	private boxCount = 0;

	constructor(
		private readonly file: Pick<BinaryFile, 'size' | 'slice'>,
		private readonly signal?: AbortSignal,
	) {}

	/** `length` bytes of the contents of a box, from `offset` on; `undefined` when it holds fewer. */
	async contents(box: Box, offset: number, length: number): Promise<Buffer | undefined> {
		if (box.start + offset + length > box.end) return undefined;
		const bytes = await this.bytes(box.start + offset, length);
		return bytes.length === length ? bytes : undefined;
	}

	/**
	 * The boxes between two places. A box that claims to be longer than there is room ends with the
	 * room; nothing follows a box shorter than its own header.
	 */
	async *boxes(start: number, end: number): AsyncGenerator<Box> {
		let at = start;
		while (at + SHORT_HEADER_BYTES <= end) {
			this.boxCount += 1;
			const header = this.boxCount > MAX_BOXES ? undefined : await this.headerAt(at);
			const isWhole = header !== undefined && header.end <= end;
			this.isIncomplete = this.isIncomplete || !isWhole;
			if (!header) return;
			yield { ...header, end: Math.min(header.end, end), isWhole };
			at = header.end;
		}
	}

	/** Goes through the boxes between two places, and into those that have visits of their own. */
	async visit({ start, end }: Pick<Box, 'start' | 'end'>, visits: Visits): Promise<void> {
		for await (const box of this.boxes(start, end)) {
			const visit = visits[box.type];
			if (typeof visit === 'function') await visit(box);
			else if (visit) await this.visit(box, visit);
		}
	}

	/** What a box says of itself; `undefined` when that cannot be. */
	private async headerAt(at: number): Promise<Omit<Box, 'isWhole'> | undefined> {
		const header = await this.bytes(at, LONG_HEADER_BYTES);
		if (header.length < SHORT_HEADER_BYTES) return undefined;
		const type = header.toString('latin1', 4, SHORT_HEADER_BYTES);
		const shortSize = header.readUInt32BE(0);
		const isLong = shortSize === 1;
		const headerBytes = isLong ? LONG_HEADER_BYTES : SHORT_HEADER_BYTES;
		if (header.length < headerBytes) return undefined;
		const size = isLong ? uint64(header, SHORT_HEADER_BYTES) : shortSize;
		// Size 0: to the end.
		const end = shortSize === 0 ? this.file.size : at + size;
		return end < at + headerBytes ? undefined : { type, start: at + headerBytes, end };
	}

	/** Fewer bytes than `length` at the end of the file, or after the execution was cancelled. */
	private async bytes(start: number, length: number): Promise<Buffer> {
		const offset = start - this.windowStart;
		if (offset + length > this.window.length) {
			const kept = this.window.subarray(offset);
			const from = start + kept.length;
			const to = Math.min(this.file.size, Math.max(start + length, from + WINDOW_BYTES));
			this.window = Buffer.concat([kept, await this.slice(from, to)]);
			this.windowStart = start;
		}
		const begin = start - this.windowStart;
		return this.window.subarray(begin, begin + length);
	}

	private async slice(start: number, end: number): Promise<Buffer> {
		const chunks: Buffer[] = [];
		if (start >= end || this.signal?.aborted) return Buffer.alloc(0);
		for await (const chunk of this.file.slice(start, end).read()) chunks.push(chunk);
		return Buffer.concat(chunks);
	}
}

/** A number of 64 bits; above 2^53 only about right, which is beyond the size of any file. */
export function uint64(bytes: Buffer, offset: number): number {
	return bytes.readUInt32BE(offset) * 2 ** 32 + bytes.readUInt32BE(offset + 4);
}
