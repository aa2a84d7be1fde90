import type { IDataObject } from 'n8n-workflow';

import { DEFAULT_APP_ID, DEFAULT_APP_SECRET } from '../sandbox';
import { workflowWith } from '../support/engine';
import { itemsOf, jsonOf, told, type Bench } from './support/bench';
import { byId } from './support/campaigns';
import {
	CONTINUE,
	FILE_SESSION,
	FILM,
	film,
	itemWith,
	oneVideoNode,
	openVideoBench,
	PAGE,
	picture,
	PICTURE,
	sha256,
	SPONSOR,
	videoNode,
	whole,
} from './support/video';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

const appSecret = DEFAULT_APP_SECRET;
const PUBLISH = { page_id: byId(PAGE), source: 'file', input_field: 'data' };
const FILE = { app_id: byId(DEFAULT_APP_ID), input_field: 'data' };
const VIDEOS = new RegExp(`^/${PAGE}/videos$`);

/** Everything that a video of a Page can be given. */
const details = {
	title: 'Spring 🌸',
	description: 'Made with a brand',
	sponsor_id: byId(SPONSOR),
	direct_share_status: '1',
	thumbnail_field: 'cover',
};
const sent = {
	title: details.title,
	description: details.description,
	sponsor_id: SPONSOR,
	direct_share_status: '1',
};

let bench: Bench;
beforeAll(async () => (bench = await openVideoBench()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => {
	bench.reset();
	// Whatever is not signed with the secret of the app is refused.
	bench.sandbox.configure({ requireProof: true });
});

/** Runs nodes one behind the other; the run is searched for tokens, secrets and proofs. */
async function run(nodes: Array<ReturnType<typeof videoNode>>, inputs = [itemWith()]) {
	return await bench.run(workflowWith(...nodes), { inputs: await Promise.all(inputs), appSecret });
}

async function handleOf(upload = film): Promise<string> {
	const made = await run([videoNode('fileUpload.upload', FILE)], [itemWith({ data: upload })]);
	return String(itemsOf(made)[0].h);
}

describe('a video of a Page, published as the Page', () => {
	const expectPublished = (item: IDataObject, method: string) => {
		expect(item).toMatchObject({
			video_id: item.id,
			upload_method: method,
			status: { video_status: 'ready' },
			length: 10,
		});
		expect(bench.valuesOf(item.id)).toMatchObject({ ...sent, page_id: PAGE });
		const pictures = bench.sandbox.store.children(String(item.id), 'thumbnails');
		const own = pictures.find(({ values }) => values.is_custom === true);
		expect(item.preferred_thumbnail).toMatchObject({ id: own?.id });
		const thumbs = bench.calls('POST', VIDEOS).flatMap(({ body }) => body.thumb ?? []);
		expect(thumbs).toMatchObject([{ sha256: sha256(PICTURE), fileName: 'cover.png' }]);
	};

	test('in phases', async () => {
		const publish = videoNode('pageVideo.publish', { ...PUBLISH, additionalFields: details });
		const [item] = itemsOf(await run([publish], [itemWith({ data: film, cover: picture })]));
		expectPublished(item, 'pieces');
		expect(bench.sandbox.videos.files).toEqual([whole(item.id)]);
		// Only the end makes anything visible.
		const bodies = bench.calls('POST', VIDEOS).map(({ body }) => body);
		expect(bodies.filter(({ title }) => title !== undefined)).toMatchObject([
			{ upload_phase: 'finish', ...sent },
		]);
	});

	test('by a handle', async () => {
		const handle = await handleOf();
		const publish = videoNode('pageVideo.publish', {
			page_id: byId(PAGE),
			source: 'handle',
			fbuploader_video_file_chunk: '={{ $json.handle }}',
			additionalFields: details,
		});
		const input = itemWith({ cover: picture }, { handle });
		const [item] = itemsOf(await run([publish], [input]));
		expectPublished(item, 'handle');
		expect(bench.sandbox.videos.files[1]).toEqual(whole(item.id));
		expect(bench.calls('POST', VIDEOS)).toHaveLength(1);
	});

	test('by the handle of the node before', async () => {
		const nodes = [
			videoNode('fileUpload.upload', FILE, { name: 'File' }),
			videoNode(
				'pageVideo.publish',
				{ page_id: byId(PAGE), source: 'handle', fbuploader_video_file_chunk: '={{ $json.h }}' },
				{ name: 'Publish' },
			),
			videoNode('pageVideo.getMany', { page_id: byId(PAGE) }, { name: 'List' }),
		];
		const done = await run(nodes);
		const [item] = itemsOf(done, 'Publish');
		expect(jsonOf(done, 'List')).toMatchObject([{ id: item.id }]);
	});

	test('needs the token of the Page, and tells when Meta does not give it', async () => {
		bench.sandbox.faults.add({ fault: 'error', code: 200, match: { pathPattern: `^/${PAGE}$` } });
		const broken = await run([videoNode('pageVideo.publish', PUBLISH)]);
		expect(broken.status).toBe('error');
		expect(told(broken)).toMatch(/permission/i);
		expect(bench.calls('POST')).toEqual([]);
	});

	test('asks for the token of the Page once for many items', async () => {
		const items = [itemWith(), itemWith(), itemWith()];
		expect(itemsOf(await run([videoNode('pageVideo.publish', PUBLISH)], items))).toHaveLength(3);
		expect(bench.calls('GET', new RegExp(`^/${PAGE}$`))).toHaveLength(1);
	});
});

describe('the token of a Page shows nowhere', () => {
	const talkative = () => {
		const token = String(bench.sandbox.store.get(PAGE)?.values.access_token);
		return `Malformed request of ${token}: https://graph.facebook.com/me?access_token=${token}`;
	};

	test('a token in a run is found', () => {
		const kept = { json: { text: talkative() } };
		expect(() => bench.expectNoSecrets(kept, { appSecret })).toThrow(/shows/);
	});

	test.each([
		['a refusal', { fault: 'error', code: 100 }],
		['a refusal for people', { fault: 'error', code: 368, userTitle: 'Blocked' }],
		['a fault that passes', { fault: 'error', code: 2, isTransient: true }],
		['a throttle', { fault: 'error', code: 80001, retryAfterS: 10 }],
	] as const)('in %s that quotes it', async (_title, fault) => {
		const texts = { message: talkative(), userMessage: talkative() };
		for (const [skip, rest] of [
			[0, {}],
			[2, CONTINUE],
			[7, CONTINUE],
		] as const) {
			const match = { method: 'POST', pathPattern: VIDEOS.source };
			bench.sandbox.faults.clear();
			bench.sandbox.faults.add({ ...fault, ...texts, skip, times: 0, match });
			const broken = await run([videoNode('pageVideo.publish', PUBLISH, rest)]);
			expect(told(broken) + JSON.stringify(jsonOf(broken))).toMatch(/\*\*\*|limit/);
		}
	});
});

describe('a file upload gives a handle for', () => {
	test.each([
		['application/pdf', 'a.pdf'],
		['image/jpeg', 'a.jpeg'],
		['image/jpg', 'a.jpg'],
		['image/png', 'a.png'],
		['video/mp4', 'a.mp4'],
	])('%s', async (mimeType, fileName) => {
		const content = Buffer.from(`file of ${mimeType} `.repeat(100));
		const done = await run(
			[videoNode('fileUpload.upload', FILE)],
			[itemWith({ data: { content, fileName, mimeType } })],
		);
		const [item] = itemsOf(done);
		expect(item).toEqual({
			h: expect.stringMatching(/^2:/) as string,
			upload_session_id: expect.stringMatching(/^upload:.+\?sig=/) as string,
			file_name: fileName,
			file_type: mimeType,
			bytes: content.length,
		});
		expect(bench.sandbox.videos.files).toEqual([whole(item.upload_session_id, content)]);
		const [start] = bench.calls('POST', /\/uploads$/);
		expect(start.body).toMatchObject({ file_name: fileName, file_type: mimeType });
		const [transfer] = bench.calls('POST', new RegExp(FILE_SESSION));
		expect(transfer.headers.authorization).toBe('OAuth ***');
	});

	test('a file that gets another name and type on the way', async () => {
		const additionalFields = { file_name: 'spring.mp4', file_type: 'video/mp4' };
		const done = await run(
			[videoNode('fileUpload.upload', { ...FILE, additionalFields })],
			[itemWith({ data: { ...film, mimeType: 'application/octet-stream' } })],
		);
		expect(itemsOf(done)[0]).toMatchObject(additionalFields);
	});
});

test('the status of a file upload tells how much has arrived', async () => {
	bench.sandbox.faults.add(
		{ fault: 'cut', afterBytes: 70_001, match: { pathPattern: FILE_SESSION, method: 'POST' } },
		{ fault: 'reset', times: 0, match: { pathPattern: FILE_SESSION, method: 'POST' } },
	);
	const broken = await run([videoNode('fileUpload.upload', FILE, CONTINUE)]);
	const status = oneVideoNode('fileUpload.getStatus', {
		upload_session_id: '={{ $json.details.upload.upload_session_id }}',
	});
	const done = await bench.run(status, { inputs: broken.outputs.Node[0], appSecret });
	expect(itemsOf(done)).toMatchObject([{ file_offset: '70001' }]);
	expect(FILM.length).toBeGreaterThan(70_001);
});
