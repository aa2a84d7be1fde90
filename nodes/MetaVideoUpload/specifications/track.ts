import type { Box, BoxReader } from './boxes';
import { frameCount, frameTimes, type FrameTimes } from './frames';
import { sampleEntry, type SampleEntry } from './sampleEntry';
import { durationOf, versioned, type Duration } from './times';

/** What a track (`trak`) tells. */
export interface Track {
	/** `vide`, `soun` ... */
	handler?: string;
	/** Not so are pictures of chapters. */
	isEnabled: boolean;
	/** Pixels, as shown. */
	shown?: { width: number; height: number };
	duration?: Duration;
	entry?: SampleEntry;
	times?: FrameTimes;
	frameCount?: number;
}

/** Units of a number with 16 bits behind the point. */
const FIXED_POINT = 2 ** 16;

export async function readTrack(reader: BoxReader, trak: Box): Promise<Track> {
	const track: Track = { isEnabled: false };
	const readFrameCount = async (box: Box) => {
		track.frameCount = await frameCount(reader, box);
	};
	await reader.visit(trak, {
		tkhd: async (box) => {
			Object.assign(track, await trackHeader(reader, box));
		},
		mdia: {
			mdhd: async (box) => {
				track.duration = await durationOf(reader, box);
			},
			hdlr: async (box) => {
				track.handler = (await reader.contents(box, 8, 4))?.toString('latin1');
			},
			minf: {
				stbl: {
					stsd: async (box) => {
						if (isMedia(track)) track.entry = await sampleEntry(reader, box, track.handler);
					},
					stts: async (box) => {
						if (track.handler === 'vide') track.times = await frameTimes(reader, box);
					},
					stsz: readFrameCount,
					stz2: readFrameCount,
				},
			},
		},
	});
	return track;
}

function isMedia(track: Track): track is Track & { handler: string } {
	return track.handler === 'vide' || track.handler === 'soun';
}

/** Reads `tkhd` (ISO/IEC 14496-12, 8.3.2): size, and the matrix that turns or scales it. */
async function trackHeader(reader: BoxReader, box: Box): Promise<Partial<Track>> {
	const bytes = await versioned(reader, box, 84, 96);
	if (!bytes) return {};
	const isEnabled = (bytes[3] & 1) === 1;
	const matrix = bytes.length - 44;
	const [a, b, c, d] = [0, 4, 12, 16].map(
		(offset) => Math.abs(bytes.readInt32BE(matrix + offset)) / FIXED_POINT,
	);
	const width = bytes.readUInt32BE(bytes.length - 8) / FIXED_POINT;
	const height = bytes.readUInt32BE(bytes.length - 4) / FIXED_POINT;
	const shown = {
		width: Math.round(a * width + c * height),
		height: Math.round(b * width + d * height),
	};
	return { isEnabled, shown: shown.width > 0 && shown.height > 0 ? shown : undefined };
}
