import { AdSetBench, blamed } from './adSetSupport';
import { Bench, errorOf, rowsOf } from './support';

let bench: Bench;
let sets: AdSetBench;
beforeAll(async () => {
	bench = await Bench.open({ limits: { tier: 'standard_access' } });
	sets = new AdSetBench(bench);
});
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

describe('copying an ad set', () => {
	it('copies it paused beside its source, with its ads when asked', async () => {
		const id = await sets.make({ status: 'ACTIVE' });
		const [ad] = bench.sandbox.seed.ads(id, 1, { status: 'ACTIVE' });
		const body = await bench.post(`${id}/copies`, { deep_copy: true });
		const copy = String(body.copied_adset_id);
		expect(body.ad_object_ids).toEqual([
			{ ad_object_type: 'ad_set', source_id: id, copied_id: copy },
			{ ad_object_type: 'ad', source_id: ad, copied_id: expect.any(String) },
		]);
		const fields = 'name,status,source_adset{name},source_adset_id,ads{name,status},daily_budget';
		expect(await bench.get(copy, { fields })).toMatchObject({
			name: 'My ad set - Copy',
			status: 'PAUSED',
			daily_budget: '2000',
			source_adset_id: id,
			source_adset: { name: 'My ad set', id },
			ads: { data: [{ name: 'Ad 1', status: 'PAUSED' }] },
		});
		expect(rowsOf(await bench.get(`${id}/copies`))).toEqual([{ id: copy }]);
	});

	it('copies into another campaign if the ad set suits it', async () => {
		const id = await sets.make();
		const other = await bench.campaign({ name: 'Other' });
		const rename = {
			rename_options: { rename_prefix: 'New ', rename_strategy: 'ONLY_TOP_LEVEL_RENAME' },
		};
		const { copied_adset_id: copy } = await bench.post(`${id}/copies`, {
			campaign_id: other,
			...rename,
			status_option: 'ACTIVE',
		});
		expect(await bench.get(String(copy), { fields: 'name,status,campaign_id' })).toMatchObject({
			name: 'New My ad set',
			status: 'ACTIVE',
			campaign_id: other,
		});
		const withBudget = await bench.campaign({ daily_budget: 5000 });
		expect(
			errorOf(await bench.post(`${id}/copies`, { campaign_id: withBudget })).error_subcode,
		).toBe(1885621);
	});

	it('copies at most three ads in a call that waits, and lets one that ended run again', async () => {
		const id = await sets.make({ end_time: '2026-03-06' });
		bench.sandbox.seed.ads(id, 4);
		expect(blamed(errorOf(await bench.post(`${id}/copies`, { deep_copy: true })))).toEqual([
			'deep_copy',
		]);
		bench.advance(30 * 86_400_000);
		const { copied_adset_id: copy } = await bench.post(`${id}/copies`, {});
		expect(await bench.get(String(copy), { fields: 'start_time,end_time' })).toMatchObject({
			start_time: '2026-04-01T00:00:00+0000',
			end_time: '2026-04-05T00:00:00+0000',
		});
	});
});
