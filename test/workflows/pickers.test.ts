import type { IDataObject, INodeListSearchResult } from 'n8n-workflow';

import { runListSearch, type ListSearchRequest } from '../support/listSearch';
import { Bench } from './support/bench';
import { byId, metaNode } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/fastClock'));

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

async function search(
	request: ListSearchRequest,
	parameters: IDataObject = {},
	token?: string,
): Promise<INodeListSearchResult> {
	const result = await runListSearch(
		metaNode('campaign.get', parameters),
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
			'Campaign 1 (paused)',
			'Campaign 2 (paused)',
		]);
		const { results } = await search({ method: 'searchCampaigns' }, { ad_account: byId('1002') });
		expect(results[0].url).toContain(`selected_campaign_ids=${String(results[0].value)}`);
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

describe('an error is readable', () => {
	test.each(['searchAdAccounts', 'searchBusinesses', 'searchCampaigns'])(
		'%s with an expired token',
		async (method) => {
			await expect(search({ method }, inAccount, 'expired-token')).rejects.toMatchObject({
				message: expect.stringMatching(/expired/i) as string,
				description: expect.stringMatching(/reconnect/i) as string,
			});
		},
	);

	test('without permission', async () => {
		await expect(
			search({ method: 'searchCampaigns' }, inAccount, 'no-permission-token'),
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
