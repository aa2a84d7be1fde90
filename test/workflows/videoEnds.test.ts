import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { workflowWith } from '../support/engine';
import { itemsOf, jsonOf, told, type Bench } from './support/bench';
import { byId } from './support/campaigns';
import {
	ACCOUNT,
	CONTINUE,
	itemWith,
	LIBRARY,
	oneVideoNode,
	openVideoBench,
	progressIn,
	RUPLOAD,
	UPLOAD,
	videoNode,
	whole,
} from './support/video';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
beforeAll(async () => (bench = await openVideoBench()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

const VIDEO_AD = { ...UPLOAD, upload_method: 'videoAd' };
const SINGLE = { ...UPLOAD, upload_method: 'single', wait_until_ready: false };

async function upload(parameters = {}, rest = {}) {
	return await bench.run(oneVideoNode('adVideo.upload', { ...UPLOAD, ...parameters }, rest), {
		inputs: [await itemWith()],
	});
}

describe('a video in one request whose reply is lost', () => {
	const posts = () => bench.calls('POST', new RegExp(LIBRARY)).length;

	test.each(['lostReply', 'truncated'] as const)('(%s) is found by its title', async (fault) => {
		bench.sandbox.faults.add({ fault, match: { method: 'POST' } });
		const run = await upload({ ...SINGLE, additionalFields: { title: 'Only one' } });
		expect(bench.sandbox.videos.files).toEqual([whole(itemsOf(run)[0].id)]);
		expect(posts()).toBe(1);
	});

	test('is sent again when it is certain that it was not made', async () => {
		bench.sandbox.faults.add({ fault: 'cut', match: { method: 'POST' } });
		const run = await upload({ ...SINGLE, additionalFields: { title: 'Only one' } });
		expect(bench.sandbox.videos.files).toEqual([whole(itemsOf(run)[0].id)]);
		expect(posts()).toBe(2);
	});

	test('is not taken for an older one of the same title', async () => {
		bench.sandbox.seed.videos('1001', 1, { title: 'Only one', created_time: 1_700_000_000 });
		bench.sandbox.faults.add({ fault: 'lostReply', match: { method: 'POST' } });
		const run = await upload({ ...SINGLE, additionalFields: { title: 'Only one' } });
		expect(bench.sandbox.videos.files).toEqual([whole(itemsOf(run)[0].id)]);
	});

	test.each(['lostReply', 'cut', 'status'] as const)(
		'(%s) and that has no title leaves the outcome unknown, and nothing is repeated',
		async (fault) => {
			bench.sandbox.faults.add({ fault, match: { method: 'POST' } });
			const run = await upload(SINGLE);
			expect(run.status).toBe('error');
			expect(told(run)).toMatch(/^It is not known whether this request had an effect/);
			expect(told(run)).toMatch(/repeating it could do it twice/);
			expect(posts()).toBe(1);
		},
	);
});

describe('an address for the bytes that does not lead to Meta', () => {
	let other: Server;
	let visits = 0;
	beforeAll(async () => {
		other = createServer((_request, response) => {
			visits += 1;
			response.end('{"success":true}');
		});
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
	});
	afterAll(() => other.close());

	test.each([
		['another port', (port: number) => `http://127.0.0.1:${port}/video-ads-upload/v24.0/1`],
		['another name', (port: number) => `http://localhost:${port}/video-ads-upload/v24.0/1`],
		['a user before the host', (port: number) => `${bench.sandbox.url}@127.0.0.1:${port}/x`],
		['no address', () => 'video-ads-upload/1'],
	])('(%s) gets neither bytes nor the token', async (_title, address) => {
		const { port } = other.address() as AddressInfo;
		bench.sandbox.configure({ videos: { uploadUrl: address(port) } });
		const run = await upload(VIDEO_AD);
		expect(run.status).toBe('error');
		expect(told(run)).toMatch(/is not an address of Meta/);
		expect(visits).toBe(0);
		expect(bench.calls('POST', new RegExp(RUPLOAD))).toEqual([]);
	});
});

describe('a video that Meta cannot use', () => {
	test.each([
		['single', { outcome: 'error', message: 'The codec is unknown.' }, /The codec is unknown/],
		['pieces', { outcome: 'error', message: 'The codec is unknown.' }, /The codec is unknown/],
		['videoAd', { outcome: 'expired' }, /has expired/],
		['pieces', { outcome: 'expired' }, /has expired/],
	] as const)('is told (%s, %j) with its ID', async (upload_method, outcome, cause) => {
		bench.sandbox.videos.outcomes(outcome);
		const run = await upload({ upload_method }, CONTINUE);
		const [{ id }] = bench.sandbox.videos.files;
		const [item] = jsonOf(run);
		expect(item.error).toMatch(cause);
		expect(item.error).toContain(id);
		expect(item.message).toContain(`The upload itself is done: video ${id}.`);
		expect(item.message).not.toContain('Resume Upload');
		if (upload_method !== 'single') expect(progressIn(run).video_id).toBe(id);
		expect(bench.calls('POST', /video_ads$|advideos$/).length).toBeGreaterThan(0);
	});

	test('is refused before that when it is no video at all', async () => {
		const picture = { content: Buffer.from(`%PDF-${'x'.repeat(3000)}`) };
		const run = await bench.run(oneVideoNode('adVideo.upload', SINGLE), {
			inputs: [await itemWith({ data: picture })],
		});
		expect(told(run)).toMatch(/format/);
		expect(bench.sandbox.videos.files).toEqual([]);
	});

	test.each([
		[351, /part|whole|damaged|another|large/i],
		[352, /format/],
		[382, /small/],
	])('with code %i says what to do, and is not sent again', async (code, words) => {
		bench.sandbox.faults.add({ fault: 'error', code, match: { method: 'POST' } });
		const run = await upload(SINGLE);
		expect(told(run)).toMatch(words);
		expect(bench.calls('POST')).toHaveLength(1);
	});
});

describe('a video that takes longer than the node may wait', () => {
	const slow = { outcome: 'slow', ms: 120_000 } as const;
	const impatient = { additionalFields: { max_processing_wait: 20 } };

	test('is named, and Wait Until Ready goes on later', async () => {
		bench.sandbox.videos.outcomes(slow);
		const first = await upload(impatient, CONTINUE);
		const [{ id }] = bench.sandbox.videos.files;
		const [item] = jsonOf(first);
		expect(item.error).toBe(
			`Video ${id} was not ready after 20 seconds: its status is "processing", the processing phase is "in_progress"`,
		);
		expect(item.message).toMatch(/Wait Until Ready/);
		const again = { ...ACCOUNT, video_id: byId('={{ $json.details.upload.video_id }}') };
		const second = await bench.run(oneVideoNode('adVideo.waitUntilReady', again), {
			inputs: first.outputs.Node[0],
		});
		expect(itemsOf(second)).toMatchObject([{ id, status: { video_status: 'ready' } }]);
		expect(bench.sandbox.videos.files).toHaveLength(1);
	});

	test('need not be waited for', async () => {
		bench.sandbox.videos.outcomes(slow);
		const [item] = itemsOf(await upload({ ...impatient, wait_until_ready: false }));
		expect(item).not.toHaveProperty('status');
		expect(bench.calls('GET')).toEqual([]);
	});

	test('can be waited for by the next node', async () => {
		bench.sandbox.videos.outcomes(slow);
		const wait = { ...ACCOUNT, video_id: byId('={{ $json.video_id }}') };
		const workflow = workflowWith(
			videoNode('adVideo.upload', SINGLE, { name: 'Upload' }),
			videoNode('adVideo.waitUntilReady', wait, { name: 'Wait' }),
		);
		const run = await bench.run(workflow, { inputs: [await itemWith()] });
		const [item] = itemsOf(run, 'Wait');
		expect(item).toMatchObject({ status: { video_status: 'ready' }, length: 10 });
		expect(bench.sandbox.videos.files).toEqual([whole(item.id)]);
	});
});
