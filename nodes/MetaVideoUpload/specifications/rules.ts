import type { BinaryFile } from '../../shared/upload/types';
import { FULL_SCREEN, LANDSCAPE, WIDEST_ON_THREADS } from './aspectRatio';
import * as limits from './limits';
import type { Finding, Purpose, VideoFacts } from './types';

/** What is documented for a purpose. */
interface Specification {
	/** What the documentation calls a minimum or a condition, or the only ones it calls supported. */
	required: limits.Limit[];
	recommended: limits.Limit[];
}

/** Codecs by the codes that files give them. */
const VIDEO_CODECS: Record<string, string> = {
	avc1: 'H.264',
	avc3: 'H.264',
	hvc1: 'H.265',
	hev1: 'H.265',
	vp09: 'VP9',
	av01: 'AV1',
};

const SPECIFICATIONS: Record<Purpose, Specification> = {
	/** FB Video Ads, Video Specifications. */
	videoAd: {
		required: [limits.widthFrom(1200), limits.videoCodecIn(VIDEO_CODECS)],
		recommended: [
			limits.isMp4,
			limits.sizeUpTo(10),
			limits.aspectBetween(LANDSCAPE, FULL_SCREEN, 'from 16:9 to 9:16 is wanted'),
			limits.resolutionFrom(1280, 720),
			limits.frameRateBetween(24, 60),
			limits.hasFixedFrameRate,
			limits.chromaOf('4:2:0'),
			limits.isProgressive,
			limits.audioCodec('mp4a.40.2', 'AAC Low Complexity'),
			limits.audioChannels(2, 'stereo'),
			limits.audioSampleRate(48_000),
			limits.audioBitrateFrom(128),
		],
	},
	/** Asset Feed Spec, Asset Feed Spec Restrictions. */
	instagram: {
		required: [],
		recommended: [limits.isSquareOrLandscape],
	},
	/** Reels Ads, Repurpose an Existing Reel as the Ad Creative; REELS_PC_RECOMMENDATION for sound. */
	reels: {
		required: [
			limits.durationUnder(90, 'only reels of less than 90 seconds can be promoted'),
			limits.aspectOf(FULL_SCREEN, 'only full-screen reels (9:16) can be promoted'),
		],
		recommended: [limits.hasSound],
	},
	/** Threads Ads, Media requirements. */
	threads: {
		required: [
			limits.aspectBetween(WIDEST_ON_THREADS, FULL_SCREEN, 'from 1.91:1 to 9:16 is supported'),
		],
		recommended: [limits.isNotCropped],
	},
};

/**
 * What of a video does not fit what is documented for a purpose, requirements first. What is not
 * known is not checked. `facts` are `undefined` for a file that is neither MP4 nor MOV; `size` is in
 * bytes.
 */
export function checkVideo(
	facts: VideoFacts | undefined,
	file: Pick<BinaryFile, 'fileName' | 'mimeType' | 'size'>,
	purpose: Purpose,
): Finding[] {
	const { fileName, mimeType, size } = file;
	const video: limits.Video = { ...facts, fileName, mimeType, size };
	const { required, recommended } = SPECIFICATIONS[purpose];
	return [...findings(required, true, video), ...findings(recommended, false, video)];
}

function findings(rules: limits.Limit[], isRequirement: boolean, video: limits.Video): Finding[] {
	return rules.flatMap((limit) => {
		const message = limit(video);
		return message === undefined ? [] : [{ isRequirement, message }];
	});
}
