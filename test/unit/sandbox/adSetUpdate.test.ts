import { AdSetBench, blamed, PAGE } from './adSetSupport';
import { Bench, errorOf, rowsOf } from './support';

let bench: Bench;
let sets: AdSetBench;
beforeAll(async () => {
	bench = await Bench.open({ limits: { tier: 'standard_access' } });
	sets = new AdSetBench(bench);
});
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

describe('changing an ad set', () => {
	it('changes values and writes the change log', async () => {
		const id = await sets.make();
		bench.advance(60_000);
		expect(await bench.post(id, { name: 'New', status: 'ACTIVE', daily_budget: 3000 })).toEqual({
			success: true,
		});
		expect(await bench.get(id, { fields: 'name,status,daily_budget,updated_time' })).toEqual({
			id,
			name: 'New',
			status: 'ACTIVE',
			daily_budget: '3000',
			updated_time: '2026-03-02T00:01:00+0000',
		});
		const log = rowsOf(await bench.get(`${id}/activities`, { fields: 'event_type,object_id' }));
		expect(log.map(({ event_type: type }) => type).sort()).toEqual([
			'create_ad_set',
			'update_ad_set_budget',
			'update_ad_set_name',
			'update_ad_set_run_status',
		]);
		expect(rowsOf(await bench.get('act_1001/activities'))).toHaveLength(4);
	});

	it('checks the ad set as it would be, also for validate_only', async () => {
		const id = await sets.make();
		expect(
			errorOf(await bench.post(id, { lifetime_budget: 5000, end_time: '2026-03-20' }))
				.error_subcode,
		).toBe(1885621);
		expect(errorOf(await bench.post(id, { billing_event: 'THRUPLAY' })).code).toBe(100);
		expect(errorOf(await bench.post(id, { targeting: {} })).code).toBe(100);
		expect(errorOf(await bench.post(id, { campaign_id: '1' })).code).toBe(100);
		const options = { execution_options: ['validate_only'] };
		expect(await bench.post(id, { ...options, name: 'Other' })).toEqual({ success: true });
		expect(await bench.get(id, { fields: 'name' })).toMatchObject({ name: 'My ad set' });
	});

	it('lets an ad set that has ended be edited only with a new end', async () => {
		const id = await sets.make({ end_time: '2026-03-05' });
		bench.advance(7 * 86_400_000);
		expect(errorOf(await bench.post(id, { daily_budget: 3000 })).error_subcode).toBe(1487007);
		expect(await bench.post(id, { name: 'Over' })).toEqual({ success: true });
		expect(await bench.post(id, { end_time: '2026-04-01', daily_budget: 3000 })).toEqual({
			success: true,
		});
		expect(await bench.post(id, { end_time: 0 })).toEqual({ success: true });
		expect(await bench.get(id, { fields: 'end_time' })).toEqual({ id });
	});

	it('lets an archived one only be renamed and deleted, a deleted one only renamed', async () => {
		const id = await sets.make();
		await bench.post(id, { status: 'ARCHIVED' });
		expect(errorOf(await bench.post(id, { daily_budget: 5000 })).error_subcode).toBe(1885088);
		expect(errorOf(await bench.post(id, { status: 'ACTIVE' })).code).toBe(100);
		expect(await bench.post(id, { name: 'A' })).toEqual({ success: true });
		expect(await bench.post(id, { status: 'DELETED' })).toEqual({ success: true });
		expect(errorOf(await bench.post(id, { status: 'PAUSED' })).error_subcode).toBe(1487056);
		expect(await bench.post(id, { name: 'B' })).toEqual({ success: true });
	});

	it('keeps the promoted Page, and refuses Dynamic Creative over ads', async () => {
		const id = await sets.make({ promoted_object: { page_id: PAGE } });
		const other = { promoted_object: { page_id: '100000000003002' } };
		expect(blamed(errorOf(await bench.post(id, other)))).toEqual(['promoted_object']);
		bench.sandbox.seed.ads(id, 1);
		const dynamic = { is_dynamic_creative: true, optimization_goal: 'OFFSITE_CONVERSIONS' };
		expect(blamed(errorOf(await bench.post(id, dynamic)))).toEqual(['is_dynamic_creative']);
	});

	it('deletes one, but not through the edge of the account', async () => {
		const id = await sets.make();
		expect(errorOf(await bench.remove('act_1001/adsets'))).toMatchObject({
			code: 100,
			error_subcode: 33,
		});
		expect(await bench.remove(id)).toEqual({ success: true });
		expect(await bench.get(id, { fields: 'effective_status' })).toMatchObject({
			effective_status: 'DELETED',
		});
		expect(rowsOf(await bench.get('act_1001/adsets'))).toEqual([]);
	});
});
