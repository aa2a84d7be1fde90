import { Bench, errorOf, openBench, rowsOf } from './support';
import type { JsonObject } from '../../sandbox/json';

const bench = openBench();

const control = async (name: string, json?: JsonObject, method?: 'DELETE') =>
	await bench.ask(`__sandbox/${name}`, {
		token: null,
		...(json ? { json } : {}),
		...(method ? { method } : {}),
	});

it('seeds, shows objects and resets', async () => {
	const { body } = await control('seed', {
		type: 'campaigns',
		parentId: '1001',
		count: 3,
		values: { status: 'ACTIVE' },
	});
	expect(body.ids).toHaveLength(3);
	const objects = (await control('objects?type=campaign')).body.list;
	expect(objects).toHaveLength(3);
	expect(objects).toMatchObject([{ name: 'Campaign 1', status: 'ACTIVE' }, {}, {}]);
	await control('reset', {});
	expect((await control('objects?type=campaign')).body.list).toEqual([]);
	expect(rowsOf(await bench.get('me/adaccounts'))).toHaveLength(3);
});

it('shows and forgets requests', async () => {
	await bench.get('act_1001', { fields: 'name' });
	expect((await control('requests')).body.list).toMatchObject([
		{ method: 'GET', path: '/act_1001', version: 'v24.0', query: { fields: 'name' }, status: 200 },
	]);
	await control('requests', undefined, 'DELETE');
	expect((await control('requests')).body.list).toEqual([]);
	expect(bench.sandbox.requests).toEqual([]);
});

it('queues faults and tells usage', async () => {
	await control('faults', { fault: 'error', code: 613, times: 1 });
	expect(errorOf(await bench.get('act_1001')).code).toBe(613);
	await bench.get('act_1001');
	expect((await control('usage')).body).toMatchObject({
		totalCalls: 1,
		quotas: [{ useCase: 'ads_management', objectId: '1001', calls: 1, quota: 300 }],
	});
	expect((await control('faults')).body).toEqual({ happened: 1, waiting: [] });
});

it('changes options', async () => {
	await control('options', { latencyMs: 40, limits: { callsPerHour: 1 }, hourMs: 1000 });
	const start = performance.now();
	expect(await bench.get('act_1001')).toHaveProperty('id');
	expect(performance.now() - start).toBeGreaterThan(35);
	expect(errorOf(await bench.get('act_1001')).code).toBe(80004);
	bench.advance(1001);
	expect(await bench.get('act_1001')).toHaveProperty('id');
});

it.each([
	['faults', { fault: 'earthquake' }],
	['faults', { fault: 'delay', match: { pathPattern: '(' } }],
	['faults', { fault: 'delay', colour: 1 }],
	['options', { colour: 1 }],
	['options', { limits: { colour: 1 } }],
	['seed', { type: 'castles' }],
	['seed', { type: 'campaigns', parentId: '7' }],
	['objects?type=castle', undefined],
])('refuses nonsense at %s', async (name, json) => {
	const { status, body } = await control(name, json);
	expect([status, typeof body.message]).toEqual([400, 'string']);
});

it('has nothing when it is empty', async () => {
	const empty = new Bench();
	await empty.start({ isEmpty: true });
	try {
		expect(errorOf(await empty.get('me')).error_subcode).toBe(33);
	} finally {
		await empty.sandbox.close();
	}
});
