import fc from 'fast-check';
import { isEqual, pick } from 'lodash';

import { readVideoFacts } from '../../../../nodes/MetaVideoUpload/specifications/facts';
import { checkVideo } from '../../../../nodes/MetaVideoUpload/specifications/rules';
import type { Purpose } from '../../../../nodes/MetaVideoUpload/specifications/types';
import { memoryFile } from '../../../support/memoryFile';
import { mp4, type Mp4Options } from '../../../support/mp4';
import { box, fullBox, text, u32, zeros } from '../../../support/mp4/boxes';

const PURPOSES: Purpose[] = ['videoAd', 'instagram', 'reels', 'threads'];

const MP4A = { audioCodec: 'mp4a' };
const START = box('ftyp', text('isom'), u32(0));

const VARIANTS: Mp4Options[] = [
	{},
	{ moovLast: true, bigBoxes: true, brand: 'qt  ', codec: 'hvc1' },
	{ codec: 'av01', fragmentedS: 10, paddingBytes: 0 },
	{ codec: 'vp09', audio: { objectType: 5 }, interlaced: true, brand: '' },
];

/** Numbers that break things: nothing, one, the sign, everything. */
const NUMBER = fc.oneof(
	fc.constantFrom(0, 1, 7, 8, 9, 0x7fffffff, 0x80000000, 0xffffffff),
	fc.integer({ min: 0, max: 0xffffffff }),
);

/** Reads and checks a file, each byte of it once at most, and gives the facts. */
async function readOnce(contents: Buffer) {
	const file = memoryFile(contents);
	const facts = await readVideoFacts(file);
	const messages = PURPOSES.flatMap((purpose) => checkVideo(facts, file, purpose)).map(
		({ message }) => message,
	);
	const numbers = Object.values(facts ?? {}).filter((value) => typeof value === 'number');
	const bytes = file.reads.reduce((sum, [start, end]) => sum + end - start, 0);
	const complaints = [
		...messages.filter((message) => /NaN|Infinity|undefined/.test(message)),
		...numbers.filter((value) => !(Number(value) > 0)).map((value) => `${value} is not positive`),
		...(bytes > contents.length ? [`${bytes} bytes read of ${contents.length}`] : []),
	];
	// Thousands of files are read: an `expect` for each would take longer than reading them.
	if (complaints.length > 0) throw new Error(complaints.join('; '));
	return facts;
}

test('any bytes are read without issue', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.boolean(), async (bytes, isFilm) => {
			await readOnce(isFilm ? Buffer.concat([START, bytes]) : Buffer.from(bytes));
		}),
		{ numRuns: 300 },
	);
});

test('a header with any of its numbers overwritten is read without issue', async () => {
	const edits = fc.array(fc.tuple(fc.nat({ max: 2500 }), NUMBER), { minLength: 1, maxLength: 6 });
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...VARIANTS), edits, async (options, changes) => {
			const contents = mp4(options);
			for (const [at, value] of changes) contents.writeUInt32BE(value, at % (contents.length - 4));
			await readOnce(contents);
		}),
		{ numRuns: 1000 },
	);
});

test.each(VARIANTS)('a file cut anywhere keeps to what the whole one says: %j', async (options) => {
	const contents = mp4({ ...options, paddingBytes: 10 });
	const whole: Record<string, unknown> = { ...(await readVideoFacts(memoryFile(contents))) };
	const contradictions: unknown[] = [];
	for (let length = 0; length < contents.length; length += 1) {
		const facts = { ...(await readOnce(contents.subarray(0, length))) };
		// Before the description of the sound there is the name of its entry.
		const known = { ...whole, size: length, ...(facts.audioCodec === 'mp4a' && MP4A) };
		const expected = pick(known, Object.keys(facts));
		if (!isEqual(facts, expected)) contradictions.push({ facts, expected });
	}
	expect(contradictions).toEqual([]);
});

test('a file cut before its audio track does not count as silent', async () => {
	const contents = mp4({ paddingBytes: 0 });
	const facts = await readOnce(contents.subarray(0, contents.indexOf('soun') - 100));
	expect(facts).toMatchObject({ width: 1920, videoCodec: 'avc1' });
	expect(facts).not.toHaveProperty('hasAudio');
});

describe('hostile files end soon', () => {
	test('boxes within boxes without end', async () => {
		let inner = zeros(0);
		for (let depth = 0; depth < 5000; depth += 1) inner = box(depth % 2 ? 'trak' : 'moov', inner);
		expect(await readOnce(Buffer.concat([START, box('moov', inner)]))).toMatchObject({
			brand: 'isom',
		});
	});

	test('millions of empty boxes', async () => {
		const file = memoryFile(Buffer.concat([START, Buffer.alloc(16_000_000, box('free'))]));
		expect(await readVideoFacts(file)).toEqual({ brand: 'isom', size: file.size });
		const bytes = file.reads.reduce((sum, [start, end]) => sum + end - start, 0);
		expect(bytes).toBeLessThan(100_000);
	});

	test('a header of gigabytes is read no further than 64 MiB', async () => {
		const GIGABYTE = 2 ** 30;
		const head = Buffer.concat([START, u32(0), text('moov')]);
		const filler = Buffer.concat([u32(2 ** 20), text('free')]);
		let furthest = 0;
		const facts = await readVideoFacts({
			size: 8 * GIGABYTE,
			slice: (start, end = 8 * GIGABYTE) => ({
				size: end - start,
				async *read() {
					furthest = Math.max(furthest, end);
					const bytes = Buffer.alloc(end - start);
					if (start === 0) Buffer.concat([head, filler]).copy(bytes);
					else filler.copy(bytes);
					yield bytes;
				},
			}),
		});
		expect(facts).toEqual({ brand: 'isom', size: 8 * GIGABYTE });
		expect(furthest).toBeLessThan(65 * 2 ** 20);
	});

	test.each([
		['a box shorter than its header', Buffer.concat([u32(7), text('free')])],
		[
			'a long box shorter than its header',
			Buffer.concat([u32(1), text('free'), zeros(7), Buffer.from([15])]),
		],
		[
			'a long box longer than any file',
			Buffer.concat([u32(1), text('mdat'), Buffer.alloc(8, 0xff)]),
		],
		['a box that ends in its header', Buffer.concat([u32(1), text('mdat'), zeros(3)])],
	])('%s', async (_, bytes) => {
		const contents = Buffer.concat([START, bytes]);
		expect(await readOnce(contents)).toEqual({ brand: 'isom', size: contents.length });
	});

	test('a table that claims four billion entries', async () => {
		const claim = Buffer.concat([text('stts'), zeros(4), u32(0xffffffff)]);
		const contents = mp4();
		claim.copy(contents, contents.indexOf('stts'));
		const facts = await readOnce(contents);
		expect(facts).toMatchObject({ frameRate: 30, width: 1920 });
		expect(facts).not.toHaveProperty('isFixedFrameRate');
	});

	test('times without a time base', async () => {
		const contents = box('moov', fullBox('mvhd', 0, zeros(8), u32(0), u32(5), zeros(80)));
		expect(await readOnce(contents)).not.toHaveProperty('duration');
	});
});
