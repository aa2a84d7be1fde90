import { readReportRows } from '../../../../nodes/MetaInsights/report';
import { addDecimals } from '../../../../nodes/MetaInsights/report/decimal';
import { halvesOf } from '../../../../nodes/MetaInsights/report/fieldHalves';
import { RowJoin } from '../../../../nodes/MetaInsights/report/joinRows';
import { shapeOf } from '../../../../nodes/MetaInsights/report/shape';
import { sortingOf, sortRows } from '../../../../nodes/MetaInsights/report/sortRows';
import { RowSum } from '../../../../nodes/MetaInsights/report/sumRows';
import type { InsightsQuery, Row } from '../../../../nodes/MetaInsights/report';
import type { GraphPage } from '../../../../nodes/shared/graph/types';
import { FakeInsights, failure, TODAY } from './support/fakeInsights';
import { JumpClock } from './support/make';

test.each([
	['0.1', '0.2', '0.3'],
	['9007199254740993', '1', '9007199254740994'],
	['-1.05', '1', '-0.05'],
	['2.50', '3', '5.50'],
	[1, 2, 3],
	['n/a', '1', undefined],
])('%s and %s make %s', (first, second, sum) => {
	expect(addDecimals(first, second)).toBe(sum);
});

const QUERY: InsightsQuery = {
	object: 'act_1',
	parameters: { level: 'ad', fields: ['spend', 'reach'], breakdowns: ['age'] },
};

function joinOf(query: InsightsQuery): RowJoin {
	const shape = shapeOf(query, TODAY);
	const halves = halvesOf(query, shape);
	if (!halves) throw new Error('No halves');
	return new RowJoin(halves, shape);
}

test('rows of halves are joined by ad, days and breakdown; those of one half stay', () => {
	const join = joinOf(QUERY);
	const day = { date_start: '2024-01-01', date_stop: '2024-01-01' };
	join.add([
		{ ad_id: '1', age: '18-24', reach: '5', ...day },
		{ ad_id: '2', age: '18-24', reach: '6', ...day },
	]);
	const joined = join.complete([
		{ ad_id: '1', age: '18-24', spend: '1.5', ...day },
		{ ad_id: '1', age: '25-34', spend: '2.5', ...day },
	]);

	expect([...joined, ...join.rest()]).toEqual([
		{ age: '18-24', spend: '1.5', reach: '5', ...day },
		{ age: '25-34', spend: '2.5', ...day },
		{ age: '18-24', reach: '6', ...day },
	]);
	expect(join.isAmbiguous).toBe(false);
});

test('rows that nothing tells apart are not joined', () => {
	const join = joinOf(QUERY);
	join.add([{ ad_id: '1', age: '18-24', reach: '5' }]);
	join.complete([
		{ ad_id: '1', age: '18-24', spend: '1' },
		{ ad_id: '1', age: '18-24', spend: '2' },
	]);
	expect(join.isAmbiguous).toBe(true);
});

test('actions are added up by type and attribution window', () => {
	const shape = shapeOf(
		{ object: 'act_1', parameters: { fields: ['actions', 'campaign_name'] } },
		TODAY,
	);
	const sum = new RowSum(shape, { since: '2024-01-01', until: '2024-01-02' });
	const like = { action_type: 'like', value: '2', '1d_click': '1' };
	sum.add([{ campaign_name: 'Old', date_start: '2024-01-01', actions: [like] }]);
	sum.add([
		{
			campaign_name: 'New',
			date_start: '2024-01-02',
			actions: [{ action_type: 'post', value: '7' }, like],
		},
	]);

	expect(sum.rows()).toEqual([
		{
			campaign_name: 'New',
			date_start: '2024-01-01',
			date_stop: '2024-01-02',
			actions: [
				{ action_type: 'like', value: '4', '1d_click': '2' },
				{ action_type: 'post', value: '7' },
			],
		},
	]);
	sum.add([{ campaign_name: 'New', actions: 'odd' }]);
	expect([...sum.unreadable]).toEqual(['actions']);
});

test('rows are sorted by the value of an action', () => {
	const row = (value: string): Row => ({ actions: [{ action_type: 'link_click', value }] });
	const sorting = sortingOf(['actions:link_click_descending']);
	expect(sorting && sortRows([row('9'), {}, row('10')], sorting)).toEqual([
		row('10'),
		row('9'),
		{},
	]);
});

test('a reading that breaks begins anew without giving a row twice', async () => {
	const fake = new FakeInsights();
	let tries = 0;
	jest.spyOn(fake, 'pages').mockImplementation(async function* <Item>() {
		tries += 1;
		yield { rows: [{ n: 1 }, { n: 2 }] } as GraphPage<Item>;
		if (tries === 1) throw failure({ method: 'GET', path: '/9/insights' }, 500, 2);
		yield { rows: [{ n: 3 }] } as GraphPage<Item>;
	});
	const rows: Row[] = [];
	const options = { pageSize: 2, notReadyTimeout: 1_000, clock: new JumpClock() };
	for await (const chunk of readReportRows(fake, '9', options)) rows.push(...chunk);

	expect(rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
	expect(tries).toBe(2);
});
