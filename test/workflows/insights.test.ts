import type { IDataObject } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../sandbox';
import { openBinaryStore, type BinaryStore } from '../support/binaryStore';
import { workflowWith } from '../support/engine';
import { parseCsv } from '../unit/insights/output/support';
import { exampleWorkflow, insightsNode, reportWorkflow, rowsOf, runIn } from './support';
import { sandboxTime } from './support/bench';
import { clock } from './support/virtualClock';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

const HOUR_MS = 60_000;
const JOB_MS = 30;
const DAYS = { since: daysAgo(16), until: daysAgo(1) };
const TREE = { campaigns: 3, adSetsPerCampaign: 2, adsPerAdSet: 2, days: DAYS };
const ADDITIVE = ['ad_id', 'ad_name', 'impressions', 'clicks', 'spend', 'actions'];

let sandbox: Sandbox;
let store: BinaryStore;

beforeAll(async () => {
	store = await openBinaryStore();
	sandbox = await startSandbox({
		...sandboxTime(),
		hourMs: HOUR_MS,
		limits: { callsPerHour: 1_000_000 },
	});
});

beforeEach(() => {
	sandbox.reset();
	sandbox.configure({ insights: { jobMs: JOB_MS } });
	sandbox.seed.insightsTree('1001', TREE);
});

afterAll(async () => {
	await sandbox.close();
	await store.close();
});

/** Ads by day. */
function daily(parameters: IDataObject = {}) {
	return {
		level: 'ad',
		fields: ADDITIVE,
		period: 'range',
		...DAYS,
		time_increment: '1',
		...parameters,
	};
}

const byKey = (a: IDataObject, b: IDataObject) =>
	String(a.row_key).localeCompare(String(b.row_key));

async function rowsWith(parameters: IDataObject): Promise<IDataObject[]> {
	return rowsOf(await runIn(sandbox, reportWorkflow(parameters)));
}

describe('rows as items', () => {
	test('numbers, actions as columns, a key for each row', async () => {
		const rows = await rowsWith(daily({ additionalFields: { row_key: true } }));
		expect(rows.length).toBeGreaterThan(100);
		expect(new Set(rows.map((row) => row.row_key)).size).toBe(rows.length);
		for (const row of rows) {
			expect(row).toMatchObject({
				ad_id: expect.any(String),
				impressions: expect.any(Number),
				spend: expect.any(Number),
			});
			expect(row).not.toHaveProperty('actions');
		}
		expect(rows.some((row) => typeof row.actions_link_click === 'number')).toBe(true);
	});

	test('row keys tell ads apart although the report does not ask for their IDs', async () => {
		const rows = await rowsWith(
			daily({ fields: ['impressions'], additionalFields: { row_key: true } }),
		);
		expect(new Set(rows.map((row) => row.row_key)).size).toBe(rows.length);
	});

	test('row keys tell several objects apart', async () => {
		const campaigns = sandbox.store.ofType('campaign').map(({ id }) => id);
		const rows = await rowsWith({
			report_on: 'ids',
			object_ids: campaigns.join(','),
			fields: ['impressions'],
			period: 'range',
			...DAYS,
			additionalFields: { row_key: true },
		});
		expect(rows).toHaveLength(campaigns.length);
		expect(new Set(rows.map((row) => row.row_key)).size).toBe(campaigns.length);
	});

	test('two runs give the same keys, so that stored rows can be updated', async () => {
		const parameters = daily({
			breakdowns: ['age', 'gender'],
			additionalFields: { row_key: true },
		});
		const first = await rowsWith(parameters);
		const second = await rowsWith(parameters);
		expect(second.map((row) => row.row_key).sort()).toEqual(first.map((row) => row.row_key).sort());
		expect(new Set(first.map((row) => row.row_key)).size).toBe(first.length);
	});

	test('lists and texts as Meta gives them', async () => {
		const [row] = await rowsWith(
			daily({ additionalFields: { numbers: false, action_columns: 'raw' } }),
		);
		expect(row.impressions).toEqual(expect.stringMatching(/^\d+$/));
		expect(row.actions).toEqual(
			expect.arrayContaining([
				{ action_type: expect.any(String), value: expect.stringMatching(/^\d+$/) },
			]),
		);
	});
});

test.each(['runReport', 'get'])(
	'windows that Meta no longer reports by are told of (%s)',
	async (operation) => {
		const workflow = reportWorkflow({
			...daily({ additionalFields: { action_attribution_windows: ['7d_view', '1d_click'] } }),
			operation,
		});
		const run = await runIn(sandbox, workflow);
		expect(run.hints.Report.map(({ message }) => message)).toContain(
			'7 Days After View (Legacy): Since January 12, 2026: Meta reports no more by this window and leaves its columns empty; 1 Day After View is left.',
		);
	},
);

describe('reports that are too much at once', () => {
	test.each(['tooMuchData', 'reduce', 'unknown'])(
		'give the same rows by jobs and splits (%s)',
		async (syncError) => {
			const parameters = daily({ additionalFields: { row_key: true } });
			const whole = await rowsWith(parameters);
			sandbox.configure({
				insights: { jobMs: JOB_MS, maxSyncRows: 20, maxReportRows: 40, syncError },
			});
			const run = await runIn(sandbox, reportWorkflow(parameters));
			expect(rowsOf(run).sort(byKey)).toEqual(whole.sort(byKey));
			expect(sandbox.store.ofType('ad_report_run').length).toBeGreaterThan(1);
			expect(run.hints.Report[0].message).toContain('How the report was made');
		},
	);

	test('a report of unique counts that no split can make says what helps', async () => {
		sandbox.configure({ insights: { jobMs: JOB_MS, maxSyncRows: 0, maxReportRows: 0 } });
		const run = await runIn(
			sandbox,
			reportWorkflow({
				level: 'account',
				fields: ['reach'],
				period: 'range',
				...DAYS,
				additionalFields: { max_restarts: 0 },
			}),
		);
		expect(run.status).toBe('error');
		const { message, description } = run.error as { message: string; description: string };
		expect(`${message} ${description}`).toMatch(/shorter|fewer|smaller|level/i);
		const [{ id }] = sandbox.store.ofType('ad_report_run');
		expect(`${message} ${description}`).toContain(id);
	});
});

test('stopping the workflow stops the wait for a job at once', async () => {
	sandbox.configure({ insights: { jobMs: HOUR_MS } });
	const stop = new AbortController();
	const started = clock.now();
	const run = runIn(
		sandbox,
		reportWorkflow(daily({ additionalFields: { mode: 'asynchronous' } })),
		{ cancelAfter: stop.signal },
	);
	while (sandbox.store.ofType('ad_report_run').length === 0) {
		await clock.sleep(10);
	}
	stop.abort();
	expect((await run).status).toBe('canceled');
	expect(clock.now() - started).toBeLessThan(3_000);
});

describe('rows in a file', () => {
	test.each(['csv', 'ndjson'])('%s has the rows that items have', async (format) => {
		const items = await rowsWith(daily({ additionalFields: { row_key: true } }));
		const run = await runIn(
			sandbox,
			reportWorkflow(
				daily({
					output_as: format,
					file_name: 'ads',
					output_field: 'report',
					additionalFields: { row_key: true },
				}),
			),
		);
		const [{ rows, columns }] = rowsOf(run);
		const binary = run.outputs.Report[0][0].binary?.report;
		expect(binary).toMatchObject({ fileName: `ads.${format}`, id: expect.any(String) });
		if (!binary) throw new Error('There is no file');
		const text = (await store.read(binary)).toString();
		expect(rows).toBe(items.length);
		expect(columns).toEqual(expect.arrayContaining(Object.keys(items[0])));
		if (format === 'ndjson') {
			const lines = text.trimEnd().split('\n');
			expect(lines.map((line) => JSON.parse(line) as IDataObject)).toEqual(items);
			return;
		}
		const [header, ...records] = parseCsv(text);
		expect(header).toEqual(columns);
		expect(records).toEqual(
			items.map((item) => header.map((column) => String(item[column] ?? ''))),
		);
	});

	test('nothing stays in the store when the report fails on its way', async () => {
		const before = store.fileCount();
		sandbox.faults.add({
			fault: 'error',
			code: 190,
			times: 0,
			skip: 2,
			match: { pathPattern: '/insights$' },
		});
		const run = await runIn(
			sandbox,
			reportWorkflow(
				daily({ output_as: 'csv', additionalFields: { mode: 'synchronous', page_size: 20 } }),
			),
		);
		expect(run.status).toBe('error');
		expect(store.fileCount()).toBe(before);
	});
});

test('the example: ads by day in a CSV file with chosen actions', async () => {
	const run = await runIn(sandbox, exampleWorkflow('insights-to-file.json'));
	const name = 'Report Ads by Day';
	const [{ rows }] = rowsOf(run, name);
	const binary = run.outputs[name][0][0].binary?.data;
	if (!binary) throw new Error('There is no file');
	expect(binary.fileName).toMatch(/^insights-\d{4}-\d\d-\d\d\.csv$/);
	const [header, ...records] = parseCsv((await store.read(binary)).toString());
	expect(records).toHaveLength(Number(rows));
	expect(header).toEqual([
		'row_key',
		'date_start',
		'date_stop',
		'campaign_id',
		'campaign_name',
		'adset_id',
		'adset_name',
		'ad_id',
		'ad_name',
		'impressions',
		'clicks',
		'spend',
		...['actions', 'action_values'].flatMap((field) =>
			['link_click', 'landing_page_view', 'omni_purchase'].flatMap((type) =>
				['', '_7d_click', '_1d_view'].map((window) => `${field}_${type}${window}`),
			),
		),
		...header.slice(30),
	]);
	expect(header.slice(30)).toContain('purchase_roas_omni_purchase');
	expect(header.some((column) => column.includes('video_view'))).toBe(false);
});

test('a report that is started, watched and read by nodes of their own', async () => {
	const id = { __rl: true, mode: 'id', value: '={{ $json.report_run_id ?? $json.id }}' };
	const run = await runIn(
		sandbox,
		workflowWith(
			insightsNode('Start', daily({ resource: 'report', operation: 'create' })),
			{
				type: 'n8n-nodes-base.noOp',
				name: 'Elsewhere',
			},
			insightsNode('Status', { resource: 'report', operation: 'get', report_run_id: id }),
		),
	);
	const [started] = rowsOf(run, 'Start');
	expect(started.report_run_id).toEqual(expect.stringMatching(/^\d+$/));
	expect(rowsOf(run, 'Status')).toEqual([
		expect.objectContaining({ id: started.report_run_id, async_status: expect.any(String) }),
	]);

	await clock.sleep(2 * JOB_MS);
	const given = { __rl: true, mode: 'id', value: started.report_run_id };
	const later = await runIn(
		sandbox,
		workflowWith(
			insightsNode('Status', { resource: 'report', operation: 'get', report_run_id: given }),
			insightsNode('Results', {
				resource: 'report',
				operation: 'getResults',
				report_run_id: id,
				returnAll: true,
			}),
		),
	);
	expect(rowsOf(later, 'Status')).toEqual([expect.objectContaining({ is_complete: true })]);
	const whole = await rowsWith(daily());
	expect(rowsOf(later, 'Results')).toHaveLength(whole.length);
});

test('an item that fails leaves the others alone when the node goes on', async () => {
	const run = await runIn(
		sandbox,
		workflowWith({
			...insightsNode(
				'Report',
				daily({ ad_account: { __rl: true, mode: 'id', value: '={{ $json.account }}' } }),
			),
			onError: 'continueRegularOutput',
		}),
		{ triggerItems: [{ account: '4444444' }, { account: '1001' }] },
	);
	const items = run.outputs.Report[0];
	expect(items[0]).toMatchObject({ json: { error: expect.any(String) }, pairedItem: { item: 0 } });
	expect(
		items.slice(1).every(({ pairedItem }) => (pairedItem as { item: number }).item === 1),
	).toBe(true);
	expect(items.length).toBeGreaterThan(100);
});

/** A day in UTC, YYYY-MM-DD. */
function daysAgo(days: number): string {
	return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
