import { errorOf, openBench, rowsOf } from './support';
import { fileOf, pausedPost, postAndBreak, postForm, sha256 } from './videoSupport';

const bench = openBench({
	limits: { tier: 'standard_access' },
	videos: { pieceBytes: 4000 },
});

const LIBRARY = 'act_1001/advideos';
const bytes = fileOf(10_000);

const start = async (size = bytes.length) =>
	await bench.post(LIBRARY, { upload_phase: 'start', file_size: size, title: 'Shoes' });

const transfer = async (
	session: string,
	from: number,
	to: number,
	fields: Record<string, string> = {},
) =>
	await postForm(
		bench,
		LIBRARY,
		{
			upload_phase: 'transfer',
			upload_session_id: session,
			start_offset: String(from),
			...fields,
		},
		{ video_file_chunk: { bytes: bytes.subarray(from, to) } },
	);

const phase = async (name: string, session: string) =>
	await bench.post(LIBRARY, { upload_phase: name, upload_session_id: session });

it('takes a file in the pieces it asks for', async () => {
	const begun = await start();
	expect(begun).toEqual({
		upload_session_id: expect.stringMatching(/^\d+$/),
		video_id: expect.stringMatching(/^\d+$/),
		start_offset: '0',
		end_offset: '4000',
	});
	const session = String(begun.upload_session_id);
	expect((await transfer(session, 0, 4000)).body).toEqual({
		start_offset: '4000',
		end_offset: '8000',
	});
	expect(rowsOf(await bench.get(LIBRARY))).toEqual([]);
	expect((await transfer(session, 4000, 8000, { end_offset: '8000' })).body).toEqual({
		start_offset: '8000',
		end_offset: '10000',
	});
	expect((await transfer(session, 8000, 10_000)).body).toEqual({
		start_offset: '10000',
		end_offset: '10000',
	});
	expect(await phase('finish', session)).toEqual({ success: true });
	const id = String(begun.video_id);
	expect(bench.sandbox.videos.files).toEqual([{ id, size: 10_000, sha256: sha256(bytes) }]);
	expect(rowsOf(await bench.get(LIBRARY, { fields: 'title' }))).toEqual([{ id, title: 'Shoes' }]);
});

it('takes a piece that is shorter than asked', async () => {
	const session = String((await start()).upload_session_id);
	expect((await transfer(session, 0, 1500)).body).toEqual({
		start_offset: '1500',
		end_offset: '5500',
	});
});

it.each<[string, number, number, Record<string, string>]>([
	['is already there', 0, 4000, {}],
	['is further on', 8000, 10_000, {}],
	['is longer than asked', 4000, 9000, {}],
	['is shorter than it says', 4000, 6000, { end_offset: '8000' }],
	['is empty', 4000, 4000, {}],
])('names where to go on when a piece %s, and drops it', async (_what, from, to, fields) => {
	const session = String((await start()).upload_session_id);
	await transfer(session, 0, 4000);
	const { status, body } = await transfer(session, from, to, fields);
	expect(status).toBe(400);
	expect(errorOf(body)).toMatchObject({
		code: 6000,
		error_subcode: 1363037,
		error_data: { start_offset: '4000', end_offset: '8000' },
	});
	expect((await transfer(session, 4000, 8000)).body).toHaveProperty('start_offset', '8000');
	await transfer(session, 8000, 10_000);
	await phase('finish', session);
	expect(bench.sandbox.videos.files).toMatchObject([{ sha256: sha256(bytes) }]);
});

it('keeps nothing of a piece whose connection breaks', async () => {
	const begun = await start();
	const session = String(begun.upload_session_id);
	const head = (name: string, rest: string) =>
		`--b\r\nContent-Disposition: form-data; name="${name}"${rest}\r\n\r\n`;
	const form = Buffer.concat([
		Buffer.from(
			`${head('upload_phase', '')}transfer\r\n${head('upload_session_id', '')}${session}`,
		),
		Buffer.from(`\r\n${head('start_offset', '')}0\r\n`),
		Buffer.from(head('video_file_chunk', '; filename="a.mp4"')),
		bytes.subarray(0, 2500),
	]);
	await postAndBreak(
		bench,
		`/v24.0/${LIBRARY}`,
		{
			authorization: 'Bearer test-token',
			'content-type': 'multipart/form-data; boundary=b',
			'content-length': '5000',
		},
		form,
	);
	expect(bench.sandbox.videos.arrived(String(begun.video_id))?.size).toBe(0);
	expect((await transfer(session, 0, 4000)).body).toHaveProperty('start_offset', '4000');
});

it('keeps a piece once when two come at the same time', async () => {
	const session = String((await start()).upload_session_id);
	const replies = await Promise.all([transfer(session, 0, 4000), transfer(session, 0, 4000)]);
	expect(replies.map(({ status }) => status).sort()).toEqual([200, 400]);
	await transfer(session, 4000, 8000);
	await transfer(session, 8000, 10_000);
	await phase('finish', session);
	expect(bench.sandbox.videos.files).toMatchObject([{ sha256: sha256(bytes) }]);
});

it('drops a piece that was on its way before the one in front of it was there', async () => {
	const session = String((await start()).upload_session_id);
	const field = (name: string, value: string) =>
		`--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
	const head =
		field('upload_phase', 'transfer') +
		field('upload_session_id', session) +
		field('start_offset', '4000') +
		'--b\r\nContent-Disposition: form-data; name="video_file_chunk"; filename="a"\r\n\r\n';
	const early = await pausedPost(
		bench,
		`${bench.sandbox.url}/v24.0/${LIBRARY}`,
		{
			authorization: 'Bearer test-token',
			'content-type': 'multipart/form-data; boundary=b',
		},
		Buffer.concat([Buffer.from(head), bytes.subarray(4000, 5000)]),
		Buffer.concat([bytes.subarray(5000, 8000), Buffer.from('\r\n--b--\r\n')]),
	);
	await transfer(session, 0, 4000);
	expect(errorOf(await early.goOn()).error_subcode).toBe(1363037);
	await transfer(session, 4000, 8000);
	await transfer(session, 8000, 10_000);
	await phase('finish', session);
	expect(bench.sandbox.videos.files).toMatchObject([{ sha256: sha256(bytes) }]);
});

it('does not finish before all bytes are there', async () => {
	const session = String((await start()).upload_session_id);
	await transfer(session, 0, 4000);
	expect(errorOf(await phase('finish', session))).toMatchObject({
		error_subcode: 1363037,
		error_data: { start_offset: '4000', end_offset: '8000' },
	});
	expect((await transfer(session, 4000, 8000)).status).toBe(200);
});

it.each(['cancelled', 'finished', 'expired', 'of another account', 'unknown'])(
	'gives 6001 for a session that is %s',
	async (what) => {
		const small = await bench.post(LIBRARY, { upload_phase: 'start', file_size: 4000 });
		let session = String(small.upload_session_id);
		await transfer(session, 0, 4000);
		if (what === 'cancelled') expect(await phase('cancel', session)).toEqual({ success: true });
		if (what === 'finished') expect(await phase('finish', session)).toEqual({ success: true });
		if (what === 'expired') bench.advance(24 * 3_600_000 + 1);
		if (what === 'unknown') session = '7';
		const edge = what === 'of another account' ? 'act_1002/advideos' : LIBRARY;
		const body = await bench.post(edge, { upload_phase: 'finish', upload_session_id: session });
		expect(errorOf(body).code).toBe(6001);
	},
);

it.each([
	[{ upload_phase: 'start' }, 100],
	[{ upload_phase: 'start', file_size: 10 }, 382],
	[{ upload_phase: 'transfer', upload_session_id: '1' }, 6001],
	[{ upload_phase: 'finish' }, 100],
	[{ upload_phase: 'pause' }, 100],
])('refuses %j', async (form, code) => {
	expect(errorOf(await bench.post(LIBRARY, form)).code).toBe(code);
});

it('needs the session before the piece in a form', async () => {
	const session = String((await start()).upload_session_id);
	const form = new FormData();
	form.set('video_file_chunk', new Blob([new Uint8Array(bytes.subarray(0, 4000))]), 'a.mp4');
	const fields = { upload_phase: 'transfer', upload_session_id: session, start_offset: '0' };
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	const reply = await fetch(`${bench.sandbox.url}/v24.0/${LIBRARY}?access_token=test-token`, {
		method: 'POST',
		body: form,
	});
	expect(await reply.text()).toMatch(/must come before/);
});
