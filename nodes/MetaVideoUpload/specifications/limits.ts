import {
	isTaller,
	isWider,
	sizeText,
	type AspectRatio,
	FULL_SCREEN,
	PORTRAIT,
	SQUARE,
} from './aspectRatio';
import type { VideoFacts } from './types';

/** A file and what is known of its video. */
export interface Video extends Partial<VideoFacts> {
	fileName: string;
	mimeType: string;
	/** Bytes. */
	size: number;
}

/** Tells what is there and what is wanted; nothing when it fits, or when it is not known. */
export type Limit = (video: Video) => string | undefined;

/** Video of 24 frames per second is in truth one of 24000/1001. */
const FRAME_RATE_TOLERANCE = 0.01;

/** Encoders meet the bitrate that they are told only about. */
const BITRATE_TOLERANCE = 0.05;

const GIGABYTE = 1_000_000_000;

/** Brands of files built like MP4 that are something else, by how they begin. */
const OTHER_BRANDS: Record<string, string> = { qt: 'a QuickTime file (MOV)', '3g': 'a 3GPP file' };

export const isMp4: Limit = ({ brand, fileName, mimeType }) => {
	const other = Object.keys(OTHER_BRANDS).find((start) => brand?.startsWith(start));
	if (brand !== undefined && !other) return undefined;
	const is = other ? OTHER_BRANDS[other] : `not an MP4 file (${mimeType})`;
	return `"${fileName}" is ${is}; MP4 is recommended`;
};

export function sizeUpTo(gigabytes: number): Limit {
	return ({ size }) =>
		size > gigabytes * GIGABYTE
			? `The file has ${rounded(size / GIGABYTE)} GB; up to ${gigabytes} GB are recommended, since larger ones take longer to upload and process`
			: undefined;
}

export function widthFrom(pixels: number): Limit {
	return ({ width }) =>
		width !== undefined && width < pixels
			? `The video is ${width} pixels wide; at least ${pixels} are needed`
			: undefined;
}

/** Counts pixels, since portrait and square videos are wanted as sharp as landscape ones. */
export function resolutionFrom(wantedWidth: number, wantedHeight: number): Limit {
	return sized(({ width, height }) =>
		width * height < wantedWidth * wantedHeight
			? `The video has ${width}x${height} pixels; ${wantedWidth}x${wantedHeight} are recommended`
			: undefined,
	);
}

export function aspectBetween(widest: AspectRatio, tallest: AspectRatio, wanted: string): Limit {
	return sized(({ width, height }) => {
		const ratio = width / height;
		return isWider(ratio, widest) || isTaller(ratio, tallest)
			? `The video is ${sizeText(width, height)}; ${wanted}`
			: undefined;
	});
}

export function aspectOf(ratio: AspectRatio, wanted: string): Limit {
	return aspectBetween(ratio, ratio, wanted);
}

/** Threads crops what is taller; taller than full screen it does not take at all. */
export const isNotCropped: Limit = sized(({ width, height }) => {
	const ratio = width / height;
	return isTaller(ratio, PORTRAIT) && !isTaller(ratio, FULL_SCREEN)
		? `The video is ${sizeText(width, height)}; Threads crops it to its middle, ${PORTRAIT.name}`
		: undefined;
});

export const isSquareOrLandscape: Limit = sized(({ width, height }) =>
	isTaller(width / height, SQUARE)
		? `The video is ${sizeText(width, height)}; ads made of an asset feed take only square or landscape videos for Instagram`
		: undefined,
);

export function frameRateBetween(least: number, most: number): Limit {
	return ({ frameRate }) =>
		frameRate !== undefined &&
		(frameRate < least / (1 + FRAME_RATE_TOLERANCE) ||
			frameRate > most * (1 + FRAME_RATE_TOLERANCE))
			? `The video has ${rounded(frameRate)} frames per second; ${least} to ${most} are wanted`
			: undefined;
}

export const hasFixedFrameRate: Limit = ({ isFixedFrameRate }) =>
	isFixedFrameRate === false
		? 'The frame rate of the video changes; a fixed frame rate is wanted'
		: undefined;

export const isProgressive: Limit = ({ isInterlaced }) =>
	isInterlaced ? 'The video is interlaced; progressive scan is wanted' : undefined;

export function chromaOf(wanted: string): Limit {
	return ({ chromaSubsampling: chroma }) =>
		chroma !== undefined && chroma !== wanted
			? `The video has the chroma subsampling ${chroma}; ${wanted} is wanted`
			: undefined;
}

export function durationUnder(seconds: number, wanted: string): Limit {
	return ({ duration }) =>
		duration !== undefined && duration >= seconds
			? `The video lasts ${rounded(duration)} seconds; ${wanted}`
			: undefined;
}

/** `codecs`: their names by the codes that files give them. */
export function videoCodecIn(codecs: Record<string, string>): Limit {
	return ({ videoCodec }) =>
		videoCodec !== undefined && !(videoCodec in codecs)
			? `The video is encoded as ${videoCodec}; ${orList(Object.values(codecs))} are supported`
			: undefined;
}

export const hasSound: Limit = ({ hasAudio }) =>
	hasAudio === false ? 'The video has no sound; sound is recommended' : undefined;

/** A codec that is told only in part fits when it begins like the one that is wanted. */
export function audioCodec(code: string, name: string): Limit {
	return ({ audioCodec: codec }) =>
		codec !== undefined && !code.startsWith(codec)
			? `The sound is encoded as ${codec}; ${name} (${code}) is wanted`
			: undefined;
}

export function audioChannels(wanted: number, name: string): Limit {
	return ({ audioChannels: channels }) =>
		channels !== undefined && channels !== wanted
			? `The sound has ${channels} ${channels === 1 ? 'channel' : 'channels'}; ${name} is wanted`
			: undefined;
}

export function audioSampleRate(hertz: number): Limit {
	return ({ audioSampleRate: rate }) =>
		rate !== undefined && rate !== hertz
			? `The sample rate of the sound is ${rate / 1000} kHz; ${hertz / 1000} kHz is wanted`
			: undefined;
}

export function audioBitrateFrom(kilobits: number): Limit {
	return ({ audioBitrate: bitrate }) =>
		bitrate !== undefined && bitrate < kilobits * 1000 * (1 - BITRATE_TOLERANCE)
			? `The bitrate of the sound is ${Math.floor(bitrate / 1000)} kbps; at least ${kilobits} kbps are wanted`
			: undefined;
}

function sized(limit: (video: { width: number; height: number }) => string | undefined): Limit {
	return ({ width, height }) => (width && height ? limit({ width, height }) : undefined);
}

function orList(names: string[]): string {
	const all = [...new Set(names)];
	return `${all.slice(0, -1).join(', ')} and ${all[all.length - 1]}`;
}

function rounded(value: number): number {
	return Number(value.toFixed(2));
}
