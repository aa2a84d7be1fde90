import { errorOf, openBench, rowsOf } from './support';
import { fileOf, mp4, postForm, sha256 } from './videoSupport';

const bench = openBench({ limits: { tier: 'standard_access' } });

const LIBRARY = 'act_1001/advideos';
const upload = async (
	fields: Record<string, string> = {},
	bytes = fileOf(5000),
	mimeType = 'video/mp4',
) => await postForm(bench, LIBRARY, fields, { source: { bytes, mimeType } });

describe('a video in one request', () => {
	it('arrives byte for byte and is listed with its title', async () => {
		const bytes = fileOf(300_000);
		const { body } = await upload({ title: 'Shoes', description: 'Red ones' }, bytes);
		const id = String(body.id);
		expect(bench.sandbox.videos.files).toEqual([{ id, size: 300_000, sha256: sha256(bytes) }]);
		bench.advance(2000);
		const [video] = rowsOf(await bench.get(LIBRARY, { fields: 'title,description,length' }));
		expect(video).toEqual({ id, title: 'Shoes', description: 'Red ones', length: 10 });
	});

	it('is logged without its bytes', async () => {
		const bytes = fileOf(5000);
		await upload({ title: 'Shoes' }, bytes);
		expect(bench.lastRequest.body).toEqual({
			title: 'Shoes',
			source: { fileName: 'video.mp4', mimeType: 'video/mp4', size: 5000, sha256: sha256(bytes) },
		});
		expect(bench.lastRequest.bodyBytes).toBeGreaterThan(5000);
	});

	it('takes the title of 254 characters and the name as title', async () => {
		const { body } = await upload({ title: 'a'.repeat(254) });
		expect(body).toEqual({ id: expect.any(String) });
		const named = (await upload({ name: 'In the library' })).body;
		expect(await bench.get(String(named.id), { fields: 'title' })).toMatchObject({
			title: 'In the library',
		});
	});

	it.each<[string, Record<string, string>, RegExp]>([
		['a title of 255 characters', { title: 'a'.repeat(255) }, /title must be no longer than 254/],
		['an unknown parameter', { sound: 'on' }, /sound is unknown/],
		['a wrong enum', { original_projection_type: 'flat' }, /must be one of \{equirectangular/],
		['two sources', { file_url: 'http://127.0.0.1/x.mp4' }, /cannot be used together/],
	])('is refused for %s', async (_what, fields, message) => {
		const { status, body } = await upload(fields);
		expect([status, errorOf(body).code]).toEqual([400, 100]);
		expect(errorOf(body).message).toMatch(message);
		expect(bench.sandbox.videos.files).toEqual([]);
	});

	it('is refused without a source, and with a text as source', async () => {
		expect(errorOf(await bench.post(LIBRARY, { title: 'x' })).message).toMatch(
			/source is required/,
		);
		expect(errorOf(await bench.post(LIBRARY, { source: 'x' })).message).toMatch(/must be a file/);
	});

	it.each<[string, Buffer, string, number]>([
		['too small', fileOf(1023), 'video/mp4', 382],
		['too large', fileOf(20_001), 'video/mp4', 351],
		['a text', fileOf(5000), 'text/plain', 352],
		[
			'a picture by its bytes',
			Buffer.concat([Buffer.from('\x89PNG', 'latin1'), fileOf(5000)]),
			'video/mp4',
			352,
		],
		['an MP4 that was cut short', mp4(3, 5000).subarray(0, 4000), 'video/mp4', 351],
	])('is refused when it is %s', async (_what, bytes, mimeType, code) => {
		bench.sandbox.configure({ videos: { maxSingleBytes: 20_000 } });
		const { status, body } = await upload({}, bytes, mimeType);
		expect([status, errorOf(body).code]).toEqual([400, code]);
	});

	it('needs permission and counts against the ad account', async () => {
		const reply = await postForm(
			bench,
			LIBRARY,
			{},
			{ source: { bytes: fileOf(5000) } },
			'no-permission-token',
		);
		expect([reply.status, errorOf(reply.body).code]).toEqual([403, 200]);
		await upload();
		expect(bench.sandbox.usage.all()).toMatchObject([
			{ useCase: 'ads_management', objectId: '1001', calls: 2 },
		]);
	});

	it('is as long as its file says', async () => {
		const { body } = await upload({}, mp4(42));
		bench.advance(2000);
		expect(await bench.get(String(body.id), { fields: 'length' })).toMatchObject({ length: 42 });
	});

	it('leaves the library, not the world, when it is deleted', async () => {
		const id = String((await upload()).body.id);
		expect(await bench.remove(LIBRARY, { video_id: id })).toEqual({ success: true });
		expect(rowsOf(await bench.get(LIBRARY))).toEqual([]);
		expect(await bench.get(id)).toHaveProperty('id', id);
		expect(errorOf(await bench.remove(LIBRARY, { video_id: id })).code).toBe(100);
		expect(errorOf(await bench.remove(LIBRARY)).message).toMatch(/video_id is required/);
	});
});

describe('a video from a URL', () => {
	const address = (query: string) => `${bench.sandbox.url}/__sandbox/files/video?${query}`;

	it('is fetched byte for byte', async () => {
		const { body } = await bench.ask(`v24.0/${LIBRARY}`, {
			form: { file_url: address('size=500000') },
		});
		expect(bench.sandbox.videos.files).toEqual([
			{ id: body.id, size: 500_000, sha256: sha256(fileOf(500_000)) },
		]);
	});

	it('is fetched in a batch too', async () => {
		const form = new URLSearchParams({ file_url: address('size=4000') }).toString();
		const [step] = await bench.batch([{ method: 'POST', relative_url: LIBRARY, body: form }]);
		expect([step.code, bench.sandbox.videos.files]).toMatchObject([200, [{ size: 4000 }]]);
	});

	it.each([
		['is elsewhere', () => 'https://example.com/video.mp4'],
		['is no URL', () => 'video.mp4'],
		['is not found', () => address('size=5000&status=404')],
		['does not answer', () => 'http://127.0.0.1:1/video.mp4'],
	])('gives 389 when it %s', async (_what, url) => {
		const body = await bench.post(LIBRARY, { file_url: url() });
		expect(errorOf(body)).toMatchObject({
			code: 389,
			message: '(#389) Unable to fetch video file from URL.',
		});
	});
});

describe('a video from Instagram', () => {
	it('is found through the accounts of the ad account and taken with its code', async () => {
		const [account] = rowsOf(
			await bench.get('act_1001/instagram_accounts', { fields: 'username' }),
		);
		expect(account.username).toBe('example.shop');
		expect(rowsOf(await bench.get('act_1001/connected_instagram_accounts'))).toContainEqual({
			id: account.id,
		});
		const media = rowsOf(
			await bench.get(`${String(account.id)}/media`, {
				fields: 'id,caption,media_type,permalink,thumbnail_url,timestamp',
			}),
		);
		expect(media).toMatchObject([{ media_type: 'VIDEO' }, { media_type: 'IMAGE' }]);
		const made = await bench.post(LIBRARY, {
			source_instagram_media_id: String(media[0].id),
			partnership_ad_ad_code: '123456789',
			is_partnership_ad: true,
		});
		expect(made).toEqual({ id: expect.any(String) });
		expect(await bench.get(String(made.id), { fields: 'title' })).toMatchObject({
			title: 'Summer shoes',
		});
	});

	it.each([
		['the code is wrong', '17900000000000001', '5', 3867105],
		['the post is a picture', '17900000000000002', '123456789', 3867105],
		['there is no such post', '17900000000000009', '123456789', 33],
	])('is refused when %s', async (_what, media, code, subcode) => {
		const body = await bench.post(LIBRARY, {
			source_instagram_media_id: media,
			partnership_ad_ad_code: code,
		});
		expect(errorOf(body)).toMatchObject({ code: 100, error_subcode: subcode });
	});

	it('is refused without a code', async () => {
		const body = await bench.post(LIBRARY, { source_instagram_media_id: '17900000000000001' });
		expect(errorOf(body).message).toMatch(/partnership_ad_ad_code is required/);
	});
});
