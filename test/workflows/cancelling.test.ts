import type { WorkflowJson } from '../support/engine';
import { Bench } from './support/bench';
import { byId, createParameters, named, oneNode } from './support/campaigns';
import { clock } from './support/virtualClock';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

/** A wait notices that it is over within this time. */
const PATIENCE_MS = 1_200;
const BEFORE_CANCELLING_MS = 150;

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

/**
 * Stops the workflow when so many HTTP requests have been made, and a moment has passed; gives what
 * is left and how long that took.
 */
async function cancelled(workflow: WorkflowJson, requests: number, items = named(1)) {
	const cancelAfter = untilWaiting(requests);
	const run = await bench.run(workflow, { items, cancelAfter });
	return { run, tookMs: clock.now() - (await cancelAfter) };
}

async function untilWaiting(requests: number): Promise<number> {
	while (bench.http.length < requests) await clock.sleep(5);
	await clock.sleep(BEFORE_CANCELLING_MS);
	return clock.now();
}

test('a wait for a throttle ends with the execution', async () => {
	bench.sandbox.faults.add({
		fault: 'error',
		code: 80004,
		retryAfterS: 300,
		skip: 1,
		times: 0,
		match: { pathPattern: '^/$' },
	});
	const parameters = createParameters({ options: { batchSize: 2, maxWait: 3600 } });
	const { run, tookMs } = await cancelled(oneNode('campaign.create', parameters), 2, named(6));
	expect(run.status).toBe('canceled');
	expect(tookMs).toBeLessThan(PATIENCE_MS);
	expect(bench.names()).toEqual(['Campaign 1', 'Campaign 2']);
	const asked = bench.http.length;
	await clock.sleep(100);
	expect(bench.http).toHaveLength(asked);
});

test('a wait for usage ends with the execution', async () => {
	bench.sandbox.configure({ limits: { forcePercent: 100, forceRegainMs: 600_000 } });
	const parameters = createParameters({ options: { batchSize: 1, maxWait: 3600 } });
	const { run, tookMs } = await cancelled(oneNode('campaign.create', parameters), 1, named(3));
	expect(run.status).toBe('canceled');
	expect(tookMs).toBeLessThan(PATIENCE_MS);
	expect(bench.names()).toEqual(['Campaign 1']);
});

test('a wait for something lost ends with the execution, and nothing is made again', async () => {
	bench.sandbox.faults.add({ fault: 'lostReply', match: { method: 'POST' } });
	const parameters = createParameters();
	const { run, tookMs } = await cancelled(oneNode('campaign.create', parameters), 1);
	expect(run.status).toBe('canceled');
	expect(tookMs).toBeLessThan(PATIENCE_MS);
	expect(bench.names()).toEqual(['Campaign 1']);
});

test('a request on its way ends with the execution', async () => {
	bench.sandbox.faults.add({ fault: 'delay', delayMs: 2_000 });
	const { run, tookMs } = await cancelled(
		oneNode('campaign.getMany', { ad_account: byId('1001') }),
		1,
	);
	expect(run.status).toBe('canceled');
	expect(tookMs).toBeLessThan(PATIENCE_MS);
});
