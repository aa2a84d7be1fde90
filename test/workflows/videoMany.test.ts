import type { IDataObject } from 'n8n-workflow';

import { mp4 } from '../support/mp4';
import { itemsOf, jsonOf, pairsOf, told, type Bench } from './support/bench';
import { range } from './support/campaigns';
import {
	itemWith,
	LIBRARY,
	oneVideoNode,
	openVideoBench,
	PIECES,
	sha256,
	UPLOAD,
} from './support/video';
import { clock } from './support/virtualClock';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

const SAMPLE_MS = 1;
const SINGLE = { ...UPLOAD, upload_method: 'single', wait_until_ready: false };
/** The first is the largest, so that the others are done before it. */
const FILES = [9, 1, 2, 3, 4, 5].map((size) => mp4({ paddingBytes: size * 100_000 }));
const DOCUMENT = Buffer.from(`%PDF-${'x'.repeat(5_000)}`);

let bench: Bench;
beforeAll(async () => (bench = await openVideoBench()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

async function upload(parameters: IDataObject, files = FILES, rest = {}) {
	const inputs = files.map(async (content) => await itemWith({ data: { content } }));
	return await bench.run(oneVideoNode('adVideo.upload', parameters, rest), {
		inputs: await Promise.all(inputs),
	});
}

/** The greatest value of something while work is done. */
async function peakWhile<Result>(count: () => number, work: Promise<Result>) {
	let peak = 0;
	let isDone = false;
	const watch = async () => {
		for (; !isDone; await clock.sleep(SAMPLE_MS)) peak = Math.max(peak, count());
	};
	const [result] = await Promise.all([work.finally(() => (isDone = true)), watch()]);
	return { peak, result };
}

test.each([
	[undefined, 3],
	[1, 1],
	[2, 2],
	[6, 6],
])('with Uploads at Once %p at most %i are under way', async (parallel_uploads, most) => {
	bench.sandbox.faults.add({ fault: 'delay', delayMs: 15, times: 0, match: { method: 'POST' } });
	const { sessions } = bench.sandbox.videos;
	const open = () => [...sessions.values()].filter(({ isOver }) => !isOver).length;
	const additionalFields = parallel_uploads === undefined ? {} : { parallel_uploads };
	const { peak, result } = await peakWhile(open, upload({ ...PIECES, additionalFields }));
	expect(peak).toBe(most);
	const items = itemsOf(result);
	expect(pairsOf(result)).toEqual(range(6));
	expect(items.map(({ bytes }) => bytes)).toEqual(FILES.map(({ length }) => length));
	const arrived = bench.sandbox.videos.files;
	expect(items.map(({ id }) => arrived.find((file) => file.id === id)?.sha256)).toEqual(
		FILES.map(sha256),
	);
	expect(arrived).toHaveLength(6);
});

describe.each(['single', 'pieces'])('one file of six that Meta refuses (%s)', (upload_method) => {
	const parameters = { ...UPLOAD, upload_method, wait_until_ready: false };
	const files = FILES.map((file, index) => (index === 2 ? DOCUMENT : file));
	const good = [0, 1, 3, 4, 5];

	test('does not stop the others, and the error names what was made', async () => {
		const run = await upload(parameters, files);
		expect(run.status).toBe('error');
		expect(run.error?.message).toMatch(/ \[item 2\]$/);
		const { files: arrived } = bench.sandbox.videos;
		expect(arrived).toHaveLength(5);
		const idOf = (index: number) =>
			arrived.find((file) => file.sha256 === sha256(files[index]))?.id ?? 'none';
		const done = good.map((index) => `item ${index}: ${idOf(index)}`).join(', ');
		expect(told(run)).toContain(`Already done in this run (not undone): ${done}.`);
	});

	test('becomes an item in its place', async () => {
		const run = await upload(parameters, files, { onError: 'continueRegularOutput' });
		expect(pairsOf(run)).toEqual(range(6));
		const items = itemsOf(run);
		expect(items.map(({ error }) => error !== undefined)).toEqual(
			range(6).map((index) => index === 2),
		);
		expect(items[2]).toMatchObject({ details: { code: 352 } });
		expect(run.outputs.Node[0][2].binary).toHaveProperty('data');
	});

	test('goes to the output for errors', async () => {
		const run = await upload(parameters, files, { onError: 'continueErrorOutput' });
		expect(pairsOf(run)).toEqual(good);
		expect(jsonOf(run, 'Node', 1)).toMatchObject([{ details: { code: 352 } }]);
		expect(pairsOf(run, 'Node', 1)).toEqual([2]);
	});
});

test('a throttle in the middle of many uploads costs none of them', async () => {
	bench.sandbox.faults.add(
		{ fault: 'error', code: 80004, retryAfterS: 60, skip: 7, match: { pathPattern: LIBRARY } },
		{ fault: 'cut', skip: 12, times: 2, match: { pathPattern: LIBRARY } },
	);
	const run = await upload(PIECES);
	expect(itemsOf(run)).toHaveLength(6);
	expect(bench.sandbox.faults.happened).toBe(3);
	expect(new Set(bench.sandbox.videos.files.map(({ sha256: hash }) => hash))).toEqual(
		new Set(FILES.map(sha256)),
	);
});

test('equal titles side by side: nobody takes the video of another for the own', async () => {
	// The second request makes its video and is still being answered when the third is cut.
	const match = { method: 'POST' };
	bench.sandbox.faults.add(
		{ fault: 'delay', executed: true, delayMs: 400, skip: 1, match },
		{ fault: 'cut', skip: 2, match },
	);
	const additionalFields = { title: 'Same' };
	const run = await upload({ ...SINGLE, additionalFields }, FILES.slice(0, 3), {
		onError: 'continueRegularOutput',
	});
	const ids = itemsOf(run).flatMap(({ id }) => id ?? []);
	expect(new Set(ids).size).toBe(ids.length);
	expect(bench.sandbox.videos.files.map(({ id }) => id).sort()).toEqual([...ids].sort());
});
