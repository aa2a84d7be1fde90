import { checkVideo } from '../../../../nodes/MetaVideoUpload/specifications/rules';
import type {
	Finding,
	Purpose,
	VideoFacts,
} from '../../../../nodes/MetaVideoUpload/specifications/types';

export const FILE = { fileName: 'film.mp4', mimeType: 'video/mp4', size: 5_000_000 };

/** Fits what is documented for video ads. */
const FITTING: VideoFacts = {
	brand: 'isom',
	size: FILE.size,
	duration: 30,
	width: 1920,
	height: 1080,
	frameRate: 30,
	isFixedFrameRate: true,
	videoCodec: 'avc1',
	chromaSubsampling: '4:2:0',
	isInterlaced: false,
	hasAudio: true,
	audioCodec: 'mp4a.40.2',
	audioChannels: 2,
	audioSampleRate: 48_000,
	audioBitrate: 128_000,
};

/** Facts that do not fit, facts that just do, and what is said of the first. */
export type Case = [facts: Partial<VideoFacts>, fits: Partial<VideoFacts>, message: string];

/** What is found of a fitting film with these facts instead of its own. */
export function found(purpose: Purpose, facts: Partial<VideoFacts>, file = FILE): Finding[] {
	return checkVideo({ ...FITTING, ...facts }, file, purpose);
}
