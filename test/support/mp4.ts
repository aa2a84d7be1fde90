import { box, fullBox, text, u16, u32, u64, zeros } from './mp4/boxes';
import { audioEntry, videoEntry } from './mp4/sampleEntries';

/** Audio of a made file: AAC. */
export interface Mp4Audio {
	channels?: number;
	/** Hz */
	sampleRate?: number;
	/** Bits per second. */
	bitrate?: number;
	/** 2: Low Complexity; 5: with spectral band replication. */
	objectType?: number;
}

export interface Mp4Options {
	/** Pixels, as encoded. */
	width?: number;
	height?: number;
	durationS?: number;
	frameRate?: number;
	/** `avc1`, `hvc1`, `vp09`, `av01`, or any other four characters. */
	codec?: string;
	/** `4:2:0`, `4:2:2`, `4:4:4` */
	chroma?: string;
	/** `false`: a silent film. */
	audio?: Mp4Audio | false;
	/** Degrees, as a phone turns what it films. */
	rotate?: 0 | 90 | 180 | 270;
	/** The header behind the video, as cameras write it. */
	moovLast?: boolean;
	/** 64-bit sizes and times. */
	bigBoxes?: boolean;
	/** `isom`, `qt  ` ...; `''` for a file without one, as QuickTime's first ones. */
	brand?: string;
	/** Length of what stands for the video. */
	paddingBytes?: number;
	/** How many frames last how many 1/1000 of the usual time; instead of `durationS`. */
	frames?: Array<[count: number, thousandths: number]>;
	/** In fragments: the header knows the length in seconds, or nothing of it. */
	fragmentedS?: number | 'unknown';
	/** Two fields in a frame. */
	interlaced?: boolean;
}

/** Per second, of the whole film. */
const MOVIE_TICKS = 1000;

/** Ticks of a frame: the time base is a thousand times the frame rate. */
const FRAME_TICKS = 1000;

/** Turns by degrees: a, b, c, d of the matrix. */
const TURNS = { 0: [1, 0, 0, 1], 90: [0, 1, -1, 0], 180: [-1, 0, 0, -1], 270: [0, -1, 1, 0] };

/**
 * Makes a small MP4 or MOV whose header is complete; what stands for the video is not decodable.
 * Without options it fits Meta's specifications for video ads. Its bytes differ from place to place,
 * so that one sent twice or to a wrong place shows.
 */
export function mp4(options: Mp4Options = {}): Buffer {
	const { brand = 'isom', moovLast = false, bigBoxes = false, paddingBytes = 1000 } = options;
	const start = brand === '' ? zeros(0) : box('ftyp', text(brand), u32(512), text('isommp42'));
	const mdat = box('mdat', { isBig: bigBoxes }, padding(paddingBytes));
	const mdatHeader = bigBoxes ? 16 : 8;
	const moovLength = moov(options, 0).length;
	const samplesAt = start.length + (moovLast ? 0 : moovLength) + mdatHeader;
	const header = moov(options, samplesAt);
	return Buffer.concat(moovLast ? [start, mdat, header] : [start, header, mdat]);
}

function moov(options: Mp4Options, samplesAt: number): Buffer {
	const { audio = {}, bigBoxes: isBig = false, fragmentedS } = options;
	const seconds = fragmentedS === undefined ? secondsOf(options) : 0;
	const parts = [movieHeader(seconds, isBig), videoTrack(options, samplesAt)];
	if (audio) parts.push(audioTrack(audio, seconds, isBig, samplesAt));
	if (fragmentedS !== undefined) parts.push(box('mvex', ...fragmentsHeader(fragmentedS)));
	return box('moov', { isBig }, ...parts);
}

function framesOf({ durationS = 10, frameRate = 30, frames }: Mp4Options) {
	return frames ?? ([[Math.round(durationS * frameRate), FRAME_TICKS]] as Array<[number, number]>);
}

function secondsOf(options: Mp4Options): number {
	const ticks = framesOf(options).reduce((sum, [count, each]) => sum + count * each, 0);
	return ticks / timeBase(options);
}

function timeBase({ frameRate = 30 }: Mp4Options): number {
	return Math.round(frameRate * FRAME_TICKS);
}

function videoTrack(options: Mp4Options, samplesAt: number): Buffer {
	const { width = 1920, height = 1080, bigBoxes: isBig = false, rotate = 0 } = options;
	const isFragmented = options.fragmentedS !== undefined;
	const frames = isFragmented ? [] : framesOf(options);
	const seconds = isFragmented ? 0 : secondsOf(options);
	return track({
		id: 1,
		handler: 'vide',
		seconds,
		ticksPerSecond: timeBase(options),
		isBig,
		matrix: TURNS[rotate],
		size: [width, height],
		mediaHeader: fullBox('vmhd', 0, zeros(8)),
		entry: videoEntry({ ...options, width, height }),
		times: frames,
		samplesAt,
	});
}

function audioTrack(audio: Mp4Audio, seconds: number, isBig: boolean, samplesAt: number): Buffer {
	const { sampleRate = 48_000 } = audio;
	const count = Math.round((seconds * sampleRate) / 1024);
	return track({
		id: 2,
		handler: 'soun',
		seconds,
		ticksPerSecond: sampleRate,
		isBig,
		matrix: TURNS[0],
		size: [0, 0],
		mediaHeader: fullBox('smhd', 0, zeros(4)),
		entry: audioEntry({ channels: 2, bitrate: 128_000, objectType: 2, ...audio, sampleRate }),
		times: count > 0 ? [[count, 1024]] : [],
		samplesAt,
	});
}

interface TrackParts {
	id: number;
	handler: string;
	seconds: number;
	ticksPerSecond: number;
	isBig: boolean;
	matrix: number[];
	size: [number, number];
	mediaHeader: Buffer;
	entry: Buffer;
	times: Array<[number, number]>;
	samplesAt: number;
}

function track(parts: TrackParts): Buffer {
	const { isBig, handler, seconds, ticksPerSecond, mediaHeader } = parts;
	const ticks = Math.round(seconds * ticksPerSecond);
	const times = isBig
		? fullBox('mdhd', 0, { version: 1 }, u64(0), u64(0), u32(ticksPerSecond), u64(ticks), zeros(4))
		: fullBox('mdhd', 0, u32(0), u32(0), u32(ticksPerSecond), u32(ticks), zeros(4));
	const type = fullBox('hdlr', 0, zeros(4), text(handler), zeros(13));
	const here = box('dinf', fullBox('dref', 0, u32(1), fullBox('url ', 1)));
	const media = box('minf', mediaHeader, here, sampleTable(parts));
	return box('trak', trackHeader(parts), box('mdia', times, type, media));
}

function trackHeader({ id, isBig, seconds, matrix, size }: TrackParts): Buffer {
	const ticks = Math.round(seconds * MOVIE_TICKS);
	const rest = [zeros(16), ...matrixOf(matrix), ...size.map((side) => u32(side * 2 ** 16))];
	return isBig
		? fullBox('tkhd', 3, { version: 1 }, u64(0), u64(0), u32(id), u32(0), u64(ticks), ...rest)
		: fullBox('tkhd', 3, u32(0), u32(0), u32(id), u32(0), u32(ticks), ...rest);
}

function matrixOf([a, b, c, d]: number[]): Buffer[] {
	const fixed = (value: number) => u32((value * 2 ** 16) >>> 0);
	return [fixed(a), fixed(b), u32(0), fixed(c), fixed(d), u32(0), u32(0), u32(0), u32(2 ** 30)];
}

function sampleTable({ entry, times, samplesAt }: TrackParts): Buffer {
	const count = times.reduce((sum, [frames]) => sum + frames, 0);
	const runs = times.flatMap(([frames, ticks]) => [u32(frames), u32(ticks)]);
	const chunks = count > 0 ? 1 : 0;
	return box(
		'stbl',
		fullBox('stsd', 0, u32(1), entry),
		fullBox('stts', 0, u32(times.length), Buffer.concat(runs)),
		fullBox('stsc', 0, u32(chunks), ...(chunks ? [u32(1), u32(count), u32(1)] : [])),
		fullBox('stsz', 0, u32(1), u32(count)),
		fullBox('stco', 0, u32(chunks), ...(chunks ? [u32(samplesAt)] : [])),
	);
}

function movieHeader(seconds: number, isBig: boolean): Buffer {
	const ticks = Math.round(seconds * MOVIE_TICKS);
	const rest = [u32(2 ** 16), u16(256), zeros(10), ...matrixOf(TURNS[0]), zeros(24), u32(3)];
	return isBig
		? fullBox('mvhd', 0, { version: 1 }, u64(0), u64(0), u32(MOVIE_TICKS), u64(ticks), ...rest)
		: fullBox('mvhd', 0, u32(0), u32(0), u32(MOVIE_TICKS), u32(ticks), ...rest);
}

function fragmentsHeader(seconds: number | 'unknown'): Buffer[] {
	const each = fullBox('trex', 0, u32(1), u32(1), zeros(12));
	return seconds === 'unknown'
		? [each]
		: [fullBox('mehd', 0, u32(Math.round(seconds * MOVIE_TICKS))), each];
}

/** A length that shares no factor with the sizes of pieces, so that no two pieces are alike. */
const PATTERN_BYTES = 65_521;

const PATTERN = Buffer.from(
	Array.from({ length: PATTERN_BYTES }, (_, index) => (index * 31 + (index >> 8) * 7) % 256),
);

function padding(length: number): Buffer {
	return length === 0 ? zeros(0) : Buffer.alloc(length, PATTERN);
}
