import { CAMPAIGN, errorOf, openBench } from './support';

const bench = openBench();

const form = (values: Record<string, string>) => new URLSearchParams(values).toString();
const CREATE = form({ ...CAMPAIGN, special_ad_categories: '[]' });

describe('a batch', () => {
	it('answers each step in its place, with status, headers and body', async () => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1);
		const steps = await bench.batch([
			{ method: 'POST', relative_url: 'act_1001/campaigns', body: CREATE },
			{ method: 'GET', relative_url: `/v23.0/${id}?fields=name` },
			{ method: 'GET', relative_url: '999' },
			{ method: 'delete', relative_url: id },
		]);
		expect(steps.map(({ code }) => code)).toEqual([200, 200, 400, 200]);
		expect(steps[1].body).toEqual({ id, name: 'Campaign 1' });
		expect(steps[1].headers).toMatchObject({
			'content-type': 'application/json; charset=UTF-8',
			'facebook-api-version': 'v23.0',
		});
		expect(errorOf(steps[2].body).error_subcode).toBe(33);
		expect(steps[3].body).toEqual({ success: true });
	});

	it('counts every step as a call and tells the usage in the step', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 3);
		const reply = await bench.ask('', {
			form: {
				batch: [
					{ method: 'GET', relative_url: ids[0] },
					{ method: 'GET', relative_url: `?ids=${ids.join(',')}` },
					{ method: 'GET', relative_url: 'act_1002' },
				],
			},
		});
		expect(reply.headers).not.toHaveProperty('x-business-use-case-usage');
		const { usage } = bench.sandbox;
		expect(usage.state('ads_management', '1001').calls).toBe(4);
		expect(usage.state('ads_management', '1002').calls).toBe(1);
		const steps = await bench.batch([
			{ method: 'GET', relative_url: ids[0] },
			{ method: 'GET', relative_url: 'act_1002' },
		]);
		expect(
			steps.map(({ headers }) => Object.keys(JSON.parse(headers['x-business-use-case-usage']))),
		).toEqual([['1001'], ['1002']]);
	});

	it('leaves headers out when told so', async () => {
		const [step] = await bench.batch([{ method: 'GET', relative_url: 'me' }], {
			include_headers: 'false',
		});
		expect(step).toMatchObject({ code: 200, headers: {} });
	});

	it('comes as form, JSON or query, at any address', async () => {
		const batch = [{ method: 'GET', relative_url: 'me' }];
		const replies = [
			await bench.ask('v24.0', { json: { batch } }),
			await bench.ask('', { method: 'POST', query: { batch } }),
			await bench.ask('me', { form: { batch } }),
		];
		for (const { body } of replies) expect(body.list).toMatchObject([{ code: 200 }]);
	});

	it('takes at most 50 steps', async () => {
		const batch = Array(51).fill({ method: 'GET', relative_url: 'me' });
		const reply = await bench.ask('v24.0/', { form: { batch } });
		expect(reply.status).toBe(400);
		expect(errorOf(reply.body).message).toBe(
			'Too many requests in batch message. Maximum batch size is 50',
		);
		expect(await bench.batch(batch.slice(1))).toHaveLength(50);
	});

	it.each([
		['no JSON', '[{method:"GET"}]'],
		['no list', '{}'],
		['nothing', '[]'],
		['no method', '[{"relative_url":"me"}]'],
		['no address', '[{"method":"GET"}]'],
		['a full address', '[{"method":"GET","relative_url":"http://127.0.0.1/me"}]'],
		['an object as body', '[{"method":"POST","relative_url":"me","body":{}}]'],
		['a body to read', '[{"method":"GET","relative_url":"me","body":"a=1"}]'],
		['an unknown member', '[{"method":"GET","relative_url":"me","retry":1}]'],
		['an unknown name', '[{"method":"GET","relative_url":"me","depends_on":"x"}]'],
		[
			'a circle',
			'[{"method":"GET","relative_url":"me","name":"a","depends_on":"b"},{"method":"GET","relative_url":"me","name":"b","depends_on":"a"}]',
		],
	])('is refused as a whole with %s', async (_what, batch) => {
		const reply = await bench.ask('v24.0/', { form: { batch } });
		expect([reply.status, errorOf(reply.body).code]).toEqual([400, 100]);
	});

	it('needs a token of its own, while steps may bring theirs', async () => {
		const batch = [
			{ method: 'GET', relative_url: 'me?access_token=expired-token' },
			{ method: 'GET', relative_url: 'me' },
			{
				method: 'POST',
				relative_url: 'act_1001/campaigns',
				body: `${CREATE}&access_token=no-permission-token`,
			},
		];
		const steps = await bench.batch(batch);
		expect(steps.map(({ code }) => code)).toEqual([400, 200, 403]);
		expect(errorOf(steps[0].body)).toMatchObject({ code: 190, error_subcode: 463 });
		expect(errorOf(steps[2].body).code).toBe(200);
		const without = await bench.ask('v24.0/', { form: { batch }, token: null });
		expect(without.body.list).toBeUndefined();
		expect(JSON.stringify(bench.sandbox.requests)).not.toContain('expired-token');
	});

	it('fills in results of named steps', async () => {
		const steps = await bench.batch([
			{ method: 'GET', relative_url: '?ids={result=made:$.id}&fields=objective' },
			{
				method: 'POST',
				name: 'made',
				relative_url: 'act_1001/campaigns',
				body: CREATE,
				omit_response_on_success: false,
			},
			{
				method: 'POST',
				relative_url: '{result=made:$.id}',
				body: form({ name: 'Copy of {result=made:$.id}' }),
			},
		]);
		const id = String(steps[1].body.id);
		expect(steps[0].body).toEqual({ [id]: { id, objective: 'OUTCOME_TRAFFIC' } });
		expect(await bench.get(id, { fields: 'name' })).toEqual({ id, name: `Copy of ${id}` });
	});

	it('joins several values, omits what others build on, and skips what builds on a failure', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 2);
		const steps = await bench.batch([
			{ method: 'GET', name: 'list', relative_url: 'act_1001/campaigns' },
			{ method: 'GET', relative_url: '?ids={result=list:$.data.*.id}' },
			{ method: 'GET', name: 'bad', relative_url: '999' },
			{ method: 'GET', relative_url: '{result=bad:$.id}' },
			{ method: 'GET', relative_url: 'me', depends_on: 'bad' },
		]);
		expect(steps.map(({ code }) => code)).toEqual([0, 200, 400, 0, 0]);
		expect(Object.keys(steps[1].body)).toEqual(ids);
	});

	it('refuses a second ad set of the same campaign', async () => {
		const [one, two] = bench.sandbox.seed.campaigns('1001', 2);
		const [a, b] = bench.sandbox.seed.adSets(one, 2);
		const [c] = bench.sandbox.seed.adSets(two, 1);
		const steps = await bench.batch(
			[a, b, c].map((id) => ({ method: 'POST', relative_url: id, body: 'name=New' })),
		);
		expect(steps.map(({ code }) => code)).toEqual([200, 400, 200]);
		expect(await bench.get(b, { fields: 'name' })).toMatchObject({ name: 'Ad set 2' });
	});

	it('is logged step by step', async () => {
		await bench.batch([
			{ method: 'POST', relative_url: 'act_1001/campaigns?a=1', body: CREATE },
			{ method: 'GET', relative_url: 'me' },
		]);
		const [envelope, first, second] = bench.sandbox.requests;
		expect(envelope).toMatchObject({ method: 'POST', path: '/', steps: 2, status: 200 });
		expect(first).toMatchObject({
			method: 'POST',
			path: '/act_1001/campaigns',
			batch: 0,
			parent: envelope.number,
			status: 400,
			query: { a: '1' },
			body: { name: 'My campaign' },
			tokenIn: 'batch',
			error: { code: 100 },
		});
		expect(second).toMatchObject({ path: '/me', batch: 1, status: 200 });
	});
});
