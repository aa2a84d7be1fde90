import { Bench, errorOf, openBench, rowsOf } from './support';
import { fileOf, getWithBody, pausedPost, postAndBreak, postBytes, sha256 } from './videoSupport';

const bench = openBench({ limits: { tier: 'standard_access' } });

const EDGE = 'act_1001/video_ads';
const bytes = fileOf(200_000);
const SIZE = { file_size: String(bytes.length) };

async function start() {
	const body = await bench.post(EDGE, { upload_phase: 'start' });
	return { id: String(body.video_id), url: String(body.upload_url) };
}

const finish = async (id: string) =>
	await bench.post(EDGE, { upload_phase: 'finish', video_id: id });

const statusOf = async (id: string) => (await bench.get(id, { fields: 'status' })).status;

it('takes all bytes in one request and lists the video once it is finished', async () => {
	const { id, url } = await start();
	expect(url).toBe(`${bench.sandbox.url}/video-ads-upload/v24.0/${id}`);
	const reply = await postBytes(url, bytes, { offset: '0', ...SIZE });
	expect([reply.status, reply.body]).toEqual([200, { success: true }]);
	expect(bench.lastRequest).toMatchObject({
		path: `/video-ads-upload/${id}`,
		version: 'v24.0',
		headers: { offset: '0', file_size: '200000', authorization: 'OAuth ***' },
		body: { bytes: { size: 200_000, sha256: sha256(bytes) } },
	});
	expect(rowsOf(await bench.get(EDGE))).toEqual([]);
	expect(await finish(id)).toEqual({ success: true });
	expect(bench.sandbox.videos.files).toEqual([{ id, size: 200_000, sha256: sha256(bytes) }]);
	expect(rowsOf(await bench.get(EDGE))).toEqual([{ id, updated_time: '2026-03-02T00:00:00+0000' }]);
});

it('takes what curl calls a form', async () => {
	const { id, url } = await start();
	const type = { 'content-type': 'application/x-www-form-urlencoded' };
	await postBytes(url, bytes, { offset: '0', ...SIZE, ...type });
	expect(bench.sandbox.videos.arrived(id)).toMatchObject({ sha256: sha256(bytes) });
});

it.each(['bytes_transfered', 'bytes_transferred'])(
	'keeps what arrived before the connection broke and tells it as %s',
	async (spelling) => {
		bench.sandbox.configure({ videos: { transferredSpelling: spelling } });
		const { id, url } = await start();
		const headers = {
			authorization: 'OAuth test-token',
			offset: '0',
			...SIZE,
			'content-type': 'application/octet-stream',
			'content-length': String(bytes.length),
		};
		await postAndBreak(bench, `/video-ads-upload/v24.0/${id}`, headers, bytes.subarray(0, 70_000));
		const status = await getWithBody(`${bench.sandbox.url}/v24.0/${id}`, 'fields=status');
		expect(status).toMatchObject({
			status: {
				video_status: 'processing',
				uploading_phase: { status: 'in_progress' },
				processing_phase: { status: 'not_started' },
			},
		});
		const arrived = bench.sandbox.videos.arrived(id)?.size ?? 0;
		expect(arrived).toBeGreaterThan(0);
		expect(arrived).toBeLessThanOrEqual(70_000);
		expect(await statusOf(id)).toMatchObject({ uploading_phase: { [spelling]: arrived } });
		const rest = { offset: String(arrived), ...SIZE };
		expect((await postBytes(url, bytes.subarray(arrived), rest)).body).toEqual({ success: true });
		expect(await finish(id)).toEqual({ success: true });
		expect(bench.sandbox.videos.files).toMatchObject([{ sha256: sha256(bytes) }]);
	},
);

it('takes no bytes of an old connection once a new one has gone on', async () => {
	const { id, url } = await start();
	const headers = { authorization: 'OAuth test-token', offset: '0', ...SIZE };
	const [first, second] = [bytes.subarray(0, 50_000), bytes.subarray(50_000)];
	const old = await pausedPost(bench, url, headers, first, second);
	const arrived = bench.sandbox.videos.arrived(id)?.size ?? 0;
	const rest = { offset: String(arrived), ...SIZE };
	expect((await postBytes(url, bytes.subarray(arrived), rest)).body).toEqual({ success: true });
	await old.goOn();
	expect(bench.sandbox.videos.arrived(id)).toMatchObject({
		size: 200_000,
		sha256: sha256(bytes),
	});
});

it('takes no other offset than the one it has, or 0 to start anew', async () => {
	const { id, url } = await start();
	const first = await postBytes(url, bytes.subarray(0, 50_000), { offset: '0', ...SIZE });
	expect(errorOf(first.body)).toMatchObject({ code: 6000, error_subcode: 1363037 });
	for (const offset of ['49999', '50001', '200000']) {
		const { status, body } = await postBytes(url, bytes, { offset, ...SIZE });
		expect([status, errorOf(body)]).toMatchObject([
			400,
			{ error_subcode: 1363037, error_data: { start_offset: '50000', end_offset: '200000' } },
		]);
	}
	expect(bench.sandbox.videos.arrived(id)?.size).toBe(50_000);
	await postBytes(url, bytes, { offset: '0', ...SIZE });
	expect(bench.sandbox.videos.arrived(id)).toEqual({
		id,
		size: 200_000,
		sha256: sha256(bytes),
	});
});

it.each<[string, Record<string, string>]>([
	['no offset', SIZE],
	['no file_size', { offset: '0' }],
	['a file_size that is no number', { offset: '0', file_size: 'big' }],
])('refuses %s', async (_what, headers) => {
	const { id, url } = await start();
	const { body } = await postBytes(url, bytes, headers);
	expect(errorOf(body).code).toBe(100);
	expect(bench.sandbox.videos.arrived(id)?.size).toBe(0);
});

it.each(['Bearer', 'no-permission', 'query'])(
	'keeps nothing for a token given as %s',
	async (how) => {
		const { id, url } = await start();
		const headers = { offset: '0', ...SIZE };
		const { status, body } =
			how === 'Bearer'
				? await postBytes(url, bytes, headers, 'Bearer')
				: how === 'query'
					? await postBytes(`${url}?access_token=test-token`, bytes, {
							...headers,
							authorization: '',
						})
					: await postBytes(url, bytes, { ...headers, authorization: 'OAuth no-permission-token' });
		expect([status, errorOf(body).code]).toEqual(how === 'no-permission' ? [403, 200] : [401, 190]);
		expect(bench.sandbox.videos.arrived(id)?.size).toBe(0);
	},
);

it('fetches a hosted file', async () => {
	const { id, url } = await start();
	const hosted = `${bench.sandbox.url}/__sandbox/files/video?size=200000`;
	expect((await postBytes(url, undefined, { file_url: hosted })).body).toEqual({ success: true });
	expect(await statusOf(id)).toMatchObject({
		uploading_phase: { status: 'complete', bytes_transfered: 200_000 },
	});
	expect(bench.sandbox.videos.arrived(id)?.sha256).toBe(sha256(bytes));
	const elsewhere = await postBytes(url, undefined, { file_url: 'https://example.com/a.mp4' });
	expect(errorOf(elsewhere.body).code).toBe(389);
});

it('does not finish a video whose bytes are missing, of another account, or twice', async () => {
	const { id, url } = await start();
	expect(errorOf(await finish(id)).error_subcode).toBe(1363037);
	await postBytes(url, bytes, { offset: '0', ...SIZE });
	const other = await bench.post('act_1002/video_ads', { upload_phase: 'finish', video_id: id });
	expect(errorOf(other).code).toBe(100);
	expect(await finish(id)).toEqual({ success: true });
	expect(errorOf(await finish(id)).code).toBe(100);
	expect(errorOf((await postBytes(url, bytes, { offset: '0', ...SIZE })).body).code).toBe(100);
	expect(bench.sandbox.videos.files).toHaveLength(1);
});

it('expires when nobody finishes it', async () => {
	bench.sandbox.configure({ videos: { sessionMs: 1000 } });
	const { id, url } = await start();
	bench.advance(1001);
	expect(await statusOf(id)).toMatchObject({ video_status: 'expired' });
	expect(errorOf((await postBytes(url, bytes, { offset: '0', ...SIZE })).body).code).toBe(6001);
	expect(errorOf(await finish(id)).code).toBe(6001);
});

it('can name a wrong host to upload to', async () => {
	bench.sandbox.configure({ videos: { uploadUrl: 'https://example.com/upload' } });
	expect((await start()).url).toBe('https://example.com/upload');
});

describe('the list', () => {
	const DAY_S = 86_400;
	const JAN_10 = Date.UTC(2023, 0, 10) / 1000;
	const MAR_2 = Bench.START_MS / 1000;

	it.each<[string, Record<string, string>, string[]]>([
		['an epoch timestamp', { since: String(JAN_10) }, ['Jan 10', 'Mar 1', 'Mar 2']],
		['yyyy-mm-dd', { since: '2023-01-11' }, ['Mar 1', 'Mar 2']],
		['dd mmm yyyy', { until: '10 jan 2023' }, ['Jan 9', 'Jan 10']],
		['dd-mmm-yyyy', { since: '10-Jan-2023', until: '11-jan-2023' }, ['Jan 10']],
		['today', { since: 'today' }, ['Mar 2']],
		['yesterday', { since: 'yesterday', until: 'yesterday' }, ['Mar 1']],
		['now', { until: 'now' }, ['Jan 9', 'Jan 10', 'Mar 1', 'Mar 2']],
	])('can be cut by %s', async (_what, query, titles) => {
		const times: Array<[string, number]> = [
			['Jan 9', JAN_10 - DAY_S],
			['Jan 10', JAN_10],
			['Mar 1', MAR_2 - DAY_S],
			['Mar 2', MAR_2],
		];
		bench.sandbox.seed.videos('1001', 4, (number) => ({
			title: times[number - 1][0],
			updated_time: times[number - 1][1],
		}));
		const rows = rowsOf(await bench.get(EDGE, { fields: 'title', ...query }));
		expect(rows.map(({ title }) => title)).toEqual(titles);
	});

	it('keeps its ends from page to page', async () => {
		bench.sandbox.seed.videos('1001', 2);
		const { paging } = await bench.get(EDGE, { since: 'today', limit: 1 });
		const next = new URL(String((paging as { next: string }).next)).searchParams;
		expect([next.get('since'), next.get('limit'), next.has('after')]).toEqual(['today', '1', true]);
	});

	it.each(['last summer', '2023-13-01', '31 feb 2023', '10/01/2023'])(
		'refuses %s',
		async (since) => {
			bench.sandbox.seed.videos('1001', 1);
			expect(errorOf(await bench.get(EDGE, { since })).code).toBe(100);
		},
	);
});
