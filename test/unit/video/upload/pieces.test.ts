import type { PhasedEdge } from '../../../../nodes/MetaVideoUpload/upload/types';
import { MetaVideos } from './support/meta';
import { transfersTo, uploadPieces } from './support/pieces';
import { refusal, sha256, type Fault } from './support/wire';
import { bytesOf } from './support/run';

const KB = 1024;
const MB = 1024 * KB;
const FILM = bytesOf(300_000);

type Rest = Parameters<typeof uploadPieces> extends [MetaVideos, ...infer Others] ? Others : never;

let meta: MetaVideos;

beforeEach(async () => {
	meta = new MetaVideos();
	await meta.open();
});

afterEach(async () => await meta.close());

const upload = async (...rest: Rest) => await uploadPieces(meta, ...rest);
const transfers = () => transfersTo(meta);
const faulty = (...faults: Fault[]) => (meta.faults = faults);

test('a file goes in the pieces that Meta asks for', async () => {
	const { result, trace } = await upload(FILM, { finish: { title: 'Süß', description: 'x' } });

	expect(result).toEqual({ videoId: '5', uploadSessionId: '70' });
	expect(meta.sha256).toBe(sha256(FILM));
	expect(meta.log()).toEqual([
		'POST start',
		'POST transfer 0 65536',
		'POST transfer 65536 65536',
		'POST transfer 131072 65536',
		'POST transfer 196608 65536',
		'POST transfer 262144 37856',
		'POST finish',
	]);
	expect(meta.seen[0].fields).toEqual({ upload_phase: 'start', file_size: '300000' });
	expect(meta.seen[1].fields).toEqual({
		upload_phase: 'transfer',
		upload_session_id: '70',
		start_offset: '0',
	});
	expect(meta.seen[6].fields).toEqual({
		upload_phase: 'finish',
		upload_session_id: '70',
		title: 'Süß',
		description: 'x',
	});
	expect(trace).toEqual({
		session: 'pieces',
		state: 'finished',
		uploadSessionId: '70',
		videoId: '5',
		offset: 300_000,
		size: 300_000,
		resumes: 0,
		steps: [],
	});
});

test('a Page uploads with its own token, and gives its picture at the end', async () => {
	const bytes = {
		size: 3,
		async *read() {
			yield Buffer.from('jpg');
		},
	};
	const thumb = { bytes, fileName: 'a.jpg', mimeType: 'image/jpeg' };
	const page: PhasedEdge = { path: '/9/videos', host: 'graph-video', quotaOf: '9', asPage: '9' };
	const { result } = await upload(
		FILM,
		{ finish: { sponsor_id: '8' }, finishFiles: { thumb } },
		{},
		page,
	);

	expect(result?.videoId).toBe('5');
	expect(meta.sha256).toBe(sha256(FILM));
	const [asking, ...others] = meta.seen;
	expect(asking).toMatchObject({ path: '/v24.0/9', query: { fields: 'access_token' } });
	expect(new Set(others.map(({ headers }) => headers.authorization))).toEqual(
		new Set(['Bearer test-token-of-a-page']),
	);
	const finish = others[others.length - 1];
	expect(finish.fields).toMatchObject({ upload_phase: 'finish', sponsor_id: '8' });
	expect(finish.files).toEqual({ thumb: 'jpg' });
});

test('a piece that is cut off on its way is sent again', async () => {
	faulty('none', { cutAfter: 10_000 });
	const { result, trace } = await upload(FILM);

	expect(result?.videoId).toBe('5');
	expect(meta.sha256).toBe(sha256(FILM));
	expect(transfers().filter((line) => line.startsWith('POST transfer 65536'))).toHaveLength(2);
	expect(trace.resumes).toBe(1);
	expect(trace.steps).toHaveLength(1);
	expect(trace.steps[0]).toMatch(/^At 65536 of 300000 bytes: .*; sending went on\.$/);
});

test('a piece that arrived although its answer got lost is not taken twice', async () => {
	faulty('none', 'lostReply');
	const { result, trace } = await upload(FILM);

	expect(result?.videoId).toBe('5');
	expect(meta.sha256).toBe(sha256(FILM));
	expect(transfers().slice(1, 4)).toEqual([
		'POST transfer 65536 65536',
		'POST transfer 65536 65536',
		'POST transfer 131072 65536',
	]);
	// The broken connection, and the correction.
	expect(trace.resumes).toBe(2);
});

test('Meta may go back in the file', async () => {
	faulty('none', 'none', 'none', { backTo: 50_000 });
	const { result } = await upload(FILM);

	expect(result?.videoId).toBe('5');
	expect(meta.sha256).toBe(sha256(FILM));
	expect(transfers()[4]).toBe('POST transfer 50000 65536');
});

test('a piece of which only a part was kept is gone on with from there', async () => {
	faulty({ keep: 1_000 });
	await upload(FILM);
	expect(meta.sha256).toBe(sha256(FILM));
	expect(transfers()[1]).toBe('POST transfer 1000 65536');
});

test('a piece that took too long is halved, down to 1 MB', async () => {
	meta.pieceBytes = 5 * MB;
	faulty(
		...[1, 2, 3, 4].map(() => ({ reply: refusal(6000, 1363030) })),
		...['none' as const, { reply: refusal(6000, 1363030) }],
	);
	const bytes = bytesOf(6 * MB);
	const { result } = await upload(bytes);

	expect(result?.videoId).toBe('5');
	expect(meta.sha256).toBe(sha256(bytes));
	expect(transfers().slice(0, 7)).toEqual([
		`POST transfer 0 ${5 * MB}`,
		`POST transfer 0 ${2.5 * MB}`,
		`POST transfer 0 ${1.25 * MB}`,
		`POST transfer 0 ${MB}`,
		`POST transfer 0 ${MB}`,
		`POST transfer ${MB} ${MB}`,
		`POST transfer ${MB} ${MB}`,
	]);
});
