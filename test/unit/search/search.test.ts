import {
	NodeApiError,
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeProperties,
	type JsonObject,
} from 'n8n-workflow';

import { createGraphClient } from '../../../nodes/shared/graph/client';
import {
	GraphError,
	type GraphParameters,
	type GraphRequest,
} from '../../../nodes/shared/graph/types';
import { listSearches, listSearchOf } from '../../../nodes/shared/search';
import type { ListSearch } from '../../../nodes/shared/search/searchEdge';
import { FakeClient, FakeExecution, graphError } from '../operation/support';

jest.mock('../../../nodes/shared/graph/client');

const { searchAdAccounts, searchBusinesses, searchCampaigns } = listSearches;

let requests: GraphRequest[];
let pages: Array<JsonObject | Error>;

beforeEach(() => {
	requests = [];
	pages = [];
	const client = new FakeClient();
	client.request = async (request) => {
		requests.push(request);
		const body = pages[requests.length - 1] ?? { data: [] };
		if (body instanceof Error) throw body;
		return await Promise.resolve({ body: body as never, headers: {}, statusCode: 200 });
	};
	jest
		.mocked(createGraphClient)
		.mockReset()
		.mockImplementation(async () => await Promise.resolve(client));
});

/** What a picker has around it: the node and what its form says. */
function picker(parameters: JsonObject = {}): ILoadOptionsFunctions {
	const context: Partial<ILoadOptionsFunctions> = {
		getNode: () => new FakeExecution([]).getNode(),
		getCurrentNodeParameter: (name) => parameters[name] as string,
	};
	return context as ILoadOptionsFunctions;
}

const inAccount = picker({ ad_account: { __rl: true, mode: 'id', value: 'act_1001' } });

const account = (number: number) => ({
	id: `act_${number}`,
	account_id: String(number),
	name: `Shop ${number}`,
	currency: 'EUR',
});

const accounts = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_unused, index) => account(from + index));

const pageOf = (data: JsonObject[], after?: string): JsonObject => ({
	data,
	paging: { cursors: { after: after ?? 'end' }, ...(after ? { next: 'https://example' } : {}) },
});

describe('ad accounts', () => {
	test('are shown with number and currency, and open in Ads Manager', async () => {
		pages = [pageOf([account(7)])];
		expect(await searchAdAccounts.call(picker())).toEqual({
			results: [
				{
					name: 'Shop 7 (7, EUR)',
					value: '7',
					url: 'https://adsmanager.facebook.com/adsmanager/manage/campaigns?act=7',
				},
			],
		});
		expect(requests).toEqual([
			{
				method: 'GET',
				path: '/me/adaccounts',
				parameters: { fields: 'name,account_id,currency', limit: 100 },
			},
		]);
	});

	test('go on where the page before ended', async () => {
		pages = [pageOf(accounts(1, 100), 'A'), pageOf(accounts(101, 110))];
		const { results, paginationToken } = await searchAdAccounts.call(picker());
		expect(results).toHaveLength(100);
		expect(paginationToken).toBe('A');
		const rest = await searchAdAccounts.call(picker(), '', paginationToken as string);
		expect(rest.results).toHaveLength(10);
		expect(rest.paginationToken).toBeUndefined();
		expect(requests.map(({ parameters }) => parameters?.after)).toEqual([undefined, 'A']);
	});

	test.each([[' SHOP 105 '], ['105']])('are found on a later page by %j', async (typed) => {
		pages = [pageOf(accounts(1, 100), 'A'), pageOf(accounts(101, 110), 'B'), pageOf([])];
		const { results } = await searchAdAccounts.call(picker(), typed);
		expect(results.map(({ value }) => value)).toEqual(['105']);
		expect(requests).toHaveLength(3);
	});

	test('are not read without end while nothing matches', async () => {
		pages = Array.from({ length: 50 }, (_unused, index) => pageOf(accounts(1, 3), `A${index}`));
		expect(await searchAdAccounts.call(picker(), 'nothing')).toEqual({
			results: [],
			paginationToken: 'A4',
		});
		expect(requests).toHaveLength(5);
	});

	test('do not make a person wait for rate limits', async () => {
		await searchAdAccounts.call(picker());
		expect(jest.mocked(createGraphClient).mock.calls[0][1]).toEqual({ maxWait: 5_000 });
	});
});

test('businesses are shown by name', async () => {
	pages = [pageOf([{ id: '5', name: 'Brand' }])];
	expect(await searchBusinesses.call(picker())).toEqual({
		results: [{ name: 'Brand', value: '5' }],
	});
	expect(requests[0].path).toBe('/me/businesses');
});

describe('campaigns', () => {
	test('are those of the chosen ad account, shown with their status', async () => {
		pages = [pageOf([{ id: '9', name: 'Spring', effective_status: 'CAMPAIGN_PAUSED' }])];
		expect(await searchCampaigns.call(inAccount)).toEqual({
			results: [
				{
					name: 'Spring (campaign paused)',
					value: '9',
					url: 'https://adsmanager.facebook.com/adsmanager/manage/campaigns?act=1001&selected_campaign_ids=9',
				},
			],
		});
		expect(requests[0].path).toBe('/act_1001/campaigns');
		expect(requests[0].parameters).not.toHaveProperty('filtering');
	});

	test('are filtered by Meta', async () => {
		await searchCampaigns.call(inAccount, ' spring ');
		expect(requests[0].parameters).toMatchObject({
			filtering: [{ field: 'name', operator: 'CONTAIN', value: 'spring' }],
		});
	});

	test.each([[''], [undefined], [{ __rl: true, mode: 'id', value: 'x' }]])(
		'need an ad account: %j',
		async (adAccount) => {
			const context = picker({ ad_account: adAccount as never });
			await expect(searchCampaigns.call(context)).rejects.toBeInstanceOf(NodeOperationError);
			await expect(searchCampaigns.call(context)).rejects.toThrow('Choose an ad account first');
			expect(requests).toEqual([]);
		},
	);
});

test.each([
	['ad sets', 'searchAdSets', '/act_1001/adsets', 'selected_adset_ids'],
	['ads', 'searchAds', '/act_1001/ads', 'selected_ad_ids'],
])('%s are those of the chosen ad account, found by name', async (_what, search, path, query) => {
	pages = [pageOf([{ id: '9', name: 'Spring', effective_status: 'ACTIVE' }])];
	expect(await listSearches[search].call(inAccount, 'spr')).toEqual({
		results: [
			{
				name: 'Spring (active)',
				value: '9',
				url: `https://adsmanager.facebook.com/adsmanager/manage/campaigns?act=1001&${query}=9`,
			},
		],
	});
	expect(requests[0].path).toBe(path);
	expect(requests[0].parameters).toMatchObject({
		filtering: [{ field: 'name', operator: 'CONTAIN', value: 'spr' }],
	});
});

test('videos are those of the chosen ad account, shown with their day', async () => {
	pages = [
		pageOf([
			{ id: '9', title: 'Spring', updated_time: '2026-03-01T09:00:00+0000' },
			{ id: '8', updated_time: '2026-02-01T09:00:00+0000' },
		]),
	];
	expect(await listSearches.searchAdVideos.call(inAccount)).toEqual({
		results: [
			{ name: 'Spring · 2026-03-01', value: '9' },
			{ name: 'Video 8 · 2026-02-01', value: '8' },
		],
	});
	expect(requests[0].path).toBe('/act_1001/advideos');
});

describe('Instagram media', () => {
	const withInstagram = picker({ instagram_account: { __rl: true, mode: 'id', value: '1784' } });
	const { searchInstagramMedia } = listSearches;

	test('are the videos of the chosen account, by the first line of their text', async () => {
		const permalink = 'https://www.instagram.com/p/1/';
		const timestamp = '2026-03-01T09:00:00+0000';
		pages = [
			pageOf([
				{ id: '1', media_type: 'VIDEO', caption: 'Summer\nshoes', permalink, timestamp },
				{ id: '2', media_type: 'IMAGE', caption: 'Winter', permalink, timestamp },
				{ id: '3', media_type: 'VIDEO', caption: '🎬'.repeat(61), timestamp },
				{ id: '4', media_type: 'VIDEO' },
			]),
		];
		expect(await searchInstagramMedia.call(withInstagram)).toEqual({
			results: [
				{ name: 'Summer · 2026-03-01', value: '1', url: permalink },
				{ name: `${'🎬'.repeat(57)}... · 2026-03-01`, value: '3' },
				{ name: 'Video 4', value: '4' },
			],
		});
		expect(requests[0].path).toBe('/1784/media');
	});

	test('need an account', async () => {
		await expect(searchInstagramMedia.call(inAccount)).rejects.toThrow(
			'Choose an Instagram account first',
		);
		expect(requests).toEqual([]);
	});
});

describe('other objects are listed with what tells them apart', () => {
	const size = { approximate_count_lower_bound: 1000, approximate_count_upper_bound: 1200 };
	const unknownSize = { approximate_count_lower_bound: -1, approximate_count_upper_bound: -1 };

	test.each<[string, string, JsonObject, string]>([
		[
			'searchPages',
			'/me/accounts',
			{ name: 'Shop', category: 'Clothing store' },
			'Shop · Clothing store',
		],
		['searchInstagramAccounts', '/act_1001/instagram_accounts', { username: 'shop' }, '@shop'],
		['searchPixels', '/act_1001/adspixels', { name: 'Web' }, 'Web'],
		['searchApplications', '/act_1001/advertisable_applications', { name: 'App' }, 'App'],
		[
			'searchCustomConversions',
			'/act_1001/customconversions',
			{ name: 'Big order', custom_event_type: 'ADD_TO_CART' },
			'Big order · add to cart',
		],
		[
			'searchCustomAudiences',
			'/act_1001/customaudiences',
			{ name: 'Buyers', subtype: 'WEBSITE', ...size },
			'Buyers · website, 1K to 1.2K people',
		],
		[
			'searchCustomAudiences',
			'/act_1001/customaudiences',
			{ name: 'New', subtype: 'CUSTOM', ...unknownSize },
			'New · custom',
		],
		[
			'searchProductSets',
			'/77/product_sets',
			{ name: 'Shoes', product_count: 12 },
			'Shoes · 12 products',
		],
	])('%s reads %s', async (method, path, row, shown) => {
		pages = [pageOf([{ id: '9', ...row }])];
		const form = picker({ ad_account: 'act_1001', product_catalog_id: '77' });
		expect(await listSearches[method].call(form)).toEqual({
			results: [
				{
					name: shown,
					value: '9',
					...(method === 'searchPages' ? { url: 'https://www.facebook.com/9' } : {}),
				},
			],
		});
		expect(requests[0].path).toBe(path);
		const asked = String(requests[0].parameters?.fields).split(',');
		expect(Object.keys(row).filter((field) => !asked.includes(field))).toEqual([]);
	});

	test('catalogs are those of every business, its own and shared ones', async () => {
		const owned = { data: [{ id: '1', name: 'Shoes' }] };
		const shared = { data: [{ id: '2', name: 'Bags' }] };
		pages = [
			pageOf([
				{ id: '5', name: 'Brand', owned_product_catalogs: owned, client_product_catalogs: shared },
				{ id: '6', name: 'Empty' },
			]),
		];
		expect(await listSearches.searchCatalogs.call(picker())).toEqual({
			results: [
				{ name: 'Shoes · Brand', value: '1' },
				{ name: 'Bags · Brand', value: '2' },
			],
		});
		expect(requests[0]).toMatchObject({
			path: '/me/businesses',
			parameters: {
				fields:
					'name,owned_product_catalogs.limit(100){name},client_product_catalogs.limit(100){name}',
			},
		});
	});

	test('product sets are those of the catalog beside the picker rather than at the top', async () => {
		const form = picker({ '&product_catalog_id': '88', product_catalog_id: '77' });
		await listSearches.searchProductSets.call(form);
		expect(requests[0].path).toBe('/88/product_sets');
	});

	test('product sets need a catalog', async () => {
		await expect(listSearches.searchProductSets.call(picker())).rejects.toThrow(
			'Choose a catalog first',
		);
		expect(requests).toEqual([]);
	});
});

describe('the targeting search', () => {
	const people = {
		id: '6003107902433',
		name: 'Football',
		path: ['Interests', 'Sports', 'Football'],
		audience_size_lower_bound: 1_000_000,
		audience_size_upper_bound: 1_234_567,
	};
	const shownPeople = 'Football · 1M to 1.23M people, Interests > Sports';
	const place = { key: '777', name: 'Paris', region: 'Texas', country_name: 'United States' };

	test.each<[string, GraphParameters, JsonObject, string, string]>([
		['searchInterests', { type: 'adinterest', q: 'foo' }, people, shownPeople, people.id],
		['searchWorkEmployers', { type: 'adworkemployer', q: 'foo' }, people, shownPeople, people.id],
		['searchWorkPositions', { type: 'adworkposition', q: 'foo' }, people, shownPeople, people.id],
		[
			'searchEducationSchools',
			{ type: 'adeducationschool', q: 'foo' },
			{ id: 1, name: 'Football College' },
			'Football College',
			'1',
		],
		[
			'searchEducationMajors',
			{ type: 'adeducationmajor', q: 'foo' },
			{ id: 1, name: 'Football', audience_size_lower_bound: -1 },
			'Football',
			'1',
		],
		[
			'searchLocales',
			{ type: 'adlocale', q: 'foo' },
			{ key: 6, name: 'English (US)' },
			'English (US)',
			'6',
		],
		[
			'searchCities',
			{ type: 'adgeolocation', location_types: ['city'], q: 'foo' },
			place,
			'Paris · Texas, United States',
			'777',
		],
		[
			'searchRegions',
			{ type: 'adgeolocation', location_types: ['region'], q: 'foo' },
			{ key: '3847', name: 'California', country_name: 'United States' },
			'California · United States',
			'3847',
		],
		[
			'searchZips',
			{ type: 'adgeolocation', location_types: ['zip'], q: 'foo' },
			{ ...place, key: 'US:75460', name: '75460', primary_city: 'Paris' },
			'75460 · Paris, Texas, United States',
			'US:75460',
		],
		[
			'searchGeoMarkets',
			{ type: 'adgeolocation', location_types: ['geo_market'], q: 'foo' },
			{ key: 'DMA:807', name: 'San Francisco', country_name: 'United States' },
			'San Francisco · United States',
			'DMA:807',
		],
		[
			'searchElectoralDistricts',
			{ type: 'adgeolocation', location_types: ['electoral_district'], q: 'foo' },
			{ key: 'US:CA01', name: "California's 1st District" },
			"California's 1st District",
			'US:CA01',
		],
	])('%s lets Meta look for a text', async (method, sent, row, shown, value) => {
		pages = [pageOf([row])];
		expect(await listSearches[method].call(picker(), ' foo ')).toEqual({
			results: [{ name: shown, value }],
		});
		expect(requests).toEqual([
			{ method: 'GET', path: '/search', parameters: { limit: 100, ...sent } },
		]);
	});

	test.each([
		['searchBehaviors', 'behaviors'],
		['searchLifeEvents', 'life_events'],
		['searchIndustries', 'industries'],
		['searchIncomes', 'income'],
		['searchFamilyStatuses', 'family_statuses'],
	])('%s reads its whole class and looks for the text itself', async (method, category) => {
		pages = [pageOf([people, { ...people, id: '2', name: 'Chess', path: ['Games'] }])];
		const { results } = await listSearches[method].call(picker(), 'FOOT');
		expect(results).toEqual([{ name: shownPeople, value: people.id }]);
		expect(requests[0].parameters).toEqual({
			type: 'adTargetingCategory',
			class: category,
			limit: 1_000,
		});
	});

	test.each([
		'searchInterests',
		'searchWorkEmployers',
		'searchWorkPositions',
		'searchEducationSchools',
		'searchEducationMajors',
		'searchCities',
		'searchRegions',
		'searchZips',
		'searchGeoMarkets',
		'searchElectoralDistricts',
	])('%s lists nothing before something is typed', async (method) => {
		expect(await listSearches[method].call(picker(), ' ')).toEqual({ results: [] });
		expect(requests).toEqual([]);
	});

	test.each(['searchLocales', 'searchBehaviors'])('%s lists all at first', async (method) => {
		pages = [pageOf([{ key: 6, id: 6, name: 'First' }])];
		const { results } = await listSearches[method].call(picker());
		expect(results).toEqual([{ name: 'First', value: '6' }]);
		expect(requests[0].parameters).not.toHaveProperty('q');
	});

	test('goes on where the page before ended', async () => {
		pages = [
			pageOf(
				Array.from({ length: 20 }, () => people),
				'A',
			),
		];
		const { paginationToken } = await listSearches.searchInterests.call(picker(), 'f');
		expect(paginationToken).toBe('A');
		await listSearches.searchInterests.call(picker(), 'f', 'A');
		expect(requests[1].parameters).toMatchObject({ q: 'f', after: 'A' });
	});
});

test('a node offers the lists that its fields name, at any depth', () => {
	const list = (method: string): INodeProperties => ({
		displayName: method,
		name: method,
		type: 'resourceLocator',
		default: {},
		modes: [
			{
				displayName: 'List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: method },
			},
		],
	});
	const properties: INodeProperties[] = [
		list('searchPages'),
		{
			displayName: 'Group',
			name: 'group',
			type: 'fixedCollection',
			default: {},
			options: [{ displayName: 'V', name: 'v', values: [list('searchCities')] }],
		},
		{
			displayName: 'Collection',
			name: 'collection',
			type: 'collection',
			default: {},
			options: [list('searchPixels')],
		},
	];
	const offered: Record<string, ListSearch> = listSearchOf(properties);
	expect(Object.keys(offered).sort()).toEqual(['searchCities', 'searchPages', 'searchPixels']);
});

describe('what goes wrong', () => {
	test('is shown with what to do', async () => {
		pages = [graphError({ message: 'The token has expired', advice: 'Reconnect.' })];
		const error: unknown = await searchBusinesses.call(picker()).catch((cause: unknown) => cause);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'The token has expired',
			description: expect.stringContaining('Reconnect.') as string,
		});
	});

	test('before the first call too', async () => {
		jest.mocked(createGraphClient).mockRejectedValue(graphError({ message: 'No app secret' }));
		await expect(searchBusinesses.call(picker())).rejects.toMatchObject({
			name: 'NodeApiError',
			message: 'No app secret',
		});
		expect(graphError()).toBeInstanceOf(GraphError);
	});

	test('is a fault of ours at worst', async () => {
		pages = [new TypeError('x is undefined')];
		await expect(searchBusinesses.call(picker())).rejects.toThrow('x is undefined');
	});
});
