import type { IDataObject } from 'n8n-workflow';

import { BAD } from './support/badInput';
import { Bench, itemsOf, jsonOf, pairsOf, told } from './support/bench';
import { byId, createParameters, oneNode } from './support/campaigns';
import { create, OTHER, SOURCE } from './support/subjects';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

/** An item gives some of what the form asks for. */
const lenient = (parameters: IDataObject) => ({ ...parameters, options: { leaveOutEmpty: true } });

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => {
	bench.reset();
	bench.sandbox.seed.campaigns('1002', 2, (number) => ({ id: [SOURCE, OTHER][number - 1] }));
});

describe.each(BAD)('%s', (_title, { what, parameters, good }, bad, expected) => {
	const items = [good, { ...good, ...bad }, good];

	test('stops the run before anything is sent', async () => {
		const run = await bench.run(oneNode(what, lenient(parameters)), { items });
		expect(run.status).toBe('error');
		expect(run.error?.message).toMatch(expected);
		expect(run.error?.message).toMatch(/ \[item 1\]$/);
		expect(run.error).toMatchObject({ context: { itemIndex: 1 } });
		expect(run.error?.description).toMatch(/Nothing was sent to Meta/);
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('becomes an item among the others when the run goes on', async () => {
		const run = await bench.run(
			oneNode(what, lenient(parameters), { onError: 'continueRegularOutput' }),
			{
				items,
			},
		);
		const results = itemsOf(run);
		const failed = results.filter(({ error }) => error !== undefined);
		expect(failed).toHaveLength(1);
		expect(String(failed[0].error)).toMatch(expected);
		const pairs = pairsOf(run);
		expect(pairs).toEqual([...pairs].sort());
		expect(pairs[results.indexOf(failed[0])]).toBe(1);
		expect(new Set(pairs)).toEqual(new Set([0, 1, 2]));
		expect(bench.calls()).toHaveLength(2);
	});

	test('goes to the error output with its input', async () => {
		const run = await bench.run(
			oneNode(what, lenient(parameters), { onError: 'continueErrorOutput' }),
			{
				items,
			},
		);
		expect(new Set(pairsOf(run))).toEqual(new Set([0, 2]));
		expect(pairsOf(run, 'Node', 1)).toEqual([1]);
		const [failed] = jsonOf(run, 'Node', 1);
		expect(String(failed.error)).toMatch(expected);
		expect(itemsOf(run).filter(({ error }) => error !== undefined)).toEqual([]);
	});
});

test('a budget whose expression gives nothing is reported, and no campaign made', async () => {
	const parameters = createParameters({
		name: 'One',
		additionalFields: { daily_budget: '={{ $json.budget }}' },
	});
	const run = await bench.run(oneNode('campaign.create', parameters), {
		items: [{ budget: 500 }, { budgte: 500 }, { budget: '' }],
	});
	expect(run.error?.message).toMatch(
		/^Daily Budget \(Minor Units\) is (empty: its expression gives nothing for this item|required).* \[item 1\]$/,
	);
	expect(bench.sandbox.requests).toEqual([]);
});

describe('an item can name the ad account', () => {
	test.each([
		['as digits', '1001', 'id'],
		['as a number', 1001, 'id'],
		['with its prefix', 'act_1001', 'id'],
		['with spaces around', ' 1001 ', 'id'],
		['as an address of Ads Manager', 'https://adsmanager.facebook.com/manage?act=1001&x=1', 'url'],
		['as an address given as ID', 'https://adsmanager.facebook.com/manage?act=1001#top', 'id'],
		['as chosen from the list', '1001', 'list'],
	])('%s', async (_title, value, mode) => {
		const run = await bench.run(
			oneNode('campaign.create', createParameters({ name: 'One', ad_account: byId(value, mode) })),
		);
		itemsOf(run);
		expect(bench.names()).toEqual(['One']);
	});
});

describe('everything that is wrong is told at once', () => {
	test('of one item', async () => {
		const run = await bench.run(oneNode(create.what, lenient(create.parameters)), {
			items: [{ ...create.good, name: '', objective: 'X', daily_budget: 'much' }],
		});
		expect(told(run)).toMatch(/Name is required.*Also: Objective must be.*Also: Daily Budget/);
	});

	test('of the first of several items, and how many there are', async () => {
		const run = await bench.run(oneNode(create.what, lenient(create.parameters)), {
			items: [create.good, { ...create.good, name: '' }, { ...create.good, objective: 'X' }],
		});
		expect(told(run)).toMatch(/Name is required \[item 1\].*item 2 \(Objective must be one of/);
	});

	test('as one item each when the run goes on', async () => {
		const run = await bench.run(
			oneNode(create.what, lenient(create.parameters), { onError: 'continueRegularOutput' }),
			{ items: [{}, { name: 'x' }, { name: 'y' }] },
		);
		expect(itemsOf(run).map(({ error }) => typeof error)).toEqual(['string', 'string', 'string']);
		expect(bench.sandbox.requests).toEqual([]);
	});
});

describe('an option of the node that cannot be used', () => {
	test.each([
		[{ apiVersion: 'latest' }, /API Version must be a version such as v24.0/],
		[{ batchSize: 51 }, /Batch Size must be at most 50/],
		[{ batchSize: 0 }, /Batch Size must be at least 1/],
		[{ maxWait: -1 }, /Max Wait.* must be at least 0/],
		[{ maxWait: 'long' }, /Max Wait.* must be a whole number/],
	])('%j', async (options, expected) => {
		const run = await bench.run(oneNode('campaign.create', createParameters({ options })), {
			items: [{ name: 'a' }],
		});
		expect(run.status).toBe('error');
		expect(told(run)).toMatch(expected);
		expect(bench.sandbox.requests).toEqual([]);
	});

	test('automated campaigns end with the version that the run uses', async () => {
		const parameters = createParameters({
			objective: 'OUTCOME_SALES',
			additionalFields: { smart_promotion_type: 'AUTOMATED_SHOPPING_ADS' },
		});
		const run = async (apiVersion: string) =>
			await bench.run(oneNode('campaign.create', { ...parameters, options: { apiVersion } }), {
				items: [{ name: 'Shop' }],
			});
		expect(told(await run('v25.0'))).toMatch(/Smart Promotion Type cannot be AUTOMATED.*v25.0/);
		expect(bench.sandbox.requests).toEqual([]);
		itemsOf(await run('v24.0'));
		expect(bench.names()).toEqual(['Shop']);
	});
});

describe('an address of the Graph API that cannot be used', () => {
	test.each([
		[{ graphBaseUrl: 'not an address' }, /is not a Graph base URL/],
		[{ graphBaseUrl: 'ftp://example.com' }, /is not a Graph base URL/],
		[{ apiVersion: 'newest' }, /is not an API version/],
	])('%j', async (credentials, expected) => {
		const run = await bench.run(oneNode('campaign.create', createParameters()), {
			items: [{ name: 'a' }],
			credentials,
		});
		expect(run.status).toBe('error');
		expect(told(run)).toMatch(expected);
		expect(bench.sandbox.requests).toEqual([]);
	});
});
