import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { runListSearch, type ListSearchRequest } from '../support/listSearch';
import { Bench } from './support/bench';
import { ASSET_IDS } from '../sandbox/seedAssets';
import { byId, metaNode } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

/** A list search of the node that has it: most are needed for ad sets. */
async function search(
	request: ListSearchRequest,
	parameters: IDataObject = {},
	{ what = 'adSet.get', token }: { what?: string; token?: string } = {},
): Promise<INodeListSearchResult> {
	const result = await runListSearch(
		metaNode(what, parameters, { type: 'n8n-nodes-meta-ads.metaAdSet' }),
		request,
		bench.engineOptions({ token }),
	).finally(() => bench.expectNoSecrets({}));
	bench.expectNoSecrets(result);
	return result;
}

const inAccount = { ad_account: byId('1001') };
const namesOf = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);

describe('ad accounts', () => {
	test('are listed with number and currency', async () => {
		const { results, paginationToken } = await search({ method: 'searchAdAccounts' });
		expect(results.map(({ name, value }) => [name, value])).toEqual([
			['Example Shop (1001, USD)', '1001'],
			['Example Shop Europe (1002, EUR)', '1002'],
			['Example Closed Account (1003, JPY)', '1003'],
		]);
		expect(paginationToken).toBeUndefined();
	});

	test.each([
		['europe', ['1002']],
		['100', ['1001', '1002', '1003']],
		['(1002, eur', ['1002']],
		['nothing like it', []],
	])('can be looked for by %j', async (filter, expected) => {
		const { results } = await search({ method: 'searchAdAccounts', filter });
		expect(results.map(({ value }) => value)).toEqual(expected);
	});

	test('can be many', async () => {
		for (let number = 2000; number < 2150; number++) bench.sandbox.seed.account(String(number));
		const first = await search({ method: 'searchAdAccounts' });
		expect(first.results).toHaveLength(100);
		const { paginationToken } = first;
		const second = await search({
			method: 'searchAdAccounts',
			paginationToken: String(paginationToken),
		});
		expect(second.results).toHaveLength(53);
		expect(second.paginationToken).toBeUndefined();
		const values = [...first.results, ...second.results].map(({ value }) => value);
		expect(new Set(values).size).toBe(153);
	});
});

describe('campaigns', () => {
	test('are those of the chosen ad account', async () => {
		bench.sandbox.seed.campaigns('1001', 2);
		bench.sandbox.seed.campaigns('1002', 1, { name: 'Elsewhere' });
		expect(namesOf(await search({ method: 'searchCampaigns' }, inAccount))).toEqual([
			'Campaign 1 (paused, traffic)',
			'Campaign 2 (paused, traffic)',
		]);
		const { results } = await search({ method: 'searchCampaigns' }, { ad_account: byId('1002') });
		expect(results[0].url).toContain(`selected_campaign_ids=${String(results[0].value)}`);
	});

	test('of one name show the end of their IDs', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 2, { name: 'Twin' });
		const names = namesOf(await search({ method: 'searchCampaigns' }, inAccount));
		expect(names.sort()).toEqual(
			ids.map((id) => `Twin (paused, traffic) · ID ...${id.slice(-5)}`).sort(),
		);
	});

	test.each([
		['no', {}],
		['an empty', { ad_account: { __rl: true, mode: 'list', value: '' } }],
		['a wrong', { ad_account: byId('shop') }],
	])('need an ad account, %s one says so', async (_which, parameters) => {
		await expect(search({ method: 'searchCampaigns' }, parameters)).rejects.toMatchObject({
			message: 'Choose an ad account first',
		});
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('are paged while the list is scrolled', async () => {
		bench.sandbox.seed.campaigns('1001', 250);
		const pages: string[][] = [];
		let paginationToken: string | undefined;
		do {
			const page = await search(
				{ method: 'searchCampaigns', ...(paginationToken ? { paginationToken } : {}) },
				inAccount,
			);
			pages.push(namesOf(page));
			paginationToken = page.paginationToken as string | undefined;
		} while (paginationToken);
		expect(pages.map(({ length }) => length)).toEqual([100, 100, 50]);
		expect(new Set(pages.flat()).size).toBe(250);
	});

	test('are looked for by Meta, beyond the first page', async () => {
		bench.sandbox.seed.campaigns('1001', 400);
		const found = await search({ method: 'searchCampaigns', filter: 'Campaign 37' }, inAccount);
		expect(namesOf(found)).toHaveLength(11);
		expect(bench.http).toHaveLength(1);
	});
});

test('businesses are listed', async () => {
	const { results } = await search({ method: 'searchBusinesses' });
	expect(results).toEqual([
		{ name: 'Example Business', value: '2001' },
		{ name: 'Example Agency', value: '2002' },
	]);
	expect(namesOf(await search({ method: 'searchBusinesses', filter: 'agen' }))).toEqual([
		'Example Agency',
	]);
});

describe('what ads can point to is listed', () => {
	const { audiences } = ASSET_IDS;

	test.each<[string, string[]]>([
		[
			'searchPages',
			['Example Shop · Shopping & Retail', 'Example Shop Europe · Shopping & Retail'],
		],
		['searchInstagramAccounts', ['@example.shop', '@example.europe']],
		['searchPixels', ['Example Shop Pixel', 'Example Blog Pixel']],
		['searchApplications', ['Example Shop App', 'Example Game']],
		['searchCustomConversions', ['Big order · purchase']],
		[
			'searchCustomAudiences',
			[
				'Existing customers · custom, 52K to 61.4K people',
				'Watched our video · engagement, 18K to 21.2K people',
				'Lookalike (US, 1%) - Existing customers · lookalike, 2.1M to 2.48M people',
				'Audience of a closed account · custom, 9K to 10.6K people',
			],
		],
		['searchCatalogs', ['Example Catalog · Example Business']],
	])('%s', async (method, names) => {
		expect(namesOf(await search({ method }, inAccount))).toEqual(names);
	});

	test.each([
		['searchCustomAudiences', 'customers', [audiences[0], audiences[2]]],
		['searchPixels', 'BLOG', ['700000000000002']],
		['searchPages', '100000000003002', ['100000000003002']],
		['searchCatalogs', 'business', [ASSET_IDS.catalog]],
	])('%s finds %j', async (method, filter, ids) => {
		const { results } = await search({ method, filter }, inAccount);
		expect(results.map(({ value }) => value)).toEqual(ids);
	});

	describe('product sets', () => {
		const catalog = byId(ASSET_IDS.catalog);
		const inPromotedObject = { promoted_object: { product_catalog_id: catalog } };

		test.each<[string, string, IDataObject, string]>([
			[
				'at the top of the form',
				'audience.createProductAudience',
				{ product_catalog_id: catalog },
				'parameters.product_set_id',
			],
			[
				'beside the picker',
				'targeting.getDeliveryEstimate',
				{ additionalFields: inPromotedObject },
				'parameters.additionalFields.promoted_object.product_set_id',
			],
		])('of the catalog %s', async (_where, what, parameters, path) => {
			const sets = await search({ method: 'searchProductSets', path }, parameters, { what });
			expect(namesOf(sets)).toEqual([
				'All products · 40 products',
				'Shoes · 30 products',
				'Handbags · 20 products',
				'Summer sale · 10 products',
			]);
		});

		test('need a catalog', async () => {
			await expect(search({ method: 'searchProductSets' })).rejects.toMatchObject({
				message: 'Choose a catalog first',
			});
		});
	});

	test('another ad account has its own', async () => {
		const other = { ad_account: byId('1002') };
		expect(namesOf(await search({ method: 'searchPixels' }, other))).toEqual([]);
	});
});

describe('targeting is found', () => {
	test.each<[string, string, string, string]>([
		['searchInterests', 'tennis', 'Tennis · ', ' people, Interests > Sports and outdoors > Sports'],
		[
			'searchBehaviors',
			'frequent travelers',
			'Frequent travelers · ',
			' people, Behaviors > Travel',
		],
		['searchLifeEvents', 'newlywed', 'Newlywed (1 year) · ', ' people, Demographics > Life events'],
		['searchIndustries', 'legal', 'Legal services · ', ' people, Demographics > Work > Industries'],
		['searchIncomes', 'top 5%', 'Household income: top 5% of ZIP codes (US) · ', ''],
		['searchFamilyStatuses', 'toddlers', 'Parents with toddlers (01-02 years) · ', ''],
		['searchWorkEmployers', 'bank', 'Example Bank · ', ' people, Demographics > Work > Employers'],
		['searchWorkPositions', 'chef', 'Chef · ', ' people, Demographics > Work > Job titles'],
		['searchEducationSchools', 'tokyo', 'University of Tokyo · ', ''],
		['searchEducationMajors', 'biology', 'Biology · ', ''],
		['searchLocales', 'german', 'German', ''],
		['searchRegions', 'texas', 'Texas · United States', ''],
		['searchGeoMarkets', 'francisco', 'San Francisco', ''],
	])('by %s with %j', async (method, filter, start, end) => {
		const [first] = namesOf(await search({ method, filter }));
		expect(first.startsWith(start)).toBe(true);
		expect(first.endsWith(end)).toBe(true);
	});

	test('only after something is typed, where Meta has thousands', async () => {
		expect(await search({ method: 'searchInterests' })).toEqual({ results: [] });
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('as a whole, where Meta has few', async () => {
		const [all, german] = [await search({ method: 'searchLocales' }), 'German'];
		expect(all.results.length).toBeGreaterThan(20);
		expect(namesOf(all)).toContain(german);
	});
});

describe('an error is readable', () => {
	test.each(['searchAdAccounts', 'searchBusinesses', 'searchCampaigns'])(
		'%s with an expired token',
		async (method) => {
			await expect(search({ method }, inAccount, { token: 'expired-token' })).rejects.toMatchObject(
				{
					message: expect.stringMatching(/expired/i) as string,
					description: expect.stringMatching(/reconnect/i) as string,
				},
			);
		},
	);

	test('without permission', async () => {
		await expect(
			search({ method: 'searchCampaigns' }, inAccount, { token: 'no-permission-token' }),
		).rejects.toMatchObject({ description: expect.stringMatching(/permission/) as string });
	});

	test('and a fault that passes is none', async () => {
		bench.sandbox.faults.add({ fault: 'reset' }, { fault: 'html' }, { fault: 'truncated' });
		expect((await search({ method: 'searchAdAccounts' })).results).toHaveLength(3);
	});

	test('a limit that lasts is told rather than waited for', async () => {
		bench.sandbox.faults.add({ fault: 'error', code: 4, times: 0, retryAfterS: 600 });
		await expect(search({ method: 'searchAdAccounts' })).rejects.toMatchObject({
			message: expect.stringMatching(/limit/i) as string,
			description: expect.stringMatching(/about 10 minutes/) as string,
		});
	});
});
