import { errorOf, openBench, rowsOf } from './support';
import type { JsonObject } from '../../sandbox/json';

const bench = openBench();

const names = (body: JsonObject) => rowsOf(body).map(({ name }) => name);

describe('addresses', () => {
	it.each([
		['v24.0/act_1001', 200, 'v24.0'],
		['act_1001', 200, 'v24.0'],
		['v20.0/act_1001', 200, 'v20.0'],
		['v26.0/act_1001', 200, 'v26.0'],
	])('answers %s', async (path, status, version) => {
		const reply = await bench.ask(path);
		expect([reply.status, reply.headers['facebook-api-version']]).toEqual([status, version]);
		expect(reply.headers['content-type']).toBe('application/json; charset=UTF-8');
		expect(reply.headers).toMatchObject({
			'x-fb-trace-id': expect.any(String),
			'x-fb-debug': expect.any(String),
			'x-fb-rev': expect.any(String),
		});
	});

	it.each(['v19.0/act_1001', 'v27.0/act_1001', 'v24.5/act_1001'])('refuses %s', async (path) => {
		expect(errorOf((await bench.ask(path)).body).code).toBe(2635);
	});

	it.each<[string, number, RegExp]>([
		['v24.0/999', 100, /^Unsupported get request. Object with ID '999' does not exist/],
		['v24.0/act_1', 100, /^Unsupported get request. Object with ID 'act_1'/],
		['v24.0/act_1001/campagnes', 100, /nonexisting field \(campagnes\)/],
		['v24.0/act_1001/campaigns/1', 2500, /Unknown path components/],
	])('says what is wrong with %s', async (path, code, message) => {
		const reply = await bench.ask(path);
		expect([reply.status, errorOf(reply.body).code]).toEqual([400, code]);
		expect(errorOf(reply.body).message).toMatch(message);
	});

	it('refuses to create below an object that has no such edge, or of the wrong type', async () => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1);
		expect(errorOf(await bench.post(`${id}/campaigns`, { name: 'x' })).error_subcode).toBe(33);
		expect(errorOf(await bench.post('2001/campaigns', { name: 'x' })).error_subcode).toBe(33);
		expect(errorOf(await bench.remove('act_1001')).error_subcode).toBe(33);
	});

	it('reads for a POST that says method=GET', async () => {
		expect(await bench.post('act_1001', { method: 'GET', fields: 'currency' })).toEqual({
			currency: 'USD',
			id: 'act_1001',
		});
	});
});

describe('fields', () => {
	it('gives ids only without fields', async () => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1);
		expect(await bench.get(id)).toEqual({ id });
		expect(rowsOf(await bench.get('act_1001/campaigns'))).toEqual([{ id }]);
	});

	it('knows aliases, nesting and edges with limits', async () => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1);
		bench.sandbox.seed.adSets(id, 3);
		const body = await bench.get(id, {
			fields: 'name.as(title),adsets.limit(2).as(sets){name, campaign{ name }}',
		});
		expect(body).toMatchObject({
			title: 'Campaign 1',
			sets: {
				data: [{ name: 'Ad set 1', campaign: { name: 'Campaign 1', id } }, { name: 'Ad set 2' }],
			},
		});
		const { next } = (body.sets as { paging: { next: string } }).paging;
		const more = await fetch(next);
		expect(names((await more.json()) as JsonObject)).toEqual(['Ad set 3']);
	});

	it('leaves empty edges and missing values out', async () => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1);
		expect(await bench.get(id, { fields: ['name', 'daily_budget', 'adsets'] })).toEqual({
			id,
			name: 'Campaign 1',
		});
	});

	it.each([
		[
			'nope',
			{
				code: 100,
				message: '(#100) Tried accessing nonexisting field (nope) on node type (Campaign)',
			},
		],
		[
			'adsets{nope}',
			{
				code: 100,
				message: '(#100) Tried accessing nonexisting field (nope) on node type (AdSet)',
			},
		],
		['adsets.limit(2{id}', { code: 2500 }],
		['name}', { code: 2500 }],
		['adsets.limit(x){id}', { code: 100 }],
		['adsets.colour(x){id}', { code: 100 }],
	])('refuses fields=%s', async (fields, expected) => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1);
		bench.sandbox.seed.adSets(id, 1);
		expect(errorOf(await bench.get(id, { fields }))).toMatchObject(expected);
	});

	it('reads several objects by ids, each one a call, all or nothing', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 3);
		const body = await bench.get('', { ids: ids.join(','), fields: 'name' });
		expect(Object.keys(body)).toEqual(ids);
		expect(body[ids[1]]).toEqual({ id: ids[1], name: 'Campaign 2' });
		expect(bench.sandbox.usage.state('ads_management', '1001').calls).toBe(3);
		expect(await bench.get('', { ids })).toEqual(Object.fromEntries(ids.map((id) => [id, { id }])));
		expect(errorOf(await bench.get('', { ids: `${ids[0]},7` })).error_subcode).toBe(33);
		expect(errorOf(await bench.get('', { ids: Array(51).fill(ids[0]).join(',') })).code).toBe(100);
		const lists = await bench.get('adsets', { ids: ids[0] });
		expect(lists).toEqual({ [ids[0]]: { data: [] } });
	});
});

describe('lists', () => {
	beforeEach(() => {
		bench.sandbox.seed.campaigns('1001', 4, (n) => ({
			name: ['Alpha', 'Beta', 'Gamma', 'Delta'][n - 1],
			status: ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DELETED'][n - 1],
			daily_budget: n * 100,
		}));
	});

	it('hides archived and deleted objects unless asked for', async () => {
		const list = async (effective_status?: string[]) =>
			names(
				await bench.get('act_1001/campaigns', {
					fields: 'name',
					...(effective_status ? { effective_status } : {}),
				}),
			);
		expect(await list()).toEqual(['Alpha', 'Beta']);
		expect(await list(['ARCHIVED'])).toEqual(['Gamma']);
		expect(await list(['ACTIVE', 'ARCHIVED'])).toEqual(['Alpha', 'Gamma']);
		const deleted = await bench.get('act_1001/campaigns', { effective_status: ['DELETED'] });
		expect(errorOf(deleted).error_subcode).toBe(1815001);
		const wrong = await bench.get('act_1001/campaigns', { effective_status: ['SLEEPING'] });
		expect(errorOf(wrong).message).toMatch(/effective_status\[0\] must be one of/);
	});

	it.each([
		['name', 'CONTAIN', 'ET', ['Beta']],
		['campaign.name', 'NOT_CONTAIN', 'alph', ['Beta']],
		['name', 'EQUAL', 'Alpha', ['Alpha']],
		['name', 'NOT_EQUAL', 'Alpha', ['Beta']],
		['name', 'IN', ['Alpha', 'Beta'], ['Alpha', 'Beta']],
		['name', 'NOT_IN', ['Alpha'], ['Beta']],
		['daily_budget', 'GREATER_THAN', 100, ['Beta']],
		['daily_budget', 'LESS_THAN', '200', ['Alpha']],
		['effective_status', 'IN', ['ARCHIVED', 'PAUSED'], ['Beta', 'Gamma']],
	])('filters %s %s %j', async (field, operator, value, expected) => {
		const filtering = [{ field, operator, value }];
		const body = await bench.get('act_1001/campaigns', { fields: 'name', filtering });
		expect(names(body)).toEqual(expected);
	});

	it.each([
		[[{ field: 'colour', operator: 'EQUAL', value: 1 }]],
		[[{ field: 'name', operator: 'LIKE', value: 'x' }]],
		[[{ field: 'name', operator: 'IN', value: 'x' }]],
		[[{ field: 'name', operator: 'EQUAL' }]],
		['[{field:"name"}]'],
	])('refuses filtering=%j', async (filtering) => {
		expect(errorOf(await bench.get('act_1001/campaigns', { filtering })).code).toBe(100);
	});

	it('sums up when asked', async () => {
		const body = await bench.get('act_1001/campaigns', {
			limit: 1,
			summary: 'total_count,insights',
		});
		expect(body.summary).toEqual({ total_count: 2, insights: { data: [] } });
		expect((await bench.get('act_1001/campaigns', { summary: true })).summary).toEqual({
			total_count: 2,
		});
		expect(errorOf(await bench.get('act_1001/campaigns', { summary: 'colour' })).code).toBe(100);
	});

	it('keeps campaigns that are over, or that are not', async () => {
		bench.sandbox.seed.campaigns('1002', 2, (n) => ({ stop_time: n === 1 ? 1 : 0 }));
		const list = async (is_completed: boolean) =>
			names(await bench.get('act_1002/campaigns', { fields: 'name', is_completed }));
		expect([await list(true), await list(false)]).toEqual([['Campaign 1'], ['Campaign 2']]);
	});

	it('passes the status of a campaign down', async () => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1, { status: 'PAUSED' });
		const [adSet] = bench.sandbox.seed.adSets(id, 1, { status: 'ACTIVE' });
		const [ad] = bench.sandbox.seed.ads(adSet, 1, { status: 'ACTIVE' });
		expect(await bench.get(ad, { fields: 'effective_status' })).toMatchObject({
			effective_status: 'CAMPAIGN_PAUSED',
		});
		await bench.remove(id);
		expect(rowsOf(await bench.get(`${id}/ads`))).toEqual([]);
		expect(await bench.get(ad, { fields: 'effective_status,status' })).toMatchObject({
			effective_status: 'DELETED',
			status: 'ACTIVE',
		});
	});

	it('lists what the token may see', async () => {
		expect(await bench.get('me')).toMatchObject({ name: 'Test User' });
		const accounts = await bench.get('me/adaccounts', { fields: 'name,currency,account_status' });
		expect(rowsOf(accounts).map(({ id }) => id)).toEqual(['act_1001', 'act_1002', 'act_1003']);
		expect(rowsOf(await bench.get('2001/owned_ad_accounts'))).toHaveLength(2);
		expect(rowsOf(await bench.get('2002/client_ad_accounts'))).toEqual([
			{ account_id: '1003', id: 'act_1003' },
		]);
		expect(names(await bench.get('me/businesses'))).toEqual(['Example Business', 'Example Agency']);
		expect(rowsOf(await bench.get('me/accounts'))[0]).toHaveProperty('access_token');
		expect(rowsOf(await bench.get('me/permissions', { limit: 100 }))).toContainEqual({
			permission: 'ads_management',
			status: 'granted',
		});
	});
});
