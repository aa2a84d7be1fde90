import { multiOptions, options } from '../../../nodes/shared/operation/fields';
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

	test.each([['SALES'], [5], [true], [['OUTCOME_SALES']], [{}]])(
		'refuses %j with what is allowed',
		(raw) => {
			expect(issuesOf(field, raw)).toEqual([
				`Objective must be one of: OUTCOME_SALES, OUTCOME_LEADS (given: ${JSON.stringify(raw)})`,
			]);
		},
	);

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
