import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';

import { defineOperation, defineResource } from '../../../nodes/shared/operation/define';
import { collection, integer, money, options, text } from '../../../nodes/shared/operation/fields';
import { nodeProperties } from '../../../nodes/shared/operation/properties';
import type { Field, Operation } from '../../../nodes/shared/operation/types';

function operation(
	name: string,
	fields: Field[],
	additionalFields: Field[] = [],
	method: 'GET' | 'POST' | 'DELETE' = 'DELETE',
): Operation {
	return defineOperation({
		name,
		action: `${name} it`,
		description: `${name} something`,
		documents: [],
		request: { method, path: '/' },
		fields,
		additionalFields,
		output: { kind: 'object' },
	});
}

function propertiesOf(operations: Record<string, Operation>): INodeProperties[] {
	return nodeProperties({ thing: defineResource({ name: 'Thing', operations }) });
}

function named(properties: INodeProperties[], name: string): INodeProperties[] {
	return properties.filter((property) => property.name === name);
}

const id = text('id', { required: true });

describe('resource and operation', () => {
	const properties = nodeProperties({
		second: { name: 'Zebra', operations: { b: operation('Beta', []), a: operation('Alpha', []) } },
		first: { name: 'Ant', description: 'Small', operations: { b: operation('Beta', []) } },
	});

	test('come first, after the kind of credential', () => {
		expect(properties.map(({ name }) => name)).toEqual([
			'authentication',
			'resource',
			'operation',
			'operation',
			'options',
		]);
	});

	test('are listed by the alphabet and begin with the first one stated', () => {
		const [resource] = named(properties, 'resource');
		expect(resource).toMatchObject({
			default: 'second',
			noDataExpression: true,
			options: [
				{ name: 'Ant', value: 'first', description: 'Small' },
				{ name: 'Zebra', value: 'second' },
			],
		});
		const [operations] = named(properties, 'operation');
		expect(operations).toMatchObject({
			default: 'b',
			displayOptions: { show: { resource: ['second'] } },
			options: [
				{ name: 'Alpha', value: 'a', action: 'Alpha it', description: 'Alpha something' },
				{ name: 'Beta', value: 'b' },
			],
		});
	});
});

describe('fields at the top level', () => {
	test('that are the same stand once, for all operations that have them', () => {
		const properties = propertiesOf({
			get: operation('Get', [id]),
			update: operation('Update', [text('id', { required: true }), text('name')]),
		});
		expect(named(properties, 'id')).toEqual([
			expect.objectContaining({
				displayOptions: { show: { resource: ['thing'], operation: ['get', 'update'] } },
			}),
		]);
		expect(named(properties, 'name')[0].displayOptions).toEqual({
			show: { resource: ['thing'], operation: ['update'] },
		});
	});

	test('of one name that differ stay apart', () => {
		const properties = propertiesOf({
			get: operation('Get', [text('name')]),
			create: operation('Create', [text('name', { required: true })]),
		});
		expect(
			named(properties, 'name').map(({ displayOptions }) => displayOptions?.show?.operation),
		).toEqual([['get'], ['create']]);
	});

	test('can have variants within one operation', () => {
		const properties = propertiesOf({
			create: operation('Create', [
				options('kind', ['A', 'B']),
				text('value', { showWhen: { kind: ['A'] } }),
				integer('value', { showWhen: { kind: ['B'] } }),
			]),
		});
		expect(named(properties, 'value')).toMatchObject([
			{ type: 'string', displayOptions: { show: { kind: ['A'], operation: ['create'] } } },
			{ type: 'number', displayOptions: { show: { kind: ['B'], operation: ['create'] } } },
		]);
	});

	test("keep every operation's order", () => {
		const names = ['a', 'b', 'c', 'd', 'e', 'f'];
		fc.assert(
			fc.property(fc.array(fc.subarray(names), { minLength: 1, maxLength: 5 }), (forms) => {
				const operations = forms.map((form, index) => [
					`o${index}`,
					operation(
						`O${index}`,
						form.map((name) => text(name)),
					),
				]);
				const properties = propertiesOf(Object.fromEntries(operations));
				for (const form of forms) {
					const shown = properties.filter(({ name }) => form.includes(name));
					expect(shown.map(({ name }) => name)).toEqual(form);
				}
			}),
		);
	});

	test('of operations that contradict each other are all there', () => {
		const [a, b] = [text('a'), text('b')];
		const properties = propertiesOf({
			one: operation('One', [a, b]),
			two: operation('Two', [b, a]),
		});
		expect(properties.map(({ name }) => name).slice(3, -1)).toEqual(['a', 'b']);
	});
});

describe('additional fields', () => {
	const properties = propertiesOf({
		get: operation('Get', [], [text('common')]),
		create: operation(
			'Create',
			[],
			[text('common'), text('zone'), text('beta', { showWhen: { '/kind': ['A'], zone: ['z'] } })],
			'POST',
		),
		remove: operation('Remove', [id]),
	});
	const [collection] = named(properties, 'additionalFields');
	const members = (collection.options ?? []) as INodeProperties[];
	const shownFor = Object.fromEntries(
		members.map((member) => [member.name, member.displayOptions]),
	);

	test('are one collection for the operations that have some', () => {
		expect(collection.displayOptions).toEqual({
			show: { resource: ['thing'], operation: ['get', 'create'] },
		});
		expect(collection).toMatchObject({ type: 'collection', default: {}, placeholder: 'Add Field' });
	});

	test('say for which operations they are, unless for all of these', () => {
		expect(shownFor.common).toBeUndefined();
		expect(shownFor.zone).toEqual({ show: { '/operation': ['create'] } });
		expect(shownFor.beta).toEqual({
			show: { '/operation': ['create'], '/kind': ['A'], zone: ['z'] },
		});
	});

	test('of requests that take parameters end with free ones', () => {
		expect(shownFor.additionalParameters).toEqual({ show: { '/operation': ['create'] } });
		const read = propertiesOf({ get: operation('Get', [id], [], 'GET') });
		expect(named(read, 'additionalFields')).toHaveLength(1);
	});

	test('are absent where no operation has any', () => {
		const plain = propertiesOf({ get: operation('Get', [id]) });
		expect(named(plain, 'additionalFields')).toEqual([]);
	});

	test('are sorted by label when there are many', () => {
		const many = ['e', 'd', 'c', 'b', 'a'].map((name) => text(name));
		const [sorted] = named(propertiesOf({ get: operation('Get', [], many) }), 'additionalFields');
		expect(sorted.options?.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e']);
	});
});

describe('amounts', () => {
	const budget = money('budget');
	const unit = (name: string) => ({ show: expect.objectContaining({ [name]: expect.anything() }) });

	test('of the form are in the unit that is chosen before them', () => {
		const properties = propertiesOf({
			create: operation('Create', [id, budget, text('name')], [text('note')], 'POST'),
		});
		expect(properties.map(({ displayName }) => displayName).slice(3, -2)).toEqual([
			'ID',
			'Amounts In',
			'Budget (Minor Units)',
			'Budget (Currency)',
			'Name',
		]);
		expect(named(properties, 'amounts_in')).toMatchObject([
			{ default: 'minorUnits', noDataExpression: true },
		]);
		const both = ['budget', 'budget_in_currency'];
		expect(both.flatMap((name) => named(properties, name))).toMatchObject([
			{ displayOptions: { show: { operation: ['create'], amounts_in: ['minorUnits'] } } },
			{ displayOptions: { show: { operation: ['create'], amounts_in: ['accountCurrency'] } } },
		]);
	});

	test.each([
		['in additional fields', [], [budget]],
		['anywhere inside of additional fields', [], [collection('a', [collection('b', [budget])])]],
	])('%s have the unit at the top level', (_where, fields, additional) => {
		const properties = propertiesOf({
			create: operation('Create', [id, ...fields], additional, 'POST'),
			get: operation('Get', [id], [text('note')]),
		});
		expect(named(properties, 'amounts_in').map(({ displayOptions }) => displayOptions)).toEqual([
			{ show: { resource: ['thing'], operation: ['create'] } },
		]);
		const amounts = everyProperty(properties).filter(({ name }) =>
			['budget', 'budget_in_currency'].includes(name),
		);
		expect(amounts.map(({ displayOptions }) => displayOptions)).toEqual([
			unit('/amounts_in'),
			unit('/amounts_in'),
		]);
	});

	test('of none, no unit', () => {
		expect(named(propertiesOf({ get: operation('Get', [id]) }), 'amounts_in')).toEqual([]);
	});
});

function everyProperty(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => [
		property,
		...everyProperty(
			(property.options ?? []).flatMap((option) => ('type' in option ? [option] : [])),
		),
	]);
}

test('every node has the same options', () => {
	const properties = propertiesOf({ get: operation('Get', [id]) });
	const [collection] = named(properties, 'options');
	expect(collection.options?.map(({ name }) => name).sort()).toEqual([
		'apiVersion',
		'batchSize',
		'batchesAtOnce',
		'leaveOutEmpty',
		'maxWait',
		'sendUnusual',
		'usageInOutput',
	]);
});

test('lists get Return All, Limit and the choice of output', () => {
	const list: Operation = {
		...operation('Get Many', [id]),
		run: undefined,
		request: { method: 'GET', path: '/' },
		output: { kind: 'list', readable: { fields: [{ name: 'id' }], simplified: ['id'] } },
	};
	const names = propertiesOf({ list }).map(({ name }) => name);
	expect(names.slice(3)).toEqual([
		'id',
		'returnAll',
		'limit',
		'output',
		'outputFields',
		'moreFields',
		'additionalFields',
		'options',
	]);
});
