import type { IBinaryData, IExecuteFunctions, INodeType } from 'n8n-workflow';

import { MetaAdsApi } from '../../../../../credentials/MetaAdsApi.credentials';
import { withProgress } from '../../../../../nodes/MetaVideoUpload/upload/failed';
import type { UploadContext, UploadTrace } from '../../../../../nodes/MetaVideoUpload/upload/types';
import { createGraphClient } from '../../../../../nodes/shared/graph/client';
import { GraphError } from '../../../../../nodes/shared/graph/types';
import { openBinaryFile } from '../../../../../nodes/shared/upload/binaryFile';
import type { BinaryFile } from '../../../../../nodes/shared/upload/types';
import { runWorkflow, workflowWith } from '../../../../support/engine';
import { JumpClock } from '../../../insights/report/support/make';
import type { MetaVideos } from './meta';

export const TOKEN = 'test-token-of-nobody';

export type Binaries = Record<string, IBinaryData>;

/** Runs a function as a node of n8n's own engine, with one input item. */
export async function asNode(
	binary: Binaries,
	work: (execution: IExecuteFunctions) => Promise<unknown>,
	graphBaseUrl = 'http://127.0.0.1:9',
): Promise<void> {
	const node = {
		description: {
			name: 'sender',
			displayName: 'Sender',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'metaAdsApi' }],
			properties: [{ displayName: 'A', name: 'authentication', type: 'string', default: '' }],
		},
		async execute(this: IExecuteFunctions) {
			await work(this);
			return [[]];
		},
	} as INodeType;
	const { error } = await runWorkflow(
		workflowWith({
			type: 'test.sender',
			parameters: { authentication: 'accessToken' },
			credentials: ['metaAdsApi'],
		}),
		{
			nodeTypes: { 'test.sender': node },
			credentials: { metaAdsApi: { accessToken: TOKEN, graphBaseUrl, apiVersion: 'v24.0' } },
			credentialTypes: { metaAdsApi: new MetaAdsApi() },
			triggerItems: [{ json: {}, binary }],
		},
	);
	if (error) throw error;
}

export interface Ran<Result> {
	result?: Result;
	/** As an operation would show it. */
	error?: Error;
	details?: GraphError['details'];
	trace: UploadTrace;
	clock: JumpClock;
}

export function newTrace(known: Partial<UploadTrace> = {}): UploadTrace {
	return { offset: 0, size: 0, resumes: 0, steps: [], ...known };
}

export interface RunOptions {
	trace?: UploadTrace;
	signal?: AbortSignal;
	clock?: JumpClock;
	/** Whether the file is where n8n keeps files, rather than in memory. */
	isStored?: boolean;
}

/** Runs a part of the upload engine with a real file, over HTTP, on a clock that never waits. */
export async function run<Result>(
	meta: MetaVideos,
	bytes: Buffer,
	work: (context: UploadContext, file: BinaryFile) => Promise<Result>,
	{ trace = newTrace(), signal, clock = new JumpClock(), isStored = false }: RunOptions = {},
): Promise<Ran<Result>> {
	const ran: Ran<Result> = { trace, clock };
	const random = () => 0.5;
	const use = async (execution: IExecuteFunctions) => {
		const client = await createGraphClient(execution, { maxWait: 0 }, { clock, random });
		if (isStored) {
			const { prepareBinaryData } = execution.helpers;
			const data = await prepareBinaryData(Buffer.from(bytes), 'film.mp4', 'video/mp4');
			execution.getInputData()[0].binary = { data };
		}
		const file = await openBinaryFile(execution, 0, 'data');
		await work({ client, clock, random, trace, ...(signal ? { signal } : {}) }, file).then(
			(result) => (ran.result = result),
			(error: unknown) => {
				ran.error = withProgress(error, trace);
				ran.details = ran.error instanceof GraphError ? ran.error.details : undefined;
			},
		);
		file.close();
	};
	await asNode({ data: inMemory(bytes) }, use, meta.baseUrl);
	return ran;
}

export function inMemory(bytes: Buffer): IBinaryData {
	return { data: bytes.toString('base64'), mimeType: 'video/mp4', fileName: 'film.mp4' };
}

/** Bytes without a pattern that a shift could hide. */
export function bytesOf(size: number): Buffer {
	const bytes = Buffer.alloc(size);
	let state = 12345;
	for (let index = 0; index < size; index++) {
		state = (Math.imul(state, 1103515245) + 12345) >>> 0;
		bytes[index] = state >>> 16;
	}
	return bytes;
}
