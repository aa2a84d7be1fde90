import { readVideoFacts } from '../../../../nodes/MetaVideoUpload/specifications/facts';
import { memoryFile } from '../../../support/memoryFile';
import { mp4, type Mp4Options } from '../../../support/mp4';
import { box, fullBox, text, u32, zeros } from '../../../support/mp4/boxes';

/** What the film made without options says of itself. */
const PLAIN = {
	brand: 'isom',
	duration: 10,
	width: 1920,
	height: 1080,
	frameRate: 30,
	isFixedFrameRate: true,
	videoCodec: 'avc1',
	chromaSubsampling: '4:2:0',
	hasAudio: true,
	audioCodec: 'mp4a.40.2',
	audioChannels: 2,
	audioSampleRate: 48_000,
	audioBitrate: 128_000,
};

const TEN_MEGABYTES = 10_000_000;

async function factsOf(options?: Mp4Options) {
	return await readVideoFacts(memoryFile(mp4(options)));
}

describe('the facts of an MP4', () => {
	test('are exactly what its header says', async () => {
		const contents = mp4();
		expect(await readVideoFacts(memoryFile(contents))).toEqual({ ...PLAIN, size: contents.length });
	});

	test.each<[string, Mp4Options, object]>([
		[
			'size and length',
			{ width: 640, height: 360, durationS: 2.5 },
			{ width: 640, height: 360, duration: 2.5 },
		],
		['a frame rate of film', { frameRate: 23.976, durationS: 100 }, { frameRate: 23.976 }],
		['a high frame rate', { frameRate: 120 }, { frameRate: 120, isFixedFrameRate: true }],
		['a turn to the right', { rotate: 90 }, { width: 1080, height: 1920 }],
		['a turn to the left', { rotate: 270 }, { width: 1080, height: 1920 }],
		['upside down', { rotate: 180 }, { width: 1920, height: 1080 }],
		['H.265', { codec: 'hvc1' }, { videoCodec: 'hvc1', chromaSubsampling: '4:2:0' }],
		[
			'H.265 4:2:2',
			{ codec: 'hev1', chroma: '4:2:2' },
			{ videoCodec: 'hev1', chromaSubsampling: '4:2:2' },
		],
		['H.264 4:4:4', { chroma: '4:4:4' }, { videoCodec: 'avc1', chromaSubsampling: '4:4:4' }],
		['VP9', { codec: 'vp09' }, { videoCodec: 'vp09', chromaSubsampling: '4:2:0' }],
		['VP9 4:4:4', { codec: 'vp09', chroma: '4:4:4' }, { chromaSubsampling: '4:4:4' }],
		['AV1', { codec: 'av01' }, { videoCodec: 'av01', chromaSubsampling: '4:2:0' }],
		['AV1 4:2:2', { codec: 'av01', chroma: '4:2:2' }, { chromaSubsampling: '4:2:2' }],
		['AV1 4:4:4', { codec: 'av01', chroma: '4:4:4' }, { chromaSubsampling: '4:4:4' }],
		['AV1 in grey', { codec: 'av01', chroma: '4:0:0' }, { chromaSubsampling: '4:0:0' }],
		['two fields', { interlaced: true }, { isInterlaced: true }],
		[
			'mono',
			{ audio: { channels: 1, sampleRate: 44_100, bitrate: 64_000 } },
			{ audioChannels: 1, audioSampleRate: 44_100, audioBitrate: 64_000 },
		],
		[
			'HE-AAC',
			{ audio: { objectType: 5 } },
			{ audioCodec: 'mp4a.40.5', audioChannels: 2, audioSampleRate: 48_000 },
		],
		['the header at the end', { moovLast: true }, PLAIN],
		['64-bit sizes and times', { bigBoxes: true }, PLAIN],
		[
			'a film of QuickTime',
			{ brand: 'qt  ', moovLast: true, bigBoxes: true },
			{ ...PLAIN, brand: 'qt  ' },
		],
		['QuickTime before brands', { brand: '', moovLast: true }, { ...PLAIN, brand: 'qt  ' }],
	])('tell %s', async (_, options, expected) => {
		expect(await factsOf(options)).toMatchObject(expected);
	});

	test('tell of silence that there is no audio, and nothing about it', async () => {
		const facts = await factsOf({ audio: false });
		expect(facts).toMatchObject({ hasAudio: false });
		expect(Object.keys(facts ?? {}).filter((name) => name.startsWith('audio'))).toEqual([]);
	});

	test('say nothing of the chroma of a codec that is not known', async () => {
		const facts = await factsOf({ codec: 'apch' });
		expect(facts).toMatchObject({ videoCodec: 'apch', width: 1920 });
		expect(facts).not.toHaveProperty('chromaSubsampling');
	});
});

describe('the frame rate', () => {
	test.each<[string, Array<[number, number]>, number, boolean]>([
		[
			'differs from frame to frame',
			[
				[100, 1000],
				[100, 1500],
			],
			24,
			false,
		],
		[
			'is rounded to ticks',
			[
				[100, 1000],
				[100, 1001],
			],
			29.985,
			true,
		],
		[
			'is fixed but for the last frame',
			[
				[299, 1000],
				[1, 100],
			],
			30.0903,
			true,
		],
		[
			'is not fixed when only the first frame differs',
			[
				[1, 100],
				[299, 1000],
			],
			30.0903,
			false,
		],
	])('%s', async (_, frames, frameRate, isFixedFrameRate) => {
		const facts = await factsOf({ frames, frameRate: 30 });
		expect(facts).toMatchObject({ isFixedFrameRate });
		expect(facts?.frameRate).toBeCloseTo(frameRate, 3);
	});

	test('comes from a long table of ever changing frames', async () => {
		const frames = Array.from({ length: 20_000 }, (_, at): [number, number] => [
			1,
			at % 2 ? 900 : 1100,
		]);
		const facts = await factsOf({ frames, frameRate: 25 });
		expect(facts).toMatchObject({ frameRate: 25, isFixedFrameRate: false, duration: 800 });
	});

	test('comes from the number of frames where the table is too long to read', async () => {
		const frames = Array.from({ length: 250_001 }, (): [number, number] => [1, 1000]);
		const facts = await factsOf({ frames, frameRate: 25 });
		expect(facts?.frameRate).toBeCloseTo(25, 3);
		expect(facts).not.toHaveProperty('isFixedFrameRate');
	});
});

describe('a file in fragments', () => {
	test('has the length that its header knows', async () => {
		const facts = await factsOf({ fragmentedS: 42.5 });
		expect(facts).toMatchObject({ duration: 42.5, width: 1920, audioChannels: 2 });
		expect(facts).not.toHaveProperty('frameRate');
	});

	test('has no length when its header knows none', async () => {
		const facts = await factsOf({ fragmentedS: 'unknown' });
		expect(facts).toMatchObject({ videoCodec: 'avc1', hasAudio: true });
		expect(facts).not.toHaveProperty('duration');
	});
});

describe('other files', () => {
	test.each([
		['nothing', Buffer.alloc(0)],
		['text', Buffer.from('Not a film, but quite a long text all the same')],
		['a Matroska film', Buffer.from('1a45dfa3a342868142f7810142f2810442f381084282886d', 'hex')],
		['an AVI', Buffer.from('RIFF\0\0\0\0AVI LIST\0\0\0\0hdrlavih')],
		['boxes without a brand and a header', box('free', zeros(100))],
	])('have no facts: %s', async (_, contents) => {
		expect(await readVideoFacts(memoryFile(contents))).toBeUndefined();
	});

	test('with a brand only have that', async () => {
		const contents = Buffer.concat([box('ftyp', text('isom'), u32(0)), box('mdat', zeros(10))]);
		expect(await readVideoFacts(memoryFile(contents))).toEqual({ brand: 'isom', size: 34 });
	});

	test('that name their main box before anything else are films of QuickTime', async () => {
		const contents = box('moov', fullBox('mvhd', 0, zeros(8), u32(600), u32(1200), zeros(80)));
		expect(await readVideoFacts(memoryFile(contents))).toEqual({
			brand: 'qt  ',
			size: 116,
			duration: 2,
			hasAudio: false,
		});
	});
});

describe('reading', () => {
	test.each([[true], [false]])(
		'leaves the video alone (header at the end: %p)',
		async (moovLast) => {
			const file = memoryFile(mp4({ paddingBytes: TEN_MEGABYTES, moovLast }));
			expect(await readVideoFacts(file)).toMatchObject({ duration: 10, width: 1920 });
			const bytes = file.reads.reduce((sum, [start, end]) => sum + end - start, 0);
			expect(bytes).toBeLessThan(16_384);
			expect(file.reads.length).toBeLessThan(5);
		},
	);

	test('goes forward only', async () => {
		const frames = Array.from({ length: 5000 }, (_, at): [number, number] => [1, 1000 + at]);
		const file = memoryFile(mp4({ frames, moovLast: true, paddingBytes: TEN_MEGABYTES }));
		await readVideoFacts(file);
		const ends = file.reads.map(([, end]) => end);
		expect(file.reads.slice(1).every(([start], at) => start >= ends[at])).toBe(true);
	});

	test('stops when the execution is cancelled', async () => {
		const file = memoryFile(mp4());
		expect(await readVideoFacts(file, AbortSignal.abort())).toBeUndefined();
		expect(file.reads).toEqual([]);
	});

	test('fails as the storage does', async () => {
		const broken = {
			size: 1000,
			slice: () => ({
				size: 16,
				async *read(): AsyncGenerator<Buffer> {
					throw new Error('the disk is gone');
				},
			}),
		};
		await expect(readVideoFacts(broken)).rejects.toThrow('the disk is gone');
	});
});
