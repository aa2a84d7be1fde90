import fc from 'fast-check';

import {
	boolean,
	integer,
	json,
	jsonObject,
	multiOptions,
	options,
	text,
} from '../../../nodes/shared/operation/fields';
import type { Field } from '../../../nodes/shared/operation/types';
import { context, read } from './support';

function parse(
	fields: Field[],
	given: Record<string, unknown>,
	parsing = context,
	reserved?: Set<string>,
) {
	const { parameters, issues } = read(fields, given, parsing, reserved);
	return { sent: parameters, issues };
}

describe('what was left empty', () => {
	test.each([[undefined], [null], [''], ['  '], [[]], [{}], [{ mode: 'id', value: ' ' }]])(
		'%j is not given',
		(raw) => {
			expect(parse([text('name')], { name: raw })).toEqual({ sent: {}, issues: [] });
			expect(parse([text('name', { required: true })], { name: raw })).toEqual({
				sent: {},
				issues: ['Name is required'],
			});
		},
	);

	test.each([[0], [false], ['0']])('%j is given', (raw) => {
		const field = json('spec', { required: true });
		expect(parse([field], { spec: raw }).issues).toEqual([]);
	});

	test('is kept where it means something', () => {
		const fields = [
			text('note', { keepEmpty: true }),
			multiOptions('kinds', ['A'], { keepEmpty: true }),
		];
		expect(parse(fields, { note: '', kinds: [] }).sent).toEqual({ note: '', kinds: [] });
		expect(parse(fields, { note: null, kinds: undefined }).sent).toEqual({});
	});

	test('a required list without entries is missed', () => {
		const field = multiOptions('kinds', ['A'], { required: true });
		expect(parse([field], { kinds: '[]' }).issues).toEqual(['Kinds is required']);
	});

	test('a required field that is hidden is not missed', () => {
		const fields = [
			options('kind', ['A', 'B']),
			text('name', { required: true, showWhen: { kind: ['B'] } }),
		];
		expect(parse(fields, { kind: 'A' }).issues).toEqual([]);
		expect(parse(fields, { kind: 'B' }).issues).toEqual(['Name is required']);
	});
});

describe('showWhen', () => {
	const fields = [
		boolean('returnAll', { description: 'Whether all' }),
		integer('limit', { showWhen: { returnAll: [false] } }),
	];

	test('goes by what the other field means, not by how it was written', () => {
		expect(parse(fields, { returnAll: 'false', limit: 5 }).sent).toEqual({
			returnAll: false,
			limit: 5,
		});
		expect(parse(fields, { returnAll: 'true', limit: 5 }).sent).toEqual({ returnAll: true });
	});

	test('a value that is hidden is neither checked nor sent', () => {
		expect(parse(fields, { returnAll: true, limit: 'x' })).toEqual({
			sent: { returnAll: true },
			issues: [],
		});
	});

	test('looks at the top level for a name with a slash', () => {
		const field = text('name', { showWhen: { '/kind': ['B'] } });
		const given = { name: 'n', '/kind': 'B', kind: 'B' };
		expect(parse([field], given, { ...context, top: { kind: 'B' } }).sent).toEqual({ name: 'n' });
		expect(parse([field], given, { ...context, top: { kind: 'A' } }).sent).toEqual({});
	});

	test('needs all conditions', () => {
		const field = text('name', { showWhen: { a: [1, 2], b: [3] } });
		expect(parse([field], { name: 'n', a: 2, b: 3 }).sent).toEqual({ name: 'n' });
		expect(parse([field], { name: 'n', a: 2, b: 4 }).sent).toEqual({});
	});

	test('variants of one field by another', () => {
		const variants = [
			integer('value', { showWhen: { kind: ['NUMBER'] } }),
			text('value', { showWhen: { kind: ['TEXT'] } }),
		];
		expect(parse(variants, { kind: 'TEXT', value: '7' }).sent).toEqual({ value: '7' });
		expect(parse(variants, { kind: 'NUMBER', value: '7' }).sent).toEqual({ value: 7 });
	});
});

describe('merge', () => {
	const more = {
		...json('more', { label: 'More (JSON)', to: '', shape: jsonObject }),
		wins: true,
	};

	test('wins over other fields, wherever it stands', () => {
		const given = { more: '{"name": "b", "new": 1}', name: 'a' };
		expect(parse([more, text('name')], given).sent).toEqual({ name: 'b', new: 1 });
	});

	test('cannot set what is no parameter', () => {
		const given = { more: '{"ad_account": "1", "name": "x"}' };
		expect(parse([more], given, context, new Set(['ad_account'])).issues).toEqual([
			'More (JSON) cannot set ad_account: use its own field',
		]);
	});

	test('can give what is required', () => {
		const fields = [text('name', { required: true }), text('note', { required: true }), more];
		expect(parse(fields, { more: '{"name": "a"}' })).toEqual({
			sent: { name: 'a' },
			issues: ['Note is required'],
		});
	});

	test('has to be an object', () => {
		expect(parse([more], { more: '[]' }).issues).toEqual([
			'More (JSON) must be a JSON object such as {"key": "value"} (given: "[]")',
		]);
	});
});

test('all issues come at once, in the order of the form', () => {
	const fields = [text('a', { required: true }), integer('b'), options('c', ['X'])];
	expect(parse(fields, { b: 'ten', c: 'Y' }).issues).toEqual([
		'A is required',
		'B must be a whole number (given: "ten")',
		'C must be one of: X (given: "Y")',
	]);
});

test('whatever is given, fields answer with values or issues', () => {
	const fields = [
		text('text'),
		integer('integer'),
		boolean('boolean', { description: 'Whether' }),
		options('options', ['A']),
		multiOptions('multiOptions', ['A']),
		json('json', { to: '', shape: jsonObject }),
	];
	fc.assert(
		fc.property(fc.anything(), (raw) => {
			for (const field of fields) {
				const { issues } = parse([field], { [field.name]: raw });
				for (const issue of issues) expect(issue.length).toBeLessThan(250);
			}
		}),
	);
});
