import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';
import { request } from 'undici';

import { MetaAdsApi } from '../../credentials/MetaAdsApi.credentials';
import { packageNodeTypes } from '../tools/nodes';
import { runWorkflow, workflowWith, type EngineRun } from '../support/engine';

const TOKEN = 'test-token';
const VERSION = 'v24.0';
/** Most steps of a batch (Batch Requests, Limitations). */
const BATCH_STEPS = 50;
/** A quota that no run here comes near. */
export const PLENTY_OF_CALLS = 10_000_000;

export interface Measured {
	seconds: number;
	items: INodeExecutionData[];
}

export interface RunOptions {
	items?: Array<INodeExecutionData | IDataObject>;
	usageWindowSeconds?: number;
}

/** Runs one of this package's nodes once in n8n's engine. */
export async function runNode(
	name: string,
	graphBaseUrl: string,
	parameters: IDataObject,
	{ items = [{}], usageWindowSeconds = 3600 }: RunOptions = {},
): Promise<EngineRun & { seconds: number }> {
	const workflow = workflowWith({
		type: `n8n-nodes-meta-ads.${name}`,
		parameters: { authentication: 'accessToken', ...parameters },
		credentials: ['metaAdsApi'],
	});
	const started = performance.now();
	const run = await runWorkflow(workflow, {
		nodeTypes: packageNodeTypes,
		credentialTypes: { metaAdsApi: new MetaAdsApi() },
		credentials: {
			metaAdsApi: { accessToken: TOKEN, graphBaseUrl, apiVersion: VERSION, usageWindowSeconds },
		},
		triggerItems: items,
	});
	const seconds = (performance.now() - started) / 1000;
	if (run.status !== 'success') throw run.error ?? new Error(run.status);
	return { ...run, seconds };
}

/** Runs the campaign node over items. */
export async function runOurs(
	graphBaseUrl: string,
	parameters: IDataObject,
	items: IDataObject[],
	usageWindowSeconds?: number,
): Promise<Measured> {
	const { seconds, outputs } = await runNode(
		'metaCampaign',
		graphBaseUrl,
		{ resource: 'campaign', ...parameters },
		{ items, usageWindowSeconds },
	);
	return { seconds, items: outputs.Node[0] };
}

/** Runs n8n's own Facebook Graph API node over items in the same engine. */
export async function runFacebookNode(
	facebookNode: INodeType,
	host: string,
	parameters: IDataObject,
	items: Array<INodeExecutionData | IDataObject>,
): Promise<Measured> {
	const workflow = workflowWith({
		type: 'n8n-nodes-base.facebookGraphApi',
		parameters: {
			hostUrl: host,
			authType: 'accessToken',
			graphApiVersion: VERSION,
			allowUnauthorizedCerts: true,
			...parameters,
		},
		credentials: ['facebookGraphApi'],
	});
	const started = performance.now();
	const run = await runWorkflow(workflow, {
		nodeTypes: { 'n8n-nodes-base.facebookGraphApi': facebookNode },
		credentialTypes: {
			facebookGraphApi: {
				name: 'facebookGraphApi',
				displayName: 'Facebook Graph API',
				properties: [
					{ displayName: 'Access Token', name: 'accessToken', type: 'string', default: '' },
				],
			},
		},
		credentials: { facebookGraphApi: { accessToken: TOKEN } },
		triggerItems: items,
	});
	const seconds = (performance.now() - started) / 1000;
	if (run.status !== 'success') throw run.error ?? new Error(run.status);
	return { seconds, items: run.outputs.Node[0] };
}

/** The least that any client could do: the batches themselves, one after the other. */
export async function runBareBatches(
	graphBaseUrl: string,
	steps: Array<{ method: string; relative_url: string; body?: string }>,
	size = BATCH_STEPS,
): Promise<{ seconds: number }> {
	const started = performance.now();
	for (let start = 0; start < steps.length; start += size) {
		const reply = await request(`${graphBaseUrl}/${VERSION}/`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${TOKEN}`,
				'content-type': 'application/x-www-form-urlencoded',
			},
			body: new URLSearchParams({
				batch: JSON.stringify(steps.slice(start, start + size)),
			}).toString(),
		});
		const results = (await reply.body.json()) as Array<{ code: number; body: string } | null>;
		const refused = results.find((result) => result?.code !== 200);
		if (refused !== undefined)
			throw new Error(`A bare step was refused: ${JSON.stringify(refused)}`);
		for (const result of results) JSON.parse(result?.body ?? '');
	}
	return { seconds: (performance.now() - started) / 1000 };
}

/** Pages of an edge, read one after the other with nothing around them. */
export async function runBarePages(
	graphBaseUrl: string,
	path: string,
	query: Record<string, string>,
): Promise<{ seconds: number; rows: number }> {
	const started = performance.now();
	let rows = 0;
	let after: string | undefined;
	do {
		const search = new URLSearchParams({ ...query, ...(after ? { after } : {}) });
		const reply = await request(`${graphBaseUrl}/${VERSION}${path}?${search.toString()}`, {
			headers: { authorization: `Bearer ${TOKEN}` },
		});
		const page = (await reply.body.json()) as {
			data: unknown[];
			paging?: { next?: string; cursors: { after: string } };
		};
		rows += page.data.length;
		after = page.paging?.next ? page.paging.cursors.after : undefined;
	} while (after);
	return { seconds: (performance.now() - started) / 1000, rows };
}
