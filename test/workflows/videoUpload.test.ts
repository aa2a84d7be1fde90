import type { IDataObject } from 'n8n-workflow';

import { openBinaryStore, type BinaryStore } from '../support/binaryStore';
import { mp4 } from '../support/mp4';
import { itemsOf, type Bench } from './support/bench';
import { byId } from './support/campaigns';
import {
	ACCOUNT,
	FILM,
	film,
	itemWith,
	LIBRARY,
	oneVideoNode,
	openVideoBench,
	picture,
	PICTURE,
	pieceSizes,
	sha256,
	UPLOAD,
	whole,
} from './support/video';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

const SECONDS = expect.any(Number) as number;
const URL_TEXT = expect.stringMatching(/^http/) as string;

let bench: Bench;
beforeAll(async () => (bench = await openVideoBench()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

/** A film that the sandbox serves for Meta to fetch. */
const hosted = () => `${bench.sandbox.url}/__sandbox/files/film.mp4?size=300000`;

/** What a video that is ready adds to its item. */
function readyMembers(thumbnails: number): IDataObject {
	const thumbnail = {
		id: expect.any(String) as string,
		uri: URL_TEXT,
		width: expect.any(Number) as number,
		height: expect.any(Number) as number,
		is_preferred: expect.any(Boolean) as boolean,
	};
	return {
		length: SECONDS,
		picture: URL_TEXT,
		status: {
			video_status: 'ready',
			uploading_phase: { status: 'complete', bytes_transferred: expect.any(Number) as number },
			processing_phase: { status: 'complete' },
			publishing_phase: { status: 'complete', publish_status: 'published', publish_time: SECONDS },
		},
		thumbnails: Array<object>(thumbnails).fill(thumbnail),
		preferred_thumbnail: { ...thumbnail, is_preferred: true },
	};
}

describe.each(['memory', 'filesystem'])('with files in the %s', (mode) => {
	let store: BinaryStore | undefined;
	beforeAll(async () => {
		if (mode === 'filesystem') store = await openBinaryStore();
	});
	afterAll(async () => await store?.close());

	test('files are kept there', async () => {
		const { binary } = await itemWith();
		expect(binary?.data.id !== undefined).toBe(mode === 'filesystem');
	});

	test.each([
		['automatic', 'single', ['advideos']],
		['single', 'single', ['advideos']],
		['pieces', 'pieces', Array<string>(8).fill('advideos')],
		['videoAd', 'videoAd', ['video_ads', 'video-ads-upload', 'video_ads']],
	])('a file arrives by the method %s', async (upload_method, told, edges) => {
		const run = await bench.run(oneVideoNode('adVideo.upload', { ...UPLOAD, upload_method }), {
			inputs: [await itemWith()],
		});
		const [item, ...others] = itemsOf(run);
		expect(others).toEqual([]);
		expect(item).toEqual({
			id: expect.stringMatching(/^\d+$/) as string,
			video_id: item.id,
			upload_method: told,
			file_name: 'film.mp4',
			bytes: FILM.length,
			...(told === 'pieces' ? { upload_session_id: expect.any(String) as string } : {}),
			...readyMembers(3),
		});
		expect(bench.sandbox.videos.files).toEqual([whole(item.id)]);
		const posts = bench.calls('POST').map(({ path }) => path);
		expect(posts.map((path) => /advideos|video_ads|video-ads-upload/.exec(path)?.[0])).toEqual(
			edges,
		);
	});

	test('a large file goes in pieces unless something else is wanted', async () => {
		bench.sandbox.configure({ videos: { pieceBytes: 8_000_000 } });
		const large = mp4({ paddingBytes: 20_000_000 });
		const parameters = { ...UPLOAD, wait_until_ready: false };
		const run = await bench.run(oneVideoNode('adVideo.upload', parameters), {
			inputs: [await itemWith({ data: { content: large } })],
		});
		const [item] = itemsOf(run);
		expect(item).toMatchObject({ upload_method: 'pieces', bytes: large.length });
		expect(pieceSizes(bench.calls())).toEqual([8_000_000, 8_000_000, large.length - 16_000_000]);
		expect(bench.sandbox.videos.files).toEqual([whole(item.id, large)]);
	});

	test('a picture of one’s own is shown', async () => {
		const additionalFields = { thumbnail_field: 'cover' };
		const run = await bench.run(oneVideoNode('adVideo.upload', { ...UPLOAD, additionalFields }), {
			inputs: [await itemWith({ data: film, cover: picture })],
		});
		const [item] = itemsOf(run);
		expect(item).toMatchObject(readyMembers(4));
		const made = bench.sandbox.store.children(String(item.id), 'thumbnails');
		const own = made.find(({ values }) => values.is_custom === true);
		expect(item.preferred_thumbnail).toMatchObject({ id: own?.id });
		expect(item.picture).toBe(own?.values.uri);
		const [{ body }] = bench.calls('POST', /\/thumbnails$/);
		expect(body.source).toMatchObject({ fileName: 'cover.png', sha256: sha256(PICTURE) });
	});
});

describe('Meta fetches', () => {
	test.each([
		['automatic', 'single'],
		['videoAd', 'videoAd'],
	])('a URL by the method %s', async (upload_method, told) => {
		const parameters = { ...ACCOUNT, source: 'url', file_url: hosted(), upload_method };
		const [item] = itemsOf(await bench.run(oneVideoNode('adVideo.upload', parameters)));
		expect(item).toEqual({
			id: expect.any(String) as string,
			video_id: item.id,
			upload_method: told,
			file_url: parameters.file_url,
			...readyMembers(3),
		});
		expect(bench.sandbox.videos.files).toMatchObject([{ id: item.id, size: 300_000 }]);
	});

	test('the video of an Instagram post that a creator gave a code for', async () => {
		const parameters = {
			...ACCOUNT,
			source: 'instagram',
			source_instagram_media_id: byId('17900000000000001'),
			partnership_ad_ad_code: '123456789',
			additionalFields: { is_partnership_ad: true, name: 'From Instagram' },
		};
		const [item] = itemsOf(await bench.run(oneVideoNode('adVideo.upload', parameters)));
		expect(item).toMatchObject({ upload_method: 'single', ...readyMembers(3) });
		expect(bench.valuesOf(item.id).title).toBe('From Instagram');
	});
});

test.each([1, 3])('thumbnail %i of those that Meta made is shown', async (thumbnail_number) => {
	const parameters = { ...UPLOAD, additionalFields: { thumbnail_number } };
	const run = await bench.run(oneVideoNode('adVideo.upload', parameters), {
		inputs: [await itemWith()],
	});
	const [item] = itemsOf(run);
	const thumbnails = item.thumbnails as Array<{ id: string; uri: string }>;
	const { id, uri } = thumbnails[thumbnail_number - 1];
	expect(item.preferred_thumbnail).toMatchObject({ id });
	expect(item.picture).toBe(uri);
});

test('details of a video come with it, however it is sent', async () => {
	const additionalFields = { title: 'Spring 🌸', description: 'All of spring' };
	for (const upload_method of ['single', 'pieces']) {
		const parameters = { ...UPLOAD, upload_method, wait_until_ready: false, additionalFields };
		const run = await bench.run(oneVideoNode('adVideo.upload', parameters), {
			inputs: [await itemWith()],
		});
		expect(bench.valuesOf(itemsOf(run)[0].id)).toMatchObject(additionalFields);
	}
});

test('a video that Meta works on for minutes is waited for, without many questions', async () => {
	bench.sandbox.configure({ videos: { processingMs: 180_000 } });
	const run = await bench.run(oneVideoNode('adVideo.upload', UPLOAD), {
		inputs: [await itemWith()],
	});
	expect(itemsOf(run)[0]).toMatchObject(readyMembers(3));
	expect(bench.calls('GET').length).toBeLessThan(25);
	expect(bench.calls('POST', new RegExp(LIBRARY))).toHaveLength(1);
});
