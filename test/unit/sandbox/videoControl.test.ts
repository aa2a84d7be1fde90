import { Bench, rowsOf } from './support';
import { fileOf, postForm, sha256 } from './videoSupport';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

const control = async (name: string, json?: Record<string, string | number | object>) =>
	await bench.ask(`__sandbox/${name}`, {
		token: null,
		...(json ? { json: json as Record<string, never> } : {}),
	});

it('seeds videos', async () => {
	const { body } = await control('seed', { type: 'videos', parentId: '1001', count: 3 });
	const rows = rowsOf(await bench.get('act_1001/advideos', { fields: 'title,status' }));
	expect(rows.map(({ id }) => id)).toEqual(body.ids);
	expect(rows[2]).toMatchObject({ title: 'Video 3', status: { video_status: 'ready' } });
});

it('tells what arrived', async () => {
	const bytes = fileOf(5000);
	await postForm(bench, 'act_1001/advideos', {}, { source: { bytes } });
	expect((await control('videos')).body.list).toMatchObject([
		{ size: 5000, sha256: sha256(bytes) },
	]);
});

it('hashes nothing when that is turned off', async () => {
	await control('options', { videos: { hash: false } });
	const { body } = await postForm(
		bench,
		'act_1001/advideos',
		{},
		{ source: { bytes: fileOf(5000) } },
	);
	expect(bench.sandbox.videos.files).toEqual([{ id: body.id, size: 5000 }]);
});

it.each([
	['options', { videos: { colour: 1 } }],
	['options', { videos: { pieceBytes: 0 } }],
	['videos', { outcome: 'lost' }],
])('refuses nonsense at %s', async (name, json) => {
	expect((await control(name, json)).status).toBe(400);
});

describe('a made file', () => {
	const get = async (query: string, headers: Record<string, string> = {}) =>
		await fetch(`${bench.sandbox.url}/__sandbox/files/video.mp4?${query}`, { headers });

	it('is the same each time and different in every place', async () => {
		const reply = await get('size=200001');
		const bytes = Buffer.from(await reply.arrayBuffer());
		expect([reply.headers.get('content-type'), bytes.length]).toEqual(['video/mp4', 200_001]);
		expect(bytes.equals(fileOf(200_001, 'video.mp4'))).toBe(true);
		expect(bytes.subarray(0, 65_536).equals(bytes.subarray(65_536, 131_072))).toBe(false);
	});

	it.each([
		['bytes=0-9', 0, 10],
		['bytes=65530-131100', 65_530, 131_101],
		['bytes=150001-', 150_001, 200_001],
	])('has the range %s', async (range, start, end) => {
		const reply = await get('size=200001', { range });
		const bytes = Buffer.from(await reply.arrayBuffer());
		expect(reply.status).toBe(206);
		expect(reply.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/200001`);
		expect(bytes.equals(fileOf(200_001, 'video.mp4').subarray(start, end))).toBe(true);
	});

	it('comes as slowly as told', async () => {
		const start = performance.now();
		await (await get('size=100000&rate=500000')).arrayBuffer();
		expect(performance.now() - start).toBeGreaterThan(100);
	});

	it.each([
		['size=5000&status=503', 503],
		['size=big', 400],
		['rate=0', 400],
	])('answers %s with %s', async (query, status) => {
		expect((await get(query)).status).toBe(status);
	});

	it('has no range beyond its end', async () => {
		expect((await get('size=10', { range: 'bytes=10-' })).status).toBe(416);
	});
});
