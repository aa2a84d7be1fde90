import { expectedColumns, shapeRow } from '../../../../nodes/MetaInsights/output';
import type { Row } from '../../../../nodes/MetaInsights/report/types';
import { isListField } from '../../../../nodes/MetaInsights/output/textFields';
import { shapeWith } from './support';

const ACTIONS: Row[] = [
	{ action_type: 'link_click', value: '10', '7d_click': '8', '1d_view': '2' },
	{ action_type: 'offsite_conversion.fb_pixel_purchase', value: '3', '7d_click': '3' },
];

describe('numbers', () => {
	test('metrics become numbers; IDs, names, dates and breakdown values stay texts', () => {
		const row = {
			account_id: '1001',
			ad_id: '120330000000000001',
			ad_name: '2024',
			campaign_name: '7',
			date_start: '2024-05-01',
			date_stop: '2024-05-01',
			impressions: '2466376',
			spend: '12.34',
			ctr: '0.1',
			cpp: '1.2E-5',
			total_card_view: '4',
			product_id: '99',
			product_custom_label_0_breakdown: '2023',
			frequency_value: '2',
			skan_version: '4.0',
			hsid: '0012',
			age: '18-24',
			quality_ranking: 'UNKNOWN',
		};
		expect(shapeRow(row, shapeWith())).toEqual({
			...row,
			impressions: 2466376,
			spend: 12.34,
			ctr: 0.1,
			cpp: 0.000012,
			total_card_view: 4,
		});
	});

	test('a breakdown that nobody knows stays a text', () => {
		const row = { impressions: '1', brand_new_breakdown_x: '5' };
		const breakdowns = ['brand_new_breakdown_x'];
		expect(shapeRow(row, shapeWith({ breakdowns }))).toEqual({ ...row, impressions: 1 });
		expect(shapeRow(row, shapeWith())).toEqual({ impressions: 1, brand_new_breakdown_x: 5 });
	});

	test('an integer that a number cannot hold stays a text', () => {
		const row = { reach: '9007199254740993', impressions: '9007199254740991' };
		expect(shapeRow(row, shapeWith())).toEqual({ ...row, impressions: 9007199254740991 });
	});

	test('texts stay texts when asked', () => {
		const row = { impressions: '1', actions: ACTIONS };
		expect(shapeRow(row, shapeWith({}, { numbers: false, actions: 'raw' }))).toEqual(row);
		expect(shapeRow(row, shapeWith({}, { numbers: false }))).toMatchObject({
			actions_link_click: '10',
		});
	});

	test('numbers of Meta stay numbers, and objects objects', () => {
		const row = { reach: 10742, body_asset: { id: '605', text: '7' }, is_x: true, cpc: null };
		expect(shapeRow(row, shapeWith())).toEqual(row);
	});
});

describe('action columns', () => {
	test('one column per action type and window', () => {
		expect(shapeRow({ actions: ACTIONS }, shapeWith())).toEqual({
			actions_link_click: 10,
			actions_link_click_7d_click: 8,
			actions_link_click_1d_view: 2,
			actions_offsite_conversion_fb_pixel_purchase: 3,
			actions_offsite_conversion_fb_pixel_purchase_7d_click: 3,
		});
	});

	test('costs, ROAS and video metrics too', () => {
		const row = {
			cost_per_action_type: [{ action_type: 'purchase', value: '27.354069767442' }],
			purchase_roas: [{ action_type: 'omni_purchase', value: '2.5' }],
			video_p25_watched_actions: [{ action_type: 'video_view', value: '44' }],
			video_play_curve_actions: [{ action_type: 'video_view', value: ['100', '40'] }],
		};
		expect(shapeRow(row, shapeWith({}, { actionTypes: ['purchase'] }))).toMatchObject({
			cost_per_action_type_purchase: 27.354069767442,
			purchase_roas_omni_purchase: 2.5,
			video_p25_watched_actions_video_view: 44,
			video_play_curve_actions_video_view: [100, 40],
		});
	});

	test('chosen action types are in every row, others in none', () => {
		const options = shapeWith(
			{ fields: ['actions', 'spend'] },
			{ actionTypes: ['purchase', 'link_click'], windows: ['7d_click'] },
		);
		expect(shapeRow({ actions: ACTIONS, spend: '1' }, options)).toEqual({
			actions_link_click: 10,
			actions_link_click_7d_click: 8,
			actions_purchase: null,
			actions_purchase_7d_click: null,
			spend: 1,
		});
		expect(shapeRow({ spend: '1' }, options)).toEqual({
			actions_link_click: null,
			actions_link_click_7d_click: null,
			actions_purchase: null,
			actions_purchase_7d_click: null,
			spend: 1,
		});
	});

	test('windows that the query asks for are promised with the chosen actions', () => {
		const options = shapeWith(
			{ fields: ['actions'], action_attribution_windows: ['1d_view', 'default'] },
			{ actionTypes: ['purchase'] },
		);
		expect(shapeRow({}, options)).toEqual({
			actions_purchase: null,
			actions_purchase_1d_view: null,
		});
	});

	test('a star chooses all types that begin so; no windows leaves the totals', () => {
		const options = shapeWith({}, { actionTypes: ['offsite_conversion.*'], windows: [] });
		expect(shapeRow({ actions: ACTIONS }, options)).toEqual({
			actions_offsite_conversion_fb_pixel_purchase: 3,
		});
	});

	test('action breakdowns are part of the name, so that no value hides another', () => {
		const actions: Row[] = [
			{ action_type: 'video_view', action_video_type: 'total', value: 921129 },
			{ action_type: 'video_view', action_video_type: 'auto_play', value: 915971 },
			{ action_type: 'video_view', value: 5 },
			{ action_type: 'video_view', action_carousel_card_name: '春 の', value: 6 },
		];
		expect(shapeRow({ actions }, shapeWith())).toEqual({
			actions_video_view_total: 921129,
			actions_video_view_auto_play: 915971,
			actions_video_view: 5,
			actions_video_view_春_の: 6,
		});
	});

	test('an action breakdown that only the query knows is part of the name', () => {
		const options = shapeWith({ action_breakdowns: ['brand_new'] });
		const actions: Row[] = [
			{ action_type: 'like', brand_new: '1', value: 2 },
			{ action_type: 'like', brand_new: '2', value: 3 },
		];
		expect(shapeRow({ actions }, options)).toEqual({ actions_like_1: 2, actions_like_2: 3 });
	});

	test('names that differ in punctuation only stay apart, the same in every row', () => {
		const options = shapeWith();
		const dotted = { action_type: 'a.b', value: 1 };
		const underscored = { action_type: 'a_b', value: 2 };
		expect(shapeRow({ actions: [dotted, underscored] }, options)).toEqual({
			actions_a_b: 1,
			actions_a_b_2: 2,
		});
		expect(shapeRow({ actions: [underscored] }, options)).toEqual({ actions_a_b_2: 2 });
	});

	test('results by indicator, with their windows', () => {
		const results: Row[] = [
			{
				indicator: 'actions:link_click',
				values: [
					{ value: '5', attribution_windows: ['default'] },
					{ value: '4', attribution_windows: ['7d_click'] },
				],
			},
		];
		expect(shapeRow({ results }, shapeWith())).toEqual({
			results_actions_link_click: 5,
			results_actions_link_click_7d_click: 4,
		});
	});

	test('raw lists keep their shape and get numbers', () => {
		expect(shapeRow({ actions: ACTIONS }, shapeWith({}, { actions: 'raw' }))).toEqual({
			actions: [
				{ action_type: 'link_click', value: 10, '7d_click': 8, '1d_view': 2 },
				{ action_type: 'offsite_conversion.fb_pixel_purchase', value: 3, '7d_click': 3 },
			],
		});
	});

	test('an empty list makes no column, unless lists stay', () => {
		expect(shapeRow({ actions: [] }, shapeWith())).toEqual({});
		expect(shapeRow({ actions: [] }, shapeWith({}, { actions: 'raw' }))).toEqual({ actions: [] });
	});

	test('the row itself is not changed', () => {
		const row = { impressions: '1', actions: structuredClone(ACTIONS) };
		const before = structuredClone(row);
		shapeRow(row, shapeWith());
		shapeRow(row, shapeWith({}, { actions: 'raw' }));
		expect(row).toEqual(before);
	});
});

describe('expected columns', () => {
	test('key, period, breakdowns, then fields in their order with the promised actions', () => {
		const options = shapeWith(
			{ fields: ['ad_id', 'actions', 'spend', 'purchase_roas'], breakdowns: ['age', 'gender'] },
			{ actionTypes: ['purchase', 'app_*'], windows: ['1d_view'], rowKey: true },
		);
		expect(expectedColumns(options)).toEqual([
			'row_key',
			'date_start',
			'date_stop',
			'age',
			'gender',
			'ad_id',
			'actions_purchase',
			'actions_purchase_1d_view',
			'spend',
		]);
	});

	test('defaults and texts of the API are understood', () => {
		expect(expectedColumns(shapeWith({ breakdowns: "['country']" }))).toEqual([
			'date_start',
			'date_stop',
			'country',
			'impressions',
			'spend',
		]);
		expect(expectedColumns(shapeWith({ fields: 'reach, cpp', breakdowns: 'mmm' }))).toEqual(
			expect.arrayContaining(['creative_media_type', 'reach', 'cpp']),
		);
	});
});

test.each([
	['actions', true],
	['action_values', true],
	['catalog_segment_value_omni_purchase_roas', true],
	['converted_product_quantity', true],
	['cost_per_15_sec_video_view', true],
	['cost_per_2_sec_continuous_video_view', true],
	['cost_per_objective_result', true],
	['cost_per_thruplay', true],
	['cost_per_unique_outbound_click', true],
	['instant_experience_outbound_clicks', true],
	['objective_result_rate', true],
	['objective_results', true],
	['outbound_clicks_ctr', true],
	['results', true],
	['video_play_retention_0_to_15s_actions', true],
	['website_ctr', true],
	['clicks', false],
	['cost_per_dda_countby_convs', false],
	['cost_per_inline_link_click', false],
	['cost_per_unique_click', false],
	['cost_per_unique_inline_link_click', false],
	['impressions', false],
	['inline_link_click_ctr', false],
	['result_values_performance_indicator', false],
])('%s is a list: %s', (field, isList) => {
	expect(isListField(field)).toBe(isList);
});

test('an action is one column, in whatever order its keys come', () => {
	const query = {
		object: 'act_1',
		parameters: { action_breakdowns: ['action_type', 'action_device'] },
	};
	const rows = [
		{ actions: [{ action_type: 'lead', action_device: 'ipad', value: '1' }] },
		{ actions: [{ action_device: 'ipad', value: '2', action_type: 'lead' }] },
	];
	const shape = shapeWith({ query });
	expect(rows.map((row) => shapeRow(row, shape))).toEqual([
		{ actions_lead_ipad: 1 },
		{ actions_lead_ipad: 2 },
	]);
});
