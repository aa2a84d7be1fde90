import type { IDataObject } from 'n8n-workflow';

import { DEFAULT_APP_ID, type FaultSpec } from '../sandbox';
import { mp4 } from '../support/mp4';
import { hintsOf, itemsOf, type Bench } from './support/bench';
import { byId } from './support/campaigns';
import {
	bytesSent,
	FILE_SESSION,
	FILM,
	itemWith,
	LIBRARY,
	oneVideoNode,
	openVideoBench,
	PAGE,
	PIECE_BYTES,
	pieceSizes,
	PIECES,
	RUPLOAD,
	UPLOAD,
	whole,
} from './support/video';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
beforeAll(async () => (bench = await openVideoBench()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

/** Uploads, and which of their requests brings bytes in the middle. */
interface Way {
	what: string;
	parameters: IDataObject;
	pathPattern: string;
	/** Requests to that address before. */
	skip: number;
}

const WAYS: Record<string, Way> = {
	'an upload in pieces': {
		what: 'adVideo.upload',
		parameters: PIECES,
		pathPattern: LIBRARY,
		skip: 3,
	},
	'a video ads session': {
		what: 'adVideo.upload',
		parameters: { ...UPLOAD, upload_method: 'videoAd' },
		pathPattern: RUPLOAD,
		skip: 0,
	},
	'a video of a Page': {
		what: 'pageVideo.publish',
		parameters: { page_id: byId(PAGE), source: 'file', input_field: 'data' },
		pathPattern: `^/${PAGE}/videos$`,
		skip: 3,
	},
	'a file upload': {
		what: 'fileUpload.upload',
		parameters: { app_id: byId(DEFAULT_APP_ID), input_field: 'data' },
		pathPattern: FILE_SESSION,
		skip: 0,
	},
};

/** What may happen to a request in the middle of an upload. */
const FAULTS: Array<[string, FaultSpec]> = [
	['a cut in the middle of the bytes', { fault: 'cut' }],
	['a cut at once', { fault: 'cut', afterBytes: 1 }],
	['a connection that is refused', { fault: 'reset' }],
	['a lost reply', { fault: 'lostReply' }],
	['half of the reply', { fault: 'truncated' }],
	['HTTP 500', { fault: 'status', status: 500 }],
	['an HTML page with status 503', { fault: 'html' }],
	['a throttle that tells how long', { fault: 'error', code: 80004, retryAfterS: 120 }],
	['a throttle of the app', { fault: 'error', code: 4 }],
	['a code that passes', { fault: 'error', code: 2, isTransient: true }],
	['"took too long"', { fault: 'error', code: 6000, subcode: 1363030 }],
];

async function upload({ what, parameters }: Way) {
	return await bench.run(oneVideoNode(what, parameters), { inputs: [await itemWith()] });
}

describe.each(Object.entries(WAYS))('in %s', (_name, way) => {
	const { pathPattern, skip } = way;
	const match = { method: 'POST', pathPattern };

	test.each(FAULTS)('%s loses no byte and makes nothing twice', async (_title, fault) => {
		bench.sandbox.faults.add({ ...fault, skip, match });
		const [item] = itemsOf(await upload(way));
		expect(bench.sandbox.faults.happened).toBe(1);
		expect(bench.sandbox.videos.files).toEqual([whole(item.id ?? item.upload_session_id)]);
	});

	test('a fault that comes again and again is got over while bytes arrive', async () => {
		bench.sandbox.faults.add(
			...[1, 2, 3, 4, 5, 6].map(
				(turn): FaultSpec => ({ fault: 'cut', afterBytes: 60_000, skip: skip && turn, match }),
			),
		);
		const run = await upload(way);
		const [item] = itemsOf(run);
		expect(bench.sandbox.videos.files).toEqual([whole(item.id ?? item.upload_session_id)]);
		expect(hintsOf(run)[0]).toMatch(
			/^Sent 52\d\.\d kB of 1 file in .* went on 6 times\. Last: At /,
		);
	});
});

describe('after a cut only what is missing is sent', () => {
	test.each([
		['a video ads session', RUPLOAD],
		['a file upload', FILE_SESSION],
	])('in %s, to the byte', async (name, pathPattern) => {
		const match = { method: 'POST', pathPattern };
		bench.sandbox.faults.add(
			{ fault: 'cut', afterBytes: 123_457, match },
			{ fault: 'cut', afterBytes: 200_001, match },
		);
		itemsOf(await upload(WAYS[name]));
		const sent = bench.calls('POST', new RegExp(pathPattern));
		expect(sent.map(({ bodyBytes }) => bodyBytes)).toEqual([
			123_457,
			200_001,
			FILM.length - 323_458,
		]);
		const offsets = sent.map(({ headers }) => headers.offset ?? headers.file_offset);
		expect(offsets).toEqual(['0', '123457', '323458']);
	});

	test('in pieces, the piece that was cut', async () => {
		bench.sandbox.faults.add({ fault: 'cut', skip: 3, match: { pathPattern: LIBRARY } });
		itemsOf(await upload(WAYS['an upload in pieces']));
		const starts = bench.calls('POST').flatMap(({ body }) => body.start_offset ?? []);
		expect(starts).toEqual(['0', '100000', '200000', '300000', '400000', '500000']);
		expect(pieceSizes(bench.calls()).reduce((sum, size) => sum + size, 0)).toBe(FILM.length);
	});

	test('and nothing after a lost reply to all bytes', async () => {
		bench.sandbox.faults.add({ fault: 'lostReply', match: { pathPattern: RUPLOAD } });
		itemsOf(await upload(WAYS['a video ads session']));
		expect(bytesSent(bench.calls('POST', new RegExp(RUPLOAD)))).toBe(FILM.length);
	});
});

test('a piece that Meta has already is not sent a third time', async () => {
	bench.sandbox.faults.add({ fault: 'lostReply', skip: 3, match: { pathPattern: LIBRARY } });
	const run = await upload(WAYS['an upload in pieces']);
	expect(bench.sandbox.videos.files).toEqual([whole(itemsOf(run)[0].id)]);
	const wrong = bench.calls('POST').filter(({ error }) => error?.subcode === 1363037);
	expect(wrong).toHaveLength(1);
	const starts = bench.calls('POST').flatMap(({ body }) => body.start_offset ?? []);
	expect(starts).toEqual(['0', '100000', '200000', '200000', '300000', '400000', '500000']);
});

test('where Meta says it stands elsewhere the upload goes on there', async () => {
	bench.sandbox.faults.add({
		fault: 'error',
		code: 6000,
		subcode: 1363037,
		errorData: { start_offset: '200000', end_offset: '250000' },
		skip: 3,
		match: { pathPattern: LIBRARY },
	});
	const run = await upload(WAYS['an upload in pieces']);
	expect(bench.sandbox.videos.files).toEqual([whole(itemsOf(run)[0].id)]);
	expect(pieceSizes(bench.calls()).slice(2, 5)).toEqual([PIECE_BYTES, 50_000, PIECE_BYTES]);
});

test('pieces get smaller when Meta says that they take too long', async () => {
	bench.sandbox.configure({ videos: { pieceBytes: 4_000_000 } });
	bench.sandbox.faults.add({
		fault: 'error',
		code: 6000,
		subcode: 1363030,
		skip: 1,
		times: 2,
		match: { pathPattern: LIBRARY },
	});
	const film = mp4({ paddingBytes: 5_000_000 });
	const run = await bench.run(oneVideoNode('adVideo.upload', PIECES), {
		inputs: [await itemWith({ data: { content: film } })],
	});
	expect(bench.sandbox.videos.files).toEqual([whole(itemsOf(run)[0].id, film)]);
	const sizes = pieceSizes(bench.calls());
	expect(sizes.slice(0, 2)).toEqual([4_000_000, 2_000_000]);
	expect(Math.max(...sizes.slice(2))).toBe(2 ** 20);
});

describe('a lost reply makes one video, when it was', () => {
	test.each([
		['the start of pieces', PIECES, LIBRARY, 0],
		['the end of pieces', PIECES, LIBRARY, 7],
		['the start of a video ads session', WAYS['a video ads session'].parameters, '/video_ads$', 0],
		['the end of a video ads session', WAYS['a video ads session'].parameters, '/video_ads$', 1],
	])('%s', async (_title, parameters, pathPattern, skip) => {
		for (const fault of ['lostReply', 'truncated'] as const) {
			bench.reset();
			bench.sandbox.faults.add({ fault, skip, match: { method: 'POST', pathPattern } });
			const run = await bench.run(oneVideoNode('adVideo.upload', parameters), {
				inputs: [await itemWith()],
			});
			const [item] = itemsOf(run);
			expect(bench.sandbox.faults.happened).toBe(1);
			expect(bench.sandbox.videos.files).toEqual([whole(item.id)]);
			const listed = bench.sandbox.store.children('act_1001', 'advideos');
			expect(listed.map(({ id }) => id)).toEqual([item.id]);
		}
	});

	test('the end of a video of a Page', async () => {
		const way = WAYS['a video of a Page'];
		bench.sandbox.faults.add({
			fault: 'lostReply',
			skip: 7,
			match: { method: 'POST', pathPattern: way.pathPattern },
		});
		const [item] = itemsOf(await upload(way));
		expect(bench.sandbox.videos.files).toEqual([whole(item.id)]);
		expect(bench.sandbox.store.children(PAGE, 'videos')).toHaveLength(1);
	});
});
