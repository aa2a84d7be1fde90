import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as realWait } from 'node:timers/promises';

import { clock } from '../../workflows/support/virtualClock';

const HOUR_MS = 3_600_000;
/** Many times what the clock takes for a jump. */
const REAL_MS = 100;

let happened: string[];
beforeEach(() => (happened = []));

/** Answers after real time, or after `heldBackMs` of the clock; its body comes in two parts. */
const server = createServer(async (request, response) => {
	const heldBackMs = Number(request.headers['held-back'] ?? 0);
	if (heldBackMs) await clock.sleepBeforeAnswer(heldBackMs, request.socket.remotePort);
	else await realWait(REAL_MS);
	response.write('a');
	await realWait(REAL_MS);
	response.end('b');
});
beforeAll(async () => await once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => void server.close());

async function respond(headers = {}): Promise<IncomingMessage> {
	const { port } = server.address() as AddressInfo;
	const [response] = await once(get({ port, host: '127.0.0.1', headers }), 'response');
	return response as IncomingMessage;
}

async function note(what: string, work: Promise<unknown>): Promise<void> {
	await work;
	happened.push(what);
}

test('an hour is over at once, and Date agrees', async () => {
	const start = clock.now();
	await clock.sleep(HOUR_MS);
	expect(clock.now()).toBe(start + HOUR_MS);
	expect(Date.now()).toBe(clock.now());
	expect(new Date().getTime()).toBe(clock.now());
});

test('those who wait are woken in the order of their times', async () => {
	await Promise.all([3, 1, 2].map(async (ms) => await note(String(ms), clock.sleep(ms))));
	expect(happened).toEqual(['1', '2', '3']);
});

test('time stands still until a request is answered to its end', async () => {
	const start = clock.now();
	const answered = note('answer', respond().then(text)).then(() => clock.now() - start);
	await Promise.all([answered, note('sleep', clock.sleep(1))]);
	expect(happened).toEqual(['answer', 'sleep']);
	expect(await answered).toBe(0);
});

test('time goes on while the server waits for it', async () => {
	const start = clock.now();
	const answered = note('answer', respond({ 'held-back': 5_000 }).then(text)).then(
		() => clock.now() - start,
	);
	await Promise.all([
		answered,
		note('early', clock.sleep(4_000)),
		note('late', clock.sleep(6_000)),
	]);
	expect(happened).toEqual(['early', 'answer', 'late']);
	expect(await answered).toBe(5_000);
});

test('time goes on while nobody reads an answer', async () => {
	const response = await respond();
	response.pause();
	await clock.sleep(HOUR_MS);
	expect(await text(response)).toBe('ab');
});

test('time goes on after a request that was given up', async () => {
	const { port } = server.address() as AddressInfo;
	const request = get({ port, host: '127.0.0.1' });
	const start = clock.now();
	const slept = clock.sleep(HOUR_MS);
	request.on('error', () => happened.push('error')).destroy();
	await slept;
	expect(happened).toEqual(['error']);
	expect(clock.now()).toBe(start + HOUR_MS);
});

test('time stands still while files are read', async () => {
	const read = Promise.all(Array.from({ length: 50 }, async () => await readFile(__filename)));
	await Promise.all([note('files', read), note('sleep', clock.sleep(1))]);
	expect(happened).toEqual(['files', 'sleep']);
});

test('a wait ends when it is aborted, and takes no time', async () => {
	const abort = new AbortController();
	const start = clock.now();
	const slept = clock.sleep(HOUR_MS, abort.signal);
	abort.abort();
	await slept;
	expect(clock.now()).toBe(start);
});
