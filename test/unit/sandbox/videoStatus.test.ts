import { Bench, errorOf, openBench, rowsOf } from './support';
import type { VideoOutcome } from '../../sandbox';
import type { JsonObject } from '../../sandbox/json';
import { fileOf, postForm } from './videoSupport';

const bench = openBench({ videos: { processingMs: 60_000 } });

async function upload(): Promise<string> {
	const source = { bytes: fileOf(5000) };
	return String((await postForm(bench, 'act_1001/advideos', {}, { source })).body.id);
}

const statusOf = async (id: string) =>
	(await bench.get(id, { fields: 'status' })).status as JsonObject;

it('goes through the phases by the clock', async () => {
	const begun = await bench.post('act_1001/video_ads', { upload_phase: 'start' });
	expect(await statusOf(String(begun.video_id))).toEqual({
		video_status: 'processing',
		uploading_phase: { status: 'not_started', bytes_transfered: 0 },
		processing_phase: { status: 'not_started' },
		publishing_phase: { status: 'not_started', publish_status: 'publish' },
	});
	const id = await upload();
	expect(await statusOf(id)).toMatchObject({
		video_status: 'processing',
		uploading_phase: { status: 'complete', bytes_transfered: 5000 },
		processing_phase: { status: 'in_progress' },
		publishing_phase: { status: 'not_started' },
	});
	bench.advance(59_999);
	expect((await statusOf(id)).video_status).toBe('processing');
	bench.advance(1);
	expect(await statusOf(id)).toEqual({
		video_status: 'ready',
		uploading_phase: { status: 'complete', bytes_transfered: 5000 },
		processing_phase: { status: 'complete' },
		publishing_phase: {
			status: 'complete',
			publish_status: 'published',
			publish_time: Bench.START_MS / 1000 + 60,
		},
	});
});

it('has length, picture and thumbnails once it is ready', async () => {
	const id = await upload();
	const query = { fields: 'length,picture,source,thumbnails{id,uri,width,height,is_preferred}' };
	expect(await bench.get(id, query)).toEqual({ id });
	bench.advance(60_000);
	const ready = await bench.get(id, query);
	const thumbnails = rowsOf(ready.thumbnails as JsonObject);
	expect(thumbnails.map(({ is_preferred: isPreferred }) => isPreferred)).toEqual([
		false,
		true,
		false,
	]);
	expect(ready).toMatchObject({ length: 10, picture: thumbnails[1].uri });
	const picture = await fetch(String(ready.picture));
	expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
});

describe('a video', () => {
	const outcomes = (...list: VideoOutcome[]) => bench.sandbox.videos.outcomes(...list);

	it('can end with an error that has a message', async () => {
		outcomes({ outcome: 'error', message: 'The codec is unknown.', skip: 1 });
		const [good, bad] = [await upload(), await upload()];
		bench.advance(60_000);
		expect((await statusOf(good)).video_status).toBe('ready');
		expect(await statusOf(bad)).toMatchObject({
			video_status: 'error',
			processing_phase: { status: 'error', errors: [{ message: 'The codec is unknown.' }] },
			publishing_phase: { status: 'not_started' },
		});
		expect(await bench.get(bad, { fields: 'picture,length' })).toEqual({ id: bad });
	});

	it('can expire', async () => {
		outcomes({ outcome: 'expired' });
		const id = await upload();
		bench.advance(60_000);
		expect((await statusOf(id)).video_status).toBe('expired');
	});

	it('can be slow', async () => {
		await bench.ask('__sandbox/videos', { json: { outcome: 'slow', ms: 120_000 }, token: null });
		const id = await upload();
		bench.advance(60_000);
		expect((await statusOf(id)).video_status).toBe('processing');
		bench.advance(60_000);
		expect((await statusOf(id)).video_status).toBe('ready');
	});

	it('has no other outcome', () => {
		expect(() => outcomes({ outcome: 'lost' as VideoOutcome['outcome'] })).toThrow(/one of error/);
	});
});

describe('thumbnails', () => {
	const add = async (id: string, fields: Record<string, string>, mimeType = 'image/png') =>
		await postForm(bench, `${id}/thumbnails`, fields, {
			source: { bytes: fileOf(900), fileName: 'a.png', mimeType },
		});
	const preferred = async (id: string) =>
		rowsOf(await bench.get(`${id}/thumbnails`, { fields: 'is_preferred' }))
			.filter(({ is_preferred: isPreferred }) => isPreferred === true)
			.map(({ id: thumbnail }) => thumbnail);

	it('can be brought along and preferred', async () => {
		const id = await upload();
		expect((await add(id, { is_preferred: 'true' })).body).toEqual({ success: true });
		bench.advance(60_000);
		const all = rowsOf(await bench.get(`${id}/thumbnails`));
		expect(all).toHaveLength(4);
		expect(await preferred(id)).toEqual([all[3].id]);
		await add(id, {});
		expect(await preferred(id)).toEqual([all[3].id]);
	});

	it('can be chosen from those of the video', async () => {
		const id = await upload();
		bench.advance(60_000);
		const [first] = rowsOf(await bench.get(`${id}/thumbnails`));
		const choice = { preferred_thumbnail_id: String(first.id), title: 'New' };
		expect(await bench.post(id, choice)).toEqual({ success: true });
		expect(await preferred(id)).toEqual([first.id]);
		expect(await bench.get(id, { fields: 'title' })).toMatchObject({ title: 'New' });
		const other = await upload();
		expect(errorOf(await bench.post(other, choice)).message).toMatch(/none of this video/);
	});

	it('have to be pictures', async () => {
		const id = await upload();
		expect(errorOf((await add(id, {}, 'video/mp4')).body).message).toMatch(/must be an image/);
		expect(errorOf(await bench.post(`${id}/thumbnails`, {})).message).toMatch(/source is required/);
	});
});

it('gives other fields and refuses those there are not', async () => {
	const id = await upload();
	expect(await bench.get(id, { fields: 'created_time,permalink_url,published' })).toEqual({
		id,
		created_time: '2026-03-02T00:00:00+0000',
		permalink_url: `/watch/?v=${id}`,
		published: false,
	});
	expect(errorOf(await bench.get(id, { fields: 'sound' })).message).toMatch(/nonexisting field/);
	expect(errorOf(await bench.post(id, { sound: 'on' })).message).toMatch(/sound is unknown/);
});

it('pages a library in the order in which videos were made', async () => {
	const [first] = [await upload()];
	const begun = await bench.post('act_1001/video_ads', { upload_phase: 'start' });
	bench.sandbox.seed.videos('1001', 3);
	const url = String(begun.upload_url);
	const headers = { authorization: 'OAuth test-token', offset: '0', file_size: '5000' };
	await fetch(url, { method: 'POST', headers, body: new Uint8Array(fileOf(5000)) });
	const middle = String(begun.video_id);
	await bench.post('act_1001/video_ads', { upload_phase: 'finish', video_id: middle });
	const ids: unknown[] = [];
	let after: string | undefined;
	for (let page = 0; page < 3; page++) {
		const body = await bench.get('act_1001/advideos', { limit: 2, ...(after ? { after } : {}) });
		ids.push(...rowsOf(body).map(({ id }) => id));
		after = (body.paging as { cursors: { after: string } }).cursors.after;
	}
	expect([ids.length, new Set(ids).size, ids.slice(0, 2)]).toEqual([5, 5, [first, middle]]);
});
