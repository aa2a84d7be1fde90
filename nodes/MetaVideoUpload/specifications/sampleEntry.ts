import { audioDescription } from './aac';
import type { Box, BoxReader } from './boxes';
import { CHROMA_OF } from './chroma';
import type { VideoFacts } from './types';

/** What the first entry of `stsd` tells (ISO/IEC 14496-12, 8.5.2). */
export type SampleEntry = Partial<VideoFacts>;

/** Full box, number of entries. */
const HEADER_BYTES = 8;

/** Reserved bytes and data reference, before what is particular to video or audio. */
const COMMON_BYTES = 8;

/** Where the boxes within an entry begin, from its contents on. */
const VIDEO_BYTES = COMMON_BYTES + 70;
const AUDIO_BYTES = COMMON_BYTES + 20;

/** What QuickTime adds to an audio entry, by its version (QuickTime File Format, Sound Sample Descriptions). */
const QUICKTIME_AUDIO_BYTES: Record<number, number> = { 0: 0, 1: 16, 2: 36 };

/** By the number of fields in a frame. */
const INTERLACED_BY_FIELDS: Record<number, boolean> = { 1: false, 2: true };

/** Configurations are shorter, or tell what is asked for before that. */
const MAX_CONFIG_BYTES = 1024;

/** Reads `stsd` of a track with this handler: `vide` or `soun`. */
export async function sampleEntry(
	reader: BoxReader,
	stsd: Box,
	handler: string,
): Promise<SampleEntry | undefined> {
	const version = (await reader.contents(stsd, 0, 1))?.[0];
	for await (const entry of reader.boxes(stsd.start + HEADER_BYTES, stsd.end)) {
		const codec = entry.type.trim();
		return handler === 'vide'
			? { videoCodec: codec, ...(await videoEntry(reader, entry)) }
			: { audioCodec: codec, ...(await audioEntry(reader, entry, version === 0)) };
	}
	return undefined;
}

async function videoEntry(reader: BoxReader, entry: Box): Promise<Partial<VideoFacts>> {
	const fixed = await reader.contents(entry, 0, VIDEO_BYTES);
	if (!fixed) return {};
	const facts: Partial<VideoFacts> = {
		width: fixed.readUInt16BE(COMMON_BYTES + 16) || undefined,
		height: fixed.readUInt16BE(COMMON_BYTES + 18) || undefined,
	};
	for await (const box of reader.boxes(entry.start + VIDEO_BYTES, entry.end)) {
		const chromaOf = CHROMA_OF[box.type];
		if (chromaOf) facts.chromaSubsampling = chromaOf(await config(reader, box));
		else if (box.type === 'fiel')
			facts.isInterlaced = INTERLACED_BY_FIELDS[(await config(reader, box))[0]];
	}
	return facts;
}

async function audioEntry(
	reader: BoxReader,
	entry: Box,
	mayExtend: boolean,
): Promise<Partial<VideoFacts>> {
	const fixed = await reader.contents(entry, 0, AUDIO_BYTES);
	if (!fixed) return {};
	// Version 1 is QuickTime's only here: in a list of version 1 it is ISO's, with nothing added.
	const version = mayExtend ? fixed.readUInt16BE(COMMON_BYTES) : 0;
	const facts: Partial<VideoFacts> = {
		audioChannels: fixed.readUInt16BE(COMMON_BYTES + 8) || undefined,
		audioSampleRate: fixed.readUInt16BE(COMMON_BYTES + 16) || undefined,
	};
	const start = entry.start + AUDIO_BYTES + (QUICKTIME_AUDIO_BYTES[version] ?? 0);
	if (version === 2) Object.assign(facts, await version2(reader, entry));
	const readDescription = async (box: Box) => {
		const told = audioDescription(await config(reader, box));
		if (!told) return;
		facts.audioCodec = told.codec;
		facts.audioBitrate = told.bitrate;
		facts.audioChannels = told.channels ?? facts.audioChannels;
		facts.audioSampleRate = told.sampleRate ?? facts.audioSampleRate;
	};
	await reader.visit(
		{ start, end: entry.end },
		{ esds: readDescription, wave: { esds: readDescription } },
	);
	return facts;
}

/** QuickTime's version 2, for rates and channels that do not fit the first fields. */
async function version2(reader: BoxReader, entry: Box): Promise<Partial<VideoFacts>> {
	const bytes = await reader.contents(entry, AUDIO_BYTES, QUICKTIME_AUDIO_BYTES[2]);
	const sampleRate = bytes?.readDoubleBE(4) ?? 0;
	return {
		audioSampleRate: sampleRate > 0 && Number.isFinite(sampleRate) ? sampleRate : undefined,
		audioChannels: bytes?.readUInt32BE(12) || undefined,
	};
}

/** The contents of a small box; empty when it was cut off. */
async function config(reader: BoxReader, box: Box): Promise<Buffer> {
	const length = Math.min(box.end - box.start, MAX_CONFIG_BYTES);
	return (box.isWhole && (await reader.contents(box, 0, length))) || Buffer.alloc(0);
}
