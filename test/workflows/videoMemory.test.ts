import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { INodeExecutionData } from 'n8n-workflow';

import { madeBytes } from '../sandbox';
import { openBinaryStore, type BinaryStore } from '../support/binaryStore';
import { HeldMemory } from '../support/heldMemory';
import { itemsOf, type Bench } from './support/bench';
import { itemWith, oneVideoNode, openVideoBench, UPLOAD } from './support/video';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

const SIZE = 100_000_000;
/** n8n, the node and the sandbox are all in this process; a file held whole would be 100 and more. */
const MOST_MB = 60;
const TEST_MS = 60_000;

let bench: Bench;
let store: BinaryStore;
let input: INodeExecutionData;
let hash: string;
beforeAll(async () => {
	bench = await openVideoBench({ pieceBytes: SIZE });
	store = await openBinaryStore();
	const sum = createHash('sha256');
	for (const chunk of madeBytes('large', 0, SIZE)) sum.update(chunk);
	hash = sum.digest('hex');
	const content = Readable.from(madeBytes('large', 0, SIZE));
	input = await itemWith({ data: { content, fileName: 'large.mp4' } });
}, TEST_MS);
afterAll(async () => {
	await bench.sandbox.close();
	await store.close();
});

test.each(['single', 'pieces', 'videoAd'])(
	'a file of 100 MB goes by the method %s in memory that stays flat',
	async (upload_method) => {
		bench.reset();
		const workflow = oneVideoNode('adVideo.upload', { ...UPLOAD, upload_method });
		const memory = await HeldMemory.start();
		store.watchReads((stream) => memory.watch<Buffer>(stream));
		const result = await bench.run(workflow, { inputs: [input] });
		const [{ id }] = itemsOf(result);
		expect(bench.sandbox.videos.files).toEqual([{ id, size: SIZE, sha256: hash }]);

		expect(memory.mostMb(4)).toBeLessThan(MOST_MB);
	},
	TEST_MS,
);
