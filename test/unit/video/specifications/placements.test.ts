import { found, type Case } from './support';

describe('for Instagram', () => {
	test('square and landscape are for asset feeds', () => {
		expect(found('instagram', { width: 1080, height: 1090 })).toEqual([]);
		expect(found('instagram', { width: 1080, height: 1350 })).toEqual([
			{
				isRequirement: false,
				message:
					'The video is 1080x1350 (4:5); ads made of an asset feed take only square or landscape videos for Instagram',
			},
		]);
	});
});

describe('for reels', () => {
	const REEL = { width: 1080, height: 1920 };

	test.each<Case>([
		[
			{ ...REEL, duration: 90 },
			{ ...REEL, duration: 89.99 },
			'The video lasts 90 seconds; only reels of less than 90 seconds can be promoted',
		],
		[
			{ width: 1080, height: 1890 },
			{ width: 1080, height: 1904 },
			'The video is 1080x1890 (1:1.75); only full-screen reels (9:16) can be promoted',
		],
		[
			{ width: 1080, height: 1950 },
			{ width: 1080, height: 1936 },
			'The video is 1080x1950 (1:1.81); only full-screen reels (9:16) can be promoted',
		],
	])('requires: %j', (facts, fits, message) => {
		expect(found('reels', facts)).toEqual([{ isRequirement: true, message }]);
		expect(found('reels', fits)).toEqual([]);
	});

	test('sound is recommended', () => {
		expect(found('reels', { ...REEL, hasAudio: false })).toEqual([
			{ isRequirement: false, message: 'The video has no sound; sound is recommended' },
		]);
		expect(found('reels', { ...REEL, hasAudio: true })).toEqual([]);
	});
});

describe('for Threads', () => {
	test.each<Case>([
		[
			{ width: 1940, height: 1000 },
			{ width: 1920, height: 1000 },
			'The video is 1940x1000 (1.94:1); from 1.91:1 to 9:16 is supported',
		],
		[
			{ width: 1000, height: 1800 },
			{ width: 1000, height: 1250 },
			'The video is 1000x1800 (1:1.8); from 1.91:1 to 9:16 is supported',
		],
	])('requires: %j', (facts, fits, message) => {
		expect(found('threads', facts)).toEqual([{ isRequirement: true, message }]);
		expect(found('threads', fits)).toEqual([]);
	});

	test.each<Case>([
		[
			{ width: 1000, height: 1270 },
			{ width: 1000, height: 1260 },
			'The video is 1000x1270 (1:1.27); Threads crops it to its middle, 4:5',
		],
		[
			{ width: 1080, height: 1920 },
			{ width: 1080, height: 1350 },
			'The video is 1080x1920 (9:16); Threads crops it to its middle, 4:5',
		],
	])('says what is cropped: %j', (facts, fits, message) => {
		expect(found('threads', facts)).toEqual([{ isRequirement: false, message }]);
		expect(found('threads', fits)).toEqual([]);
	});
});
