import { rowKey, withKeyFields } from '../../../../nodes/MetaInsights/output';
import { queryWith } from './support';

const ROW = {
	date_start: '2024-05-01',
	date_stop: '2024-05-07',
	adset_id: '120',
	gender: 'male',
	age: '18-24',
	impressions: '5',
};

test('tells period, object and breakdown values, whatever their order', () => {
	const key = '2024-05-01|2024-05-07|120|age=18-24|gender=male';
	expect(rowKey(ROW, queryWith({ level: 'adset', breakdowns: ['gender', 'age'] }))).toBe(key);
	expect(rowKey(ROW, queryWith({ level: 'adset', breakdowns: ['age', 'gender'] }))).toBe(key);
	expect(rowKey(ROW, queryWith({ level: 'adset', breakdowns: 'age,gender' }))).toBe(key);
});

test('metrics, attribution and action breakdowns do not change it', () => {
	const query = queryWith({ level: 'adset' });
	const more = queryWith({
		level: 'adset',
		action_breakdowns: ['action_device'],
		action_attribution_windows: ['1d_click'],
	});
	expect(rowKey({ ...ROW, impressions: '6' }, more)).toBe(rowKey(ROW, query));
});

test('without a level the lowest ID tells the rows apart, or else the object that was asked', () => {
	const { adset_id: id, ...row } = ROW;
	expect(rowKey(row, queryWith())).toBe('2024-05-01|2024-05-07|act_1001');
	expect(rowKey({ ...row, account_id: '7' }, queryWith())).toBe('2024-05-01|2024-05-07|7');
	expect(rowKey({ ...row, account_id: '7', adset_id: id }, queryWith())).toBe(
		'2024-05-01|2024-05-07|120',
	);
});

test.each([
	[{ level: 'ad', fields: ['spend'] }, ['act_1'], ['ad_id', 'spend']],
	[{ level: 'ad', fields: ['spend', 'ad_id'] }, ['act_1'], ['spend', 'ad_id']],
	[{ breakdowns: ['mmm'] }, ['act_1'], ['adset_id', 'impressions', 'spend']],
	[{ fields: 'reach,spend' }, ['act_1', 'act_2'], ['account_id', 'reach', 'spend']],
	[{ fields: ['reach'] }, ['5'], ['ad_id', 'adset_id', 'campaign_id', 'reach']],
	[
		{ fields: ['reach'] },
		['5', 'act_1'],
		['ad_id', 'adset_id', 'campaign_id', 'account_id', 'reach'],
	],
])('keys need of %j on %j the fields %j', (parameters, objects, fields) => {
	const { fields: asked } = withKeyFields(parameters, objects);
	expect(asked).toEqual(fields);
});

test('marketing mix rows are told apart by all of their columns', () => {
	const query = queryWith({ breakdowns: ['mmm'] });
	const row = { ...ROW, country: 'NL', dma: 'x', creative_media_type: 'VIDEO' };
	expect(rowKey(row, query)).not.toBe(rowKey({ ...row, creative_media_type: 'PHOTO' }, query));
	expect(rowKey(row, query)).not.toBe(rowKey({ ...row, country: 'BE' }, query));
});

test('assets are told apart by their IDs', () => {
	const query = queryWith({ breakdowns: ['body_asset'] });
	const row = { ...ROW, body_asset: { id: '605', text: 'a' } };
	expect(rowKey(row, query)).toBe('2024-05-01|2024-05-07|120|body_asset=605');
	expect(rowKey({ ...ROW, body_asset: { hash: 'h' } }, query)).toContain('body_asset=h');
	expect(rowKey({ ...ROW, body_asset: { text: 'a' } }, query)).toContain('{"text":"a"}');
});

test('no value can look like the border to the next', () => {
	const query = queryWith({ breakdowns: ['region', 'dma'] });
	const one = rowKey({ ...ROW, dma: 'a|region=b', region: 'c' }, query);
	const other = rowKey({ ...ROW, dma: 'a', region: 'b|region=c' }, query);
	expect(one).not.toBe(other);
	expect(rowKey({ ...ROW, dma: '%7C' }, query)).not.toBe(rowKey({ ...ROW, dma: '|' }, query));
});
