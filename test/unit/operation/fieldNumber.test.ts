import fc from 'fast-check';

import { boolean, integer, number } from '../../../nodes/shared/operation/fields';
import { issuesOf, valueOf } from './support';

describe('number', () => {
	test.each([
		[1.5, 1.5],
		['1.5', 1.5],
		[' -2 ', -2],
		['+3', 3],
		[0, 0],
	])('reads %j', (raw, expected) => {
		expect(valueOf(number('bid'), raw)).toBe(expected);
	});

	test.each([['ten'], ['1,000'], ['1e3'], ['0x10'], [true], [NaN], [Infinity], ['9'.repeat(400)]])(
		'refuses %p',
		(raw) => {
			expect(issuesOf(number('bid'), raw)).toEqual([
				expect.stringMatching(/^Bid must be a number \(given: /),
			]);
		},
	);

	test('keeps to its range', () => {
		const field = number('share', { min: 1, max: 100 });
		expect(issuesOf(field, 0)).toEqual(['Share must be at least 1 (given: 0)']);
		expect(issuesOf(field, '101')).toEqual(['Share must be at most 100 (given: "101")']);
		expect(field.property).toMatchObject({ default: 1, typeOptions: { minValue: 1 } });
	});

	test('any number survives as text', () => {
		fc.assert(
			fc.property(fc.integer(), (value) => {
				expect(valueOf(integer('count'), String(value))).toBe(value);
			}),
		);
	});
});

describe('integer', () => {
	test('refuses a fraction', () => {
		expect(issuesOf(integer('count'), '1.5')).toEqual([
			'Count must be a whole number (given: "1.5")',
		]);
	});

	test('refuses what JavaScript cannot hold exactly', () => {
		expect(issuesOf(integer('count'), '9007199254740993')).toEqual([
			'Count is too large to be kept exactly (given: "9007199254740993")',
		]);
	});
});

describe('boolean', () => {
	const field = boolean('deep_copy', { description: 'Whether to copy all' });

	test.each([
		[true, true],
		[false, false],
		['true', true],
		[' FALSE ', false],
		[1, true],
		['0', false],
	])('reads %j', (raw, expected) => {
		expect(valueOf(field, raw)).toBe(expected);
	});

	test.each([['yes'], [2], [[]], ['constructor']])('refuses %j', (raw) => {
		expect(issuesOf(field, raw)).toEqual([
			`Deep Copy must be true or false (given: ${JSON.stringify(raw)})`,
		]);
	});
});
