import { createHash } from 'node:crypto';
import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { MetaAdsApi } from '../../../../credentials/MetaAdsApi.credentials';
import { DEFAULT_TOKEN, type Sandbox } from '../../../sandbox';
import {
	runWorkflow,
	workflowWith,
	type EngineRun,
	type NodeSketch,
} from '../../../support/engine';
import { packageNodeTypes } from '../../../tools/nodes';

/** A picker's value, given as an ID or an expression. */
export function byId(value: string) {
	return { __rl: true, mode: 'id', value };
}

/** A file as n8n keeps it in memory. */
export function binary(bytes: Buffer, fileName = 'film.mp4', mimeType = 'video/mp4'): IBinaryData {
	return { data: bytes.toString('base64'), fileName, mimeType };
}

/** Items that bring a file each. */
export function withFiles(...files: Buffer[]): INodeExecutionData[] {
	return files.map((file) => ({ json: {}, binary: { data: binary(file) } }));
}

export function sha256(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** Runs one Meta Video Upload node against the sandbox. */
export async function runNode(
	sandbox: Sandbox,
	what: string,
	parameters: IDataObject,
	items: INodeExecutionData[] = [{ json: {} }],
	{ credential = {}, ...sketch }: Partial<NodeSketch> & { credential?: IDataObject } = {},
): Promise<EngineRun> {
	const [resource, operation] = what.split('.');
	const workflow = workflowWith({
		type: 'n8n-nodes-meta-ads.metaVideoUpload',
		credentials: ['metaAdsApi'],
		...sketch,
		parameters: { authentication: 'accessToken', resource, operation, ...parameters },
	});
	return await runWorkflow(workflow, {
		nodeTypes: packageNodeTypes,
		credentialTypes: { metaAdsApi: new MetaAdsApi() },
		credentials: {
			metaAdsApi: {
				accessToken: DEFAULT_TOKEN,
				graphBaseUrl: sandbox.url,
				apiVersion: 'v24.0',
				...credential,
			},
		},
		triggerItems: items,
	});
}

/** The items of an output, and what ended the run when that is why there are none. */
export function itemsOf(run: EngineRun, output = 0): IDataObject[] {
	if (run.error) throw new Error(`${run.error.message} | ${run.error.description}`);
	return (run.outputs.Node[output] ?? []).map(({ json }) => json);
}

/** What the node says beside its items. */
export function hintsOf(run: EngineRun): string[] {
	return (run.hints.Node ?? []).map(({ message }) => message);
}
