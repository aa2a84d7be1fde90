import * as fc from 'fast-check';

import { readUsage } from '../../../nodes/shared/graph/usageHeaders';

const business = (value: string) => readUsage({ 'x-business-use-case-usage': value });

describe('X-Business-Use-Case-Usage', () => {
	test('reads every entry of every object, minutes as ms', () => {
		const value = JSON.stringify({
			'1': [
				{
					type: 'ads_management',
					call_count: 100,
					total_cputime: 25,
					total_time: 20,
					estimated_time_to_regain_access: 19,
					ads_api_access_tier: 'standard_access',
				},
				{ type: 'ads_insights', call_count: 3, total_cputime: 40, total_time: 2 },
			],
			'10153848260347724': [{ type: 'pages', call_count: 5, total_cputime: 6, total_time: 97.5 }],
		});

		expect(business(value)).toEqual([
			{
				object: '1',
				type: 'ads_management',
				percent: 100,
				regainMs: 19 * 60_000,
				tier: 'standard_access',
			},
			{ object: '1', type: 'ads_insights', percent: 40, regainMs: 0 },
			{ object: '10153848260347724', type: 'pages', percent: 97.5, regainMs: 0 },
		]);
	});

	test('loses neither of two equal keys', () => {
		const value =
			'{"10153848260347724":[{"type":"ads_insights","call_count":97}], "10153848260347724" : [{"type":"pages","call_count":12}]}';
		expect(business(value).map(({ object, type, percent }) => [object, type, percent])).toEqual([
			['10153848260347724', 'ads_insights', 97],
			['10153848260347724', 'pages', 12],
		]);
	});

	test('takes parts of a minute and numbers as text', () => {
		const value =
			'{"1":[{"type":"ads_management","call_count":"96","estimated_time_to_regain_access":0.25}]}';
		expect(business(value)).toMatchObject([{ percent: 96, regainMs: 15_000 }]);
	});

	test('reads a header that came twice', () => {
		const one = '{"1":[{"type":"ads_management","call_count":10}]}';
		const two = '{"1":[{"type":"ads_insights","call_count":20}]}';
		expect(business(`${one}, ${two}`)).toHaveLength(2);
	});

	test.each([
		'',
		'x',
		'{',
		'{"1":',
		'[]',
		'null',
		'{"1":{"type":"x"}}',
		'{"1":[null,3]}',
		"{'1':[]}",
	])('passes over %j', (value) => {
		expect(business(value)).toEqual([]);
	});

	test('never throws, whatever comes', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (value) => {
				const headers = {
					'x-business-use-case-usage': value,
					'x-app-usage': value,
					'x-ad-account-usage': value,
					'x-fb-ads-insights-throttle': value,
				};
				for (const { percent, regainMs } of readUsage(headers)) {
					expect(percent).toBeGreaterThanOrEqual(0);
					expect(regainMs).toBeGreaterThanOrEqual(0);
				}
			}),
		);
	});
});

test('X-App-Usage tells of the app', () => {
	const value = '{"call_count":28,"total_time":25,"total_cputime":31}';
	expect(readUsage({ 'x-app-usage': value })).toEqual([
		{ object: 'app', type: 'app', percent: 31, regainMs: 0 },
	]);
});

describe('X-Ad-Account-Usage', () => {
	test('has a fraction of a percent and a reset time in seconds', () => {
		const value =
			'{"acc_id_util_pct":9.67,"reset_time_duration":100,"ads_api_access_tier":"standard_access"}';
		const [reading] = readUsage({ 'x-ad-account-usage': value }, '7');
		expect(reading).toMatchObject({
			object: '7',
			type: 'account',
			percent: 9.67,
			regainMs: 0,
			tier: 'standard_access',
		});
		expect(reading.drainMs).toBeCloseTo((100 * 100_000) / 9.67);
	});

	test('when full, access returns with the reset', () => {
		const value = '{"acc_id_util_pct":97.2,"reset_time_duration":120}';
		expect(readUsage({ 'x-ad-account-usage': value }, '7')).toMatchObject([{ regainMs: 120_000 }]);
	});
});

test('X-FB-Ads-Insights-Throttle tells of app and account, the reach throttle beside it', () => {
	const readings = readUsage(
		{
			'x-fb-ads-insights-throttle':
				'{ "app_id_util_pct": 100, "acc_id_util_pct": 10, "ads_api_access_tier": "standard_access" }',
			'x-fb-ads-insights-reach-throttle': '{"app_id_util_pct":0,"acc_id_util_pct":50}',
		},
		'7',
	);
	expect(readings.map(({ object, type, percent }) => [object, type, percent])).toEqual([
		['app', 'insights', 100],
		['7', 'insights', 10],
		['app', 'reach', 0],
		['7', 'reach', 50],
	]);
});
