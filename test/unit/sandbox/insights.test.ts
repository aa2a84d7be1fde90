import type { JsonObject } from '../../sandbox/json';
import { action, openInsights, RANGE, report, seedTree, sum } from './insightsSupport';
import { pagingOf, rowsOf } from './support';

const bench = openInsights();

const HOURS = 'hourly_stats_aggregated_by_advertiser_time_zone';
const FIELDS = 'impressions,clicks,spend,reach,unique_clicks,frequency,ctr,actions,action_values';

async function total(query = {}): Promise<JsonObject> {
	const rows = await report(bench, { fields: FIELDS, ...query });
	expect(rows).toHaveLength(1);
	return rows[0];
}

describe('numbers of reports', () => {
	it.each([
		['days', { time_increment: 1 }],
		['periods of five days', { time_increment: 5 }],
		['calendar months', { time_increment: 'monthly' }],
		['campaigns', { level: 'campaign' }],
		['ad sets', { level: 'adset' }],
		['ads by day', { level: 'ad', time_increment: 1 }],
		['age and gender', { breakdowns: 'age,gender' }],
		['placements', { breakdowns: ['publisher_platform', 'platform_position'] }],
		['hours', { breakdowns: HOURS, fields: 'impressions,clicks,spend' }],
		['products by ad', { breakdowns: 'product_id', level: 'ad' }],
		['assets', { breakdowns: 'body_asset', fields: 'impressions,clicks,spend' }],
	])('add up exactly across %s', async (_name, query) => {
		const whole = await total();
		const rows = await report(bench, { fields: FIELDS, ...query });
		expect(rows.length).toBeGreaterThan(1);
		for (const field of ['impressions', 'clicks', 'spend']) {
			expect(sum(rows, field)).toBe(Number(whole[field]));
		}
	});

	it('add up for actions and their values', async () => {
		const whole = await total();
		const days = await report(bench, { fields: FIELDS, time_increment: 1, level: 'ad' });
		const purchase = 'offsite_conversion.fb_pixel_purchase';
		const count = days.reduce((n, row) => n + action(row, 'actions', purchase), 0);
		const worth = days.reduce((n, row) => n + action(row, 'action_values', purchase), 0);
		expect(count).toBeGreaterThan(0);
		expect(count).toBe(action(whole, 'actions', purchase));
		expect(worth).toBeCloseTo(action(whole, 'action_values', purchase), 6);
	});

	it.each([
		['days', { time_increment: 1 }],
		['campaigns', { level: 'campaign' }],
		['platforms', { breakdowns: 'publisher_platform' }],
	])('count people once: sums over %s are too high', async (_name, query) => {
		const whole = await total();
		const rows = await report(bench, { fields: FIELDS, ...query });
		for (const field of ['reach', 'unique_clicks']) {
			expect(sum(rows, field)).toBeGreaterThan(Number(whole[field]));
			for (const row of rows) {
				expect(Number(row[field])).toBeLessThanOrEqual(Number(whole[field]));
			}
		}
	});

	it('make ratios from sums', async () => {
		const { impressions, clicks, reach, frequency, ctr } = await total();
		expect(Number(ctr)).toBeCloseTo((100 * Number(clicks)) / Number(impressions), 5);
		expect(Number(frequency)).toBeCloseTo(Number(impressions) / Number(reach), 5);
	});

	it('are the same every time and come as text', async () => {
		const first = await total();
		bench.reset();
		seedTree(bench);
		expect(await total()).toEqual(first);
		expect(typeof first.impressions).toBe('string');
		expect(first.spend).toMatch(/^\d+\.\d\d$/);
		expect(first).toMatchObject({ date_start: RANGE.since, date_stop: RANGE.until });
	});

	it('are the same for an object by itself and in a list', async () => {
		const [first] = await report(bench, { fields: `campaign_id,${FIELDS}`, level: 'campaign' });
		const own = await report(bench, { fields: FIELDS }, `${String(first.campaign_id)}/insights`);
		expect(own).toHaveLength(1);
		expect(first).toMatchObject(own[0]);
	});

	it('are not changed by the other fields that are asked for', async () => {
		const both = await report(bench, { fields: 'impressions,reach', level: 'ad' });
		const [impressions, reach] = await Promise.all([
			report(bench, { fields: 'impressions', level: 'ad' }),
			report(bench, { fields: 'reach', level: 'ad' }),
		]);
		expect(both).toEqual(impressions.map((row, i) => ({ ...row, ...reach[i] })));
	});
});

describe('rows of reports', () => {
	it('leave out days without delivery', async () => {
		const rows = await report(bench, { level: 'ad', time_increment: 1, fields: 'impressions' });
		expect(rows.length).toBeLessThan(8 * 16);
		expect(rows.every((row) => Number(row.impressions) > 0)).toBe(true);
		expect(
			await report(bench, { time_range: { since: '2025-01-01', until: '2025-01-31' } }),
		).toEqual([]);
	});

	it('have the default fields of their level', async () => {
		const [row] = await report(bench, { level: 'campaign' });
		expect(Object.keys(row)).toEqual([
			'account_id',
			'campaign_id',
			'impressions',
			'spend',
			'date_start',
			'date_stop',
		]);
	});

	it('put the values of breakdowns last, assets as objects', async () => {
		const ad = bench.sandbox.store.ofType('ad')[0].id;
		const rows = await report(
			bench,
			{ fields: 'impressions', breakdowns: 'image_asset,age' },
			`${ad}/insights`,
		);
		expect(Object.keys(rows[0]).slice(-2)).toEqual(['image_asset', 'age']);
		expect(rows[0].image_asset).toEqual({
			hash: expect.any(String) as string,
			url: expect.any(String) as string,
			id: expect.any(String) as string,
		});
	});

	it('come by time first, so that parts of a range follow each other', async () => {
		const query = { level: 'ad', time_increment: 1, fields: 'ad_id,impressions,reach' };
		const whole = await report(bench, query);
		const parts = await Promise.all(
			[
				{ since: RANGE.since, until: '2026-02-01' },
				{ since: '2026-02-02', until: RANGE.until },
			].map(async (time_range) => await report(bench, { ...query, time_range })),
		);
		expect(parts.flat()).toEqual(whole);
	});

	it('have a result set for each of several ranges, which may overlap', async () => {
		const ranges = [
			{ since: RANGE.since, until: '2026-01-31' },
			{ since: RANGE.since, until: RANGE.until },
		];
		const rows = await report(bench, { fields: 'impressions', time_ranges: ranges });
		expect(rows.map((row) => row.date_stop)).toEqual(['2026-01-31', RANGE.until]);
		expect(Number(rows[1].impressions)).toBeGreaterThan(Number(rows[0].impressions));
	});

	it('give attribution windows next to a value that stays', async () => {
		const windows = ['1d_click', '7d_click', '1d_view'];
		const plain = await total({ fields: 'actions' });
		const row = await total({ fields: 'actions', action_attribution_windows: windows });
		const type = 'omni_purchase';
		expect(action(row, 'actions', type)).toBe(action(plain, 'actions', type));
		expect(action(row, 'actions', type)).toBe(
			action(row, 'actions', type, '7d_click') + action(row, 'actions', type, '1d_view'),
		);
		expect(plain.actions).not.toContainEqual(
			expect.objectContaining({ '1d_click': expect.anything() }),
		);
	});

	it('split actions by action breakdowns without changing their sum', async () => {
		const plain = await total({ fields: 'actions' });
		const row = await total({
			fields: 'actions',
			action_breakdowns: 'action_type,action_reaction',
		});
		const list = row.actions as JsonObject[];
		expect(list.length).toBeGreaterThan((plain.actions as JsonObject[]).length);
		expect(action(row, 'actions', 'post_reaction')).toBe(action(plain, 'actions', 'post_reaction'));
	});

	it('leave out actions outside of Meta where they cannot be broken down', async () => {
		const typesOf = async (query: Record<string, string>) => {
			const rows = await report(bench, { fields: 'actions', ...query });
			const lists = rows.flatMap((row) => (row.actions ?? []) as JsonObject[]);
			return new Set(lists.map((entry) => entry.action_type));
		};
		const byRegion = await typesOf({ breakdowns: 'region' });
		expect(byRegion).toContain('link_click');
		expect(byRegion).not.toContain('omni_purchase');
		const byDevice = await typesOf({ action_breakdowns: 'action_device' });
		expect(byDevice).toContain('omni_purchase');
		expect(byDevice).not.toContain('mobile_app_install');
	});

	it('limit products', async () => {
		const query = { level: 'ad', breakdowns: 'product_id', fields: 'ad_id,impressions' };
		const all = await report(bench, query);
		const two = await report(bench, { ...query, product_id_limit: 2 });
		expect(two).toHaveLength(8 * 2);
		expect(all.length).toBeGreaterThan(two.length);
	});
});

describe('lists of reports', () => {
	it('are paged forwards and backwards', async () => {
		const query = { level: 'ad', fields: 'ad_id', time_range: RANGE, limit: 3 };
		const first = await bench.get('act_1001/insights', query);
		const second = await (await fetch(String(pagingOf(first).next))).json();
		expect(rowsOf(first)).toHaveLength(3);
		expect(rowsOf(second as JsonObject)).toHaveLength(3);
		const { previous } = (second as { paging: { previous: string } }).paging;
		expect(((await (await fetch(previous)).json()) as JsonObject).data).toEqual(first.data);
	});

	it('are sorted by a field or by an action type', async () => {
		const rows = await report(bench, { level: 'ad', fields: 'spend', sort: 'spend_descending' });
		const spend = rows.map((row) => Number(row.spend));
		expect(spend).toEqual([...spend].sort((a, b) => b - a));
		const byClicks = await report(bench, {
			level: 'ad',
			fields: 'actions',
			sort: ['actions:link_click_ascending'],
		});
		const clicks = byClicks.map((row) => action(row, 'actions', 'link_click'));
		expect(clicks).toEqual([...clicks].sort((a, b) => a - b));
	});

	it('have a summary over everything, people counted once', async () => {
		const whole = await total({ fields: 'impressions,reach' });
		const query = { level: 'ad', fields: 'impressions', time_range: RANGE, limit: 1 };
		const named = await bench.get('act_1001/insights', { ...query, summary: 'impressions,reach' });
		expect(named.summary).toEqual(whole);
		const byDefault = await bench.get('act_1001/insights', { ...query, default_summary: true });
		expect(byDefault.summary).toMatchObject({ impressions: whole.impressions });
	});

	it('come as a field of an object', async () => {
		const body = await bench.get(String(bench.sandbox.store.ofType('campaign')[0].id), {
			fields: `name,insights.time_range(${JSON.stringify(RANGE)}).level(ad){ad_id,impressions}`,
		});
		expect(rowsOf(body.insights as JsonObject)).toHaveLength(4);
	});

	it('follow the day of the ad account, not of the server', async () => {
		// Midnight in UTC, where the test's clock stands, is the day before in New York.
		bench.sandbox.seed.insightsTree('1001', {
			campaigns: 1,
			adSetsPerCampaign: 1,
			adsPerAdSet: 3,
			days: { since: '2026-02-20', until: '2026-03-05' },
		});
		const body = await bench.get('act_1001/insights', { date_preset: 'today' });
		expect(rowsOf(body)[0]).toMatchObject({ date_start: '2026-03-01', date_stop: '2026-03-01' });
	});
});
