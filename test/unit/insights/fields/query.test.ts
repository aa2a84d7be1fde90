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
import { runReport } from '../../../../nodes/MetaInsights/resources/insights/runReport';
import { create } from '../../../../nodes/MetaInsights/resources/report/create';
import { additionalFieldsOf, formOf } from '../../../../nodes/shared/operation/standardFields';
import { wire } from '../../operation/support';

describe('presets', () => {
	test.each(Object.entries(presets))('%s asks for known fields', (_name, preset) => {
		const known = new Set(metrics.map(({ value }) => value));
		expect(preset.fields.filter((field) => !known.has(field))).toEqual([]);
	});

	test('give fields, level, breakdowns and slices', () => {
		expect(queryParameters({ preset: 'hourly' })).toEqual({
			fields: presets.hourly.fields,
			breakdowns: presets.hourly.breakdowns,
			time_increment: 1,
		});
		expect(queryParameters({ preset: 'creatives' })).toMatchObject({ level: 'ad' });
	});

	test('give way to what the form says', () => {
		const values = {
			preset: 'hourly',
			fields: ['spend'],
			level: 'campaign',
			breakdowns: ['age'],
			time_increment: 'monthly',
		};
		expect(queryParameters(values)).toEqual({
			fields: ['spend'],
			level: 'campaign',
			breakdowns: ['age'],
			time_increment: 'monthly',
		});
		expect(queryParameters({ preset: 'hourly', time_increment: 'all_days' })).toMatchObject({
			time_increment: 'all_days',
		});
	});

	test('leave out names of what is below the chosen level', () => {
		const { fields } = queryParameters({ preset: 'creatives', level: 'campaign' });
		expect(fields).toEqual(expect.arrayContaining(['campaign_id', 'impressions']));
		expect(fields).not.toEqual(expect.arrayContaining(['adset_id']));
		expect(fields).not.toEqual(expect.arrayContaining(['ad_name']));
	});

	test('do not slice several ranges, which have one row each', () => {
		const ranges = [{ since: '2030-01-01', until: '2030-01-02' }];
		const query = queryParameters({ preset: 'hourly', period: 'ranges', time_ranges: ranges });
		expect(query).not.toHaveProperty('time_increment');
		expect(query).toMatchObject({ time_ranges: ranges });
	});
});

describe('parameters', () => {
	test('more fields come on top, each once', () => {
		const values = { fields: ['spend'], moreFields: 'spend, comparison_node{clicks,spend}' };
		expect(queryParameters(values).fields).toEqual(['spend', 'comparison_node{clicks,spend}']);
	});

	test('a custom number of days becomes the increment', () => {
		const values = { time_increment: 'custom', time_increment_days: 14 };
		expect(queryParameters(values)).toEqual({ time_increment: 14 });
	});

	test.each([
		['adset', 'adset'],
		['campaign', 'campaign'],
		[undefined, 'ad'],
		['account', 'ad'],
	])('status and labels are those of the level %s', (level, prefix) => {
		const values = { level, object_status: ['ARCHIVED', 'DELETED'], ad_labels: ['Sale'] };
		expect(queryParameters(values).filtering).toEqual([
			{ field: `${prefix}.effective_status`, operator: 'IN', value: ['ARCHIVED', 'DELETED'] },
			{ field: `${prefix}.adlabels`, operator: 'ANY', value: ['Sale'] },
		]);
	});

	test('what Meta adds tomorrow is sent too', () => {
		expect(queryParameters({ brand_new: 'x' })).toEqual({ brand_new: 'x' });
	});

	test.each([
		['get', get],
		['runReport', runReport],
		['create', create],
	])('nothing that steers the node is sent by %s', (_name, operation) => {
		const { topLevel, unsent } = formOf(operation);
		const steering = [...topLevel, ...additionalFieldsOf(operation)]
			.map(({ name }) => name)
			.filter((name) => unsent.has(name));
		const sent = queryParameters(Object.fromEntries(steering.map((name) => [name, 'x'])));
		const made = ['filtering', 'fields'];
		expect(Object.keys(sent).filter((name) => !made.includes(name))).toEqual([]);
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
		expect(objectIsGiven(values, wire)).toBeUndefined();
	});

	test.each([
		[{ report_on: 'account' }, 'Ad Account', 'is required'],
		[{ report_on: 'adset', ad_account: '5' }, 'Ad Set', 'is required'],
		[{ report_on: 'ids', object_ids: ['5', '../x'] }, 'Object IDs', 'must be digits'],
	])('%j has none', (values, field, message) => {
		expect(objectIsGiven(values, wire)).toEqual({
			field,
			message: expect.stringContaining(message) as string,
		});
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
		expect(rangesInOrder({ time_range: good, time_ranges: [good] }, wire)).toBeUndefined();
		expect(rangesInOrder({ time_range: bad }, wire)?.field).toBe('Time Range > Until');
		expect(rangesInOrder({ time_ranges: [good, bad] }, wire)?.field).toBe('Time Ranges 2 > Until');
	});

	test('what Meta does not keep is not asked for', () => {
		const check = isRecentEnough(() => 'synchronous');
		const old = { time_range: { since: '2015-01-01', until: '2015-01-31' } };
		expect(check({ ...old }, wire)).toEqual({
			field: 'The report',
			message: expect.stringContaining('37 months') as string,
		});
		expect(check({ ...old, send_unusual: true }, wire)).toBeUndefined();
		expect(check({ date_preset: 'last_7d' }, wire)).toBeUndefined();
	});

	test('reach by age from long ago needs a job', () => {
		const values = { date_preset: 'maximum', fields: ['reach'], breakdowns: ['age'] };
		expect(isRecentEnough(() => 'synchronous')(values, wire)?.message).toContain('13 months');
		expect(isRecentEnough(() => 'asynchronous')(values, wire)).toBeUndefined();
	});
});

test('unusual combinations can be sent all the same', () => {
	const values = { report_on: 'account', ad_account: '5', breakdowns: ['age', 'country'] };
	expect(combinationExists(values, wire)?.message).toContain('Send Unusual Combinations');
	expect(combinationExists({ ...values, send_unusual: true }, wire)).toBeUndefined();
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
