import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { MetaAdsApi } from '../../credentials/MetaAdsApi.credentials';
import type { Sandbox } from '../sandbox';
import {
	runWorkflow,
	workflowWith,
	type EngineOptions,
	type EngineRun,
	type WorkflowJson,
} from '../support/engine';
import { packageNodeTypes } from '../tools/nodes';

/** Runs a workflow with the nodes of this package against the sandbox. */
export async function runIn(
	sandbox: Sandbox,
	workflow: WorkflowJson,
	options: Partial<EngineOptions> = {},
): Promise<EngineRun> {
	return await runWorkflow(workflow, {
		nodeTypes: packageNodeTypes,
		credentialTypes: { metaAdsApi: new MetaAdsApi() },
		credentials: {
			metaAdsApi: {
				accessToken: 'test-token',
				graphBaseUrl: sandbox.url,
				apiVersion: 'v24.0',
				usageWindowSeconds: sandbox.settings.hourMs / 1000,
			},
		},
		...options,
	});
}

/** A node of Meta Insights with a name. */
export function insightsNode(name: string, parameters: IDataObject) {
	return {
		type: 'n8n-nodes-meta-ads.metaInsights',
		name,
		parameters: {
			authentication: 'accessToken',
			resource: 'insights',
			operation: 'runReport',
			report_on: 'account',
			ad_account: { __rl: true, mode: 'id', value: '1001' },
			preset: '',
			...parameters,
		},
		credentials: ['metaAdsApi'],
	};
}

/** A workflow of one report. */
export function reportWorkflow(parameters: IDataObject): WorkflowJson {
	return workflowWith(insightsNode('Report', parameters));
}

/** The items of a node, as plain objects; fails the test when the run did. */
export function rowsOf(run: EngineRun, node = 'Report'): IDataObject[] {
	if (run.error) throw run.error;
	return run.outputs[node][0].map(({ json }) => json);
}

/** A workflow of the folder `examples`. */
export function exampleWorkflow(file: string): WorkflowJson {
	const text = readFileSync(path.join(__dirname, '..', '..', 'examples', file), 'utf8');
	return JSON.parse(text) as WorkflowJson;
}
