import assert from 'node:assert/strict';
import type { INodeExecutionData } from 'n8n-workflow';

import type { Check } from './checks';
import { execute } from './execution';
import type { Stage } from './stage';
import { workflowFile } from './stage';

const WORKFLOW = 'insights-report';
const AD_ACCOUNT = '1001';
const DAY_MS = 86_400_000;
/** Less than the report has, so that it fails for size and has to be split. */
const MAX_SYNC_ROWS = 20;
const MAX_REPORT_ROWS = 40;
const JOB_MS = 200;

/** Reports in a real n8n: whole, and split because they failed for size. */
export function insightsChecks({ n8n, sandbox }: Stage): Check[] {
	let whole: INodeExecutionData[] = [];
	const executeReport = async () => {
		const execution = await execute(n8n, WORKFLOW);
		assert.equal(execution.status, 'success', JSON.stringify(execution.error));
		const [rows] = execution.outputs.Rows;
		const [[file]] = execution.outputs.File;
		return { rows, file };
	};
	return [
		{
			name: 'a report gives rows and a file',
			run: async () => {
				await n8n.importWorkflows([workflowFile(WORKFLOW)]);
				sandbox.seed.insightsTree(AD_ACCOUNT, {
					campaigns: 2,
					adSetsPerCampaign: 2,
					adsPerAdSet: 2,
					days: { since: dayBefore(12), until: dayBefore(2) },
				});
				const { rows, file } = await executeReport();
				assert.ok(rows.length > MAX_REPORT_ROWS, `only ${rows.length} rows`);
				assert.ok(rows.every(({ json }) => typeof json.impressions === 'number'));
				assert.equal(new Set(rows.map(({ json }) => json.row_key)).size, rows.length);
				assert.equal(file.json.rows, rows.length);
				assert.equal(file.binary?.data.fileName, 'report.csv');
				whole = rows;
			},
		},
		{
			name: 'a report that fails for size is split, and the same rows come out',
			run: async () => {
				sandbox.configure({
					insights: {
						maxSyncRows: MAX_SYNC_ROWS,
						maxReportRows: MAX_REPORT_ROWS,
						jobMs: JOB_MS,
					},
				});
				const { rows, file } = await executeReport();
				assert.deepEqual(sorted(rows), sorted(whole));
				assert.equal(file.json.rows, whole.length);
			},
		},
	];
}

export function dayBefore(days: number): string {
	return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}

function sorted(rows: INodeExecutionData[]) {
	return rows
		.map(({ json }) => json)
		.sort((a, b) => String(a.row_key).localeCompare(String(b.row_key)));
}
