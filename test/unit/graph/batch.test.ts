import type { FindWritten, GraphRequest } from '../../../nodes/shared/graph/types';
import { fakeMeta, graphFault, perStep, usageHeader } from './support/fakeMeta';

const create = (name: string, extra: Partial<GraphRequest> = {}): GraphRequest => ({
	method: 'POST',
	path: '/act_1/campaigns',
	parameters: { name },
	...extra,
});

const names = (count: number) => Array.from({ length: count }, (_unused, index) => `n${index}`);

test('many requests share HTTP requests and keep their order', async () => {
	const { client, run, seen } = await fakeMeta(
		perStep(({ body }) => ({ body: { id: body.name } })),
	);

	const outcomes = await run(
		client.requestMany(
			names(120).map((name) => create(name)),
			50,
		),
	);

	expect(seen.map(({ steps }) => steps.length)).toEqual([50, 50, 20]);
	expect(seen[0]).toMatchObject({ method: 'POST', url: 'https://graph.facebook.com/v24.0/' });
	expect(seen[0].form.include_headers).toBe('true');
	expect(seen[0].options.qs).toBeUndefined();
	expect(outcomes.map((outcome) => 'reply' in outcome && outcome.reply.body.id)).toEqual(
		names(120),
	);
});

test('one request alone goes directly', async () => {
	const { client, run, seen } = await fakeMeta(perStep(() => ({ body: { id: '5' } })));
	await run(client.requestMany([create('a')], 50));
	expect(seen[0]).toMatchObject({
		url: 'https://graph.facebook.com/v24.0/act_1/campaigns',
		steps: [],
	});
});

test('a read that is too long for a URL goes as a batch of one', async () => {
	const { client, run, seen } = await fakeMeta(perStep(() => ({ body: { ok: 1 } })));
	const ids = Array.from({ length: 600 }, (_unused, index) => `12021000000${index}`).join(',');
	const reply = await run(client.request({ method: 'GET', path: '/', parameters: { ids } }));
	expect(reply.body).toEqual({ ok: 1 });
	expect(seen[0].steps).toHaveLength(1);
});

test('never more than 50 steps, never fewer than one', async () => {
	const { client, run, seen } = await fakeMeta(perStep(() => ({ body: { id: '5' } })));
	await run(
		client.requestMany(
			names(60).map((name) => create(name)),
			1_000,
		),
	);
	await run(client.requestMany([create('a'), create('b')], 0));
	expect(seen.map(({ steps }) => steps.length)).toEqual([50, 10, 0, 0]);
});

test('nothing to send sends nothing', async () => {
	const { client, run, seen } = await fakeMeta(perStep(() => ({ body: {} })));
	expect(await run(client.requestMany([], 50))).toEqual([]);
	expect(seen).toEqual([]);
});

test('requests of one group never share a batch', async () => {
	const { client, run, seen } = await fakeMeta(
		perStep(({ body }) => ({ body: { id: body.name } })),
	);
	const requests = names(6).map((name, index) =>
		create(name, { batchGroup: index < 4 ? `campaign-${index % 2}` : undefined }),
	);

	const outcomes = await run(client.requestMany(requests, 50));

	const groups = seen.map(({ steps }) =>
		steps.map(({ body }) => new URLSearchParams(body).get('name')),
	);
	expect(groups[0]).toEqual(['n0', 'n1', 'n4', 'n5']);
	expect(groups[1]).toEqual(['n2', 'n3']);
	expect(outcomes.map((outcome) => 'reply' in outcome && outcome.reply.body.id)).toEqual(names(6));
});

test('the failure of a step is its own', async () => {
	const { client, run } = await fakeMeta(
		perStep(({ body }) => (body.name === 'n1' ? graphFault(100) : { body: { id: body.name } })),
	);
	const outcomes = await run(
		client.requestMany(
			names(3).map((name) => create(name)),
			50,
		),
	);
	expect(outcomes).toMatchObject([
		{ reply: { body: { id: 'n0' } } },
		{ error: { details: { code: 100, class: 'invalidParameter' } } },
		{ reply: { body: { id: 'n2' } } },
	]);
});

test('throttled steps are sent again, the others not', async () => {
	const sent: string[] = [];
	const { client, run, seen } = await fakeMeta(
		perStep(({ body }) => {
			sent.push(body.name);
			const isFirst = sent.filter((name) => name === body.name).length === 1;
			if (body.name !== 'n0' && isFirst) return graphFault(80004, { error_subcode: 2446079 });
			return { body: { id: body.name }, headers: usageHeader(10) };
		}),
	);

	const outcomes = await run(
		client.requestMany(
			names(3).map((name) => create(name)),
			50,
		),
	);

	expect(outcomes.every((outcome) => 'reply' in outcome)).toBe(true);
	expect(sent.filter((name) => name === 'n0')).toHaveLength(1);
	expect(sent.filter((name) => name === 'n1')).toHaveLength(2);
	// After the pause one call alone finds out whether access is back.
	expect(seen[1].steps).toEqual([]);
});

describe('a step without an answer', () => {
	test('was not executed and is sent again', async () => {
		const sent: string[] = [];
		const { client, run } = await fakeMeta(
			perStep(({ body }) => {
				sent.push(body.name);
				return body.name === 'n1' && sent.length < 4 ? null : { body: { id: body.name } };
			}),
		);
		const outcomes = await run(
			client.requestMany(
				names(3).map((name) => create(name)),
				50,
			),
		);
		expect(outcomes.map((outcome) => 'reply' in outcome && outcome.reply.body.id)).toEqual(
			names(3),
		);
		expect(sent).toEqual(['n0', 'n1', 'n2', 'n1']);
	});

	test('is looked for first where there is a way', async () => {
		const { client, run, seen } = await fakeMeta(
			perStep(({ method }) => (method === 'GET' ? { body: { data: [] } } : null)),
		);
		const list: GraphRequest = { method: 'GET', path: '/act_1/campaigns' };
		const repeat: FindWritten = { list, findIn: () => ({ id: '88' }) };
		const requests = [create('a', { repeat }), create('b', { repeat })];
		const outcomes = await run(client.requestMany(requests, 50));
		expect(outcomes).toMatchObject([{ reply: { body: { id: '88' } } }, { reply: {} }]);
		expect(seen.filter(({ steps }) => steps.length > 0)).toHaveLength(1);
	});

	test('counts as such when the list is short', async () => {
		const { client, run, seen } = await fakeMeta((request) => ({
			body: request.steps.length > 1 ? [{ code: 200, body: '{"id":"1"}' }] : { id: '2' },
		}));
		const outcomes = await run(client.requestMany([create('a'), create('b')], 50));
		expect(outcomes).toMatchObject([
			{ reply: { body: { id: '1' } } },
			{ reply: { body: { id: '2' } } },
		]);
		expect(seen).toHaveLength(2);
	});
});

test('an error in place of the list is the error of every step', async () => {
	const { client, run, seen } = await fakeMeta(() => graphFault(190, { error_subcode: 460 }));
	const outcomes = await run(client.requestMany([create('a'), create('b')], 50));
	expect(outcomes).toMatchObject([
		{ error: { details: { class: 'token', subcode: 460 } } },
		{ error: { details: { class: 'token', subcode: 460 } } },
	]);
	expect(seen).toHaveLength(1);
});

test('an object in place of the list leaves the outcome open', async () => {
	const { client, run } = await fakeMeta(() => ({ body: { ok: true } }));
	const outcomes = await run(client.requestMany([create('a'), create('b')], 50));
	expect(outcomes).toMatchObject([
		{ error: { details: { class: 'outcomeUnknown' } } },
		{ error: { details: { class: 'outcomeUnknown' } } },
	]);
});

test('a broken step is judged like a broken answer', async () => {
	const { client, run } = await fakeMeta(
		perStep(({ body }) => (body.name === 'a' ? { body: '<html>' } : { body: { id: '1' } })),
	);
	const outcomes = await run(client.requestMany([create('a'), create('b')], 50));
	expect(outcomes).toMatchObject([
		{ error: { details: { class: 'outcomeUnknown' } } },
		{ reply: {} },
	]);
});

test('long IDs in a step keep all their digits', async () => {
	const { client, run } = await fakeMeta(
		perStep(() => ({ body: '{"id":120210000000000001,"success":true}' })),
	);
	const outcomes = await run(client.requestMany([create('a'), create('b')], 50));
	expect(outcomes[0]).toMatchObject({ reply: { body: { id: '120210000000000001' } } });
});

test('the headers of all steps reach the ledger', async () => {
	let count = 0;
	const { client, run } = await fakeMeta(
		perStep(() => ({ body: { id: '1' }, headers: usageHeader(++count, {}, String(count)) })),
	);
	await run(client.requestMany([create('a'), create('b'), create('c')], 50));
	expect(client.usage().map(({ object, percent }) => [object, percent])).toEqual([
		['3', 3],
		['2', 2],
		['1', 1],
	]);
});

test('reads that are too much together go again in smaller batches, which grow again', async () => {
	const tooMuch = {
		statusCode: 500,
		body: { error: { code: 1, message: "Please reduce the amount of data you're asking for" } },
	};
	const single = perStep(() => ({ body: { ok: 1 } }));
	const { client, run, seen } = await fakeMeta((request) =>
		request.steps.length > 2 ? tooMuch : single(request),
	);
	const reads = Array.from(
		{ length: 9 },
		(_one, index): GraphRequest => ({ method: 'GET', path: `/${index + 1}` }),
	);

	const outcomes = await run(client.requestMany(reads, 50));

	expect(outcomes.every((outcome) => 'reply' in outcome)).toBe(true);
	// 9 and 4 are too much; after three batches of 2 a larger one is tried again.
	expect(seen.map(({ steps }) => steps.length)).toEqual([9, 4, 2, 2, 2, 3, 0, 0, 0]);
});

test('a write that is too much is not sent again', async () => {
	const body = {
		error: { code: 1, message: "Please reduce the amount of data you're asking for" },
	};
	const { client, run, seen } = await fakeMeta(() => ({ statusCode: 500, body }));
	const outcomes = await run(client.requestMany([create('a'), create('b')], 50));
	expect(outcomes.every((outcome) => 'error' in outcome)).toBe(true);
	expect(seen).toHaveLength(1);
});
