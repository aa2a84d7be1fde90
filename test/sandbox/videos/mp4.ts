import type { Digest } from './digest';

const BOX_HEADER_BYTES = 8;
/** A box with this size has its real one in 64 bits behind the type. */
const SIZE_IS_64_BIT = 1;

/** Whether the file is of the MP4 family. */
export function isMp4({ head }: Digest): boolean {
	return head.toString('latin1', 4, 8) === 'ftyp';
}

/** Whether the boxes that can be seen say that there should be more bytes. */
export function isCutShort({ head, size }: Digest): boolean {
	for (let at = 0; at + 2 * BOX_HEADER_BYTES <= head.length; ) {
		const short = head.readUInt32BE(at);
		if (short === 0) return false;
		const length =
			short === SIZE_IS_64_BIT ? Number(head.readBigUInt64BE(at + BOX_HEADER_BYTES)) : short;
		if (length < BOX_HEADER_BYTES || at + length > size) return true;
		at += length;
	}
	return false;
}

/** Seconds, from the movie header when one of the ends of the file has it. */
export function lengthOf({ head, tail }: Digest): number | undefined {
	return lengthIn(head) ?? lengthIn(tail);
}

function lengthIn(bytes: Buffer): number | undefined {
	const at = bytes.indexOf('mvhd', 0, 'latin1');
	if (at < 0) return undefined;
	const isLong = bytes[at + 4] === 1;
	const scaleAt = at + 4 + (isLong ? 20 : 12);
	if (scaleAt + (isLong ? 12 : 8) > bytes.length) return undefined;
	const unitsPerSecond = bytes.readUInt32BE(scaleAt);
	const units = isLong
		? Number(bytes.readBigUInt64BE(scaleAt + 4))
		: bytes.readUInt32BE(scaleAt + 4);
	return unitsPerSecond === 0 ? undefined : units / unitsPerSecond;
}
