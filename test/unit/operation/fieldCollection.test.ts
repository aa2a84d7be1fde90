import type { INodeProperties } from 'n8n-workflow';

import {
	boolean,
	collection,
	group,
	integer,
	object,
	options,
	text,
} from '../../../nodes/shared/operation/fields';
import { issuesOf, valueOf, context } from './support';

const places = collection('geo_locations', [
	text('countries', { keepEmpty: true }),
	group('cities', [text('key', { required: true }), integer('radius', { min: 1 })], {
		entryLabel: 'City',
	}),
]);

const targeting = collection(
	'targeting',
	[
		places,
		integer('age_min'),
		boolean('exact', { description: 'Whether to match exactly' }),
		options('kind', ['A', 'B']),
		text('note', { showWhen: { kind: ['B'] } }),
		text('store', { showWhen: { '/objective': ['APPS'] } }),
		object('range', [integer('from'), integer('to')]),
	],
	{ wholeAsJson: true },
);

describe('collection', () => {
	test('sends what was added, also with the value it began with', () => {
		expect(valueOf(targeting, { age_min: 0, exact: false, kind: 'A' })).toEqual({
			age_min: 0,
			exact: false,
			kind: 'A',
		});
	});

	test('sends nothing of what was added and left empty', () => {
		const form = { geo_locations: {}, note: '', range: { value: { from: '', to: '' } }, _json: '' };
		expect(valueOf(targeting, form)).toBeUndefined();
		expect(valueOf(targeting, {})).toBeUndefined();
		expect(valueOf(targeting, { geo_locations: { countries: '' } })).toEqual({
			geo_locations: { countries: '' },
		});
	});

	test('holds collections, groups and objects', () => {
		const form = {
			geo_locations: {
				cities: {
					value: [
						{ key: '7', radius: '12' },
						{ key: '8', radius: '' },
					],
				},
			},
			range: { value: { from: '1', to: '' } },
		};
		expect(valueOf(targeting, form)).toEqual({
			geo_locations: { cities: [{ key: '7', radius: 12 }, { key: '8' }] },
			range: { from: 1 },
		});
	});

	test('can stand in an object and in the entries of a group', () => {
		const inner = collection('more', [integer('days')]);
		expect(valueOf(object('outer', [inner]), { value: { more: { days: 2 } } })).toEqual({
			more: { days: 2 },
		});
		const list = group('list', [text('name'), inner], { entryLabel: 'Entry' });
		expect(valueOf(list, { value: [{ name: 'a', more: {} }, { more: { days: 0 } }] })).toEqual([
			{ name: 'a' },
			{ more: { days: 0 } },
		]);
	});

	test('a member that is not shown is not sent', () => {
		expect(valueOf(targeting, { kind: 'A', note: 'n' })).toEqual({ kind: 'A' });
		expect(valueOf(targeting, { kind: 'B', note: 'n' })).toEqual({ kind: 'B', note: 'n' });
		expect(valueOf(targeting, { note: 'n' })).toBeUndefined();
		const inStore = { ...context, top: { objective: 'APPS' } };
		expect(valueOf(targeting, { store: 's' }, inStore)).toEqual({ store: 's' });
		expect(valueOf(targeting, { store: 's' })).toBeUndefined();
	});

	test('takes objects and JSON text, checks what it knows and keeps the rest', () => {
		const given = { age_min: '18', new_one: { a: [1] }, geo_locations: '{"cities":[{"key":"7"}]}' };
		const expected = { ...given, age_min: 18, geo_locations: { cities: [{ key: '7' }] } };
		expect(valueOf(targeting, given)).toEqual(expected);
		expect(valueOf(targeting, JSON.stringify(given))).toEqual(expected);
	});

	test('the members of its JSON win', () => {
		expect(valueOf(targeting, { age_min: 18, _json: '{"age_min": 21, "rule": 1}' })).toEqual({
			age_min: 21,
			rule: 1,
		});
	});

	test('names all that is wrong, with its parents', () => {
		const form = { geo_locations: { cities: { value: [{ radius: 'x' }] } }, age_min: 'y' };
		expect(issuesOf(targeting, form)).toEqual([
			'Targeting > Geo Locations > Cities 1 > Key is required',
			'Targeting > Geo Locations > Cities 1 > Radius must be a whole number (given: "x")',
			'Targeting > Age Minimum must be a whole number (given: "y")',
		]);
	});

	test('misses a required member once any other is given', () => {
		const field = collection('spec', [text('name', { required: true }), integer('days')]);
		expect(issuesOf(field, { days: 1 })).toEqual(['Specification > Name is required']);
		expect(issuesOf(field, { name: ' ' })).toEqual(['Specification > Name is required']);
		expect(issuesOf(field, { name: 'n' })).toEqual([]);
	});

	test.each([
		['{"a"', /^Targeting is not valid JSON: /],
		['[1]', /^Targeting must be an object \(given: \[1\]\)$/],
		[5, /^Targeting must be an object \(given: 5\)$/],
	])('refuses %j', (raw, issue) => {
		expect(issuesOf(targeting, raw)).toEqual([expect.stringMatching(issue)]);
	});
});

describe('the form of a collection', () => {
	const members = (targeting.property.options ?? []) as INodeProperties[];
	const byName = Object.fromEntries(members.map((member) => [member.name, member]));

	test('is an n8n collection that begins empty', () => {
		expect(targeting.property).toMatchObject({
			type: 'collection',
			default: {},
			placeholder: 'Add Targeting Field',
		});
	});

	test('offers members as they are, many by the alphabet', () => {
		expect(members.map(({ displayName }) => displayName)).toEqual([
			'Age Minimum',
			'Exact',
			'Geo Locations',
			'Kind',
			'Note',
			'Range',
			'Store',
			'Targeting (JSON)',
		]);
		expect(byName.age_min).toMatchObject({ type: 'number', default: 0 });
		expect(byName.exact).toMatchObject({ type: 'boolean', default: false });
		expect(byName.geo_locations).toMatchObject({ type: 'collection', default: {} });
		expect(places.property.options?.map(({ name }) => name)).toEqual(['countries', 'cities']);
	});

	test('shows a member by what is beside it or at the top level', () => {
		expect(byName.note.displayOptions).toEqual({ show: { kind: ['B'] } });
		expect(byName.store.displayOptions).toEqual({ show: { '/objective': ['APPS'] } });
		expect(byName.kind).not.toHaveProperty('displayOptions');
	});
});
