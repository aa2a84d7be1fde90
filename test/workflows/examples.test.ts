import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mapValues, sumBy } from 'lodash';
import type { IDataObject } from 'n8n-workflow';
import { request } from 'undici';

import { seedWorld } from '../sandbox/world';
import { Bench, itemsOf, jsonOf } from './support/bench';
import { byId, createParameters, oneNode } from './support/campaigns';
import { workflowFile } from './support/file';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

const FOLDER = join(__dirname, '..', '..', 'examples');
const SOURCE = '120210000000000001';
const TARGET = '120210000000000002';
const DAY_MS = 86_400_000;

let bench: Bench;
beforeAll(async () => (bench = await Bench.open({ limits: { callsPerHour: 1000 } })));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

/** What each example needs to find, and what it leaves behind. */
const EXAMPLES: Record<string, () => Promise<void>> = {
	'create-campaigns-from-a-list': async () => {
		const { run, items } = await runExample('create-campaigns-from-a-list');
		const read = itemsOf(run, 'Read Them Back');
		expect(read.map(({ name }) => name)).toEqual(items.map(({ name }) => name));
		expect(read.map(({ daily_budget: budget }) => Number(budget))).toEqual(
			items.map(({ daily_budget: budget }) => budget),
		);
		expect(new Set(read.map(({ effective_status: status }) => status))).toEqual(
			new Set(['PAUSED']),
		);
		expect(read[0].rate_limits).toEqual([
			expect.objectContaining({
				object: '1001',
				type: 'ads_management',
				percent_used: expect.closeTo(2, 0),
			}),
		]);
	},
	'copy-and-archive': async () => {
		bench.sandbox.seed.campaigns('1001', 1, { id: SOURCE, status: 'ACTIVE' });
		const [set] = bench.sandbox.seed.adSets(SOURCE, 1);
		bench.sandbox.seed.ads(set, 1);
		const { run } = await runExample('copy-and-archive');
		const [copy] = itemsOf(run, 'Copy Campaign');
		expect(bench.valuesOf(copy.id).status).toBe('PAUSED');
		expect(copy.ad_object_ids).toHaveLength(3);
		expect(bench.valuesOf(SOURCE).status).toBe('ARCHIVED');
	},
	'insights-to-file': async () => {
		const day = (ago: number) => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);
		bench.sandbox.seed.insightsTree('1001', {
			campaigns: 1,
			adSetsPerCampaign: 1,
			adsPerAdSet: 2,
			days: { since: day(9), until: day(3) },
		});
		const { run } = await runExample('insights-to-file');
		const [item] = run.outputs['Report Ads by Day'][0];
		expect(item.binary?.data.fileName).toMatch(/^insights-\d{4}-\d\d-\d\d\.csv$/);
		expect(item.json.rows).toBeGreaterThan(0);
	},
	'interests-to-ad-sets': async () => {
		bench.sandbox.seed.campaigns('1001', 1, { id: TARGET, objective: 'OUTCOME_TRAFFIC' });
		const { run } = await runExample('interests-to-ad-sets');
		const found = itemsOf(run, 'Find Interest');
		const estimates = itemsOf(run, 'Estimate Reach');
		const made = itemsOf(run, 'Create Ad Sets').map(({ id }) => bench.valuesOf(id));
		expect(found.map(({ name }) => name)).toEqual(['Tennis', 'Cooking']);
		expect(made).toEqual(
			found.map(({ id, name }, index) => {
				const { users_lower_bound: fewest, users_upper_bound: most } = estimates[index];
				return expect.objectContaining({
					name: `${String(name)}: ${String(fewest)} to ${String(most)} people`,
					daily_budget: 1250,
					status: 'PAUSED',
					targeting: expect.objectContaining({
						geo_locations: expect.objectContaining({ countries: ['US'] }),
						flexible_spec: [{ interests: [{ id, name }] }],
					}),
				});
			}),
		);
	},
	'pause-all-active-campaigns': async () => {
		bench.sandbox.seed.campaigns('1001', 60, (number) => ({
			status: number % 2 ? 'ACTIVE' : 'PAUSED',
		}));
		const { run } = await runExample('pause-all-active-campaigns');
		expect(itemsOf(run, 'Pause Them')).toHaveLength(30);
		expect(bench.campaigns().filter(({ values }) => values.status === 'ACTIVE')).toEqual([]);
		expect(bench.calls('POST')).toHaveLength(30);
	},
	'upload-videos-from-urls': async () => {
		const { run, items } = await runExample('upload-videos-from-urls', ({ title }) => ({
			title,
			url: `${bench.sandbox.url}/__sandbox/files/${encodeURIComponent(String(title))}.mp4?size=50000`,
		}));
		const uploaded = itemsOf(run, 'Upload Videos');
		expect(uploaded.map(({ status }) => (status as IDataObject).video_status)).toEqual(
			items.map(() => 'ready'),
		);
		for (const { thumbnails, preferred_thumbnail: preferred } of uploaded) {
			expect(preferred).toEqual((thumbnails as IDataObject[])[1]);
		}
		expect(itemsOf(run, 'List the Library').map(({ title }) => title)).toEqual(
			expect.arrayContaining(items.map(({ title }) => title)),
		);
	},
};

async function runExample(name: string, adapt = (item: IDataObject) => item) {
	const workflow = workflowFile(name, FOLDER);
	const [pinned] = Object.values(workflow.pinData ?? {});
	const items = (pinned ?? [{ json: {} }]).map(({ json }) => adapt(json as IDataObject));
	return { run: await bench.run(workflow, { items }), items };
}

test.each(readdirSync(FOLDER).map((file) => file.replace(/\.json$/, '')))('%s', async (name) => {
	const example = EXAMPLES[name];
	if (!example) throw new Error(`examples/${name}.json is not tried out here`);
	await example();
});

describe('in the world to learn in', () => {
	beforeEach(() => seedWorld(bench.sandbox));

	test.each(readdirSync(FOLDER).map((file) => file.replace(/\.json$/, '')))(
		'%s runs unchanged, each node with something to show',
		async (name) => {
			const { run } = await runExample(name);
			expect(run.error).toBeUndefined();
			const counts = mapValues(run.outputs, ([items]) => items.length > 0);
			expect(Object.values(counts)).not.toContain(false);
		},
	);

	test('figures of ads add up to those of the account, on each day and over all', async () => {
		const rowsOf = async (query: string): Promise<Record<string, string>[]> => {
			const url = `${bench.sandbox.url}/v24.0/act_1001/insights?date_preset=last_30d&limit=5000&${query}`;
			const headers = { authorization: 'Bearer test-token' };
			const { body } = await request(url, { headers });
			return ((await body.json()) as { data: Record<string, string>[] }).data;
		};
		const fields = 'fields=impressions,clicks,spend';
		const [account] = await rowsOf(fields);
		for (const query of ['level=ad', 'level=campaign', 'time_increment=1', 'breakdowns=country']) {
			const rows = await rowsOf(`${fields}&${query}`);
			expect(rows.length).toBeGreaterThan(query === 'breakdowns=country' ? 0 : 1);
			for (const metric of ['impressions', 'clicks', 'spend']) {
				expect(sumBy(rows, (row) => Number(row[metric]))).toBeCloseTo(Number(account[metric]), 1);
			}
			expect(
				rows.filter(({ impressions, clicks }) => Number(clicks) > Number(impressions)),
			).toEqual([]);
		}
	});

	test('new campaigns have objectives of today, and closed accounts none at all', async () => {
		const create = async (parameters: IDataObject) =>
			await bench.run(oneNode('campaign.create', createParameters(parameters)), {
				items: [{ name: 'New' }],
			});
		expect((await create({ objective: 'LINK_CLICKS' })).error?.message).toMatch(/Objective/);
		const closed = { objective: 'OUTCOME_TRAFFIC', ad_account: byId('1003') };
		expect((await create(closed)).error?.description).toMatch(/account is not active/);
	});
});

test('the example with nothing to do does nothing', async () => {
	const { run } = await runExample('pause-all-active-campaigns');
	expect(run.status).toBe('success');
	expect(jsonOf(run, 'Pause Them')).toEqual([]);
	expect(bench.calls('POST')).toEqual([]);
});
