/**
 * `npm run demo`: an example workflow, run by n8n's own engine against the sandbox, whose quotas are
 * scaled down so that usage and waits can be seen within seconds.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import Table from 'cli-table3';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { MetaAdsApi } from '../../credentials/MetaAdsApi.credentials';
import { packageNodeTypes } from '../tools/nodes';
import { startSandbox } from '../sandbox';
import { runWorkflow } from '../support/engine';

const EXAMPLE = 'create-campaigns-from-a-list.json';
/** Where `npm run n8n` has the workflow. */
const EDITOR = `http://localhost:5678/workflow/${basename(EXAMPLE, '.json')}`;
/** The sandbox's "hour" for the demo. */
const HOUR_MS = 8_000;
/** Calls per ad account and "hour": few enough that the example comes near the limit. */
const CALLS_PER_HOUR = 22;
const LATENCY_MS = 30;

type Usage = { object: string; type: string; percent_used: number };

async function main(): Promise<void> {
	const workflow = JSON.parse(
		readFileSync(join(__dirname, '..', '..', 'examples', EXAMPLE), 'utf8'),
	) as Parameters<typeof runWorkflow>[0] & {
		name: string;
		pinData: Record<string, INodeExecutionData[]>;
	};
	const sandbox = await startSandbox({
		latencyMs: LATENCY_MS,
		hourMs: HOUR_MS,
		limits: { callsPerHour: CALLS_PER_HOUR },
	});
	say(`Workflow: ${workflow.name} (examples/${EXAMPLE})`);
	say(`Sandbox:  ${sandbox.url}, ${CALLS_PER_HOUR} calls per ${HOUR_MS / 1000} s and ad account`);

	const started = Date.now();
	const run = await runWorkflow(workflow, {
		nodeTypes: packageNodeTypes,
		credentialTypes: { metaAdsApi: new MetaAdsApi() },
		credentials: {
			metaAdsApi: {
				accessToken: 'test-token',
				graphBaseUrl: sandbox.url,
				apiVersion: 'v24.0',
				usageWindowSeconds: HOUR_MS / 1000,
			},
		},
		triggerItems: Object.values(workflow.pinData)[0],
	});
	const seconds = (Date.now() - started) / 1000;
	await sandbox.close();
	if (run.status !== 'success') throw run.error ?? new Error(`The workflow ended as ${run.status}`);

	const campaigns = (run.outputs['Read Them Back']?.[0] ?? []).map(({ json }) => json);
	const calls = sandbox.requests.filter(({ steps }) => steps === undefined).length;
	const http = sandbox.requests.filter(({ batch }) => batch === undefined).length;
	say(
		`${campaigns.length} campaigns created and read back in ${seconds.toFixed(1)} s: ${calls} calls in ${http} HTTP requests.`,
	);
	for (const { object, type, percent_used } of (campaigns[0]?.rate_limits ??
		[]) as unknown as Usage[]) {
		say(`Usage:    ${type} of ${object}: ${percent_used} %`);
	}
	const hints = Object.entries(run.hints).flatMap(([node, list]) =>
		list.map(({ message }) => `${node}: ${message}`),
	);
	for (const hint of hints) say(`Wait:     ${hint}`);
	if (hints.length === 0) say('Wait:     none was needed');
	say('');
	say(tableOf(campaigns));
	say(`To see this workflow in n8n's editor: npm run n8n, then open ${EDITOR}`);
}

function tableOf(campaigns: IDataObject[]): string {
	const table = new Table({
		head: ['ID', 'Name', 'Objective', 'Status', 'Budget per day'],
		colAligns: ['left', 'left', 'left', 'left', 'right'],
		style: { head: [], border: [] },
	});
	for (const { id, name, objective, effective_status, daily_budget } of campaigns) {
		table.push([
			String(id),
			String(name),
			String(objective),
			String(effective_status),
			(Number(daily_budget) / 100).toFixed(2),
		]);
	}
	return table.toString();
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

main().catch((error: { message?: string; description?: string | null }) => {
	process.stderr.write(`${error.message ?? String(error)}\n${error.description ?? ''}\n`);
	process.exitCode = 1;
});
