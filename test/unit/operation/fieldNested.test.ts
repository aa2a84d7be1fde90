import { z } from 'zod';

import {
	boolean,
	date,
	group,
	integer,
	json,
	jsonObject,
	keyValue,
	object,
	objectId,
	options,
	text,
} from '../../../nodes/shared/operation/fields';
import { pixelKind } from '../../../nodes/shared/fields/objectKinds';
import type { Field } from '../../../nodes/shared/operation/types';
import { issuesOf, valueOf, context } from './support';

describe('json', () => {
	test('reads text and values', () => {
		expect(valueOf(json('spec'), ' {"a": [1]} ')).toEqual({ a: [1] });
		expect(valueOf(json('spec'), { a: [1] })).toEqual({ a: [1] });
		expect(valueOf(json('spec'), '0')).toBe(0);
	});

	test('tells why text is no JSON', () => {
		expect(issuesOf(json('spec'), '{"a": }')).toEqual([
			expect.stringMatching(
				/^Specification is not valid JSON: Unexpected token.* \(given: "\{"a": \}"\)$/,
			),
		]);
	});

	test('checks the shape and says where it differs', () => {
		const shape = z.object({ age: z.number(), tags: z.array(z.string()) });
		const field = json('spec', { shape });
		expect(issuesOf(field, '{"tags": ["a", 5]}')).toEqual([
			'Specification > Age is required (given: "{"tags": ["a", 5]}")',
			'Specification > Tags 2 must be of type string (given: "{"tags": ["a", 5]}")',
		]);
		expect(issuesOf(field, { age: 'x', tags: [] })).toEqual([
			'Specification > Age must be of type number (given: "x")',
		]);
	});

	test('uses the words of the shape where it has some', () => {
		expect(issuesOf(json('spec', { shape: jsonObject }), '[1]')).toEqual([
			'Specification must be a JSON object such as {"key": "value"} (given: "[1]")',
		]);
		const even = z.number().refine((value) => value % 2 === 0, 'must be even');
		expect(issuesOf(json('spec', { shape: even }), 3)).toEqual([
			'Specification must be even (given: 3)',
		]);
	});

	test('shows even what JSON cannot say', () => {
		const loop: { self?: unknown } = {};
		loop.self = loop;
		expect(issuesOf(text('name'), loop)).toEqual(['Name must be text (given: [object Object])']);
	});
});

const range = object('time_range', [
	date('since', { required: true }),
	date('until', { required: true }),
]);

const promoted = object(
	'promoted_object',
	[
		objectId('pixel_id', pixelKind),
		options('custom_event_type', ['PURCHASE', 'OTHER']),
		text('custom_event_str', { showWhen: { custom_event_type: ['OTHER'] } }),
		integer('days', { min: 1 }),
		boolean('exact', { description: 'Whether to match exactly' }),
	],
	{ wholeAsJson: true },
);

describe('object', () => {
	test('is one value made of its members', () => {
		expect(valueOf(range, { value: { since: '2026-01-01', until: '2026-01-31' } })).toEqual({
			since: '2026-01-01',
			until: '2026-01-31',
		});
	});

	test('leaves out what was left alone', () => {
		const form = {
			value: {
				pixel_id: { __rl: true, mode: 'id', value: '5' },
				custom_event_type: '',
				custom_event_str: '',
				days: '',
				exact: '',
				_json: '',
			},
		};
		expect(valueOf(promoted, form)).toEqual({ pixel_id: '5' });
		expect(valueOf(promoted, { value: { days: '' } })).toBeUndefined();
		expect(valueOf(promoted, { value: {} })).toBeUndefined();
	});

	test('sends a member only while it is shown', () => {
		const form = { custom_event_type: 'PURCHASE', custom_event_str: 'level_up' };
		expect(valueOf(promoted, { value: form })).toEqual({ custom_event_type: 'PURCHASE' });
		expect(valueOf(promoted, { value: { ...form, custom_event_type: 'other' } })).toEqual({
			custom_event_type: 'OTHER',
			custom_event_str: 'level_up',
		});
	});

	test('a member can depend on a field at the top level', () => {
		const field = object('spec', [
			text('store', { showWhen: { '/objective': ['APPS'] } }),
			text('name'),
		]);
		const raw = { value: { store: 's', name: 'n' } };
		expect(valueOf(field, raw, { ...context, top: { objective: 'APPS' } })).toEqual({
			store: 's',
			name: 'n',
		});
		expect(valueOf(field, raw, { ...context, top: { objective: 'SALES' } })).toEqual({ name: 'n' });
		expect(valueOf(field, raw)).toEqual({ name: 'n' });
	});

	test('the members of its JSON win', () => {
		const form = { days: 3, exact: 'true', _json: '{"days": 9, "rule": {}}' };
		expect(valueOf(promoted, { value: form })).toEqual({ days: 9, exact: true, rule: {} });
	});

	test('takes a plain object or JSON text, checks what it knows and keeps the rest', () => {
		const plain = { since: '2026-01-01T00:00:00', until: '2026-01-31', mode: 'new', value: 1 };
		const expected = { ...plain, since: '2026-01-01' };
		expect(valueOf(range, plain)).toEqual(expected);
		expect(valueOf(range, JSON.stringify(plain))).toEqual(expected);
		expect(issuesOf(range, '{"since": "soon", "until": "2026-01-31"}')).toEqual([
			'Time Range > Since must be a day such as 2026-03-01 (given: "soon")',
		]);
	});

	test('an object with a member named like its group stays whole', () => {
		const filter = object('filter', [text('field'), text('value')]);
		expect(valueOf(filter, { field: 'name', value: 'x' })).toEqual({ field: 'name', value: 'x' });
		expect(valueOf(filter, { value: 'x' })).toEqual({ value: 'x' });
		expect(valueOf(filter, { value: { value: 'x' } })).toEqual({ value: 'x' });
	});

	test('names every member that is wrong, with its parents', () => {
		expect(issuesOf(range, { value: { since: 'x' } })).toEqual([
			'Time Range > Since must be a day such as 2026-03-01 (given: "x")',
			'Time Range > Until is required',
		]);
		const nested = object('outer', [range]);
		expect(issuesOf(nested, { value: { time_range: { value: { since: '2026-01-01' } } } })).toEqual(
			['Outer > Time Range > Until is required'],
		);
	});

	test.each([
		['{"a"', /^Time Range is not valid JSON: .* \(given: "\{"a""\)$/],
		['[1]', /^Time Range must be an object \(given: \[1\]\)$/],
		[5, /^Time Range must be an object \(given: 5\)$/],
	])('refuses %j', (raw, issue) => {
		expect(issuesOf(range, raw)).toEqual([expect.stringMatching(issue)]);
	});
});

function membersOf(field: Field) {
	const [entry] = field.property.options ?? [];
	return 'values' in entry ? entry.values : [];
}

describe('the form of an object', () => {
	test('begins with nothing where nothing is meant to be sent', () => {
		const members = Object.fromEntries(membersOf(promoted).map((member) => [member.name, member]));
		expect(members.days).toMatchObject({ type: 'string', default: '' });
		expect(members.days).not.toHaveProperty('typeOptions');
		expect(members.exact).toMatchObject({
			type: 'options',
			default: '',
			options: [{ value: '' }, { value: 'true' }, { value: 'false' }],
		});
		expect(members.custom_event_type).toMatchObject({
			default: '',
			options: [
				{ name: 'Not Set', value: '' },
				{ name: 'Purchase', value: 'PURCHASE' },
				{ name: 'Other', value: 'OTHER' },
			],
		});
	});

	test('begins with what is required or meant', () => {
		const field = object('spec', [
			integer('share', { min: 1, required: true }),
			options('kind', ['A', 'B'], { default: 'B' }),
			options('other', ['', 'C']),
		]);
		expect(membersOf(field)).toMatchObject([
			{ name: 'share', type: 'number', default: 1, required: true },
			{ name: 'kind', default: 'B', options: [{ value: 'A' }, { value: 'B' }] },
			{ name: 'other', default: '', options: [{ value: '' }, { value: 'C' }] },
		]);
	});

	test('shows members while their condition holds, and sorts many', () => {
		const members = membersOf(promoted);
		expect(members.map(({ displayName }) => displayName)).toEqual([
			'Custom Event Str',
			'Custom Event Type',
			'Days',
			'Exact',
			'Pixel',
			'Promoted Object (JSON)',
		]);
		expect(members[0].displayOptions).toEqual({ show: { custom_event_type: ['OTHER'] } });
		expect(members[1]).not.toHaveProperty('displayOptions');
	});

	test('keeps the order of few', () => {
		expect(membersOf(range).map(({ name }) => name)).toEqual(['since', 'until']);
	});
});

describe('group', () => {
	const members = [text('name', { required: true }), integer('share', { min: 1 })];
	const cells = group('cells', members, { entryLabel: 'Cell', max: 2 });

	test('is a list of objects', () => {
		const entries = [{ name: 'a', share: '10' }, { name: 'b' }];
		const expected = [{ name: 'a', share: 10 }, { name: 'b' }];
		expect(valueOf(cells, { value: entries })).toEqual(expected);
		expect(valueOf(cells, entries)).toEqual(expected);
		expect(valueOf(cells, JSON.stringify(entries))).toEqual(expected);
	});

	test('without entries is not given, unless that clears it', () => {
		expect(valueOf(cells, { value: [] })).toBeUndefined();
		const clearing = group('cells', members, { entryLabel: 'Cell', keepEmpty: true });
		expect(valueOf(clearing, { value: [] })).toEqual([]);
		expect(valueOf(clearing, {})).toEqual([]);
	});

	test('leaves out entries without a member', () => {
		const optional = group('labels', [text('name')], { entryLabel: 'Label' });
		expect(valueOf(optional, { value: [{ name: '' }, { name: 'x' }] })).toEqual([{ name: 'x' }]);
	});

	test('names the entry and the member that is wrong', () => {
		expect(issuesOf(cells, { value: [{ name: 'a' }, { name: '', share: 'x' }] })).toEqual([
			'Cells 2 > Name is required',
			'Cells 2 > Share must be a whole number (given: "x")',
		]);
		expect(issuesOf(cells, ['a'])).toEqual(['Cells 1 must be an object (given: "a")']);
	});

	test.each([
		['{', /^Cells is not valid JSON: /],
		['{"name": "a"}', /^Cells must be a list/],
		[5, /^Cells must be a list \(given: 5\)$/],
		[
			{ value: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] },
			/^Cells must have at most 2 entries$/,
		],
	])('refuses %j', (raw, issue) => {
		expect(issuesOf(cells, raw)).toEqual([expect.stringMatching(issue)]);
	});

	test('is a collection of several entries', () => {
		expect(cells.property).toMatchObject({
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Cell',
			options: [{ name: 'value', displayName: 'Cell' }],
		});
	});
});

describe('keyValue', () => {
	const field = keyValue('tags');

	test.each([
		[{ value: [{ key: 'a', value: '1' }, { key: 'b' }] }, { a: '1', b: undefined }],
		[[{ key: 5, value: 'x' }], { 5: 'x' }],
		[{ a: 1 }, { a: 1 }],
		['{"a": 1}', { a: 1 }],
	])('reads %j', (raw, expected) => {
		expect(valueOf(field, raw)).toEqual(expected);
	});

	test('without entries is not given', () => {
		expect(valueOf(field, { value: [] })).toBeUndefined();
	});

	test.each([
		[{ value: [{ key: ' ', value: 'x' }] }, 'Tags 1 > Key is required (given: " ")'],
		['nonsense', expect.stringMatching(/^Tags is not valid JSON: /)],
		[5, 'Tags must be a JSON object such as {"key": "value"} (given: 5)'],
	])('refuses %j', (raw, issue) => {
		expect(issuesOf(field, raw)).toEqual([issue]);
	});
});
