import type { IDataObject } from 'n8n-workflow';

import { DEFAULT_APP_ID, type FaultSpec } from '../sandbox';
import { openBinaryStore, type BinaryStore } from '../support/binaryStore';
import { mp4 } from '../support/mp4';
import { itemsOf, told, type Bench } from './support/bench';
import { byId } from './support/campaigns';
import {
	ACCOUNT,
	bytesSent,
	CONTINUE,
	fed,
	FILE_SESSION,
	itemWith,
	LIBRARY,
	oneVideoNode,
	openVideoBench,
	PAGE,
	pieceSizes,
	PIECES,
	progressIn,
	RUPLOAD,
	UPLOAD,
	whole,
} from './support/video';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

/** As large as the smallest piece that the node sends to ask what Meta has. */
const PIECE_BYTES = 2 ** 20;
const FILM = mp4({ width: 1280, height: 720, paddingBytes: 4_000_000 });

let bench: Bench;
let store: BinaryStore;
beforeAll(async () => {
	bench = await openVideoBench({ pieceBytes: PIECE_BYTES });
	store = await openBinaryStore();
});
afterAll(async () => {
	await bench.sandbox.close();
	await store.close();
});
beforeEach(() => bench.reset());

/** An upload, how it breaks off for good, and how it is gone on with. */
interface Broken {
	upload: [what: string, parameters: IDataObject];
	resume: [what: string, parameters: IDataObject];
	pathPattern: string;
	faults: FaultSpec[];
	/** Bytes that have arrived. */
	offset: number;
}

const PIECES_BREAK: FaultSpec[] = [{ fault: 'cut', skip: 4, times: 0 }];
const BYTES_BREAK: FaultSpec[] = [
	{ fault: 'cut', afterBytes: 2_100_000 },
	{ fault: 'reset', times: 0 },
];
const SESSION = {
	upload_session_id: fed('upload_session_id'),
	video_id: byId(fed('video_id')),
	input_field: 'data',
};

const BROKEN: Record<string, Broken> = {
	pieces: {
		upload: ['adVideo.upload', PIECES],
		resume: [
			'adVideo.resume',
			{
				...ACCOUNT,
				...SESSION,
				session: fed('session'),
				additionalFields: { title: 'Spring', offset: fed('offset') },
			},
		],
		pathPattern: LIBRARY,
		faults: PIECES_BREAK,
		offset: 3 * PIECE_BYTES,
	},
	'a video ads session': {
		upload: ['adVideo.upload', { ...UPLOAD, upload_method: 'videoAd' }],
		resume: ['adVideo.resume', { ...ACCOUNT, ...SESSION, session: fed('session') }],
		pathPattern: RUPLOAD,
		faults: BYTES_BREAK,
		offset: 2_100_000,
	},
	'a video of a Page': {
		upload: ['pageVideo.publish', { page_id: byId(PAGE), source: 'file', input_field: 'data' }],
		resume: [
			'pageVideo.resume',
			{
				page_id: byId(PAGE),
				...SESSION,
				additionalFields: { title: 'Spring', offset: fed('offset') },
			},
		],
		pathPattern: `^/${PAGE}/videos$`,
		faults: PIECES_BREAK,
		offset: 3 * PIECE_BYTES,
	},
	'a file upload': {
		upload: ['fileUpload.upload', { app_id: byId(DEFAULT_APP_ID), input_field: 'data' }],
		resume: [
			'fileUpload.resume',
			{ upload_session_id: SESSION.upload_session_id, input_field: 'data' },
		],
		pathPattern: FILE_SESSION,
		faults: BYTES_BREAK,
		offset: 2_100_000,
	},
};

/** Runs an upload that breaks off; from then on everything goes well and the log is empty. */
async function breakOff({ upload: [what, parameters], pathPattern, faults }: Broken, rest = {}) {
	for (const fault of faults) {
		bench.sandbox.faults.add({ ...fault, match: { method: 'POST', pathPattern } });
	}
	const run = await bench.run(oneVideoNode(what, parameters, rest), {
		inputs: [await itemWith({ data: { content: FILM } })],
	});
	bench.sandbox.faults.clear();
	bench.sandbox.requests.length = 0;
	return run;
}

describe.each(Object.entries(BROKEN))('%s: an upload that breaks off for good', (_name, broken) => {
	const { resume, offset, pathPattern } = broken;

	test('ends with an error that says how far it came and what to do', async () => {
		const run = await breakOff(broken);
		expect(run.status).toBe('error');
		const text = told(run);
		expect(text).toMatch(/^The connection to Meta broke/);
		expect(text).toContain(`${offset} of ${FILM.length} bytes have arrived (`);
		expect(text).toContain('Resume Upload goes on from there');
		expect(text).not.toMatch(/Ads Manager|undefined|not known/);
		const [sessionId] = bench.sandbox.videos.sessions.keys();
		expect(text).toContain(sessionId);
		expect(bench.sandbox.videos.files).toEqual([]);
	});

	test('is finished by another execution, which sends only what is missing', async () => {
		const first = await breakOff(broken, CONTINUE);
		expect(first.status).toBe('success');
		const progress = progressIn(first);
		expect(progress).toMatchObject({ offset, size: FILM.length });

		const second = await bench.run(oneVideoNode(...resume), { inputs: first.outputs.Node[0] });
		const [item] = itemsOf(second);
		const ids = Object.keys(item).filter((name) => /^(video|upload_session)_id$/.test(name));
		expect(ids).not.toHaveLength(0);
		for (const name of ids) expect(item[name]).toBe(progress[name]);
		expect(bench.sandbox.videos.files).toEqual([whole(item.id ?? item.upload_session_id, FILM)]);

		const sent = bench.calls('POST', new RegExp(pathPattern));
		const raw = sent.filter(({ body }) => body.bytes !== undefined);
		const pieces = pieceSizes(sent).reduce((sum, size) => sum + size, 0);
		expect(bytesSent(raw) + pieces).toBe(FILM.length - offset);
	});

	test('says so when Meta has given the session up meanwhile', async () => {
		const first = await breakOff(broken, CONTINUE);
		bench.sandbox.configure({ videos: { sessionMs: 0 } });
		const second = await bench.run(oneVideoNode(...resume), { inputs: first.outputs.Node[0] });
		expect(second.status).toBe('error');
		expect(told(second)).toMatch(/start the upload anew/i);
		expect(told(second)).not.toMatch(/Resume Upload goes on/);
		expect(bench.sandbox.videos.files).toEqual([]);
	});

	test('is not gone on with by another, shorter file', async () => {
		const first = await breakOff(broken, CONTINUE);
		const other = await itemWith({ data: { content: mp4({ paddingBytes: 1_500_000 }) } });
		const [{ json }] = first.outputs.Node[0];
		const second = await bench.run(oneVideoNode(...resume), { inputs: [{ ...other, json }] });
		expect(told(second)).toMatch(/is at byte \d+, but the file has only \d+ bytes/);
		expect(bench.sandbox.videos.files).toEqual([]);
	});
});

test('details that come with the resumed upload are those of the video', async () => {
	for (const name of ['pieces', 'a video of a Page']) {
		const first = await breakOff(BROKEN[name], CONTINUE);
		const second = await bench.run(oneVideoNode(...BROKEN[name].resume), {
			inputs: first.outputs.Node[0],
		});
		expect(bench.valuesOf(itemsOf(second)[0].id).title).toBe('Spring');
	}
});

test('pieces can be resumed without the offset: Meta says where it stands', async () => {
	const first = await breakOff(BROKEN.pieces, CONTINUE);
	const { additionalFields: _given, ...parameters } = BROKEN.pieces.resume[1];
	const second = await bench.run(oneVideoNode('adVideo.resume', parameters), {
		inputs: first.outputs.Node[0],
	});
	expect(bench.sandbox.videos.files).toEqual([whole(itemsOf(second)[0].id, FILM)]);
});

test('an upload that lacks nothing but its end is resumed without the file', async () => {
	const faults: FaultSpec[] = [{ fault: 'status', skip: 5, times: 0 }];
	const first = await breakOff({ ...BROKEN.pieces, faults }, CONTINUE);
	expect(progressIn(first)).toMatchObject({ offset: FILM.length, size: FILM.length });
	const second = await bench.run(oneVideoNode(...BROKEN.pieces.resume), {
		inputs: first.outputs.Node[0],
	});
	expect(bench.sandbox.videos.files).toEqual([whole(itemsOf(second)[0].id, FILM)]);
	// One byte asks what Meta has.
	expect(pieceSizes(bench.calls())).toEqual([1]);
});

test('a session that is canceled makes no video and cannot be resumed', async () => {
	const first = await breakOff(BROKEN.pieces, CONTINUE);
	const inputs = first.outputs.Node[0];
	const parameters = { ...ACCOUNT, upload_session_id: fed('upload_session_id') };
	const canceled = await bench.run(oneVideoNode('adVideo.cancel', parameters), { inputs });
	const { upload_session_id: session } = progressIn(first);
	expect(itemsOf(canceled)).toEqual([{ upload_session_id: session, success: true }]);
	const second = await bench.run(oneVideoNode(...BROKEN.pieces.resume), { inputs });
	expect(told(second)).toMatch(/start the upload anew|upload it again/);
	expect(bench.sandbox.store.children('act_1001', 'advideos')).toEqual([]);
});
