import {
	NodeConnectionTypes,
	type IDataObject,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { createGraphClient } from '../../../nodes/shared/graph/client';
import { defineOperation } from '../../../nodes/shared/operation/define';
import {
	boolean,
	collection,
	entityList,
	group,
	integer,
	money,
	object,
	options,
	text,
} from '../../../nodes/shared/operation/fields';
import { nodeProperties } from '../../../nodes/shared/operation/properties';
import { execute } from '../../../nodes/shared/operation/run';
import type { Resources } from '../../../nodes/shared/operation/types';
import { runWorkflow, workflowWith } from '../../support/engine';
import { FakeClient, reply } from './support';

jest.mock('../../../nodes/shared/graph/client');

const TYPE = 'test.nested';

const resources: Resources = {
	thing: {
		name: 'Thing',
		operations: {
			create: defineOperation({
				name: 'Create',
				action: 'Create a thing',
				description: 'Create a thing',
				documents: [],
				request: { method: 'POST', path: '/{account}/things' },
				fields: [
					text('account', { required: true, to: false }),
					options('objective', ['SALES', 'APPS']),
					object('spec', [text('store', { showWhen: { '/objective': ['APPS'] } }), text('name')]),
				],
				additionalFields: [
					collection(
						'targeting',
						[
							collection('geo_locations', [
								entityList(
									'cities',
									{ noun: 'city' },
									{
										key: 'key',
										entryLabel: 'City',
										members: [
											integer('radius'),
											options('size', ['SMALL', 'LARGE']),
											text('only_large', { showWhen: { size: ['LARGE'] } }),
											collection('more', [boolean('flag', { description: 'Whether' })]),
										],
									},
								),
								options('kind', ['A', 'B']),
								text('only_b', { showWhen: { kind: ['B'] } }),
							]),
							text('only_apps', { showWhen: { '/objective': ['APPS'] } }),
							group('rules', [money('cap'), text('name')], { entryLabel: 'Rule' }),
							integer('age_min'),
							boolean('exact', { description: 'Whether to match exactly' }),
						],
						{ wholeAsJson: true },
					),
				],
				output: { kind: 'object' },
			}),
		},
	},
};

class NestedNode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Nested',
		name: 'nested',
		group: ['transform'],
		version: 1,
		description: 'Has nested forms',
		defaults: { name: 'Nested' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: nodeProperties(resources),
	};

	execute: INodeType['execute'] = async function () {
		return await execute(this, resources);
	};
}

/** What is sent for a form as n8n saves it, after n8n's own reading of it. */
async function sent(parameters: IDataObject, targeting: IDataObject) {
	const { error, client } = await outcome(parameters, targeting);
	expect(error).toBeUndefined();
	return client.sent.find(({ method }) => method === 'POST')?.parameters;
}

async function outcome(parameters: IDataObject, targeting: IDataObject) {
	const client = new FakeClient();
	client.answer = ({ method, path }) =>
		method === 'GET' ? reply({ currency: path === '/act_1' ? 'EUR' : 'JPY' }) : reply({ id: '1' });
	jest.mocked(createGraphClient).mockImplementation(async () => await Promise.resolve(client));
	const { error } = await runWorkflow(
		workflowWith({
			type: TYPE,
			parameters: {
				resource: 'thing',
				operation: 'create',
				account: '1',
				...parameters,
				additionalFields: { targeting },
			},
		}),
		{ nodeTypes: { [TYPE]: new NestedNode() } },
	);
	return { error, client };
}

const city = { __rl: true, mode: 'list', value: '7', cachedResultName: 'Paris' };

test('n8n keeps what was added to collections and adds nothing of its own', async () => {
	const targeting = {
		geo_locations: { cities: { value: [{ key: city, more: { flag: false } }, { key: city }] } },
		age_min: 0,
		exact: false,
	};
	expect(await sent({}, targeting)).toEqual({
		objective: 'SALES',
		targeting: {
			geo_locations: {
				cities: [
					{ key: '7', name: 'Paris', more: { flag: false } },
					{ key: '7', name: 'Paris' },
				],
			},
			age_min: 0,
			exact: false,
		},
	});
});

test('expressions are taken for members and for the whole as JSON', async () => {
	const targeting = {
		_json: '={{ ({ geo_locations: { countries: ["US"] }, age_max: 40 }) }}',
		age_min: '={{ 18 }}',
	};
	expect(await sent({}, targeting)).toMatchObject({
		targeting: { geo_locations: { countries: ['US'] }, age_min: 18, age_max: 40 },
	});
});

test('members show by what is beside them, at any depth', async () => {
	const cities = { value: [{ key: city, size: 'LARGE', only_large: 'y' }] };
	const hidden = { value: [{ key: city, size: 'SMALL', only_large: 'y' }] };
	expect(await sent({}, { geo_locations: { cities, kind: 'B', only_b: 'x' } })).toMatchObject({
		targeting: {
			geo_locations: { cities: [{ size: 'LARGE', only_large: 'y' }], kind: 'B', only_b: 'x' },
		},
	});
	expect(await sent({}, { geo_locations: { cities: hidden, kind: 'A', only_b: 'x' } })).toEqual({
		objective: 'SALES',
		targeting: {
			geo_locations: { cities: [{ key: '7', name: 'Paris', size: 'SMALL' }], kind: 'A' },
		},
	});
});

test('members show by what is at the top level, also those of an object there', async () => {
	const spec = { value: { store: 's', name: 'n' } };
	expect(await sent({ objective: 'APPS', spec }, { only_apps: 'x' })).toEqual({
		objective: 'APPS',
		spec: { store: 's', name: 'n' },
		targeting: { only_apps: 'x' },
	});
	expect(await sent({ objective: 'SALES', spec }, { only_apps: 'x', age_min: 1 })).toEqual({
		objective: 'SALES',
		spec: { name: 'n' },
		targeting: { age_min: 1 },
	});
});

test('amounts at any depth are in the unit of the form', async () => {
	const rules = { value: [{ cap: '250', name: 'a' }, { name: 'b' }] };
	expect(await sent({}, { rules })).toMatchObject({
		targeting: { rules: [{ cap: 250, name: 'a' }, { name: 'b' }] },
	});
});

describe('what was to be given and is empty', () => {
	const nothing = '={{ $json.nothing }}';
	const messageOf = async (parameters: IDataObject, targeting: IDataObject) =>
		(await outcome(parameters, targeting)).error?.message;

	test.each<[string, IDataObject, IDataObject, string]>([
		[
			'at the top level',
			{ spec: { value: { name: nothing } } },
			{ age_min: 1 },
			'Specification > Name',
		],
		['in a collection', {}, { age_min: nothing }, 'Targeting > Age Minimum'],
		[
			'at any depth',
			{},
			{ geo_locations: { cities: { value: [{ key: city, radius: nothing }] } } },
			'Targeting > Geo Locations > Cities 1 > Radius',
		],
	])('is reported %s', async (_where, parameters, targeting, label) => {
		expect(await messageOf(parameters, targeting)).toBe(
			`${label} is empty: its expression gives nothing for this item (Leave Out Empty Fields in Options sends the rest)`,
		);
	});

	test.each([{}, nothing])(
		'is reported where it was added, also as an expression that n8n drops (%j)',
		async (places) => {
			expect(await messageOf({}, { age_min: 1, geo_locations: places })).toBe(
				'Targeting > Geo Locations was added and is empty: fill it in or take it away',
			);
		},
	);

	test('is left out where the options say so', async () => {
		const leaveOut = { options: { leaveOutEmpty: true } };
		expect(await sent(leaveOut, { age_min: 1, exact: nothing })).toMatchObject({
			targeting: { age_min: 1 },
		});
	});
});
