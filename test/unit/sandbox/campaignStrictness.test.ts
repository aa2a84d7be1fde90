import { CAMPAIGN, errorOf, openBench, rowsOf } from './support';
import type { Json, JsonObject } from '../../sandbox/json';

const bench = openBench();

const create = async (values: Record<string, Json>, version = 'v24.0') =>
	await bench.ask(`${version}/act_1001/campaigns`, { form: { ...CAMPAIGN, ...values } });

const campaignsMade = () => bench.sandbox.store.ofType('campaign').length;

describe('creating a campaign', () => {
	it('keeps every parameter and reads it back as the live API writes it', async () => {
		const id = await bench.campaign({
			adlabels: [{ name: 'spring' }],
			bid_strategy: 'LOWEST_COST_WITHOUT_CAP',
			budget_schedule_specs: [
				{
					time_start: 1699081200,
					time_end: 1699167600,
					budget_value: 100,
					budget_value_type: 'ABSOLUTE',
				},
			],
			buying_type: 'AUCTION',
			campaign_optimization_type: 'NONE',
			daily_budget: '2500',
			is_skadnetwork_attribution: true,
			is_adset_budget_sharing_enabled: '0',
			iterative_split_test_configs: [],
			promoted_object: { application_id: '120210000000000001', object_store_url: 'https://a.b' },
			special_ad_categories: ['HOUSING'],
			special_ad_category_country: ['US', 'DE'],
			spend_cap: 20000,
			start_time: '2026-04-01T00:00:00-0700',
			stop_time: 1780272000,
			topline_id: '77',
		});
		expect(id).toMatch(/^\d{18}$/);
		const fields =
			'account_id,adlabels,bid_strategy,budget_remaining,buying_type,configured_status,created_time,' +
			'daily_budget,effective_status,is_budget_schedule_enabled,is_adset_budget_sharing_enabled,' +
			'is_skadnetwork_attribution,name,promoted_object,special_ad_categories,special_ad_category,' +
			'special_ad_category_country,spend_cap,start_time,stop_time,topline_id,source_campaign_id';
		expect(await bench.get(id, { fields })).toEqual({
			id,
			account_id: '1001',
			adlabels: [{ id: '0', name: 'spring' }],
			bid_strategy: 'LOWEST_COST_WITHOUT_CAP',
			budget_remaining: '2500',
			buying_type: 'AUCTION',
			configured_status: 'PAUSED',
			created_time: '2026-03-02T00:00:00+0000',
			daily_budget: '2500',
			effective_status: 'PAUSED',
			is_budget_schedule_enabled: true,
			is_adset_budget_sharing_enabled: false,
			is_skadnetwork_attribution: true,
			name: 'My campaign',
			promoted_object: { application_id: '120210000000000001', object_store_url: 'https://a.b' },
			special_ad_categories: ['HOUSING'],
			special_ad_category: 'HOUSING',
			special_ad_category_country: ['US', 'DE'],
			spend_cap: '20000',
			start_time: '2026-04-01T07:00:00+0000',
			stop_time: '2026-06-01T00:00:00+0000',
			topline_id: '77',
			source_campaign_id: '0',
		});
		expect(rowsOf(await bench.get(`${id}/budget_schedules`))).toMatchObject([
			{ budget_value: 100, time_start: '2023-11-04T07:00:00+0000' },
		]);
	});

	it.each<[string, Record<string, Json>, JsonObject]>([
		['an unknown parameter', { foo: 1 }, { code: 100, message: expect.stringContaining('foo') }],
		['a missing name', { name: '' }, { message: '(#100) The parameter name is required' }],
		[
			'an unknown objective',
			{ objective: 'OUTCOME_FUN' },
			{
				message: expect.stringMatching(
					/^\(#100\) Param objective must be one of \{BRAND_AWARENESS, /,
				),
			},
		],
		[
			'a status that only updates know',
			{ status: 'ARCHIVED' },
			{ message: '(#100) Param status must be one of {ACTIVE, PAUSED}' },
		],
		['a budget that is no number', { daily_budget: '12.50' }, { message: /integer/ as never }],
		['a budget that is too low', { daily_budget: 99 }, { error_subcode: 1885272 }],
		[
			'both kinds of budget',
			{ daily_budget: 1000, lifetime_budget: 1000 },
			{
				code: 100,
				error_subcode: 1885621,
				error_data: { blame_field_specs: [['lifetime_budget']] },
			},
		],
		['a spend cap that is too low', { spend_cap: 9999 }, { error_subcode: 2446307 }],
		[
			'an end before the start',
			{ start_time: '2026-05-02', stop_time: '2026-05-01' },
			{ error_data: { blame_field_specs: [['stop_time']] } },
		],
		['a time that is none', { start_time: 'next Monday' }, { message: /valid datetime/ as never }],
		['JSON that is broken', { promoted_object: '{page_id:' }, { message: /valid JSON/ as never }],
		[
			'a list that is none',
			{ special_ad_categories: 'HOUSING' },
			{ message: /valid JSON/ as never },
		],
		[
			'a wrong item of a list',
			{ special_ad_categories: ['HOUSES'] },
			{ message: /special_ad_categories\[0\] must be one of/ as never },
		],
		['an unknown country', { special_ad_category_country: ['XX'] }, { code: 100 }],
		['an unknown member', { promoted_object: { colour: 1 } }, { message: /"colour"/ as never }],
		['a wrong id', { promoted_object: { page_id: 'my page' } }, { message: /valid ID/ as never }],
		['a bid strategy of old', { bid_strategy: 'TARGET_COST' }, { code: 100 }],
		['recommendations alone', { execution_options: ['include_recommendations'] }, { code: 100 }],
		[
			'a budget schedule without value',
			{ budget_schedule_specs: [{ time_start: 1, time_end: 2, budget_value_type: 'ABSOLUTE' }] },
			{ message: /budget_schedule_specs\[0\]\[budget_value\] is required/ as never },
		],
		['iOS 14 without an app', { is_skadnetwork_attribution: true }, { code: 100 }],
		['a spend cap in RESERVED', { buying_type: 'RESERVED', spend_cap: 20000 }, { code: 100 }],
		['a source that does not exist', { source_campaign_id: '1' }, { code: 100 }],
		[
			'ASC with another objective',
			{ smart_promotion_type: 'AUTOMATED_SHOPPING_ADS', objective: 'OUTCOME_LEADS' },
			{ error_data: { blame_field_specs: [['objective']] } },
		],
	])('refuses %s', async (_what, values, expected) => {
		const { status, body } = await create(values);
		expect(status).toBe(400);
		const { message, ...rest } = expected as JsonObject & { message?: unknown };
		expect(errorOf(body)).toMatchObject({ code: 100, type: 'OAuthException', ...rest });
		if (message instanceof RegExp) expect(errorOf(body).message).toMatch(message);
		else if (message !== undefined) expect(errorOf(body).message).toEqual(message);
		expect(campaignsMade()).toBe(0);
	});

	it('requires special_ad_categories', async () => {
		const { name, objective } = CAMPAIGN;
		const body = await bench.post('act_1001/campaigns', { name, objective });
		expect(errorOf(body).message).toBe('(#100) The parameter special_ad_categories is required');
	});

	it('makes shopping campaigns by smart_promotion_type up to v24.0 only', async () => {
		const values = { smart_promotion_type: 'AUTOMATED_SHOPPING_ADS', objective: 'OUTCOME_SALES' };
		expect((await create(values, 'v24.0')).status).toBe(200);
		expect(errorOf((await create(values, 'v25.0')).body)).toMatchObject({
			code: 100,
			error_data: { blame_field_specs: [['smart_promotion_type']] },
		});
	});

	it('tells the cap of shopping campaigns when one is set', async () => {
		bench.sandbox.configure({ shoppingCampaignCap: 1 });
		const values = { smart_promotion_type: 'AUTOMATED_SHOPPING_ADS', objective: 'OUTCOME_SALES' };
		expect((await create(values)).status).toBe(200);
		expect(errorOf((await create(values)).body).error_subcode).toBe(2446867);
	});

	it('checks without making anything for validate_only', async () => {
		const options = { execution_options: ['validate_only', 'include_recommendations'] };
		expect((await create(options)).body).toEqual({ success: true });
		expect((await create({ ...options, daily_budget: 1 })).status).toBe(400);
		expect(campaignsMade()).toBe(0);
	});

	it('takes the parameters as form, JSON, query or multipart', async () => {
		const path = 'v24.0/act_1001/campaigns';
		const asText = { ...CAMPAIGN, special_ad_categories: '[]' };
		const multipart = Object.entries(asText)
			.map(
				([name, value]) =>
					`--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
			)
			.join('');
		const replies = [
			await bench.ask(path, { form: CAMPAIGN }),
			await bench.ask(path, { json: { ...CAMPAIGN, daily_budget: 5000 } }),
			await bench.ask(path, { method: 'POST', query: CAMPAIGN }),
		];
		const response = await fetch(`${bench.sandbox.url}/${path}?access_token=test-token`, {
			method: 'POST',
			headers: { 'content-type': 'multipart/form-data; boundary=x' },
			body: `${multipart}--x--\r\n`,
		});
		expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(response.status).toBe(200);
		expect(campaignsMade()).toBe(4);
	});

	it('reads the new object back when fields are asked for', async () => {
		const { body } = await create({ fields: 'name,objective' });
		expect(body).toMatchObject({ name: 'My campaign', objective: 'OUTCOME_TRAFFIC' });
		expect(errorOf((await create({ fields: 'colour' })).body).code).toBe(100);
		expect(campaignsMade()).toBe(1);
	});
});

describe('changing a campaign', () => {
	it('changes values, removes a spend cap and counts the time of the change', async () => {
		const id = await bench.campaign({ spend_cap: 20000 });
		bench.advance(60_000);
		const changes = { name: 'New', spend_cap: '922337203685478', status: 'ACTIVE' };
		expect(await bench.post(id, changes)).toEqual({ success: true });
		expect(await bench.get(id, { fields: 'name,spend_cap,status,updated_time' })).toEqual({
			id,
			name: 'New',
			status: 'ACTIVE',
			updated_time: '2026-03-02T00:01:00+0000',
		});
	});

	it('keeps one kind of budget', async () => {
		const id = await bench.campaign({ daily_budget: 1000 });
		expect(await bench.post(id, { daily_budget: 2000 })).toEqual({ success: true });
		expect(errorOf(await bench.post(id, { lifetime_budget: 2000 })).error_subcode).toBe(1885621);
	});

	it('refuses a campaign budget over ad sets with budgets', async () => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1);
		bench.sandbox.seed.adSets(id, 1, { daily_budget: 500 });
		expect(errorOf(await bench.post(id, { daily_budget: 2000 })).error_subcode).toBe(1885621);
	});

	it('lets an archived campaign only be renamed and deleted, a deleted one only renamed', async () => {
		const id = await bench.campaign();
		await bench.post(id, { status: 'ARCHIVED' });
		expect(await bench.post(id, { name: 'A' })).toEqual({ success: true });
		expect(errorOf(await bench.post(id, { status: 'ACTIVE' })).code).toBe(100);
		expect(errorOf(await bench.post(id, { daily_budget: 1000 })).code).toBe(100);
		expect(await bench.post(id, { status: 'DELETED' })).toEqual({ success: true });
		expect(await bench.remove(id)).toEqual({ success: true });
		expect(errorOf(await bench.post(id, { status: 'PAUSED' }))).toMatchObject({
			code: 100,
			error_subcode: 1487566,
		});
		expect(await bench.post(id, { name: 'B' })).toEqual({ success: true });
		expect(await bench.get(id, { fields: 'name,effective_status' })).toMatchObject({
			name: 'B',
			effective_status: 'DELETED',
		});
	});

	it('migrates shopping campaigns into the Advantage+ structure', async () => {
		const id = await bench.campaign({
			objective: 'OUTCOME_SALES',
			smart_promotion_type: 'AUTOMATED_SHOPPING_ADS',
			daily_budget: 1000,
		});
		const plain = await bench.campaign();
		expect(errorOf(await bench.post(plain, { migrate_to_advantage_plus: true })).code).toBe(100);
		expect(await bench.post(id, { migrate_to_advantage_plus: 'true' })).toEqual({ success: true });
		expect(await bench.get(id, { fields: 'smart_promotion_type,advantage_state_info' })).toEqual({
			id,
			smart_promotion_type: 'GUIDED_CREATION',
			advantage_state_info: {
				advantage_state: 'ADVANTAGE_PLUS_SALES',
				advantage_budget_state: 'ENABLED',
				advantage_audience_state: 'ENABLED',
				advantage_placement_state: 'ENABLED',
			},
		});
	});

	it('does not migrate what the documentation excludes', async () => {
		const asc = { objective: 'OUTCOME_SALES', smart_promotion_type: 'AUTOMATED_SHOPPING_ADS' };
		const id = await bench.campaign(asc);
		const [adSet] = bench.sandbox.seed.adSets(id, 1);
		bench.sandbox.seed.ads(adSet, 151);
		expect(errorOf(await bench.post(id, { migrate_to_advantage_plus: true })).code).toBe(100);
	});

	it('computes the Advantage+ state from the ad sets', async () => {
		const id = await bench.campaign({ objective: 'OUTCOME_SALES', daily_budget: 1000 });
		const read = async () =>
			await bench.get(id, { fields: 'advantage_state_info{advantage_state}' });
		expect(await read()).toEqual({ id, advantage_state_info: { advantage_state: 'DISABLED' } });
		bench.sandbox.seed.adSets(id, 1);
		expect(await read()).toMatchObject({
			advantage_state_info: { advantage_state: 'ADVANTAGE_PLUS_SALES' },
		});
		bench.sandbox.seed.adSets(id, 1, { targeting: { facebook_positions: ['feed'] } });
		expect(await read()).toMatchObject({ advantage_state_info: { advantage_state: 'DISABLED' } });
	});
});

describe('copying and deleting', () => {
	it('copies with ad sets and ads', async () => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1, { status: 'ACTIVE' });
		const [adSet] = bench.sandbox.seed.adSets(id, 1);
		const [ad] = bench.sandbox.seed.ads(adSet, 1);
		const body = await bench.post(`${id}/copies`, {
			deep_copy: true,
			status_option: 'INHERITED_FROM_SOURCE',
			rename_options: { rename_strategy: 'DEEP_RENAME', rename_suffix: ' (2)' },
			start_time: '2026-05-01',
		});
		const copy = String(body.copied_campaign_id);
		expect(body.ad_object_ids).toEqual([
			{ ad_object_type: 'campaign', source_id: id, copied_id: copy },
			{ ad_object_type: 'ad_set', source_id: adSet, copied_id: expect.any(String) },
			{ ad_object_type: 'ad', source_id: ad, copied_id: expect.any(String) },
		]);
		const fields =
			'name,status,start_time,source_campaign_id,source_campaign{name},adsets{name,ads{name}}';
		expect(await bench.get(copy, { fields })).toMatchObject({
			name: 'Campaign 1 (2)',
			status: 'ACTIVE',
			start_time: '2026-05-01T00:00:00+0000',
			source_campaign_id: id,
			source_campaign: { name: 'Campaign 1', id },
			adsets: { data: [{ name: 'Ad set 1 (2)', ads: { data: [{ name: 'Ad 1 (2)' }] } }] },
		});
	});

	it('copies and migrates shopping campaigns, but not app campaigns', async () => {
		const asc = await bench.campaign({
			objective: 'OUTCOME_SALES',
			smart_promotion_type: 'AUTOMATED_SHOPPING_ADS',
		});
		const aac = await bench.campaign({
			objective: 'OUTCOME_APP_PROMOTION',
			smart_promotion_type: 'SMART_APP_PROMOTION',
		});
		const { body } = await bench.ask(`v24.0/${asc}/copies`, {
			method: 'POST',
			query: { migrate_to_advantage_plus: true },
		});
		expect(
			await bench.get(String(body.copied_campaign_id), { fields: 'smart_promotion_type,name' }),
		).toMatchObject({
			smart_promotion_type: 'GUIDED_CREATION',
			name: 'My campaign - Copy',
		});
		expect(
			errorOf(await bench.post(`${aac}/copies`, { migrate_to_advantage_plus: true })).code,
		).toBe(100);
	});

	it('deletes in bulk by strategy and tells how many are left', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 5, (n) => ({
			status: n > 3 ? 'ARCHIVED' : 'PAUSED',
		}));
		const path = 'act_1001/campaigns';
		expect(errorOf(await bench.remove(path)).message).toMatch(/delete_strategy is required/);
		expect(errorOf(await bench.remove(path, { delete_strategy: 'DELETE_ALL' })).code).toBe(100);
		const archived = { delete_strategy: 'DELETE_ARCHIVED_BEFORE' };
		expect(errorOf(await bench.remove(path, archived)).code).toBe(100);
		expect(await bench.remove(path, { ...archived, before_date: '2026-03-03' })).toEqual({
			objects_left_to_delete_count: 0,
			deleted_object_ids: ids.slice(3),
		});
		expect(await bench.remove(path, { delete_strategy: 'DELETE_OLDEST', object_count: 2 })).toEqual(
			{
				objects_left_to_delete_count: 1,
				deleted_object_ids: ids.slice(0, 2),
			},
		);
		expect(rowsOf(await bench.get(path))).toEqual([{ id: ids[2] }]);
	});
});
