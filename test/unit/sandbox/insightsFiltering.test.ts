import type { JsonObject } from '../../sandbox/json';
import { openInsights, report } from './insightsSupport';

const bench = openInsights();

describe('filtering of reports', () => {
	const filtered = async (filtering: JsonObject[], query = {}) =>
		await report(bench, { level: 'ad', fields: 'ad_id,ad_name,impressions', filtering, ...query });

	it('keeps objects by their attributes', async () => {
		const all = await report(bench, { level: 'ad', fields: 'ad_id,ad_name,impressions' });
		const id = String(all[3].ad_id);
		expect(await filtered([{ field: 'ad.id', operator: 'IN', value: [id] }])).toEqual([all[3]]);
		expect(await filtered([{ field: 'ad.id', operator: 'NOT_IN', value: [id] }])).toHaveLength(7);
		const named = await filtered([{ field: 'ad.name', operator: 'CONTAIN', value: 'ad 1' }]);
		expect(named).toHaveLength(4);
	});

	it('keeps objects that delivered', async () => {
		const quiet = bench.sandbox.seed.ads(bench.sandbox.store.ofType('adset')[0].id, 1);
		const rows = await filtered([
			{ field: 'ad.impressions', operator: 'GREATER_THAN', value: 0 },
			{ field: 'ad.id', operator: 'NOT_IN', value: quiet },
		]);
		expect(rows).toHaveLength(8);
		const median = Number(
			[...rows].sort((a, b) => Number(a.impressions) - Number(b.impressions))[3].impressions,
		);
		const busy = await filtered([
			{ field: 'ad.impressions', operator: 'GREATER_THAN', value: median },
			{ field: 'ad.id', operator: 'NOT_IN', value: quiet },
		]);
		expect(busy).toHaveLength(4);
	});

	it('keeps parts of the delivery and types of actions', async () => {
		const rows = await report(bench, {
			fields: 'impressions,actions',
			breakdowns: 'country',
			filtering: [
				{ field: 'country', operator: 'IN', value: ['DE', 'FR'] },
				{ field: 'action_type', operator: 'IN', value: ['link_click'] },
			],
		});
		expect(rows.map((row) => row.country).sort()).toEqual(['DE', 'FR']);
		expect(rows[0].actions).toHaveLength(1);
	});

	it('finds labels by name', async () => {
		const ad = bench.sandbox.store.ofType('ad')[2];
		bench.sandbox.store.update(ad, { adlabels: [{ id: '5', name: 'Spring' }] });
		const rows = await filtered([{ field: 'ad.adlabels', operator: 'ANY', value: ['Spring'] }]);
		expect(rows.map((row) => row.ad_id)).toEqual([ad.id]);
	});

	it('keeps archived and deleted delivery in sums and out of lists', async () => {
		const whole = await report(bench, { fields: 'impressions' });
		const ads = bench.sandbox.store.ofType('ad');
		bench.sandbox.store.update(ads[0], { status: 'ARCHIVED' });
		bench.sandbox.store.update(ads[1], { status: 'DELETED' });
		expect(await report(bench, { fields: 'impressions' })).toEqual(whole);
		expect(await report(bench, { level: 'ad' })).toHaveLength(6);
		const archived = await filtered([
			{ field: 'ad.effective_status', operator: 'IN', value: ['ARCHIVED'] },
		]);
		expect(archived.map((row) => row.ad_id)).toEqual([ads[0].id]);
		expect(await report(bench, {}, `${ads[1].id}/insights`)).toHaveLength(1);
	});
});
