import { ASSET_IDS } from '../../sandbox';
import { AD_SET, AdSetBench, blamed, PAGE, PIXEL, US, type Form } from './adSetSupport';
import { Bench, errorOf, rowsOf } from './support';

let bench: Bench;
let sets: AdSetBench;
beforeAll(async () => {
	bench = await Bench.open({ limits: { tier: 'standard_access' } });
	sets = new AdSetBench(bench);
});
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

describe('creating an ad set', () => {
	it('takes the least that the documentation shows, and starts it when nothing is said', async () => {
		const campaign = await bench.campaign();
		const body = await bench.post('act_1001/adsets', {
			name: 'My Ad Set',
			campaign_id: campaign,
			daily_budget: 1000,
			targeting: US,
		});
		expect(body).toEqual({ id: expect.stringMatching(/^\d{18}$/), success: true });
		const fields =
			'name,status,effective_status,billing_event,optimization_goal,bid_strategy,daily_budget,' +
			'budget_remaining,start_time,end_time,campaign{name},campaign_id,is_dynamic_creative,pacing_type,' +
			'review_feedback,source_adset_id,targeting,account_id';
		expect(await bench.get(String(body.id), { fields })).toEqual({
			id: body.id,
			name: 'My Ad Set',
			status: 'ACTIVE',
			effective_status: 'CAMPAIGN_PAUSED',
			billing_event: 'IMPRESSIONS',
			optimization_goal: 'LINK_CLICKS',
			bid_strategy: 'LOWEST_COST_WITHOUT_CAP',
			daily_budget: '1000',
			budget_remaining: '1000',
			start_time: '2026-03-02T00:00:00+0000',
			campaign: { name: 'My campaign', id: campaign },
			campaign_id: campaign,
			is_dynamic_creative: false,
			pacing_type: ['standard'],
			review_feedback: '[]',
			source_adset_id: '0',
			targeting: US,
			account_id: '1001',
		});
	});

	it('keeps every parameter and reads it back', async () => {
		const values = {
			adlabels: [{ name: 'spring' }],
			adset_schedule: [{ start_minute: 480, end_minute: 600, days: [1, 2], timezone_type: 'USER' }],
			anchor_event_attribution_window_days: 7,
			attribution_spec: [{ event_type: 'CLICK_THROUGH', window_days: 7 }],
			automatic_manual_state: 'MANUAL',
			bid_amount: 100,
			bid_strategy: 'COST_CAP',
			billing_event: 'LINK_CLICKS',
			budget_source: 'NONE',
			budget_split_set_id: '77',
			contextual_bundling_spec: { status: 'OPT_IN' },
			creative_sequence: ['1', '2'],
			destination_type: 'WEBSITE',
			dsa_beneficiary: 'Example Shop',
			dsa_payor: 'Example Shop',
			end_time: '2026-03-12T00:00:00+0000',
			instagram_user_id: ASSET_IDS.instagramAccount,
			is_sac_cfca_terms_certified: true,
			lifetime_budget: 20000,
			max_budget_spend_percentage: 80,
			min_budget_spend_percentage: 20,
			multi_optimization_goal_weight: 'BALANCED',
			optimization_goal: 'LINK_CLICKS',
			optimization_sub_event: 'NONE',
			pacing_type: ['day_parting'],
			promoted_object: { page_id: PAGE },
			regional_regulated_categories: ['TAIWAN_UNIVERSAL'],
			regional_regulation_identities: { taiwan_universal_payer: '1' },
			start_time: '2026-03-04T00:00:00+0000',
			status: 'PAUSED',
			tune_for_category: 'NONE',
			value_rule_set_id: '88',
			value_rules_applied: true,
		};
		const others = {
			budget_schedule_specs: [
				{
					time_start: 1772600000,
					time_end: 1772700000,
					budget_value: 100,
					budget_value_type: 'ABSOLUTE',
				},
			],
			daily_budget: null,
			campaign_attribution: 'x',
			time_start: '2026-03-04',
			time_stop: '2026-03-05',
		};
		const id = await sets.make({ ...values, ...others });
		const fields = Object.keys(values).join(',');
		expect(
			await bench.get(id, { fields: `${fields},is_budget_schedule_enabled,bid_info` }),
		).toEqual({
			...values,
			id,
			adlabels: [{ id: '0', name: 'spring' }],
			lifetime_budget: '20000',
			is_budget_schedule_enabled: true,
			bid_info: { ACTIONS: 100 },
		});
		expect(rowsOf(await bench.get(`${id}/budget_schedules`))).toHaveLength(1);
	});

	it('makes the campaign too when it is given inline', async () => {
		const campaign_spec = { name: 'Inline', objective: 'CONVERSIONS', buying_type: 'AUCTION' };
		const id = await sets.make({ campaign_id: null, campaign_spec, promoted_object: PIXEL });
		expect(await bench.get(id, { fields: 'campaign{name,objective}' })).toMatchObject({
			campaign: { name: 'Inline', objective: 'CONVERSIONS' },
		});
		const both = await sets.refusal({ campaign_spec });
		expect(blamed(both)).toEqual(['campaign_id']);
		expect(blamed(await sets.refusal({ campaign_id: null }))).toEqual(['campaign_id']);
	});

	it('checks without making anything for validate_only', async () => {
		const options = { execution_options: ['validate_only'] };
		expect(await sets.create(options)).toEqual({ success: true });
		expect(
			await sets.create({
				...options,
				campaign_id: null,
				campaign_spec: { name: 'A', objective: 'REACH' },
			}),
		).toEqual({ success: true });
		expect(errorOf(await sets.create({ ...options, daily_budget: 1 })).error_subcode).toBe(1885272);
		expect(sets.count).toBe(0);
		expect(bench.sandbox.store.ofType('campaign').some(({ values }) => values.name === 'A')).toBe(
			false,
		);
	});

	it.each<[string, Form, unknown]>([
		['a missing name', { name: null }, ['name']],
		['missing targeting', { targeting: null }, ['targeting']],
		['an unknown parameter', { is_autobid: true }, ['is_autobid']],
		[
			'placements outside the targeting',
			{ publisher_platforms: ['instagram'] },
			['publisher_platforms'],
		],
		['a campaign of nobody', { campaign_id: '1' }, ['campaign_id']],
		['a status for changes', { status: 'ARCHIVED' }, ['status']],
		['a bid strategy of old', { bid_strategy: 'TARGET_COST' }, ['bid_strategy']],
		['a goal of old', { optimization_goal: 'PAGE_ENGAGEMENT' }, ['optimization_goal']],
		['a billing event outside the list', { billing_event: 'VIDEO_VIEWS' }, ['billing_event']],
		[
			'recommendations alone',
			{ execution_options: ['include_recommendations'] },
			['execution_options'],
		],
		['a name that is too long', { name: 'x'.repeat(401) }, ['name']],
		['an account without access to Instagram', { instagram_user_id: '5' }, ['instagram_user_id']],
	])('refuses %s', async (_what, values, blame) => {
		const error = await sets.refusal(values);
		expect(error).toMatchObject({ code: 100 });
		expect(blamed(error)).toEqual(blame);
	});

	it('tells the limits set as options of the sandbox', async () => {
		bench.sandbox.configure({ ios14AdSetLimit: 1, restrictedCountries: ['US'] });
		expect(await sets.refusal({})).toMatchObject({ code: 2641 });
		const campaign = await bench.campaign({
			is_skadnetwork_attribution: true,
			promoted_object: { application_id: ASSET_IDS.app },
		});
		const german = { targeting: { geo_locations: { countries: ['DE'] } }, campaign_id: campaign };
		await sets.make(german);
		expect(await sets.refusal(german)).toMatchObject({ code: 2695 });
	});

	it('refuses ad sets below a campaign that was deleted', async () => {
		const campaign_id = await bench.campaign();
		const id = await sets.make({ campaign_id });
		await bench.remove(campaign_id);
		expect(await sets.refusal({ campaign_id })).toMatchObject({ error_subcode: 1487566 });
		const changed = errorOf(await bench.post(id, { daily_budget: 5000 }));
		expect(changed).toMatchObject({ error_subcode: 1487566 });
	});

	it('refuses several ad sets of one campaign in a batch, and takes those of others', async () => {
		const [a, b] = [await bench.campaign(), await bench.campaign()];
		const step = (id: string) => ({
			method: 'POST',
			relative_url: 'act_1001/adsets',
			body: new URLSearchParams({
				...AD_SET,
				daily_budget: '2000',
				targeting: JSON.stringify(US),
				campaign_id: id,
			}).toString(),
		});
		const replies = await bench.batch([step(a), step(b), step(a)]);
		expect(replies.map(({ code }) => code)).toEqual([200, 200, 400]);
		expect(sets.count).toBe(2);
	});
});
