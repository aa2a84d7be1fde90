import { Bench, errorOf, rowsOf } from './support';
import { fileOf, postBytes, postForm, sha256 } from './videoSupport';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open({ videos: { pieceBytes: 4000 } })));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

const PAGE = '100000000003001';
const EDGE = `${PAGE}/videos`;
const bytes = fileOf(6000);

const pageToken = async () =>
	String((await bench.get(PAGE, { fields: 'access_token' })).access_token);

async function handle(type = 'video/mp4'): Promise<string> {
	const file = { file_name: 'a', file_length: bytes.length, file_type: type };
	const { id } = await bench.post('900000000000001/uploads', file);
	const address = `${bench.sandbox.url}/v24.0/${String(id)}`;
	return String((await postBytes(address, bytes, { file_offset: '0' })).body.h);
}

const publish = async (form: Record<string, string>, token?: string) =>
	(await bench.ask(`v24.0/${EDGE}`, { form, token: token ?? (await pageToken()) })).body;

it('publishes a file by its handle', async () => {
	const made = await publish({
		title: 'Shoes',
		description: 'Red ones',
		fbuploader_video_file_chunk: await handle(),
	});
	expect(made).toEqual({ id: expect.any(String) });
	expect(bench.sandbox.videos.files[1]).toMatchObject({ id: made.id, sha256: sha256(bytes) });
	expect(rowsOf((await bench.ask(`v24.0/${EDGE}`, { token: await pageToken() })).body)).toEqual([
		{ id: made.id, description: 'Red ones', updated_time: '2026-03-02T00:00:00+0000' },
	]);
	expect(await bench.get(String(made.id), { fields: 'from,published,title' })).toMatchObject({
		from: { id: PAGE, name: 'Example Shop' },
		published: true,
		title: 'Shoes',
	});
});

it('brings its own thumbnail', async () => {
	const { body } = await postForm(
		bench,
		EDGE,
		{ fbuploader_video_file_chunk: await handle() },
		{ thumb: { bytes: fileOf(500), mimeType: 'image/png' } },
		await pageToken(),
	);
	const [thumbnail] = rowsOf(await bench.get(`${String(body.id)}/thumbnails`));
	expect(thumbnail).toMatchObject({ is_preferred: true });
});

it.each<[string, () => Promise<Record<string, string>>, RegExp]>([
	[
		'an unknown handle',
		async () => ({ fbuploader_video_file_chunk: '2:x' }),
		/handle is not valid/,
	],
	['no file', async () => ({ title: 'x' }), /fbuploader_video_file_chunk is required/],
	[
		'a picture',
		async () => ({ fbuploader_video_file_chunk: await handle('image/png') }),
		/format that we don't support/,
	],
	[
		'a sponsor that is no Page',
		async () => ({ fbuploader_video_file_chunk: await handle(), sponsor_id: '5' }),
		/sponsor_id must be the ID of a Page/,
	],
	[
		'a share status besides 0 and 1',
		async () => ({ fbuploader_video_file_chunk: await handle(), direct_share_status: '2' }),
		/must be one of \{0, 1\}/,
	],
])('refuses %s', async (_what, form, message) => {
	const before = bench.sandbox.store.ofType('video').length;
	expect(errorOf(await publish(await form())).message).toMatch(message);
	expect(bench.sandbox.store.ofType('video')).toHaveLength(before);
});

it('publishes only as the Page itself', async () => {
	const form = { fbuploader_video_file_chunk: await handle() };
	for (const token of ['test-token', 'test-page-token-100000000003002']) {
		expect(errorOf(await publish(form, token))).toMatchObject({
			code: 200,
			error_subcode: 1363042,
		});
	}
	expect(bench.sandbox.store.ofType('video')).toHaveLength(0);
});

it('takes a branded video in pieces', async () => {
	const token = await pageToken();
	const begun = await publish({ upload_phase: 'start', file_size: '6000' });
	const session = String(begun.upload_session_id);
	for (const [from, to] of [
		[0, 4000],
		[4000, 6000],
	]) {
		const fields = {
			upload_phase: 'transfer',
			upload_session_id: session,
			start_offset: String(from),
		};
		const piece = { video_file_chunk: { bytes: bytes.subarray(from, to) } };
		expect((await postForm(bench, EDGE, fields, piece, token)).status).toBe(200);
	}
	const done = await postForm(
		bench,
		EDGE,
		{
			upload_phase: 'finish',
			upload_session_id: session,
			title: 'Shoes',
			sponsor_id: '100000000003002',
			direct_share_status: '1',
		},
		{ thumb: { bytes: fileOf(500), mimeType: 'image/jpeg' } },
		token,
	);
	expect(done.body).toEqual({ success: true });
	const id = String(begun.video_id);
	expect(bench.sandbox.videos.files).toEqual([{ id, size: 6000, sha256: sha256(bytes) }]);
	expect(bench.sandbox.store.get(id)?.values).toMatchObject({
		title: 'Shoes',
		sponsor_id: '100000000003002',
		direct_share_status: '1',
	});
	const thumbnails = rowsOf(await bench.get(`${id}/thumbnails`));
	expect(thumbnails).toMatchObject([{ is_preferred: true }]);
});

it('counts videos of a Page against the app', async () => {
	await publish({ title: 'x' });
	expect(bench.sandbox.usage.all()).toMatchObject([{ useCase: 'app' }]);
});

it.each([
	[undefined, ['Tagged']],
	['tagged', ['Tagged']],
	['uploaded', ['Uploaded 1', 'Uploaded 2']],
])('lists the videos of a person with type %s', async (type, titles) => {
	const names = ['Uploaded 1', 'Tagged', 'Uploaded 2'];
	bench.sandbox.seed.videos('10000000000001', 3, (number) => ({
		title: names[number - 1],
		relation: number === 2 ? 'tagged' : 'uploaded',
	}));
	const rows = rowsOf(await bench.get('me/videos', { fields: 'title', ...(type ? { type } : {}) }));
	expect(rows.map(({ title }) => title)).toEqual(titles);
});

it('refuses other types and tokens without the permission', async () => {
	expect(errorOf(await bench.get('me/videos', { type: 'liked' })).code).toBe(100);
	const { body } = await bench.ask('v24.0/me/videos', { token: 'no-permission-token' });
	expect(errorOf(body).code).toBe(200);
});
