import type { IDataObject } from 'n8n-workflow';

import type { FaultSpec } from '../sandbox';
import { mp4 } from '../support/mp4';
import { Bench } from './support/bench';
import { range } from './support/campaigns';
import { itemWith, LIBRARY, oneVideoNode, PIECES, RUPLOAD, UPLOAD } from './support/video';
import { clock } from './support/virtualClock';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

/** A wait or a transfer notices that it is over within this time. */
const PATIENCE_MS = 1_200;
const BEFORE_CANCELLING_MS = 100;
const HOLD_MS = 5_000;
const PIECE_BYTES = 10_000;
const film = { content: mp4({ paddingBytes: 30_000 }) };

let bench: Bench;
beforeAll(async () => {
	const videos = { pieceBytes: PIECE_BYTES, processingMs: 60_000 };
	bench = await Bench.open({ videos });
});
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

/** Stops the workflow a moment after so many HTTP requests have been made. */
async function cancelled(parameters: IDataObject, requests: number, count = 1) {
	const inputs = await Promise.all(range(count).map(async () => await itemWith({ data: film })));
	const cancelAfter = untilAsked(requests);
	const run = await bench.run(oneVideoNode('adVideo.upload', parameters), { inputs, cancelAfter });
	return { run, tookMs: clock.now() - (await cancelAfter) };
}

async function untilAsked(requests: number): Promise<number> {
	while (bench.http.length < requests) await clock.sleep(5);
	await clock.sleep(BEFORE_CANCELLING_MS);
	return clock.now();
}

const videoAd = { ...UPLOAD, upload_method: 'videoAd' };
const single = { ...UPLOAD, upload_method: 'single' };
const hold = (pathPattern: string, skip: number): FaultSpec => ({
	fault: 'delay',
	delayMs: HOLD_MS,
	skip,
	match: { pathPattern },
});
const fail = (pathPattern: string): FaultSpec => ({
	fault: 'error',
	code: 6000,
	subcode: 1363030,
	retryAfterS: 200,
	skip: 1,
	match: { pathPattern },
});

test.each<[string, IDataObject, FaultSpec | undefined, number]>([
	['a piece on its way', PIECES, hold(LIBRARY, 2), 3],
	['a transfer of a video ads session', videoAd, hold(RUPLOAD, 0), 2],
	['a video in one request', single, hold(LIBRARY, 0), 1],
	['a pause before a piece is sent again', PIECES, fail(LIBRARY), 2],
	['a wait until the video is ready', single, undefined, 2],
])('%s ends with the execution', async (_title, parameters, fault, requests) => {
	if (fault) bench.sandbox.faults.add(fault);
	const { run, tookMs } = await cancelled(parameters, requests);
	expect(run.status).toBe('canceled');
	expect(tookMs).toBeLessThan(PATIENCE_MS);
	expect(bench.http).toHaveLength(requests);
	await clock.sleep(50);
	expect(bench.http).toHaveLength(requests);
});

test('items that wait for their turn are not begun any more', async () => {
	// The first request tells how much of the quota is left; the others wait for that.
	bench.sandbox.faults.add({ ...hold(LIBRARY, 1), times: 0 });
	const { run, tookMs } = await cancelled(PIECES, 4, 8);
	expect(run.status).toBe('canceled');
	expect(tookMs).toBeLessThan(PATIENCE_MS);
	await clock.sleep(50);
	expect(bench.http).toHaveLength(4);
});
