import {
	fileSessionRequest,
	uploadFile,
} from '../../../../nodes/MetaVideoUpload/upload/fileSession';
import { MetaVideos, UPLOAD_SESSION } from './support/meta';
import { graphError, sha256 } from './support/wire';
import { bytesOf, newTrace, run, TOKEN } from './support/run';

const FILM = bytesOf(200_000);
const PATH = '/v24.0/upload:MTphdHRhY2htZW50OjE1YzM4OGVl==';

let meta: MetaVideos;

beforeEach(async () => {
	meta = new MetaVideos();
	await meta.open();
});

afterEach(async () => await meta.close());

const upload = async (resume?: string, trace = newTrace()) =>
	await run(
		meta,
		FILM,
		async (context, file) =>
			await uploadFile(
				context,
				file,
				resume === undefined ? { appId: '77' } : { resume: { uploadSessionId: resume } },
			),
		{ trace },
	);

test('a file becomes a handle', async () => {
	const { result, trace } = await upload();
	expect(result).toEqual({ handle: '4:aGFuZGxl', uploadSessionId: UPLOAD_SESSION });
	expect(meta.sha256).toBe(sha256(FILM));
	const [start, send] = meta.seen;
	expect(start).toMatchObject({
		path: '/v24.0/77/uploads',
		fields: { file_name: 'film.mp4', file_length: '200000', file_type: 'video/mp4' },
	});
	expect(send).toMatchObject({ path: PATH, query: { sig: 'ARZqkGCA_uQMxC8' }, bytes: 200_000 });
	expect(send.headers).toMatchObject({ authorization: `OAuth ${TOKEN}`, file_offset: '0' });
	expect(trace).toMatchObject({ session: 'file', state: 'finished', offset: 200_000 });
});

test('what was cut off goes on from what Meta has', async () => {
	meta.faults = [{ cutAfter: 70_001 }, { cutAfter: 10 }];
	const { result, trace } = await upload();
	expect(result?.handle).toBe('4:aGFuZGxl');
	expect(meta.sha256).toBe(sha256(FILM));
	const sends = meta.seen.filter(({ method, path }) => method === 'POST' && path === PATH);
	expect(sends.map(({ headers }) => headers.file_offset)).toEqual(['0', '70001', '70011']);
	const looks = meta.seen.filter(({ method }) => method === 'GET');
	expect(looks[0]).toMatchObject({ path: PATH, query: { sig: 'ARZqkGCA_uQMxC8' } });
	expect(looks[0].headers.authorization).toBe(`OAuth ${TOKEN}`);
	expect(trace.resumes).toBe(2);
});

test('when all has come but the handle got lost, nothing is sent at the end to get it', async () => {
	meta.faults = ['lostReply'];
	const { result } = await upload();
	expect(result?.handle).toBe('4:aGFuZGxl');
	const last = meta.seen[meta.seen.length - 1];
	expect(last).toMatchObject({ method: 'POST', bytes: 0 });
	expect(last.headers).toMatchObject({ file_offset: '200000', 'content-length': '0' });
	expect(meta.sha256).toBe(sha256(FILM));
});

test('five tries without a new byte end it; the session resumes', async () => {
	meta.faults = Array.from({ length: 5 }, () => ({ cutAfter: 0 }));
	const { details } = await upload();
	expect(details?.progress).toEqual({
		session: 'file',
		upload_session_id: UPLOAD_SESSION,
		offset: 0,
		size: 200_000,
	});
	expect(details?.advice).toContain(`upload session ${UPLOAD_SESSION}`);

	meta.hold(FILM.subarray(0, 5_000), FILM.length);
	meta.faults = [];
	const again = await upload(UPLOAD_SESSION);
	expect(again.result?.handle).toBe('4:aGFuZGxl');
	expect(meta.sha256).toBe(sha256(FILM));
});

test('a session that is gone has to be started anew', async () => {
	meta.faults = [{ reply: { statusCode: 400, body: graphError(100, 'x', { error_subcode: 33 }) } }];
	const { details, trace } = await upload();
	expect(details?.advice).toContain('start the upload anew');
	expect(trace.state).toBe('over');
});

test.each([['{"file_offset":-1}'], ['{"file_offset":"abc"}'], ['{}']])(
	'an offset of %s is none',
	async (body) => {
		meta.faults = [{ cutAfter: 1 }];
		meta.statuses = [JSON.parse(body)];
		const { details } = await upload();
		expect(details?.message).toBe('Meta\'s answer holds no "file_offset"');
	},
);

test('an offset beyond the file belongs to another file', async () => {
	meta.statuses = [{ file_offset: '200001' }];
	const { details } = await upload(UPLOAD_SESSION);
	expect(details?.message).toContain('is at byte 200001, but the file has only 200000 bytes');
});

test.each([
	['upload:abc', '/upload:abc', {}],
	['upload:a-b_c==', '/upload:a-b_c==', {}],
	['upload:MTo=?sig=ARx-_1', '/upload:MTo=', { sig: 'ARx-_1' }],
	['upload:MTo=?sig=AR=&v=2', '/upload:MTo=', { sig: 'AR=', v: '2' }],
])('the session ID %s goes into the address as it is', (id, path, parameters) => {
	expect(fileSessionRequest('GET', id)).toEqual({
		method: 'GET',
		path,
		parameters,
		scheme: 'OAuth',
	});
});

test.each([
	'',
	'abc',
	'upload:',
	'upload:a/b',
	'upload:a/../5',
	'upload:a b',
	'upload:a?',
	'upload:a#b',
	'upload:a?x',
])('"%s" is no session ID', async (id) => {
	const { details, error } = await upload(id);
	expect(error?.message).toContain(`"${id}" is not the ID of an upload session`);
	expect(details).toBeDefined();
	expect(meta.seen).toEqual([]);
});
