import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../../nodes/shared/operation/types';
import { packageNode } from '../tools/nodes';
import { adSetParameters, CAMPAIGN, oneAdSetNode } from './support/adSets';
import { asForm } from './support/asForm';
import { BAD_AD_SETS, GOOD } from './support/badAdSets';
import { BAD_OTHERS, GOOD_OTHERS } from './support/badAudiences';
import { Bench, itemsOf, pairsOf, told } from './support/bench';
import { byId } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => {
	bench.reset();
	bench.sandbox.seed.campaigns('1001', 1, { id: CAMPAIGN });
	bench.sandbox.seed.adSets(CAMPAIGN, 1, { id: '120210000000000021' });
});

const { resources } = packageNode('metaAdSet');

function operationOf(what: string): Operation {
	const [resource, operation] = what.split('.');
	return resources[resource].operations[operation];
}

const rows = [...BAD_AD_SETS, ...BAD_OTHERS].map(
	([title, what, bad, expected]) => [what, title, bad, expected] as const,
);

describe.each(rows)('%s with %s', (what, _title, bad, expected) => {
	const good = { ...GOOD, ...GOOD_OTHERS }[what];
	const parameters = {
		...asForm(operationOf(what), { ...good, ...bad }),
		options: { leaveOutEmpty: true },
	};

	test('is told with the field and the item, and nothing is sent', async () => {
		const run = await bench.run(oneAdSetNode(what, parameters), { items: [{}, {}] });
		expect(run.error?.message).toMatch(expected);
		expect(run.error?.message).toMatch(/ \[item 0\]$/);
		expect(told(run)).not.toMatch(/error|problem|failure|mistake|undefined|\[object/i);
		expect(run.error?.description).toMatch(/Nothing was sent to Meta/);
		expect(bench.sandbox.requests).toEqual([]);
	});
});

describe('what is not bad', () => {
	test.each(Object.entries({ ...GOOD, ...GOOD_OTHERS }))('%s is taken', async (what, good) => {
		const run = await bench.run(oneAdSetNode(what, asForm(operationOf(what), good)));
		expect(told(run)).toBe(' | ');
	});
});

describe('one bad item among good ones', () => {
	const parameters = adSetParameters(
		{
			name: '={{ $json.name }}',
			optimization_goal: '={{ $json.goal }}',
			options: { leaveOutEmpty: true },
		},
		{
			daily_budget: '={{ $json.budget }}',
			bid_amount: '={{ $json.bid }}',
			bid_strategy: '={{ $json.strategy }}',
			end_time: '={{ $json.end }}',
			start_time: '={{ $json.start }}',
			promoted_object: { page_id: byId('={{ $json.page }}') },
			regional_regulated_categories: '={{ $json.declared }}',
		},
	);
	const ROWS: Array<[string, IDataObject, RegExp]> = [
		['a long name', { name: 'x'.repeat(401) }, /^Name must have at most 400 characters/],
		['a part of a cent', { budget: 10.5 }, /^Daily Budget.* must be a whole number/],
		['no bid', { strategy: 'COST_CAP' }, /^Bid Amount \(Minor Units\) is required/],
		[
			'half a day',
			{ start: '2030-01-01', end: '2030-01-01T12:00' },
			/^Daily Budget \(Minor Units\) needs a run/,
		],
		['a goal without a Page', { goal: 'PAGE_LIKES' }, /^Promoted Object must have Page/],
		['a Page by name', { page: 'My Page' }, /^Promoted Object > Page must be a Page ID/],
		['no identity', { declared: 'THAILAND_UNIVERSAL' }, /^Regional Regulation Identities must/],
	];

	describe.each(ROWS)('%s', (_title, bad, expected) => {
		const good = { name: 'Good', budget: 1000, goal: 'LINK_CLICKS' };
		const items = [good, { ...good, ...bad }, good];

		test('stops the run, which names it', async () => {
			const run = await bench.run(oneAdSetNode('adSet.create', parameters), { items });
			expect(run.error?.message).toMatch(expected);
			expect(run.error?.message).toMatch(/ \[item 1\]$/);
			expect(bench.sandbox.requests).toEqual([]);
		});

		test('becomes an item when the run goes on', async () => {
			const node = oneAdSetNode('adSet.create', parameters, { onError: 'continueRegularOutput' });
			const run = await bench.run(node, { items });
			expect(pairsOf(run)).toEqual([0, 1, 2]);
			expect(itemsOf(run).map(({ error }) => error)).toEqual([
				undefined,
				expect.stringMatching(expected),
				undefined,
			]);
			expect(bench.sandbox.store.ofType('adset')).toHaveLength(3);
		});
	});
});

test('a share for existing customers ends with the version that the run uses', async () => {
	const values = { ...GOOD['adSet.create'], existing_customer_budget_percentage: 20 };
	const parameters = {
		...asForm(operationOf('adSet.create'), values),
		options: { apiVersion: 'v25.0' },
	};
	const run = await bench.run(oneAdSetNode('adSet.create', parameters));
	expect(told(run)).toMatch(
		/^Existing Customer Budget Percentage.* ended with v25\.0: make one ad/,
	);
	expect(bench.sandbox.requests).toEqual([]);
});
