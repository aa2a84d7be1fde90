import {
	NodeApiError,
	NodeOperationError,
	type ILoadOptionsFunctions,
	type JsonObject,
} from 'n8n-workflow';

import { createGraphClient } from '../../../nodes/shared/graph/client';
import { GraphError, type GraphRequest } from '../../../nodes/shared/graph/types';
import {
	searchAdAccounts,
	searchAds,
	searchAdSets,
	searchAdVideos,
	searchBusinesses,
	searchCampaigns,
	searchInstagramAccounts,
	searchInstagramMedia,
	searchPages,
} from '../../../nodes/shared/search';
import { FakeClient, FakeExecution, graphError } from '../operation/support';

jest.mock('../../../nodes/shared/graph/client');

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
	['ad sets', searchAdSets, '/act_1001/adsets', 'selected_adset_ids'],
	['ads', searchAds, '/act_1001/ads', 'selected_ad_ids'],
])('%s are those of the chosen ad account, found by name', async (_what, search, path, query) => {
	pages = [pageOf([{ id: '9', name: 'Spring', effective_status: 'ACTIVE' }])];
	expect(await search.call(inAccount, 'spr')).toEqual({
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

test('Pages are those that the user works for', async () => {
	pages = [pageOf([{ id: '3001', name: 'Example Page' }])];
	expect(await searchPages.call(picker())).toEqual({
		results: [{ name: 'Example Page', value: '3001', url: 'https://www.facebook.com/3001' }],
	});
	expect(requests[0].path).toBe('/me/accounts');
});

test('videos are those of the chosen ad account, shown with their day', async () => {
	pages = [
		pageOf([
			{ id: '9', title: 'Spring', updated_time: '2026-03-01T09:00:00+0000' },
			{ id: '8', updated_time: '2026-02-01T09:00:00+0000' },
		]),
	];
	expect(await searchAdVideos.call(inAccount)).toEqual({
		results: [
			{ name: 'Spring (2026-03-01)', value: '9' },
			{ name: 'Video 8 (2026-02-01)', value: '8' },
		],
	});
	expect(requests[0].path).toBe('/act_1001/advideos');
});

describe('Instagram', () => {
	const withInstagram = picker({ instagram_account: { __rl: true, mode: 'id', value: '1784' } });

	test('accounts are those of the chosen ad account', async () => {
		pages = [pageOf([{ id: '1784', username: 'example.shop' }])];
		expect(await searchInstagramAccounts.call(inAccount)).toEqual({
			results: [{ name: 'example.shop', value: '1784' }],
		});
		expect(requests[0].path).toBe('/act_1001/instagram_accounts');
	});

	test('media are the videos of the chosen account, by the first line of their text', async () => {
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
				{ name: 'Summer (2026-03-01)', value: '1', url: permalink },
				{ name: `${'🎬'.repeat(60)}... (2026-03-01)`, value: '3' },
				{ name: 'Video 4', value: '4' },
			],
		});
		expect(requests[0].path).toBe('/1784/media');
	});

	test('media need an account', async () => {
		await expect(searchInstagramMedia.call(inAccount)).rejects.toThrow(
			'Choose an Instagram account first',
		);
	});
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
