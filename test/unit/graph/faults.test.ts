import type { JsonObject } from 'n8n-workflow';

import type { FindWritten, GraphRequest } from '../../../nodes/shared/graph/types';
import { GraphError } from '../../../nodes/shared/graph/types';
import {
	fakeMeta,
	graphFault,
	networkError,
	script,
	TOKEN,
	usageHeader,
	type Answer,
	type FakeReply,
	type SeenRequest,
} from './support/fakeMeta';
import { VirtualClock } from './support/virtualClock';

const read: GraphRequest = { method: 'GET', path: '/1', parameters: { fields: 'id' } };
const create: GraphRequest = {
	method: 'POST',
	path: '/act_1/campaigns',
	parameters: { name: 'A' },
};
const done: FakeReply = { body: { id: '5' } };

/** Faults after which nobody knows whether Meta did what was asked. */
const UNCERTAIN: Array<[string, FakeReply | Error]> = [
	['500 without a body', { statusCode: 500, body: '' }],
	['503 with a page', { statusCode: 503, body: '<html>Sorry</html>' }],
	['a page with 200', { body: '<!DOCTYPE html><html></html>' }],
	['truncated JSON', { body: '{"id":"5","na' }],
	['an empty answer', { body: '' }],
	['a reset', networkError('ECONNRESET', 'socket hang up')],
	['a time-out', networkError('ECONNABORTED', 'timeout of 60000ms exceeded')],
	['another time-out', networkError('ETIMEDOUT')],
	[
		'a fault n8n has reworded',
		Object.assign(new Error('The connection was closed unexpectedly'), {
			cause: networkError('ECONNRESET'),
		}),
	],
	['code 1', graphFault(1, {}, 500)],
	['code 2', graphFault(2, { is_transient: true }, 503)],
	['a negative code', graphFault(-3)],
];

async function errorOf(work: Promise<unknown>): Promise<GraphError> {
	const error = await work.then(
		() => undefined,
		(cause: unknown) => cause,
	);
	expect(error).toBeInstanceOf(GraphError);
	return error as GraphError;
}

describe.each(UNCERTAIN)('after %s', (_name, fault) => {
	test('a read is sent again, after a wait', async () => {
		const { client, run, seen, clock } = await fakeMeta(script(fault, fault, done));
		const start = clock.now();

		const reply = await run(client.request(read));

		expect(reply.body).toEqual({ id: '5' });
		expect(seen).toHaveLength(3);
		expect(clock.now() - start).toBeGreaterThan(2_000);
		expect(client.waits).toEqual([]);
	});

	test('a read ends after five tries', async () => {
		const { client, run, seen } = await fakeMeta(script(fault));
		const { details } = await errorOf(run(client.request(read)));
		expect(details.class).toBe('transient');
		expect(seen).toHaveLength(5);
	});

	test('a write that may be repeated is', async () => {
		const { client, run, seen } = await fakeMeta(script(fault, done));
		await run(client.request({ ...create, path: '/1', repeat: 'always' }));
		expect(seen).toHaveLength(2);
	});

	test('a write that may not be repeated is not', async () => {
		const { client, run, seen } = await fakeMeta(script(fault, done));
		const { details } = await errorOf(run(client.request(create)));
		expect(seen).toHaveLength(1);
		expect(details).toMatchObject({ class: 'outcomeUnknown', path: '/act_1/campaigns' });
		expect(details.advice).toMatch(/\/act_1\/campaigns/);
	});

	test('in a batch, each step goes its own way', async () => {
		const { client, run, seen } = await fakeMeta((request) =>
			seen.length === 1
				? fault
				: request.steps.length > 0
					? { body: request.steps.map(() => ({ code: 200, body: '{"id":"5"}' })) }
					: done,
		);
		const outcomes = await run(
			client.requestMany([read, create, { ...create, repeat: 'always' }], 50),
		);
		expect(outcomes).toMatchObject([
			{ reply: { body: { id: '5' } } },
			{ error: { details: { class: 'outcomeUnknown' } } },
			{ reply: { body: { id: '5' } } },
		]);
	});
});

describe('a lost write that can be looked for', () => {
	const lost = networkError('ECONNRESET');
	const list: GraphRequest = { method: 'GET', path: '/act_1/campaigns' };
	const withFinder = (findIn: FindWritten['findIn']): GraphRequest => ({
		...create,
		repeat: { list, findIn },
	});
	/** A server whose list can be read at any time; the rest goes by the script. */
	const withList =
		(answer: Answer, page: FakeReply | Error = { body: { data: [] } }): Answer =>
		async (request) =>
			request.method === 'GET' ? page : await answer(request);
	const writesOf = (seen: SeenRequest[]) => seen.filter(({ method }) => method === 'POST');

	test('is found and not sent again', async () => {
		const { client, run, seen, clock } = await fakeMeta(withList(script(lost, done)));
		const start = clock.now();
		const find = jest.fn((): JsonObject => ({ id: '77' }));

		const reply = await run(client.request(withFinder(find)));

		expect(reply.body).toEqual({ id: '77' });
		expect(writesOf(seen)).toHaveLength(1);
		const page = expect.objectContaining({ body: { data: [] } }) as unknown;
		expect(find).toHaveBeenCalledWith(page, start, expect.any(Map));
	});

	test('is sent again when two looks, some time apart, find nothing', async () => {
		const { client, run, seen, clock } = await fakeMeta(withList(script(lost, done)));
		const looks: number[] = [];
		const start = clock.now();
		const find = () => {
			looks.push(clock.now() - start);
			return undefined;
		};

		const reply = await run(client.request(withFinder(find)));

		expect(reply.body).toEqual({ id: '5' });
		expect(writesOf(seen)).toHaveLength(2);
		expect(looks).toHaveLength(2);
		expect(looks[0]).toBeGreaterThanOrEqual(2_000);
		expect(looks[1] - looks[0]).toBeGreaterThanOrEqual(5_000);
	});

	test('is not sent for ever', async () => {
		const { client, run, seen } = await fakeMeta(withList(script(lost)));
		const { details } = await errorOf(run(client.request(withFinder(() => undefined))));
		expect(details.class).toBe('outcomeUnknown');
		expect(writesOf(seen)).toHaveLength(3);
	});

	test('is not sent again when looking does not work', async () => {
		const { client, run, seen } = await fakeMeta(
			withList(script(lost, done), graphFault(200, {}, 403)),
		);
		const { details } = await errorOf(run(client.request(withFinder(() => ({ id: '77' })))));
		expect(details.class).toBe('outcomeUnknown');
		expect(writesOf(seen)).toHaveLength(1);
	});

	test('two equal writes do not claim the same object', async () => {
		const server = ['11'];
		const { client, run, seen } = await fakeMeta(
			withList((request) => {
				if (writesOf(seen).length === 1) return lost;
				return { body: request.steps.map(() => ({ code: 200, body: '{"id":"12"}' })) };
			}),
		);
		const find: FindWritten['findIn'] = (_page, _sentAt, taken) => {
			const id = server.find((one) => !taken.has(one));
			return id ? { id } : undefined;
		};

		const outcomes = await run(client.requestMany([withFinder(find), withFinder(find)], 50));

		const ids = outcomes.map((outcome) => 'reply' in outcome && outcome.reply.body.id);
		expect(ids[0]).toBe('11');
		expect(ids[1]).not.toBe('11');
	});

	test('knows what this run has made already', async () => {
		const { client, run } = await fakeMeta(withList(script(done, lost)));
		await run(client.request(create));
		let known: boolean[] = [];
		const find: FindWritten['findIn'] = (_page, _sentAt, taken) => {
			known = ['5', '6'].map((id) => taken.has(id));
			return { id: '6' };
		};
		await run(client.request(withFinder(find)));
		expect(known).toEqual([true, false]);
	});

	test('is looked for page by page, but not without end', async () => {
		const more = { data: [], paging: { next: 'https://example', cursors: { after: 'A' } } };
		const { client, run, seen } = await fakeMeta(withList(script(lost, done), { body: more }));
		let pages = 0;
		const find = () => (++pages === 3 ? { id: '77' } : undefined);
		expect((await run(client.request(withFinder(find)))).body).toEqual({ id: '77' });
		expect(seen.map(({ query }) => query.after)).toEqual([undefined, undefined, 'A', 'A']);

		const endless = await fakeMeta(withList(script(lost, done), { body: more }));
		await endless.run(endless.client.request(withFinder(() => undefined)));
		expect(endless.seen).toHaveLength(2 + 2 * 10);
	});

	test('is looked for together with the others of its batch', async () => {
		const lists: number[] = [];
		const { client, run, seen } = await fakeMeta((request) => {
			if (request.steps[0]?.method !== 'GET') return lost;
			lists.push(request.steps.length);
			return { body: request.steps.map(() => ({ code: 200, body: '{"data":[]}' })) };
		});
		const requests = Array.from(
			{ length: 50 },
			(_none, index): GraphRequest => ({
				...create,
				parameters: { name: `n${index}` },
				repeat: {
					list: { ...list, parameters: { name: `n${index}` } },
					findIn: () => ({ id: String(index) }),
				},
			}),
		);
		const outcomes = await run(client.requestMany(requests, 50));
		expect(outcomes.map((outcome) => 'reply' in outcome && outcome.reply.body.id)).toEqual(
			requests.map((_request, index) => String(index)),
		);
		expect(lists).toEqual([50]);
		expect(seen).toHaveLength(2);
	});
});

describe('what was not sent', () => {
	test.each(['ENOTFOUND', 'ECONNREFUSED', 'EAI_AGAIN'])(
		'after %s even a create is sent again',
		async (code) => {
			const { client, run, seen } = await fakeMeta(script(networkError(code), done));
			expect((await run(client.request(create))).body).toEqual({ id: '5' });
			expect(seen).toHaveLength(2);
		},
	);

	test.each(['CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT'])(
		'%s is told at once',
		async (code) => {
			const { client, run, seen } = await fakeMeta(script(networkError(code)));
			const { details } = await errorOf(run(client.request(read)));
			expect(details.message).toContain(code);
			expect(details.advice).toMatch(/credential/);
			expect(seen).toHaveLength(1);
		},
	);
});

describe('refusals', () => {
	test.each([
		[graphFault(100, {}, 400), 'invalidParameter'],
		[graphFault(190, { error_subcode: 463 }, 401), 'token'],
		[graphFault(200, {}, 403), 'permission'],
		[{ statusCode: 404, body: '<html>' }, 'notFound'],
	] as const)('%j is final', async (fault, expected) => {
		const { client, run, seen } = await fakeMeta(script(fault as FakeReply));
		const { details } = await errorOf(run(client.request(create)));
		expect(details.class).toBe(expected);
		expect(seen).toHaveLength(1);
	});

	test('an error with status 200 is an error', async () => {
		const { client, run } = await fakeMeta(script(graphFault(100, {}, 200)));
		expect((await errorOf(run(client.request(read)))).details.code).toBe(100);
	});

	test('a broken piece of an upload keeps its subcode and is not repeated', async () => {
		const fault = graphFault(6000, { error_subcode: 1363037, is_transient: true });
		const { client, run, seen } = await fakeMeta(script(fault));
		const { details } = await errorOf(run(client.request({ ...create, repeat: 'always' })));
		expect(details.subcode).toBe(1363037);
		expect(details.class).toBe('transient');
		expect(seen).toHaveLength(1);
	});

	test('a redirect is neither followed nor taken for success', async () => {
		const moved = { statusCode: 302, headers: { location: 'https://other.test' }, body: '' };
		const { client, run, seen } = await fakeMeta(script(moved));
		await errorOf(run(client.request(read)));
		expect(seen).toHaveLength(1);
		expect(seen[0].options.disableFollowRedirect).toBe(true);
	});
});

describe('throttles', () => {
	const CODES = [4, 17, 32, 341, 613, 80000, 80001, 80002, 80003, 80004, 80005, 80009, 80014];

	test.each(CODES)('code %i waits, then sends again, writes too', async (code) => {
		const { client, run, seen, clock } = await fakeMeta(script(graphFault(code), done));
		const start = clock.now();
		const reply = await run(client.request(create));
		expect(reply.body).toEqual({ id: '5' });
		expect(seen).toHaveLength(2);
		expect(clock.now() - start).toBeGreaterThanOrEqual(5_000);
		expect(client.waits).toHaveLength(1);
	});

	test('the regain time is kept to, in minutes', async () => {
		const headers = usageHeader(100, { estimated_time_to_regain_access: 3 });
		const { client, run, clock } = await fakeMeta(
			script({ ...graphFault(80004, { error_subcode: 2446079 }), headers }, done),
		);
		const start = clock.now();
		await run(client.request(create));
		expect(clock.now() - start).toBeGreaterThanOrEqual(180_000);
		expect(clock.now() - start).toBeLessThan(182_000);
	});

	test('Retry-After is kept to', async () => {
		const { client, run, clock } = await fakeMeta(
			script({ statusCode: 429, headers: { 'Retry-After': '40' }, body: '' }, done),
		);
		const start = clock.now();
		await run(client.request(read));
		expect(clock.now() - start).toBeGreaterThanOrEqual(40_000);
	});

	test("a date in Retry-After is compared with the client's clock", async () => {
		const clock = new VirtualClock(Date.UTC(2030, 0, 1));
		const date = new Date(clock.now() + 40_000).toUTCString();
		const { client, run } = await fakeMeta(
			script({ statusCode: 429, headers: { 'Retry-After': date }, body: '' }, done),
			{ clock },
		);
		const start = clock.now();
		await run(client.request(read));
		expect(clock.now() - start).toBeGreaterThanOrEqual(40_000);
		expect(clock.now() - start).toBeLessThan(41_000);
	});

	test('Retry-After of a busy server, too', async () => {
		const { client, run, clock } = await fakeMeta(
			script({ statusCode: 503, headers: { 'Retry-After': '90' }, body: '' }, done),
		);
		const start = clock.now();
		await run(client.request(read));
		expect(clock.now() - start).toBeGreaterThanOrEqual(90_000);
	});

	test('a wait that takes longer than allowed ends with when to come back', async () => {
		const headers = usageHeader(100, { estimated_time_to_regain_access: 19 });
		const { client, run, clock } = await fakeMeta(script({ ...graphFault(80004), headers }), {
			maxWait: 60_000,
		});
		const start = clock.now();
		const { details } = await errorOf(run(client.request(create)));
		expect(details.class).toBe('throttled');
		expect(details.advice).toContain('19 minutes');
		expect(details.retryAfter).toBeCloseTo(19 * 60_000, -3);
		expect(clock.now() - start).toBeLessThan(1_000);
	});

	test('five refusals are the end', async () => {
		const { client, run, seen } = await fakeMeta(script(graphFault(613)));
		const { details } = await errorOf(run(client.request(read)));
		expect(details).toMatchObject({ class: 'throttled', code: 613 });
		expect(seen).toHaveLength(5);
	});
});

describe('secrets', () => {
	test('no error holds one', async () => {
		const secret = `https://graph.facebook.com/1?access_token=${TOKEN}&appsecret_proof=abcdef`;
		const faults = [
			networkError('ECONNRESET', `read ${secret}`),
			graphFault(100, {
				message: `bad ${secret} ${TOKEN}`,
				error_user_msg: TOKEN,
				error_user_title: TOKEN,
				error_data: { blame_field_specs: [[TOKEN]] },
			}),
		];
		for (const fault of faults) {
			const { client, run } = await fakeMeta(script(fault));
			const error = await errorOf(run(client.request(create)));
			const all = `${error.message} ${error.stack} ${JSON.stringify(error.details)}`;
			expect(all).not.toContain(TOKEN);
			expect(all).not.toContain('abcdef');
		}
	});

	test('a sentence about a secret is no secret', async () => {
		const message = 'If it speaks of appsecret_proof: the app secret is wrong. access_token = 1x2y';
		const { client, run } = await fakeMeta(script(graphFault(100, { error_user_msg: message })));
		const { details } = await errorOf(run(client.request(read)));
		expect(details.message).toContain('appsecret_proof: the app secret');
		expect(details.userMessage).not.toContain('1x2y');
	});

	test('links in an answer lose the token, a Page keeps its own', async () => {
		const body = {
			access_token: 'test-page-token',
			adsets: { paging: { next: `https://graph.facebook.com/2?access_token=${TOKEN}&after=x` } },
			other: 'https://graph.facebook.com/?access_token=someone-else&limit=1',
		};
		const { client, run } = await fakeMeta(script({ body }));
		const reply = await run(client.request(read));
		expect(reply.body).toEqual({
			access_token: 'test-page-token',
			adsets: { paging: { next: 'https://graph.facebook.com/2?access_token=***&after=x' } },
			other: 'https://graph.facebook.com/?access_token=***&limit=1',
		});
	});
});
