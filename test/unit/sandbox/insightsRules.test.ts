import type { Json } from '../../sandbox/json';
import { openInsights, RANGE, report } from './insightsSupport';
import { errorOf, rowsOf } from './support';

const bench = openInsights();

async function refusal(query: Record<string, Json>, path = 'act_1001/insights') {
	return errorOf(await bench.get(path, { time_range: RANGE, ...query }));
}

describe('parameters of reports', () => {
	it.each<[string, Record<string, Json>]>([
		['an unknown parameter', { breakdown: 'age' }],
		['an unknown field', { fields: 'impressions,likes' }],
		['an unknown breakdown', { breakdowns: 'shoe_size' }],
		['an unknown action breakdown', { action_breakdowns: 'action_color', fields: 'actions' }],
		['an unknown window', { action_attribution_windows: ['3d_click'] }],
		['an unknown level', { level: 'creative' }],
		['an old preset', { date_preset: 'lifetime' }],
		['an increment of 0', { time_increment: 0 }],
		['an increment of 91', { time_increment: 91 }],
		[
			'a range that ends before it starts',
			{ time_range: { since: '2026-02-02', until: '2026-02-01' } },
		],
		['a range without an end', { time_range: { since: '2026-02-02' } }],
		['a day that does not exist', { time_range: { since: '2026-02-30', until: '2026-03-01' } }],
		['two sort keys', { sort: ['spend_ascending', 'reach_ascending'] }],
		['a sort key that is no field', { sort: 'likes_ascending' }],
		['an unknown operator', { filtering: [{ field: 'ad.id', operator: 'LIKE', value: '1' }] }],
		[
			'an operator without its list',
			{ filtering: [{ field: 'ad.id', operator: 'IN', value: '1' }] },
		],
		['an unknown filter', { filtering: [{ field: 'ad.color', operator: 'EQUAL', value: '1' }] }],
		['a filter by app', { filtering: [{ field: 'app_id', operator: 'EQUAL', value: '1' }] }],
		['a summary of no field', { summary: 'true' }],
	])('refuse %s', async (_name, query) => {
		expect(await refusal(query)).toMatchObject({ code: 100 });
	});

	it('refuse a start more than 37 months ago with 3018', async () => {
		expect(
			await refusal({ time_range: { since: '2023-01-31', until: '2026-01-01' } }),
		).toMatchObject({
			code: 3018,
		});
		expect(await refusal({ time_range: { since: '2023-02-01', until: '2026-01-01' } })).toEqual({});
		expect(await refusal({ time_range: '', date_preset: 'maximum' })).toMatchObject({ code: 100 });
		expect(errorOf(await bench.get('act_1001/insights', { date_preset: 'maximum' }))).toEqual({});
	});

	it('take lists with commas and ranges in parts', async () => {
		const plain = await report(bench, { breakdowns: ['age', 'gender'] });
		const body = await bench.get('act_1001/insights', {
			breakdowns: 'age, gender',
			limit: 100,
			'time_range[since]': RANGE.since,
			'time_range[until]': RANGE.until,
		});
		expect(rowsOf(body)).toEqual(plain);
	});
});

describe('combinations in reports', () => {
	it.each<[string, Record<string, Json>]>([
		['country and age', { breakdowns: 'country,age' }],
		['the device alone', { breakdowns: 'impression_device' }],
		[
			'reactions by target',
			{ action_breakdowns: 'action_reaction,action_target_id', fields: 'actions' },
		],
		['the position alone', { breakdowns: 'platform_position' }],
		[
			'two hourly ones',
			{
				breakdowns:
					'hourly_stats_aggregated_by_advertiser_time_zone,hourly_stats_aggregated_by_audience_time_zone',
			},
		],
		['two assets', { breakdowns: 'body_asset,title_asset' }],
		['an asset with a country', { breakdowns: 'body_asset,country' }],
		[
			'two action breakdowns',
			{ action_breakdowns: 'action_device,action_reaction', fields: 'actions' },
		],
		[
			'cards with a region',
			{
				breakdowns: 'region',
				action_breakdowns: 'action_carousel_card_id',
				fields: 'actions',
			},
		],
		[
			'action breakdowns without a list of actions',
			{
				action_breakdowns: 'action_device',
				fields: 'impressions',
			},
		],
		[
			'unique clicks by hour',
			{
				breakdowns: 'hourly_stats_aggregated_by_advertiser_time_zone',
				fields: 'unique_clicks',
			},
		],
		[
			'videos by hour',
			{
				breakdowns: 'hourly_stats_aggregated_by_advertiser_time_zone',
				fields: 'video_play_actions',
			},
		],
		['quarters of videos by region', { breakdowns: 'region', fields: 'video_p25_watched_actions' }],
		['ThruPlays by market', { breakdowns: 'dma', fields: 'video_thruplay_watched_actions' }],
		['clicks by frequency', { breakdowns: 'frequency_value', fields: 'reach,clicks' }],
		['relevance broken down', { breakdowns: 'age', fields: 'relevance_score' }],
		['video metrics of assets', { breakdowns: 'body_asset', fields: 'video_play_actions' }],
		['images of an account', { breakdowns: 'image_asset', fields: 'impressions' }],
		['places of an account', { breakdowns: 'place_page_id', fields: 'impressions' }],
		[
			'impressions by SKAdNetwork campaign',
			{ breakdowns: 'skan_campaign_id', fields: 'impressions' },
		],
		['mmm with another breakdown', { breakdowns: 'mmm,age' }],
		['mmm of campaigns', { breakdowns: 'mmm', level: 'campaign' }],
		['clicks in mmm', { breakdowns: 'mmm', fields: 'clicks' }],
		['mmm by week', { breakdowns: 'mmm', time_increment: 7 }],
		[
			'mmm of one ad',
			{
				breakdowns: 'mmm',
				filtering: [{ field: 'ad.id', operator: 'IN', value: ['1'] }],
			},
		],
	])('refuse %s', async (_name, query) => {
		expect(await refusal(query)).toMatchObject({ code: 100 });
	});

	it.each<[string, Record<string, Json>]>([
		['age and gender', { breakdowns: 'age,gender' }],
		['gender and age', { breakdowns: 'gender,age' }],
		[
			'platform, position and device',
			{
				breakdowns: 'publisher_platform,platform_position,impression_device',
			},
		],
		[
			'age by target',
			{ breakdowns: 'age', action_breakdowns: 'action_type,action_target_id', fields: 'actions' },
		],
		[
			'platform by action device',
			{
				breakdowns: 'publisher_platform',
				action_breakdowns: 'action_device',
				fields: 'actions',
			},
		],
		[
			'id and name of cards by age',
			{
				breakdowns: 'age',
				action_breakdowns: 'action_carousel_card_id,action_carousel_card_name',
				fields: 'actions',
			},
		],
		['an asset by age and gender', { breakdowns: 'body_asset,age,gender', fields: 'impressions' }],
		['market alone', { breakdowns: 'dma', fields: 'impressions,reach' }],
	])('take %s', async (_name, query) => {
		expect((await report(bench, query)).length).toBeGreaterThan(0);
	});

	it('give no people by hour', async () => {
		const [row] = await report(bench, {
			breakdowns: 'hourly_stats_aggregated_by_audience_time_zone',
			fields: 'impressions,reach,frequency',
		});
		expect(row).toMatchObject({ reach: '0', frequency: '0' });
		expect(row.hourly_stats_aggregated_by_audience_time_zone).toMatch(/^\d\d:00:00 - \d\d:59:59$/);
	});

	it('give the columns of mmm by ad set', async () => {
		const rows = await report(bench, { breakdowns: 'mmm', time_increment: 1 });
		expect(Object.keys(rows[0])).toEqual([
			'account_id',
			'campaign_id',
			'adset_id',
			'impressions',
			'spend',
			'date_start',
			'date_stop',
			'country',
			'region',
			'dma',
			'device_platform',
			'platform_position',
			'publisher_platform',
			'creative_media_type',
		]);
	});

	it('leave out reach from long ago when it is broken down', async () => {
		const old = { since: '2025-01-15', until: '2026-02-10' };
		const fields = 'impressions,reach,frequency,cpp,unique_clicks';
		const [plain] = await report(bench, { fields, time_range: old });
		expect(plain).toHaveProperty('reach');
		const [row] = await report(bench, { fields, time_range: old, breakdowns: 'age' });
		expect(Object.keys(row)).toEqual([
			'impressions',
			'unique_clicks',
			'date_start',
			'date_stop',
			'age',
		]);
		const recent = { since: '2025-03-01', until: '2026-02-10' };
		expect(
			(await report(bench, { fields, time_range: recent, breakdowns: 'age' }))[0],
		).toHaveProperty('reach');
	});
});
