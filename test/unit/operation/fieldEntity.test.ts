import {
	entity,
	entityList,
	integer,
	type ObjectKind,
} from '../../../nodes/shared/operation/fields';
import { issuesOf, valueOf } from './support';

const interestKind: ObjectKind = {
	noun: 'interest',
	searchListMethod: 'searchInterests',
	searchFilterRequired: true,
};
const zipKind: ObjectKind = {
	noun: 'zip code',
	idPattern: /^[A-Z]{2}:\w+$/,
	exampleId: 'US:94304',
};

const chosen = (value: string, cachedResultName = 'Golf') => ({
	__rl: true,
	mode: 'list',
	value,
	cachedResultName,
});
const typed = (value: unknown) => ({ __rl: true, mode: 'id', value });

describe('an entity', () => {
	const interest = entity('interest', interestKind);

	test.each([
		['chosen from a list', chosen('6003107902433'), { id: '6003107902433', name: 'Golf' }],
		[
			'chosen from a list that shows more than its name',
			chosen('6003107902433', 'Golf · 500M people, Interests > Sports'),
			{ id: '6003107902433', name: 'Golf' },
		],
		['typed', typed('6003107902433'), { id: '6003107902433' }],
		['typed over what was chosen', { ...chosen('7'), mode: 'id' }, { id: '7' }],
		['text', ' 6003107902433 ', { id: '6003107902433' }],
		['a number', 6003107902433, { id: '6003107902433' }],
		['an object', { id: '7', name: 'Golf', topic: 'x' }, { id: '7', name: 'Golf', topic: 'x' }],
		['JSON text', '{"id": "7", "name": "Golf"}', { id: '7', name: 'Golf' }],
	])('%s', (_what, raw, expected) => {
		expect(valueOf(interest, raw)).toEqual(expected);
	});

	test.each([['golf'], [typed('golf')], [{ name: 'Golf' }], [['7']], ['{"id"'], [true]])(
		'is not %j',
		(raw) => {
			expect(issuesOf(interest, raw)).toEqual([
				expect.stringMatching(/^Interest must be an interest ID: digits such as 1234567890/),
			]);
		},
	);

	test('can have a key instead of an ID', () => {
		const zip = entity('zip', zipKind, { key: 'key' });
		expect(valueOf(zip, chosen('US:94304', '94304'))).toEqual({ key: 'US:94304', name: '94304' });
		expect(valueOf(zip, { key: 'US:94304' })).toEqual({ key: 'US:94304' });
		expect(issuesOf(zip, '94304 US')).toEqual([
			'Zip must be a zip code ID such as US:94304 (given: "94304 US")',
		]);
	});

	test('is a picker with a search', () => {
		expect(interest.property).toMatchObject({
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			modes: [
				{
					name: 'list',
					typeOptions: { searchListMethod: 'searchInterests', searchFilterRequired: true },
				},
				{ name: 'id' },
			],
		});
	});
});

describe('a list of entities', () => {
	const interests = entityList('interests', interestKind, { entryLabel: 'Interest', max: 3 });
	const zips = entityList('zips', zipKind, {
		key: 'key',
		entryLabel: 'Zip Code',
		members: [integer('radius', { min: 1 })],
	});

	test('has one picker per entry', () => {
		expect(interests.property).toMatchObject({
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Interest',
			options: [{ values: [{ name: 'id', displayName: 'Interest', type: 'resourceLocator' }] }],
		});
		expect(valueOf(interests, { value: [{ id: chosen('7') }, { id: typed('8') }] })).toEqual([
			{ id: '7', name: 'Golf' },
			{ id: '8' },
		]);
	});

	test.each([
		['IDs in text', '6003107902433, 6003139266461'],
		['IDs in JSON text', '["6003107902433", "6003139266461"]'],
		['a list of IDs', ['6003107902433', 6003139266461]],
		['a list of pickers', [typed('6003107902433'), typed('6003139266461')]],
		['a list of objects', [{ id: '6003107902433' }, { id: 6003139266461 }]],
	])('is read from %s', (_what, raw) => {
		const read = valueOf(interests, raw);
		const expected = [{ id: '6003107902433' }, { id: '6003139266461' }];
		expect(read).toEqual(expected);
	});

	test('of one number is a list of one', () => {
		expect(valueOf(interests, 7)).toEqual([{ id: '7' }]);
	});

	test('keeps the names of objects and what else they have', () => {
		const given = [{ id: '7', name: 'Golf', topic: 'x' }];
		expect(valueOf(interests, given)).toEqual(given);
		expect(valueOf(interests, JSON.stringify(given))).toEqual(given);
	});

	test('can have more members in an entry', () => {
		expect(valueOf(zips, { value: [{ key: chosen('US:94304', '94304'), radius: '5' }] })).toEqual([
			{ key: 'US:94304', name: '94304', radius: 5 },
		]);
		expect(valueOf(zips, [{ key: 'US:94304', radius: 5 }, 'US:94305'])).toEqual([
			{ key: 'US:94304', radius: 5 },
			{ key: 'US:94305' },
		]);
	});

	test('names the entry that is wrong', () => {
		expect(issuesOf(interests, { value: [{ id: typed('7') }, { id: typed('') }] })).toEqual([
			'Interests 2 > Interest is required',
		]);
		expect(issuesOf(interests, '7, golf')).toEqual([
			'Interests 2 > Interest must be an interest ID: digits such as 1234567890 (given: "golf")',
		]);
		expect(issuesOf(zips, [{ key: 'US:94304', radius: 'x' }])).toEqual([
			'Zips 1 > Radius must be a whole number (given: "x")',
		]);
		expect(issuesOf(interests, '1, 2, 3, 4')).toEqual(['Interests must have at most 3 entries']);
	});

	test('without entries is not given', () => {
		expect(valueOf(interests, { value: [] })).toBeUndefined();
		expect(valueOf(interests, ' ')).toBeUndefined();
	});
});
