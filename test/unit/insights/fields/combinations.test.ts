import * as fc from 'fast-check';

import { combinationProblem } from '../../../../nodes/MetaInsights/fields/combinations';
import { permutations } from '../../../../nodes/MetaInsights/fields/combinations/permutations';
import { presets } from '../../../../nodes/MetaInsights/fields/presets';
import { queryParameters } from '../../../../nodes/MetaInsights/fields/query';
import { get } from '../../../../nodes/MetaInsights/resources/insights/get';
import { sentenceOf } from '../../../../nodes/shared/operation/labels';
import { formOf } from '../../../../nodes/shared/operation/standardFields';
import type { GraphParameters } from '../../../../nodes/shared/graph/types';

/** What is said of a report on a campaign, as a user reads it. */
function said(parameters: GraphParameters, object = '120210000000000001'): string | undefined {
	const issue = combinationProblem(parameters, [object]);
	return issue && sentenceOf([...formOf(get).topLevel], issue, {});
}

const isAction = (name: string) => name.startsWith('action_');

/** A permutation as a query, with fields that come with it. */
function queryOf(permutation: string[]): GraphParameters {
	const breakdowns = permutation.filter((name) => !isAction(name));
	const actionBreakdowns = permutation.filter(isAction);
	const metric = permutation.includes('skan_conversion_id') ? 'total_postbacks' : 'actions';
	return { fields: [metric], breakdowns, action_breakdowns: actionBreakdowns };
}

describe('permutations', () => {
	test.each(permutations.map((permutation) => [permutation.join(', '), permutation]))(
		'%s is documented',
		(_name, permutation) => {
			expect(said(queryOf(permutation as string[]))).toBeUndefined();
		},
	);

	test.each([
		[['age', 'country'], 'Nearest: age'],
		[['age', 'gender', 'country'], 'Nearest: age, gender'],
		[['publisher_platform', 'platform_position', 'age'], 'publisher_platform, platform_position'],
		[['region', 'hourly_stats_aggregated_by_audience_time_zone'], 'Nearest: region'],
		[['body_asset', 'country'], 'Nearest: '],
		[['body_asset', 'title_asset'], 'Nearest: '],
	])('%j is refused, with the nearest that is there', (breakdowns, near) => {
		const sentence = said({ fields: ['impressions'], breakdowns });
		expect(sentence).toMatch(/^Breakdown Names or IDs cannot combine /);
		expect(sentence).toContain(near);
	});

	test.each(['impression_device', 'platform_position'])('%s does not stand by itself', (name) => {
		expect(said({ breakdowns: [name] })).toBe(
			`Breakdown Names or IDs cannot have ${name} by itself. Nearest: publisher_platform, ${name}`,
		);
	});

	test('only some can be joined with the target of an action', () => {
		const fields = ['actions'];
		const joined = { action_breakdowns: ['action_target_id', 'action_type'] };
		expect(said({ fields, breakdowns: ['age', 'gender'], ...joined })).toBeUndefined();
		expect(said({ fields, action_breakdowns: ['action_target_id'] })).toBeUndefined();
		expect(said({ fields, breakdowns: ['body_asset'], ...joined })).toContain('cannot combine');
	});

	test('what the documentation does not speak of is left to Meta', () => {
		const breakdowns = ['publisher_platform', 'platform_position', 'device_platform'];
		expect(said({ fields: ['impressions'], breakdowns })).toBeUndefined();
	});

	test('the nearest is always a documented one, and is itself accepted', () => {
		const names = [...new Set(permutations.flat())].filter((name) => !isAction(name));
		fc.assert(
			fc.property(fc.uniqueArray(fc.constantFrom(...names), { maxLength: 4 }), (breakdowns) => {
				const sentence = said({ fields: ['impressions'], breakdowns });
				const near = /^Breakdown Names or IDs cannot.*Nearest: (.*)$/
					.exec(sentence ?? '')?.[1]
					.split(', ');
				if (!near) return;
				expect(permutations.map((one) => [...one].sort())).toContainEqual([...near].sort());
			}),
		);
	});
});

describe('fields', () => {
	test.each([
		['app_store_clicks', ['age']],
		['relevance_score', ['country']],
		['reach', ['hourly_stats_aggregated_by_advertiser_time_zone']],
		['unique_clicks', ['hourly_stats_aggregated_by_audience_time_zone']],
		['video_play_actions', ['hourly_stats_aggregated_by_audience_time_zone']],
		['video_p50_watched_actions', ['region']],
		['video_avg_time_watched_actions', ['region']],
		['estimated_ad_recall_rate', ['dma']],
		['video_thruplay_watched_actions', ['dma']],
		['purchase_roas', ['region']],
		['conversions', ['dma']],
		['cpc', ['image_asset']],
	])('%s does not come with %j, but without', (field, breakdowns) => {
		expect(said({ fields: ['impressions', field], breakdowns })).toMatch(
			new RegExp(`^Field Names or IDs cannot have ${field} `),
		);
		expect(said({ fields: ['impressions', field] })).toBeUndefined();
		expect(said({ fields: ['impressions', field], breakdowns: ['country'] })).toBe(
			breakdowns.includes('age') || breakdowns.includes('country')
				? said({ fields: [field], breakdowns })
				: undefined,
		);
	});

	test.each([
		['total_postbacks', ['app_id', 'skan_conversion_id']],
		['total_postbacks_detailed', ['skan_campaign_id']],
		['total_postbacks_detailed', ['is_conversion_id_modeled']],
		['total_postbacks_detailed_v4', ['coarse_conversion_value']],
		['reach', ['frequency_value']],
	])('only %s comes with %j', (metric, breakdowns) => {
		expect(said({ fields: ['campaign_id', metric], breakdowns })).toBeUndefined();
		expect(said({ fields: [metric, 'spend'], breakdowns })).toContain('also asked for: spend');
		expect(said({ fields: ['campaign_id'], breakdowns })).toContain(`must be ${metric} `);
	});

	test('action breakdowns need actions', () => {
		const action_breakdowns = ['action_device'];
		expect(said({ fields: ['impressions'], action_breakdowns })).toContain('need a field with act');
		for (const field of ['actions', 'website_ctr', 'cost_per_action_type', 'purchase_roas']) {
			expect(said({ fields: [field], action_breakdowns })).toBeUndefined();
		}
	});

	test('products of Collaborative Ads come by product, below the ad account', () => {
		const fields = ['converted_product_value'];
		const action_breakdowns = ['action_converted_product_id'];
		expect(said({ fields })).toContain('without the action breakdown');
		expect(said({ fields, action_breakdowns })).toBeUndefined();
		expect(said({ fields, action_breakdowns }, 'act_1')).toContain('level of ad accounts');
		expect(said({ fields, action_breakdowns, level: 'campaign' }, 'act_1')).toBeUndefined();
	});

	test('places are not reported for whole ad accounts', () => {
		expect(said({ breakdowns: ['place_page_id'] }, 'act_1')).toContain('Nearest: level campaign');
		expect(said({ breakdowns: ['place_page_id'] })).toBeUndefined();
	});

	test('postbacks are not filtered', () => {
		const filtering = [{ field: 'app_id', operator: 'IN', value: ['1'] }];
		expect(said({ filtering })).toContain('Filters cannot be on app_id');
	});
});

describe('marketing mix modeling', () => {
	const mmm = { breakdowns: ['mmm'] };
	const where = (field: string, operator: string) => ({
		...mmm,
		filtering: [{ field, operator, value: ['1'] }],
	});

	test.each<[GraphParameters, string]>([
		[{ breakdowns: ['mmm', 'age'] }, 'Breakdown Names or IDs cannot combine mmm'],
		[{ ...mmm, action_breakdowns: ['action_type'] }, 'Breakdown Names or IDs cannot combine mmm'],
		[{ ...mmm, level: 'ad' }, 'Level cannot be ad'],
		[{ ...mmm, fields: ['clicks'] }, 'Field Names or IDs cannot have clicks'],
		[{ ...mmm, time_increment: 7 }, 'One Row For can only be'],
		[{ ...mmm, time_increment: 'monthly' }, 'One Row For can only be'],
		[where('country', 'NOT_IN'), 'Nearest: country with IN'],
		[where('campaign.name', 'IN'), 'Nearest: campaign.name with CONTAIN or NOT_CONTAIN'],
		[where('ad.id', 'IN'), 'Nearest: campaign.id, '],
	])('%j is refused', (parameters, sentence) => {
		expect(said(parameters, 'act_1')).toContain(sentence);
	});

	test.each<[GraphParameters]>([
		[mmm],
		[{ ...mmm, level: 'adset', time_increment: 1 }],
		[{ ...mmm, time_increment: 'all_days' }],
		[{ ...mmm, fields: ['account_id', 'campaign_id', 'impressions', 'spend', 'country'] }],
		[where('country', 'IN')],
		[where('adset.name', 'NOT_CONTAIN')],
	])('%j is as they are', (parameters) => {
		expect(said(parameters, 'act_1')).toBeUndefined();
	});
});

test.each(Object.keys(presets))('the preset %s combines what can be', (preset) => {
	expect(said(queryParameters({ values: { preset }, parameters: {} }), 'act_1')).toBeUndefined();
});
