import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { systemClock } from '../../nodes/shared/graph/clock';
import { runListSearch, type ListSearchRequest } from '../support/listSearch';
import { mp4 } from '../support/mp4';
import { hintsOf, itemsOf, pairsOf, told, type Bench } from './support/bench';
import { byId } from './support/campaigns';
import {
	ACCOUNT,
	CONTINUE,
	itemWith,
	oneVideoNode,
	openVideoBench,
	PAGE,
	picture,
	SPONSOR,
	UPLOAD,
	videoNode,
	whole,
} from './support/video';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
beforeAll(async () => (bench = await openVideoBench()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

const idsOf = (items: IDataObject[]) => items.map(({ id }) => id);

describe('the specifications of Meta', () => {
	const SMALL = mp4({ width: 480, height: 360, paddingBytes: 5_000 });
	const GOOD = mp4({ width: 1280, height: 720, paddingBytes: 9_000 });
	const upload = async (specifications: string, specifications_for: string[], rest = {}) => {
		const parameters = {
			...UPLOAD,
			wait_until_ready: false,
			additionalFields: { specifications, specifications_for },
		};
		const inputs = [SMALL, GOOD].map(async (content) => await itemWith({ data: { content } }));
		return await bench.run(oneVideoNode('adVideo.upload', parameters, rest), {
			inputs: await Promise.all(inputs),
		});
	};

	test('warn of what does not fit, per item and once beside them', async () => {
		const run = await upload('warn', ['videoAd', 'reels']);
		const [small, good] = itemsOf(run);
		expect(small.warnings).toContainEqual(expect.stringMatching(/^Video Ad: .*480/));
		expect(small.warnings).toContainEqual(expect.stringMatching(/^Reels: /));
		expect(String(good.warnings ?? '')).not.toMatch(/Video Ad: /);
		expect(bench.sandbox.videos.files).toHaveLength(2);
		expect(hintsOf(run).filter((hint) => /Item 0: Video Ad: .*480/.test(hint))).toHaveLength(1);
	});

	test('stop what Meta cannot use, and only that', async () => {
		const run = await upload('stop', ['videoAd'], CONTINUE);
		const [small, good] = itemsOf(run);
		expect(small.error).toBe('"film.mp4" does not fit Meta\'s specifications');
		expect(small.message).toMatch(/Nothing was sent.*480/);
		expect(pairsOf(run)).toEqual([0, 1]);
		expect(bench.sandbox.videos.files).toEqual([whole(good.id, GOOD)]);
	});
});

describe('videos of an ad account', () => {
	test('are listed, all or some', async () => {
		const ids = bench.sandbox.seed.videos('1001', 60);
		bench.sandbox.seed.videos('1002', 3);
		const list = async (parameters: IDataObject) =>
			itemsOf(await bench.run(oneVideoNode('adVideo.getMany', { ...ACCOUNT, ...parameters })));
		expect(idsOf(await list({ returnAll: true }))).toEqual(ids);
		expect(idsOf(await list({ returnAll: false, limit: 7 }))).toEqual(ids.slice(0, 7));
		expect((await list({ returnAll: false, limit: 1 }))[0]).toMatchObject({
			title: 'Video 1',
			status: { video_status: 'ready' },
			length: 10,
		});
	});

	describe('with their time', () => {
		const DAY_S = 86_400;
		const day = (text: string) => Date.parse(`${text}T12:00:00Z`) / 1000;
		let march: string[];
		let recent: string;
		beforeEach(() => {
			march = ['2026-03-01', '2026-03-02', '2026-03-03'].map(
				(text) => bench.sandbox.seed.videos('1001', 1, { updated_time: day(text) })[0],
			);
			const yesterday = Math.floor(systemClock.now() / 1000) - DAY_S / 2;
			[recent] = bench.sandbox.seed.videos('1001', 1, { updated_time: yesterday });
		});

		test.each<[string, IDataObject, () => string[]]>([
			['without bounds', {}, () => [...march, recent]],
			['since a day', { since: '2026-03-02' }, () => [march[1], march[2], recent]],
			['until a day', { until: '2026-03-02' }, () => [march[0]]],
			['from day to day', { since: '2 mar 2026', until: '2026-03-03' }, () => [march[1]]],
			['in Unix seconds', { since: day('2026-03-03') }, () => [march[2], recent]],
			['in words', { since: '-2 days' }, () => []],
			['in one word', { since: 'yesterday' }, () => [recent]],
		])('%s', async (title, additionalFields, expected) => {
			const parameters = { ...ACCOUNT, returnAll: true, additionalFields };
			const run = await bench.run(oneVideoNode('adVideo.getManyVideoAds', parameters));
			if (title === 'in words') expect(told(run)).toMatch(/^Since must be a date/);
			else expect(idsOf(itemsOf(run))).toEqual(expected());
		});
	});

	test('are read, waited for, shown by another picture and removed', async () => {
		const made = await bench.run(oneVideoNode('adVideo.upload', UPLOAD), {
			inputs: [await itemWith()],
		});
		const { id } = itemsOf(made)[0];
		const video = { ...ACCOUNT, video_id: byId('={{ $json.id }}') };
		const run = async (operation: string, parameters: IDataObject = {}) => {
			const node = oneVideoNode(`adVideo.${operation}`, { ...video, ...parameters });
			const input = await itemWith({ cover: picture }, { id });
			return itemsOf(await bench.run(node, { inputs: [input] }))[0];
		};

		expect(await run('get')).toMatchObject({ id, length: 10, status: { video_status: 'ready' } });
		const ready = await run('waitUntilReady');
		expect(ready).toMatchObject({ id, video_id: id, length: 10 });
		const thumbnails = ready.thumbnails as Array<{ id: string }>;
		expect(thumbnails).toHaveLength(3);

		const shown = async () =>
			((await run('waitUntilReady')).preferred_thumbnail as IDataObject).id as string;
		await run('setThumbnail', { thumbnail_from: 'number', thumbnail_number: 3 });
		expect(await shown()).toBe(thumbnails[2].id);
		await run('setThumbnail', { thumbnail_from: 'id', thumbnail_id: byId(thumbnails[0].id) });
		expect(await shown()).toBe(thumbnails[0].id);
		await run('setThumbnail', { thumbnail_from: 'file', thumbnail_field: 'cover' });
		expect(thumbnails.map((thumbnail) => thumbnail.id)).not.toContain(await shown());

		expect(await run('delete')).toEqual({ id, deleted: true });
		expect(bench.sandbox.store.children('act_1001', 'advideos')).toEqual([]);
	});

	test('that do not exist are told, item by item', async () => {
		const [id] = bench.sandbox.seed.videos('1001', 1);
		for (const operation of ['get', 'waitUntilReady', 'delete']) {
			const video = { ...ACCOUNT, video_id: byId('={{ $json.id }}') };
			const run = await bench.run(oneVideoNode(`adVideo.${operation}`, video, CONTINUE), {
				items: [{ id: '999' }, { id }],
			});
			const [missing, found] = itemsOf(run);
			expect(missing).toMatchObject({ details: { code: 100 } });
			expect(found).not.toHaveProperty('error');
		}
	});
});

describe('pickers', () => {
	const search = async (
		request: ListSearchRequest,
		parameters: IDataObject = {},
		token?: string,
	): Promise<INodeListSearchResult> => {
		const node = videoNode('adVideo.upload', parameters);
		const found = await runListSearch(node, request, bench.engineOptions({ token })).finally(() =>
			bench.expectNoSecrets({}),
		);
		bench.expectNoSecrets(found);
		return found;
	};

	test('list Pages', async () => {
		const { results } = await search({ method: 'searchPages' });
		expect(results).toEqual([
			{
				name: 'Example Shop · Shopping & Retail',
				value: PAGE,
				url: `https://www.facebook.com/${PAGE}`,
			},
			{
				name: 'Example Shop Europe · Shopping & Retail',
				value: SPONSOR,
				url: `https://www.facebook.com/${SPONSOR}`,
			},
		]);
		const found = await search({ method: 'searchPages', filter: 'europe' });
		expect(found.results.map(({ value }) => value)).toEqual([SPONSOR]);
	});

	test('list ad videos of the chosen ad account, page by page', async () => {
		bench.sandbox.seed.videos('1001', 120, { updated_time: 1_772_366_400 });
		bench.sandbox.seed.videos('1002', 1, { title: 'Elsewhere' });
		const first = await search({ method: 'searchAdVideos' }, ACCOUNT);
		expect(first.results).toHaveLength(100);
		expect(first.results[0].name).toBe('Video 1 · 2026-03-01');
		const { paginationToken } = first;
		const token = String(paginationToken);
		const rest = await search({ method: 'searchAdVideos', paginationToken: token }, ACCOUNT);
		expect(rest.results).toHaveLength(20);
		const found = await search({ method: 'searchAdVideos', filter: 'video 117' }, ACCOUNT);
		expect(found.results.map(({ name }) => name)).toEqual(['Video 117 · 2026-03-01']);
	});

	test('list Instagram accounts, and of their posts the videos', async () => {
		const { results: accounts } = await search({ method: 'searchInstagramAccounts' }, ACCOUNT);
		expect(accounts.map(({ name }) => name)).toEqual(['@example.shop', '@example.europe']);
		expect(accounts[0].value).toBe('17841400000000001');
		const chosen = {
			...ACCOUNT,
			source: 'instagram',
			instagram_account: byId(String(accounts[0].value)),
		};
		const { results: media } = await search({ method: 'searchInstagramMedia' }, chosen);
		expect(media).toEqual([
			{
				name: expect.stringContaining('Summer shoes · ') as string,
				value: '17900000000000001',
				url: 'https://www.instagram.com/p/sandbox-17900000000000001/',
			},
		]);
	});

	test.each([
		['searchAdVideos', 'Choose an ad account first'],
		['searchInstagramAccounts', 'Choose an ad account first'],
		['searchInstagramMedia', 'Choose an Instagram account first'],
	])('%s needs a choice before', async (method, message) => {
		await expect(search({ method })).rejects.toMatchObject({ message });
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('tell of an expired token', async () => {
		const asked = search({ method: 'searchPages' }, {}, 'expired-token');
		await expect(asked).rejects.toMatchObject({
			message: expect.stringMatching(/expired/i) as string,
		});
	});
});
