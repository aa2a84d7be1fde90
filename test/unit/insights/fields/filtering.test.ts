import { filtering } from '../../../../nodes/MetaInsights/fields/filtering';
import { issuesOf, valueOf } from '../../operation/support';

const field = filtering();
const form = (...value: object[]) => ({ value });

describe('filters', () => {
	test.each([
		['IN', 'a, b', ['a', 'b']],
		['NOT_IN', ['a'], ['a']],
		['ANY', 'Label', ['Label']],
		['ALL', '["a","b"]', ['a', 'b']],
		['NONE', 5, [5]],
		['IN_RANGE', '1, 2.5', [1, 2.5]],
		['GREATER_THAN', '0', 0],
		['LESS_THAN_OR_EQUAL', 3, 3],
		['EQUAL', '120210000000000001', '120210000000000001'],
		['CONTAIN', 'a, b', 'a, b'],
		['starts_with', 'Spring', 'Spring'],
	])('%s %j compares with %j', (operator, value, sent) => {
		expect(valueOf(field, form({ field: 'ad.id', operator, value }))).toEqual([
			{ field: 'ad.id', operator: operator.toUpperCase(), value: sent },
		]);
	});

	test('IDs stay exact where a number is compared', () => {
		const entry = { field: 'ad.id', operator: 'GREATER_THAN', value: '120210000000000001' };
		expect(valueOf(field, form(entry))).toEqual([entry]);
	});

	test('another field is named by the user', () => {
		const entry = { field: 'other', operator: 'EQUAL', value: 'x' };
		expect(valueOf(field, form({ ...entry, other_field: 'ad.new' }))).toEqual([
			{ field: 'ad.new', operator: 'EQUAL', value: 'x' },
		]);
		expect(issuesOf(field, form(entry))).toEqual(['Filters 1 > Other Field is required']);
	});

	test('are taken as the API has them', () => {
		const conditions = [{ field: 'ad.anything', operator: 'IN', value: ['1'] }];
		expect(valueOf(field, conditions)).toEqual(conditions);
		expect(valueOf(field, JSON.stringify(conditions))).toEqual(conditions);
	});

	test.each([
		[{ field: 'ad.id', operator: 'LIKE', value: '1' }, /Filters 1 > Operator must be one of: IN, /],
		[{ field: 'ad.id', operator: 'IN' }, /Filters 1 > Value is required/],
		[{ operator: 'IN', value: '1' }, /Filters 1 > Field is required/],
	])('%j is refused', (entry, issue) => {
		expect(issuesOf(field, form(entry)).join('\n')).toMatch(issue);
	});

	test('none are sent when none are given', () => {
		expect(valueOf(field, form())).toBeUndefined();
	});
});
