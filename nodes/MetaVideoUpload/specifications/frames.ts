import type { Box, BoxReader } from './boxes';

/** The frames of a track, as `stts` tells them. */
export interface FrameTimes {
	count: number;
	ticks: number;
	/** Whether all last equally long, but for rounding to whole ticks; the last one does not count. */
	isFixed: boolean;
}

/** Entries of a table that is read; a longer one is of many hours with ever changing frames. */
const MAX_ENTRIES = 250_000;

const HEADER_BYTES = 8;
const ENTRY_BYTES = 8;
const ENTRIES_AT_ONCE = 512;

/** Rounding makes frames differ by one tick; that is all where a tick is a small share of a frame. */
const MAX_TICK_SHARE = 0.1;

/** Reads `stts` (ISO/IEC 14496-12, 8.6.1.2): how many frames last how many ticks. */
export async function frameTimes(reader: BoxReader, box: Box): Promise<FrameTimes | undefined> {
	const entries = (await reader.contents(box, 0, HEADER_BYTES))?.readUInt32BE(4) ?? 0;
	const room = (box.end - box.start - HEADER_BYTES) / ENTRY_BYTES;
	if (entries === 0 || entries > room || entries > MAX_ENTRIES) return undefined;
	const times = { count: 0, ticks: 0, shortest: Infinity, longest: 0 };
	for (let first = 0; first < entries; first += ENTRIES_AT_ONCE) {
		const length = Math.min(ENTRIES_AT_ONCE, entries - first);
		const offset = HEADER_BYTES + first * ENTRY_BYTES;
		const bytes = await reader.contents(box, offset, length * ENTRY_BYTES);
		if (!bytes) return undefined;
		for (let index = 0; index < length; index += 1) {
			const count = bytes.readUInt32BE(index * ENTRY_BYTES);
			const ticks = bytes.readUInt32BE(index * ENTRY_BYTES + 4);
			times.count += count;
			times.ticks += count * ticks;
			const isLastFrame = first + index > 0 && first + index === entries - 1 && count === 1;
			if (count === 0 || isLastFrame) continue;
			times.shortest = Math.min(times.shortest, ticks);
			times.longest = Math.max(times.longest, ticks);
		}
	}
	const { count, ticks, shortest, longest } = times;
	if (count === 0) return undefined;
	return { count, ticks, isFixed: longest - shortest <= (longest * MAX_TICK_SHARE < 1 ? 0 : 1) };
}

/** Reads how many frames there are from `stsz` or `stz2` (ISO/IEC 14496-12, 8.7.3). */
export async function frameCount(reader: BoxReader, box: Box): Promise<number | undefined> {
	return (await reader.contents(box, 8, 4))?.readUInt32BE(0);
}
