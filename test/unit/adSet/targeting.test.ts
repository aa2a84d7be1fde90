import type { IDataObject } from 'n8n-workflow';

import { targeting } from '../../../nodes/MetaAdSet/resources/targeting';
import { createGraphClient } from '../../../nodes/shared/graph/client';
import { execute } from '../../../nodes/shared/operation/run';
import { FakeClient, FakeExecution, reply } from '../operation/support';

jest.mock('../../../nodes/shared/graph/client');

let client: FakeClient;

beforeEach(() => {
	client = new FakeClient();
	jest.mocked(createGraphClient).mockImplementation(async () => await Promise.resolve(client));
});

const account = { __rl: true, mode: 'id', value: '1001' };

async function run(operation: string, ...items: IDataObject[]) {
	const execution = new FakeExecution(
		items.map((parameters) => ({
			resource: 'targeting',
			operation,
			returnAll: true,
			additionalFields: {},
			...parameters,
		})),
	);
	return await execute(execution.functions, { targeting });
}

describe('a search is refused before anything is sent', () => {
	test.each<[string, IDataObject, string]>([
		['without a type', { type: '' }, 'Type is required'],
		['of an unknown type', { type: 'adpet' }, 'Type must be one of: adinterest, '],
		[
			'for interests without a text',
			{ type: 'adinterest' },
			'Search Text is required for this type',
		],
		[
			'for schools without a text',
			{ type: 'adeducationschool', q: ' ' },
			'Search Text is required',
		],
		[
			'for suggestions without interests',
			{ type: 'adinterestsuggestion' },
			'Interests is required',
		],
		[
			'for validation of nothing',
			{ type: 'adinterestvalid' },
			'Interests is required unless Interest IDs are given',
		],
		['for a status of nothing', { type: 'targetingoptionstatus' }, 'Targeting IDs is required'],
		['for details of no place', { type: 'adgeolocationmeta' }, 'Cities or keys of other places'],
		['around no point', { type: 'adradiussuggestion' }, 'Latitude is required'],
		[
			'around a point beyond the pole',
			{ type: 'adradiussuggestion', latitude: 91, longitude: 0 },
			'Latitude must be at most 90 (given: 91)',
		],
		['of no class', { type: 'adTargetingCategory' }, 'Class is required'],
	])('%s', async (_what, parameters, message) => {
		await expect(run('search', parameters)).rejects.toThrow(message);
		expect(client.lists).toEqual([]);
	});
});

test.each<[string, IDataObject, IDataObject]>([
	['all languages', { type: 'adlocale', q: '' }, { type: 'adlocale' }],
	['places without a text', { type: 'adgeolocation' }, { type: 'adgeolocation' }],
	[
		'interests to validate by ID',
		{ type: 'adinterestvalid', interest_fbid_list: '6003107902433' },
		{ type: 'adinterestvalid', interest_fbid_list: ['6003107902433'] },
	],
	[
		'longitudes as far as the date line',
		{ type: 'adradiussuggestion', latitude: -90, longitude: 180, distance_unit: 'kilometer' },
		{ type: 'adradiussuggestion', latitude: -90, longitude: 180, distance_unit: 'kilometer' },
	],
	[
		'only what is of the type, whatever other fields still hold',
		{ type: 'adlocale', q: 'en', class: 'behaviors', interest_list: 'Soccer' },
		{ type: 'adlocale', q: 'en' },
	],
])('a search sends %s', async (_what, parameters, sent) => {
	await run('search', parameters);
	expect(client.lists.map(({ request }) => request)).toEqual([
		{ method: 'GET', path: '/search', useCase: 'ads_management', parameters: sent },
	]);
});

describe('validation', () => {
	test('needs something to validate', async () => {
		await expect(run('validate', { ad_account: account })).rejects.toThrow(
			'Targeting List is required unless IDs or Names are given',
		);
	});

	test.each<[IDataObject, IDataObject]>([
		[{ id_list: '1, 2' }, { id_list: ['1', '2'] }],
		[{ name_list: 'Soccer' }, { name_list: ['Soccer'] }],
	])('takes %j alone', async (additionalFields, parameters) => {
		await run('validate', { ad_account: account, additionalFields });
		expect(client.lists[0].request.parameters).toEqual(parameters);
	});
});

test('suggestions ask for no more than Meta gives at once', async () => {
	await run('suggest', { ad_account: account, targeting_list: [{ type: 'interests', id: '1' }] });
	expect(client.lists[0].options.pageSize).toBe(45);
});

describe('estimates', () => {
	const inCountry = (country: string) => ({
		ad_account: account,
		optimization_goal: 'REACH',
		targeting: { geo_locations: { countries: [country] } },
	});

	test('of up to 50 items travel together', async () => {
		client.answer = (_request, number) =>
			reply({ data: { users_lower_bound: number, estimate_ready: true } });
		const countries = Array.from({ length: 50 }, () => 'US');
		const [items] = await run('getReachEstimate', ...countries.map(inCountry));
		expect(client.batches).toHaveLength(1);
		expect(client.batches[0].requests).toHaveLength(50);
		expect(items[49]).toEqual({
			json: { users_lower_bound: 49, estimate_ready: true },
			pairedItem: { item: 49 },
		});
	});

	test.each(['getReachEstimate', 'getDeliveryEstimate'])('%s needs a targeting', async (name) => {
		await expect(run(name, { ...inCountry('US'), targeting: {} })).rejects.toThrow(
			'Targeting is required',
		);
		expect(client.sent).toEqual([]);
	});

	test('of what contradicts itself are refused', async () => {
		const spec = { ...inCountry('US').targeting, age_min: 40, age_max: 30 };
		await expect(run('getReachEstimate', { ...inCountry('US'), targeting: spec })).rejects.toThrow(
			/^Targeting > /,
		);
	});

	test('that Meta cannot give are empty items', async () => {
		client.answer = () => reply({ data: [] });
		const [items] = await run('getDeliveryEstimate', inCountry('US'));
		expect(items).toEqual([{ json: {}, pairedItem: { item: 0 } }]);
	});
});
