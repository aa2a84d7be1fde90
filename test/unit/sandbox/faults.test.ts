import { CAMPAIGN, errorOf, openBench } from './support';
import type { FaultSpec } from '../../sandbox';
import { until } from './videoSupport';

const bench = openBench();

const create = async () => await bench.ask('v24.0/act_1001/campaigns', { form: CAMPAIGN });
const made = () => bench.sandbox.store.ofType('campaign').length;
const fault = (...specs: FaultSpec[]) => bench.sandbox.faults.add(...specs);

describe('a connection', () => {
	it('is cut before anything is done', async () => {
		fault({ fault: 'reset' });
		await expect(create()).rejects.toThrow();
		expect(made()).toBe(0);
		expect(bench.lastRequest).toMatchObject({ status: 0, fault: 'reset' });
		expect((await create()).status).toBe(200);
	});

	it('is cut after the write was done', async () => {
		fault({ fault: 'lostReply', match: { method: 'POST', pathPattern: '/campaigns$' } });
		await bench.get('act_1001/campaigns');
		await expect(create()).rejects.toThrow();
		expect(made()).toBe(1);
	});

	it('gets half of the JSON', async () => {
		fault({ fault: 'truncated' });
		const reply = await fetch(`${bench.sandbox.url}/act_1001/campaigns`, {
			method: 'POST',
			headers: { authorization: 'Bearer test-token', 'content-type': 'application/json' },
			body: JSON.stringify(CAMPAIGN),
		});
		expect(reply.headers.get('content-type')).toMatch(/json/);
		expect(reply.headers.get('content-length')).toBeNull();
		expect(await reply.text()).toMatch(/^\{"id":"\d+$/);
		expect(made()).toBe(1);
	});

	it('gets nothing until the client gives up', async () => {
		fault({ fault: 'timeout' }, { fault: 'timeout', executed: true });
		for (const expected of [0, 1]) {
			const before = bench.sandbox.requests.length;
			const giveUp = new AbortController();
			const lost = fetch(`${bench.sandbox.url}/act_1001/campaigns`, {
				method: 'POST',
				headers: { authorization: 'Bearer test-token', 'content-type': 'application/json' },
				body: JSON.stringify(CAMPAIGN),
				signal: giveUp.signal,
			});
			await until(() => bench.sandbox.requests.length > before && made() === expected);
			giveUp.abort();
			await expect(lost).rejects.toThrow();
			expect(made()).toBe(expected);
		}
	});

	it('is slow', async () => {
		fault({ fault: 'delay', delayMs: 60 });
		const start = performance.now();
		expect((await create()).status).toBe(200);
		expect(performance.now() - start).toBeGreaterThan(50);
	});
});

describe('an answer', () => {
	it('is a page of HTML', async () => {
		fault({ fault: 'html' });
		const reply = await fetch(`${bench.sandbox.url}/act_1001?access_token=test-token`);
		expect([reply.status, reply.headers.get('content-type')]).toEqual([
			503,
			'text/html; charset=utf-8',
		]);
		expect(await reply.text()).toMatch(/^<!DOCTYPE html>/);
	});

	it('is a 5xx with a Graph error', async () => {
		fault({ fault: 'status', status: 502, retryAfterS: 3 });
		const reply = await create();
		expect([reply.status, reply.headers['retry-after'], made()]).toEqual([502, '3', 0]);
		expect(errorOf(reply.body)).toMatchObject({ code: 2, is_transient: true });
	});

	it('is an error although the work was done', async () => {
		fault({ fault: 'status', executed: true });
		expect((await create()).status).toBe(500);
		expect(made()).toBe(1);
	});

	it.each([
		[4, undefined, 403],
		[17, undefined, 400],
		[17, 2446079, 400],
		[32, undefined, 400],
		[341, undefined, 400],
		[613, undefined, 400],
		[613, 1996, 400],
		[80000, 2446079, 400],
		[80001, undefined, 400],
		[80002, undefined, 400],
		[80003, 2446079, 400],
		[80004, 2446079, 400],
		[80005, undefined, 400],
		[80006, undefined, 400],
		[80008, undefined, 400],
		[80009, undefined, 400],
		[80014, undefined, 400],
		[1, undefined, 500],
		[190, 460, 400],
		[200, undefined, 403],
		[368, undefined, 400],
	])('is error %s/%s', async (code, subcode, status) => {
		fault({ fault: 'error', code, ...(subcode === undefined ? {} : { subcode }) });
		const reply = await create();
		expect([reply.status, errorOf(reply.body).code, errorOf(reply.body).error_subcode]).toEqual([
			status,
			code,
			subcode,
		]);
		expect(errorOf(reply.body)).toMatchObject({
			type: 'OAuthException',
			fbtrace_id: expect.any(String),
		});
		expect(made()).toBe(0);
	});
});

describe('a fault', () => {
	it('happens as often as told, after as many as told', async () => {
		fault({ fault: 'error', code: 4, skip: 1, times: 2 });
		const codes = [];
		for (let i = 0; i < 4; i++) codes.push((await create()).status);
		expect(codes).toEqual([200, 403, 403, 200]);
		expect(bench.sandbox.faults.happened).toBe(2);
	});

	it('goes on for ever with times 0', async () => {
		fault({ fault: 'error', code: 4, times: 0 });
		for (let i = 0; i < 3; i++) expect((await create()).status).toBe(403);
		bench.sandbox.faults.clear();
		expect((await create()).status).toBe(200);
	});

	it('strikes the steps of a batch', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 5);
		const rename = ids.map((id) => ({ method: 'POST', relative_url: id, body: 'name=New' }));
		fault(
			{ fault: 'error', code: 80004, subcode: 2446079, match: { batchStep: 1 } },
			{ fault: 'nullStep', match: { batchStep: 2 } },
			{ fault: 'nullStep', executed: true, match: { pathPattern: `/${ids[3]}$` } },
			{ fault: 'status', executed: true, match: { batchStep: 4 } },
		);
		const steps = await bench.batch(rename);
		expect(steps.map(({ code }) => code)).toEqual([200, 400, 0, 0, 500]);
		const names = bench.sandbox.store.ofType('campaign').map(({ values }) => values.name);
		expect(names).toEqual(['New', 'Campaign 2', 'Campaign 3', 'New', 'New']);
	});

	it('strikes the batch itself when it names no step', async () => {
		fault({ fault: 'lostReply', match: { pathPattern: '^/$' } });
		const steps = [{ method: 'POST', relative_url: 'act_1001/campaigns', body: 'name=x' }];
		await expect(bench.batch(steps)).rejects.toThrow();
		fault({ fault: 'error', code: 2 });
		await expect(bench.batch(steps)).rejects.toThrow(/"code":2/);
	});

	it('of an unknown kind is refused', () => {
		expect(() => fault({ fault: 'earthquake' as FaultSpec['fault'] })).toThrow(/Unknown fault/);
	});
});
