import type { IDataObject } from 'n8n-workflow';

import { Bench, itemsOf, jsonOf, pairsOf, told } from './support/bench';
import { byId, oneNode, range } from './support/campaigns';
import { workflowFile } from './support/file';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

test('a campaign lives from its creation to its deletion', async () => {
	const [source] = bench.sandbox.seed.campaigns('1001', 1, { name: 'Source' });
	const [set] = bench.sandbox.seed.adSets(source, 2);
	bench.sandbox.seed.ads(set, 3);

	const run = await bench.run(workflowFile('whole-life'), { items: [{ name: 'New', source }] });

	const [created] = itemsOf(run, 'Create');
	expect(jsonOf(run, 'Get')).toEqual([
		expect.objectContaining({
			id: created.id,
			name: 'New',
			status: 'ACTIVE',
			daily_budget: '5000',
		}),
	]);
	expect(jsonOf(run, 'Update')).toEqual([
		{ id: created.id, name: 'New, updated', daily_budget: 7500, success: true },
	]);
	expect(bench.valuesOf(created.id)).toMatchObject({ name: 'New, updated', daily_budget: 7500 });

	const [copy] = jsonOf(run, 'Copy');
	expect(copy).toMatchObject({ copied_campaign_id: copy.id });
	expect(copy.ad_object_ids).toHaveLength(6);
	expect(bench.valuesOf(copy.id).name).toBe('Copy of Source');
	expect(names(jsonOf(run, 'Get Ad Sets'))).toEqual(['Copy of Ad set 1', 'Copy of Ad set 2']);
	expect(pairsOf(run, 'Get Ad Sets')).toEqual([0, 0]);
	expect(names(jsonOf(run, 'Get Ads'))).toEqual(['Copy of Ad 1', 'Copy of Ad 2', 'Copy of Ad 3']);

	const [study] = jsonOf(run, 'Split Test');
	expect(jsonOf(run, 'List Split Tests')).toEqual([
		expect.objectContaining({ id: study.id, name: 'Old against new' }),
	]);

	expect(jsonOf(run, 'Pause')).toEqual([{ id: created.id, status: 'PAUSED', success: true }]);
	expect(jsonOf(run, 'Activate')).toEqual([{ id: copy.id, status: 'ACTIVE', success: true }]);
	expect(jsonOf(run, 'Archive')).toEqual([{ id: created.id, status: 'ARCHIVED', success: true }]);
	expect(jsonOf(run, 'List').map(({ id, status }) => [id, status])).toEqual([
		[source, 'PAUSED'],
		[copy.id, 'ACTIVE'],
	]);
	expect(jsonOf(run, 'Delete')).toEqual([{ id: copy.id, deleted: true }]);
	expect(jsonOf(run, 'Delete Archived')).toEqual([
		{ objects_left_to_delete_count: 0, deleted_object_ids: [created.id] },
	]);
	expect(bench.campaigns().map(({ values }) => values.status)).toEqual([
		'PAUSED',
		'DELETED',
		'DELETED',
	]);
	expect(bench.calls('POST').length).toBe(7);
});

describe('a list', () => {
	const list = (parameters: IDataObject = {}) =>
		oneNode('campaign.getMany', { ad_account: byId('1001'), ...parameters });
	const numbered = (count: number) => range(count).map((index) => `Campaign ${index + 1}`);

	test('gives 50 rows when nothing is said', async () => {
		bench.sandbox.seed.campaigns('1001', 60);
		expect(names(itemsOf(await bench.run(list())))).toEqual(numbered(50));
	});

	test('gives all of them, page by page', async () => {
		bench.sandbox.seed.campaigns('1001', 1203);
		const run = await bench.run(list({ returnAll: true }));
		expect(names(itemsOf(run))).toEqual(numbered(1203));
		expect(pairsOf(run)).toEqual(range(1203).map(() => 0));
		expect(bench.http).toHaveLength(3);
	});

	test.each([1, 3, 500, 501, 700])('gives %i rows and asks for no more', async (limit) => {
		bench.sandbox.seed.campaigns('1001', 800);
		expect(itemsOf(await bench.run(list({ returnAll: false, limit })))).toHaveLength(limit);
		expect(bench.http).toHaveLength(Math.ceil(limit / 500));
	});

	test('goes on after empty pages and pages shorter than asked for', async () => {
		bench.sandbox.seed.campaigns('1001', 1100);
		bench.sandbox.faults.add(
			{ fault: 'emptyPage', times: 2 },
			{ fault: 'shortPage', match: { pathPattern: '/campaigns$' }, times: 2 },
		);
		const run = await bench.run(list({ returnAll: true }));
		expect(names(itemsOf(run))).toEqual(numbered(1100));
		expect(bench.sandbox.faults.happened).toBe(4);
	});

	test('keeps to its limit over empty and short pages', async () => {
		bench.sandbox.seed.campaigns('1001', 100);
		bench.sandbox.faults.add({ fault: 'shortPage' }, { fault: 'emptyPage' });
		const run = await bench.run(list({ returnAll: false, limit: 40 }));
		expect(names(itemsOf(run))).toEqual(numbered(40));
	});

	test('asks for smaller pages where Meta finds them too big', async () => {
		bench.sandbox.configure({ maxPageRows: 100 });
		bench.sandbox.seed.campaigns('1001', 300);
		const run = await bench.run(list({ returnAll: true }));
		expect(names(itemsOf(run))).toEqual(numbered(300));
	});

	test('says what to do where Meta pages no further', async () => {
		bench.sandbox.configure({ maxCursorRows: 400 });
		bench.sandbox.seed.campaigns('1001', 1200);
		const run = await bench.run(list({ returnAll: true }));
		expect(run.status).toBe('error');
		expect(told(run)).toMatch(/does not page any further.*Set a limit, or filter/);
	});

	test('of nothing is empty', async () => {
		expect(itemsOf(await bench.run(list({ returnAll: true })))).toEqual([]);
	});

	test('can be of archived ones, and be summed up', async () => {
		bench.sandbox.seed.campaigns('1001', 3);
		bench.sandbox.seed.campaigns('1001', 2, { status: 'ARCHIVED' });
		const run = await bench.run(
			list({
				returnAll: true,
				additionalFields: { effective_status: ['ARCHIVED'], summary: ['total_count'] },
			}),
		);
		expect(itemsOf(run).map(({ summary }) => summary)).toEqual([
			{ total_count: 2 },
			{ total_count: 2 },
		]);
	});
});

describe('the output', () => {
	const get = async (parameters: IDataObject) => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1, { daily_budget: 700 });
		bench.sandbox.seed.adSets(id, 3);
		const run = await bench.run(oneNode('campaign.get', { campaign_id: byId(id), ...parameters }));
		return itemsOf(run)[0];
	};

	test('is simplified unless said otherwise', async () => {
		expect(Object.keys(await get({})).sort()).toEqual([
			'created_time',
			'daily_budget',
			'effective_status',
			'id',
			'name',
			'objective',
			'start_time',
			'status',
			'updated_time',
		]);
	});

	test('has every field when raw', async () => {
		const json = await get({ output: 'raw' });
		expect(json).toMatchObject({ account_id: '1001', buying_type: 'AUCTION' });
		expect(Object.keys(json).length).toBeGreaterThan(15);
	});

	test('has the chosen fields, and edges with paging of their own', async () => {
		const json = await get({
			output: 'selected',
			outputFields: ['name', 'advantage_state_info'],
			moreFields: 'adsets.limit(1){name,status}',
		});
		expect(json).toMatchObject({
			name: 'Campaign 1',
			advantage_state_info: { advantage_state: 'DISABLED' },
			adsets: { data: [{ name: 'Ad set 1', status: 'PAUSED' }] },
		});
		// Meta writes the token into the link of an inner edge.
		const { next } = (json.adsets as { paging: { next: string } }).paging;
		expect(next).toMatch(/access_token=\*\*\*/);
	});

	test('keeps large IDs to the digit', async () => {
		const [id] = bench.sandbox.seed.campaigns('1001', 1, { id: '120210000012345679' });
		const run = await bench.run(oneNode('campaign.get', { campaign_id: byId(id) }));
		expect(itemsOf(run)[0].id).toBe('120210000012345679');
	});
});

function names(items: IDataObject[]): unknown[] {
	return items.map(({ name }) => name);
}
