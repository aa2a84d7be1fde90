import { DateTime } from 'luxon';

import { isRecentEnough } from '../../../../nodes/MetaInsights/fields/age';
import { combinationExists } from '../../../../nodes/MetaInsights/fields/combinations';
import { metrics, isMetric } from '../../../../nodes/MetaInsights/fields/metrics';
import {
	objectFields,
	objectIsGiven,
	objectsOf,
} from '../../../../nodes/MetaInsights/fields/object';
import { rangesInOrder } from '../../../../nodes/MetaInsights/fields/period';
import { presets } from '../../../../nodes/MetaInsights/fields/presets';
import { queryParameters } from '../../../../nodes/MetaInsights/fields/query';
import { get } from '../../../../nodes/MetaInsights/resources/insights/get';
import type { Values } from '../../../../nodes/shared/operation/types';
import { itemOf } from './support';
import { broken } from '../../operation/support';

/** The parameters that the form of Get makes of what was entered. */
const query = (given: Record<string, unknown>) => queryParameters(itemOf(get, given));

describe('presets', () => {
	test.each(Object.entries(presets))('%s asks for known fields', (_name, preset) => {
		const known = new Set(metrics.map(({ value }) => value));
		expect(preset.fields.filter((field) => !known.has(field))).toEqual([]);
	});

	test('give fields, level, breakdowns and slices', () => {
		expect(query({ preset: 'hourly' })).toEqual({
			fields: presets.hourly.fields,
			breakdowns: presets.hourly.breakdowns,
			time_increment: 1,
		});
		expect(query({ preset: 'creatives' })).toMatchObject({ level: 'ad' });
	});

	test.each([
		['hourly_stats_aggregated_by_advertiser_time_zone'],
		['dma'],
		['image_asset'],
		['frequency_value'],
		['skan_campaign_id'],
	])('give up what does not come with %s', (breakdown) => {
		for (const preset of Object.keys(presets)) {
			const given = { preset, breakdowns: [breakdown], report_on: 'account', level: 'ad' };
			expect(broken(combinationExists as never, given)).toBeUndefined();
		}
		const asked = { preset: '', fields: ['reach', 'dda_results'], breakdowns: [breakdown] };
		expect(query(asked).fields).toEqual(['reach', 'dda_results']);
	});

	test('give way to what the form says', () => {
		const values = {
			preset: 'hourly',
			fields: ['spend'],
			level: 'campaign',
			breakdowns: ['age'],
			time_increment: 'monthly',
		};
		expect(query(values)).toEqual({
			fields: ['campaign_id', 'campaign_name', 'spend'],
			level: 'campaign',
			breakdowns: ['age'],
			time_increment: 'monthly',
		});
		expect(query({ ...values, show_names: false }).fields).toEqual(['spend']);
		expect(query({ preset: '', report_on: 'adset' }).fields).toEqual([
			...['campaign_id', 'campaign_name', 'adset_id', 'adset_name'],
			...['impressions', 'spend'],
		]);
		expect(query({ preset: '', level: 'adset', breakdowns: ['mmm'] }).fields).toBeUndefined();
		expect(query({ preset: 'hourly', time_increment: 'all_days' })).toMatchObject({
			time_increment: 'all_days',
		});
	});

	test('leave out names of what is below the chosen level', () => {
		const { fields } = query({ preset: 'creatives', level: 'campaign' });
		expect(fields).toEqual(expect.arrayContaining(['campaign_id', 'impressions']));
		expect(fields).not.toEqual(expect.arrayContaining(['adset_id']));
		expect(fields).not.toEqual(expect.arrayContaining(['ad_name']));
	});

	test('do not slice several ranges, which have one row each', () => {
		const ranges = [{ since: '2030-01-01', until: '2030-01-02' }];
		const sliced = query({ preset: 'hourly', period: 'ranges', time_ranges: ranges });
		expect(sliced).not.toHaveProperty('time_increment');
		expect(sliced).toMatchObject({ time_ranges: ranges });
	});
});

describe('parameters', () => {
	test('more fields come on top, each once', () => {
		const values = { fields: ['spend'], moreFields: 'spend, comparison_node{clicks,spend}' };
		expect(query(values).fields).toEqual(['spend', 'comparison_node{clicks,spend}']);
	});

	test('a custom number of days becomes the increment', () => {
		const values = { time_increment: 'custom', time_increment_days: 14 };
		expect(query(values)).toEqual({ time_increment: 14 });
	});

	test.each([
		['adset', 'adset'],
		['campaign', 'campaign'],
		[undefined, 'ad'],
		['account', 'ad'],
	])('status and labels are those of the level %s', (level, prefix) => {
		const values = { level, object_status: ['ARCHIVED', 'DELETED'], ad_labels: ['Sale'] };
		expect(query(values).filtering).toEqual([
			{ field: `${prefix}.effective_status`, operator: 'IN', value: ['ARCHIVED', 'DELETED'] },
			{ field: `${prefix}.adlabels`, operator: 'ANY', value: ['Sale'] },
		]);
	});

	test('what Meta adds tomorrow is sent too', () => {
		expect(query({ additionalParameters: '{"brand_new": "x"}' })).toEqual({ brand_new: 'x' });
	});
});

describe('objects', () => {
	test.each([
		[{ report_on: 'account', ad_account: '5' }, ['act_5']],
		[{ report_on: 'campaign', ad_account: '5', campaign_id: '6' }, ['6']],
		[{ report_on: 'adset', adset_id: '7' }, ['7']],
		[{ report_on: 'ad', ad_id: '8' }, ['8']],
		[{ report_on: 'ids', object_ids: ['act_5', '9'] }, ['act_5', '9']],
	])('%j is about %j', (values, objects) => {
		expect(objectsOf(values)).toEqual(objects);
		expect(objectIsGiven.map((rule) => broken(rule as never, values))).toEqual([
			undefined,
			undefined,
		]);
	});

	test.each([
		[{ report_on: 'account' }, 'ad_account', 'is required'],
		[{ report_on: 'adset', ad_account: '5' }, 'adset_id', 'is required'],
		[{ report_on: 'ids', object_ids: ['5', '../x'] }, 'object_ids', 'must be digits'],
	])('%j has none', (values, field, message) => {
		const issues = objectIsGiven.flatMap((rule) => broken(rule as never, values) ?? []);
		expect(issues).toEqual([
			{ path: [field], message: expect.stringContaining(message) as string },
		]);
	});

	test('are chosen from pickers in their ad account', () => {
		const pickers = objectFields.filter(({ property }) => property.type === 'resourceLocator');
		expect(pickers.map(({ name }) => name)).toEqual([
			'ad_account',
			'campaign_id',
			'adset_id',
			'ad_id',
		]);
		expect(pickers.every(({ property }) => property.modes?.[0].name === 'list')).toBe(true);
	});
});

describe('days', () => {
	test('a range ends after it begins', () => {
		const good = { since: '2030-01-01', until: '2030-01-01' };
		const bad = { since: '2030-01-02', until: '2030-01-01' };
		const pathsOf = (values: Values) =>
			rangesInOrder.flatMap((rule) => broken(rule as never, values)?.path.join('.') ?? []);
		expect(pathsOf({ ...good, time_ranges: [good] })).toEqual([]);
		expect(pathsOf(bad)).toEqual(['until']);
		expect(pathsOf({ time_ranges: [good, bad] })).toEqual(['time_ranges.1.until']);
	});

	test('what Meta does not keep is not asked for', () => {
		const rule = isRecentEnough(() => 'synchronous') as never;
		const old = { time_range: { since: '2015-01-01', until: '2015-01-31' } };
		expect(broken(rule, { ...old })).toEqual({
			path: ['period'],
			message: expect.stringContaining('37 months') as string,
		});
		expect(broken(rule, { date_preset: 'last_7d' })).toBeUndefined();
	});

	test('the oldest day of any ad account is let through', () => {
		const rule = isRecentEnough(() => 'synchronous') as never;
		const oldest = DateTime.now().setZone('Pacific/Midway').minus({ months: 37 });
		const from = (since: string) => broken(rule, { time_range: { since, until: since } });
		expect(from(oldest.toISODate() ?? '')).toBeUndefined();
		expect(from(oldest.minus({ days: 3 }).toISODate() ?? '')).toMatchObject({ path: ['period'] });
	});

	test('reach by age from long ago needs a job', () => {
		const values = { date_preset: 'maximum', fields: ['reach'], breakdowns: ['age'] };
		const ruleFor = (mode: 'asynchronous' | 'synchronous') => isRecentEnough(() => mode) as never;
		expect(broken(ruleFor('synchronous'), values)?.message).toContain('13 months');
		expect(broken(ruleFor('asynchronous'), values)).toBeUndefined();
	});
});

test('unusual combinations are told', () => {
	const values = { report_on: 'account', ad_account: '5', breakdowns: ['age', 'country'] };
	const rule = combinationExists as never;
	expect(broken(rule, values)).toMatchObject({
		path: ['breakdowns'],
	});
});

describe('the catalog of fields', () => {
	test('has all that the documentation lists, each once', () => {
		const values = metrics.map(({ value }) => value);
		expect(values.length).toBeGreaterThan(185);
		expect(new Set(values).size).toBe(values.length);
		const labels = metrics.map(({ name }) => name);
		expect(new Set(labels).size).toBe(labels.length);
	});

	test('tells what is measured from what describes', () => {
		expect(['spend', 'reach', 'total_postbacks', 'unheard_of'].every(isMetric)).toBe(true);
		expect(['ad_id', 'country', 'hsid', 'date_start'].some(isMetric)).toBe(false);
	});
});
