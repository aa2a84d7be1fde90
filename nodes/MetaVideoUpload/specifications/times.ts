import { uint64, type Box, type BoxReader } from './boxes';

/** How long something lasts. */
export interface Duration {
	/** Left out where the file does not tell, as one in fragments. */
	ticks?: number;
	ticksPerSecond: number;
}

/** None, or all bits set: the length is not known. */
const UNKNOWN_TICKS = [0, 2 ** 32 - 1, 2 ** 64];

/** The length that `mvhd` or `mdhd` tells (ISO/IEC 14496-12, 8.2.2 and 8.4.2). */
export async function durationOf(reader: BoxReader, box: Box): Promise<Duration | undefined> {
	const bytes = await versioned(reader, box, 20, 32);
	if (!bytes) return undefined;
	const isLong = bytes[0] === 1;
	const ticksPerSecond = bytes.readUInt32BE(isLong ? 20 : 12);
	if (ticksPerSecond === 0) return undefined;
	return { ticks: known(isLong ? uint64(bytes, 24) : bytes.readUInt32BE(16)), ticksPerSecond };
}

/** The ticks that `mehd` tells of a file in fragments (ISO/IEC 14496-12, 8.8.2). */
export async function fragmentTicks(reader: BoxReader, box: Box): Promise<number | undefined> {
	const bytes = await versioned(reader, box, 8, 12);
	if (!bytes) return undefined;
	return known(bytes[0] === 1 ? uint64(bytes, 4) : bytes.readUInt32BE(4));
}

export function secondsOf(duration: Duration | undefined): number | undefined {
	return duration?.ticks === undefined ? undefined : duration.ticks / duration.ticksPerSecond;
}

/** The fixed part of a box whose numbers are wider in version 1 than in version 0. */
export async function versioned(
	reader: BoxReader,
	box: Box,
	length0: number,
	length1: number,
): Promise<Buffer | undefined> {
	const version = await reader.contents(box, 0, 1);
	return version && (await reader.contents(box, 0, version[0] === 1 ? length1 : length0));
}

function known(ticks: number): number | undefined {
	return UNKNOWN_TICKS.includes(ticks) ? undefined : ticks;
}
