import { file, text, textList } from '../../../nodes/shared/operation/fields';
import { issuesOf, valueOf } from './support';

describe('text', () => {
	test('is sent as it was entered, spaces and emoji included', () => {
		expect(valueOf(text('name'), ' Spring 🎯 ')).toBe(' Spring 🎯 ');
	});

	test('takes numbers of expressions', () => {
		expect(valueOf(text('name'), 2026)).toBe('2026');
		expect(valueOf(text('name'), 2026n)).toBe('2026');
	});

	test.each([[true], [{ a: 1 }], [['a']]])('refuses %j', (raw) => {
		expect(issuesOf(text('name'), raw)).toEqual([
			`Name must be text (given: ${JSON.stringify(raw)})`,
		]);
	});

	test('keeps to a length', () => {
		const field = text('name', { maxLength: 3 });
		expect(valueOf(field, 'abc')).toBe('abc');
		expect(issuesOf(field, 'abcd')).toEqual([
			'Name must have at most 3 characters (given: "abcd")',
		]);
	});

	test('keeps to a pattern', () => {
		const field = text('version', { pattern: { test: /^v\d+$/, message: 'must be a version' } });
		expect(valueOf(field, 'v1')).toBe('v1');
		expect(issuesOf(field, '1')).toEqual(['Version must be a version (given: "1")']);
	});

	test('repeats only the beginning of a long refused value', () => {
		const [issue] = issuesOf(text('name', { maxLength: 10 }), 'x'.repeat(5000));
		expect(issue).toHaveLength('Name must have at most 10 characters (given: )'.length + 83);
		expect(issue).toContain('xxx...)');
	});

	test('has the property that n8n shows', () => {
		const field = text('ad_name', {
			description: 'Name of the ad',
			hint: 'Short',
			placeholder: 'e.g. Ad',
			required: true,
			rows: 3,
		});
		expect(field.property).toEqual({
			displayName: 'Ad Name',
			name: 'ad_name',
			type: 'string',
			default: '',
			required: true,
			description: 'Name of the ad',
			hint: 'Short',
			placeholder: 'e.g. Ad',
			typeOptions: { rows: 3 },
		});
		expect(field).not.toHaveProperty('to');
	});
});

describe('textList', () => {
	test.each([
		['a, b ,c', ['a', 'b', 'c']],
		['["a","b, c"]', ['a', 'b, c']],
		[
			['a', 5],
			['a', '5'],
		],
		[7, ['7']],
		['[a, b', ['[a', 'b']],
	])('reads %j', (raw, expected) => {
		expect(valueOf(textList('words'), raw)).toEqual(expected);
	});

	test('a list without entries is not given', () => {
		expect(valueOf(textList('words'), ' , ')).toBeUndefined();
		expect(valueOf(textList('words'), '[]')).toBeUndefined();
	});

	test('an empty list can be kept, to clear a value', () => {
		expect(valueOf(textList('words', { keepEmpty: true }), '[]')).toEqual([]);
	});

	test('names the entry that is not text', () => {
		expect(issuesOf(textList('words'), ['a', { b: 1 }])).toEqual([
			'Words 2 must be text (given: {"b":1})',
		]);
		expect(issuesOf(textList('words'), ['a', ''])).toEqual([
			'Words 2 must not be empty (given: "")',
		]);
	});

	test('refuses what is no list', () => {
		expect(issuesOf(textList('words'), { a: 1 })).toEqual([
			'Words must be a list of texts (given: {"a":1})',
		]);
	});

	test('keeps to a number of entries', () => {
		expect(issuesOf(textList('words', { max: 2 }), 'a,b,c')).toEqual([
			'Words must have at most 2 entries (given: "a,b,c")',
		]);
	});
});

test('file is the name of a binary field, which is not sent', () => {
	const field = file('source');
	expect(field.to).toBe(false);
	expect(field.property).toMatchObject({ type: 'string', default: 'data' });
	expect(valueOf(field, 'data')).toBe('data');
});
