import { readVideoFacts } from '../../../../nodes/MetaVideoUpload/specifications/facts';
import { checkVideo } from '../../../../nodes/MetaVideoUpload/specifications/rules';
import type { Purpose } from '../../../../nodes/MetaVideoUpload/specifications/types';
import { memoryFile } from '../../../support/memoryFile';
import { mp4 } from '../../../support/mp4';
import { FILE, found, type Case } from './support';

describe('for a video ad', () => {
	test('a film that fits has no findings', () => {
		expect(found('videoAd', {})).toEqual([]);
	});

	test('a made file that fits has none from its header to its findings', async () => {
		const file = memoryFile(mp4());
		expect(checkVideo(await readVideoFacts(file), file, 'videoAd')).toEqual([]);
	});

	test.each<Case>([
		[
			{ width: 1199, height: 1199 },
			{ width: 1200, height: 1200 },
			'The video is 1199 pixels wide; at least 1200 are needed',
		],
		[
			{ videoCodec: 'apch' },
			{ videoCodec: 'hev1' },
			'The video is encoded as apch; H.264, H.265, VP9 and AV1 are supported',
		],
	])('requires: %j', (facts, fits, message) => {
		expect(found('videoAd', facts)).toEqual([{ isRequirement: true, message }]);
		expect(found('videoAd', fits)).toEqual([]);
	});

	test.each(['avc1', 'avc3', 'hvc1', 'hev1', 'vp09', 'av01'])(
		'takes the codec %s',
		(videoCodec) => {
			expect(found('videoAd', { videoCodec })).toEqual([]);
		},
	);

	test.each<Case>([
		[
			{ brand: 'qt  ' },
			{ brand: 'mp42' },
			'"film.mp4" is a QuickTime file (MOV); MP4 is recommended',
		],
		[{ brand: '3gp6' }, { brand: 'M4V ' }, '"film.mp4" is a 3GPP file; MP4 is recommended'],
		[
			{ width: 2000, height: 1100 },
			{ width: 1950, height: 1090 },
			'The video is 2000x1100 (1.82:1); from 16:9 to 9:16 is wanted',
		],
		[
			{ width: 1200, height: 2200 },
			{ width: 1200, height: 2150 },
			'The video is 1200x2200 (1:1.83); from 16:9 to 9:16 is wanted',
		],
		[
			{ width: 1280, height: 719 },
			{ width: 1280, height: 720 },
			'The video has 1280x719 pixels; 1280x720 are recommended',
		],
		[
			{ frameRate: 23 },
			{ frameRate: 24_000 / 1001 },
			'The video has 23 frames per second; 24 to 60 are wanted',
		],
		[
			{ frameRate: 61 },
			{ frameRate: 60 },
			'The video has 61 frames per second; 24 to 60 are wanted',
		],
		[
			{ isFixedFrameRate: false },
			{ isFixedFrameRate: true },
			'The frame rate of the video changes; a fixed frame rate is wanted',
		],
		[
			{ chromaSubsampling: '4:2:2' },
			{ chromaSubsampling: '4:2:0' },
			'The video has the chroma subsampling 4:2:2; 4:2:0 is wanted',
		],
		[
			{ isInterlaced: true },
			{ isInterlaced: false },
			'The video is interlaced; progressive scan is wanted',
		],
		[
			{ audioCodec: 'mp4a.40.5' },
			{ audioCodec: 'mp4a' },
			'The sound is encoded as mp4a.40.5; AAC Low Complexity (mp4a.40.2) is wanted',
		],
		[{ audioChannels: 1 }, { audioChannels: 2 }, 'The sound has 1 channel; stereo is wanted'],
		[{ audioChannels: 6 }, { audioChannels: 2 }, 'The sound has 6 channels; stereo is wanted'],
		[
			{ audioSampleRate: 44_100 },
			{ audioSampleRate: 48_000 },
			'The sample rate of the sound is 44.1 kHz; 48 kHz is wanted',
		],
		[
			{ audioBitrate: 121_000 },
			{ audioBitrate: 122_000 },
			'The bitrate of the sound is 121 kbps; at least 128 kbps are wanted',
		],
	])('recommends: %j', (facts, fits, message) => {
		expect(found('videoAd', facts)).toEqual([{ isRequirement: false, message }]);
		expect(found('videoAd', fits)).toEqual([]);
	});

	test('files of up to 10 GB are recommended', () => {
		const size = 10_000_000_000;
		expect(found('videoAd', {}, { ...FILE, size })).toEqual([]);
		expect(found('videoAd', {}, { ...FILE, size: size + 50_000_000 })).toEqual([
			{
				isRequirement: false,
				message:
					'The file has 10.05 GB; up to 10 GB are recommended, since larger ones take longer to upload and process',
			},
		]);
	});

	test('a file that is neither MP4 nor MOV is told so, and nothing else', () => {
		const file = { ...FILE, fileName: 'film.avi', mimeType: 'video/x-msvideo' };
		expect(checkVideo(undefined, file, 'videoAd')).toEqual([
			{
				isRequirement: false,
				message: '"film.avi" is not an MP4 file (video/x-msvideo); MP4 is recommended',
			},
		]);
	});

	test('what is required comes first', () => {
		const small = found('videoAd', { width: 640, height: 360, frameRate: 15 });
		expect(small).toEqual([
			{ isRequirement: true, message: 'The video is 640 pixels wide; at least 1200 are needed' },
			{
				isRequirement: false,
				message: 'The video has 640x360 pixels; 1280x720 are recommended',
			},
			{
				isRequirement: false,
				message: 'The video has 15 frames per second; 24 to 60 are wanted',
			},
		]);
	});
});

test.each<Purpose>(['videoAd', 'instagram', 'reels', 'threads'])(
	'what is not known is not checked: %s',
	(purpose) => {
		expect(checkVideo({ brand: 'isom', size: 1 }, FILE, purpose)).toEqual([]);
	},
);
