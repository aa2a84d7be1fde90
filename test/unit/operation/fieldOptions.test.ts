import { escapeRegExp } from 'lodash';

import { byUse, multiOptions, options } from '../../../nodes/shared/operation/fields';
import { issuesOf, valueOf } from './support';

const objectives = ['OUTCOME_SALES', 'OUTCOME_LEADS'];

describe('options', () => {
	const field = options('objective', objectives);

	test.each([
		['OUTCOME_SALES', 'OUTCOME_SALES'],
		[' outcome_leads ', 'OUTCOME_LEADS'],
	])('reads %j', (raw, expected) => {
		expect(valueOf(field, raw)).toBe(expected);
	});

	test('keeps the documented case of values', () => {
		expect(valueOf(options('date_preset', ['last_7d']), 'LAST_7D')).toBe('last_7d');
	});

	test('takes a number where the values are numbers', () => {
		expect(valueOf(options('width', ['1', '28']), 28)).toBe('28');
	});

	test.each([['FAME'], [5], [true], [['OUTCOME_SALES']], [{}]])(
		'refuses %j with what is allowed',
		(raw) => {
			expect(issuesOf(field, raw)).toEqual([
				`Objective must be one of: OUTCOME_SALES, OUTCOME_LEADS (given: ${JSON.stringify(raw)})`,
			]);
		},
	);

	describe('that have labels', () => {
		const named = options('date_preset', [
			'',
			'last_14d',
			{ value: 'last_week', name: 'Last Week (Monday to Sunday)' },
			{ value: 'DE', name: 'Germany (DE)' },
			{ value: 'a', name: 'Both' },
			{ value: 'b', name: 'both' },
			{ value: 'Germany', name: 'Georgia (US)' },
			{ value: 'Last 14 Days', name: 'Fortnight' },
		]);

		test.each([
			['last 14D', 'last_14d'],
			['last-14-d', 'last_14d'],
			[' last week (monday to sunday) ', 'last_week'],
			['Last Week', 'last_week'],
			['georgia', 'Germany'],
			['FORTNIGHT', 'Last 14 Days'],
			['Fórtnight', 'Last 14 Days'],
		])('reads %j', (raw, expected) => {
			expect(valueOf(named, raw)).toBe(expected);
		});

		test('a value counts before a label', () => {
			expect(valueOf(named, 'germany')).toBe('Germany');
		});

		test.each([['both'], ['___'], ['constructor']])('refuses %j', (raw) => {
			expect(issuesOf(named, raw)[0]).toMatch(/^Date Preset must be one of: last_14d, /);
		});
	});

	test.each([
		['Ad: Name', 'ad.name'],
		['ad.name', 'ad.name'],
		['AD_NAME', 'AD_NAME'],
		[' ad.created_time ', 'ad.created_time'],
		['something: new', 'something: new'],
		[5, '5'],
	])('of an open list reads %j', (raw, expected) => {
		const open = options('field', [{ value: 'ad.name', name: 'Ad: Name' }, 'spend'], {
			open: true,
		});
		expect(valueOf(open, raw)).toBe(expected);
	});

	test('of an open list still have to be text', () => {
		expect(issuesOf(options('field', ['spend'], { open: true }), [1])).toEqual([
			'Field must be text (given: [1])',
		]);
	});

	test.each([
		['OUTCOME_SALE', 'OUTCOME_SALES (Sales)'],
		['outcome sals', 'OUTCOME_SALES (Sales)'],
		['Saless', 'OUTCOME_SALES (Sales)'],
		['Lead', 'OUTCOME_LEADS (Leads)'],
		['TRAFIC', 'TRAFFIC'],
		['outcome', 'OUTCOME_LEARN (Courses), OUTCOME_LEADS (Leads), OUTCOME_READ (Newspaper)'],
	])('names what is nearest to %j', (raw, nearest) => {
		const similar = options('objective', [
			{ value: 'OUTCOME_SALES', name: 'Sales' },
			{ value: 'OUTCOME_LEADS', name: 'Leads' },
			'TRAFFIC',
			{ value: 'OUTCOME_LEARN', name: 'Courses' },
			{ value: 'OUTCOME_READ', name: 'Newspaper' },
		]);
		expect(issuesOf(similar, raw)).toEqual([
			expect.stringMatching(new RegExp(`READ; nearest: ${escapeRegExp(nearest)} \\(given`)),
		]);
	});

	test('lists no more values than one can read, and no empty one', () => {
		const many = ['', ...Array.from({ length: 31 }, (_unused, index) => `V${index}`)];
		expect(issuesOf(options('kind', many), 'x')).toEqual([
			`Kind must be one of: ${many.slice(1, 31).join(', ')}, ... (given: "x")`,
		]);
	});

	test('begins with the first value and lists few values as written', () => {
		const { property } = options('status', ['PAUSED', { value: 'ACTIVE', description: 'Spends' }]);
		expect(property).toMatchObject({
			type: 'options',
			default: 'PAUSED',
			options: [
				{ name: 'Paused', value: 'PAUSED' },
				{ name: 'Active', value: 'ACTIVE', description: 'Spends' },
			],
		});
	});

	test('lists many values by the alphabet of their labels', () => {
		const { property } = options('letter', ['E', 'A', { value: 'Z', name: 'Before' }, 'D', 'C']);
		expect(property.options?.map(({ name }) => name)).toEqual(['A', 'Before', 'C', 'D', 'E']);
		expect(property.default).toBe('E');
	});

	test('lists an empty value first where it is written first', () => {
		const nothing = { value: '', name: 'Not Set' };
		const namesOf = (choices: Parameters<typeof options>[1]) =>
			options('letter', choices).property.options?.map(({ name }) => name);
		expect(namesOf([nothing, 'E', 'D', 'C', 'Z', 'B'])).toEqual([
			'Not Set',
			'B',
			'C',
			'D',
			'E',
			'Z',
		]);
		expect(namesOf(['E', 'D', 'C', nothing, 'Z'])).toEqual(['C', 'D', 'E', 'Not Set', 'Z']);
		expect(namesOf([nothing, ...byUse({ common: ['Z', 'A'] })])).toEqual(['Not Set', 'Z', 'A']);
	});

	test('lists values by use where they are ranked', () => {
		const { property } = options(
			'letter',
			byUse({
				common: ['Z', 'Y'],
				others: ['F', 'E', 'D', 'C', 'B'],
				legacy: [{ value: 'A', name: 'Alpha', description: 'Until 1999' }],
			}),
		);
		expect(property.options?.map(({ name }) => name)).toEqual([
			...['Z', 'Y', 'B', 'C', 'D', 'E', 'F'],
			'Alpha (Legacy)',
		]);
		expect(property.options?.[7]).toEqual({
			name: 'Alpha (Legacy)',
			value: 'A',
			description: 'Until 1999',
		});
		expect(property.default).toBe('Z');
	});
});

describe('multiOptions', () => {
	const field = multiOptions('objectives', objectives);

	test.each([
		[['OUTCOME_SALES'], ['OUTCOME_SALES']],
		['outcome_sales, OUTCOME_LEADS', objectives],
		['["OUTCOME_LEADS"]', ['OUTCOME_LEADS']],
	])('reads %j', (raw, expected) => {
		expect(valueOf(field, raw)).toEqual(expected);
	});

	test('takes labels, even one with commas', () => {
		const named = multiOptions('categories', [
			{ value: 'POLITICS', name: 'Social Issues, Elections or Politics' },
			'HOUSING',
		]);
		expect(valueOf(named, 'Social Issues, Elections or Politics')).toEqual(['POLITICS']);
		expect(valueOf(named, 'housing, politics')).toEqual(['HOUSING', 'POLITICS']);
		expect(valueOf(named, ['Housing', 'social issues, elections or politics'])).toEqual([
			'HOUSING',
			'POLITICS',
		]);
	});

	test('an empty list is not given, unless it says something', () => {
		expect(valueOf(field, [])).toBeUndefined();
		expect(valueOf(multiOptions('kinds', ['A'], { keepEmpty: true }), [])).toEqual([]);
		expect(valueOf(multiOptions('kinds', ['A'], { keepEmpty: true }), '')).toEqual([]);
	});

	test('names each entry that is not allowed', () => {
		expect(issuesOf(field, ['OUTCOME_SALES', 'X', 'Y'])).toEqual([
			'Objectives 2 must be one of: OUTCOME_SALES, OUTCOME_LEADS (given: "X")',
			'Objectives 3 must be one of: OUTCOME_SALES, OUTCOME_LEADS (given: "Y")',
		]);
		expect(issuesOf(field, 'X')).toEqual([
			'Objectives 1 must be one of: OUTCOME_SALES, OUTCOME_LEADS (given: "X")',
		]);
	});

	test('refuses what is no list', () => {
		expect(issuesOf(field, { a: 1 })).toEqual(['Objectives must be a list (given: {"a":1})']);
	});
});

test.each([
	['a value', 'ACTIVE', 'ACTIVE'],
	['a label', 'with issues', 'WITH_ISSUES'],
	['a name that the list does not have', 'NEW_IN_2027', 'NEW_IN_2027'],
])('a list that Meta adds to takes %s', (_what, given, sent) => {
	const values = ['ACTIVE', 'WITH_ISSUES'];
	expect(valueOf(options('status', values, { grows: true }), given)).toBe(sent);
	expect(valueOf(multiOptions('statuses', values, { grows: true }), `ACTIVE, ${given}`)).toEqual([
		'ACTIVE',
		sent,
	]);
});

test('a list that Meta adds to takes no text that is no name', () => {
	expect(issuesOf(options('status', ['ACTIVE'], { grows: true }), 'is running')[0]).toMatch(
		/^Status must be one of: ACTIVE/,
	);
});
