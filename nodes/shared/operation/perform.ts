import { difference, uniqBy } from 'lodash';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { GraphError, type GraphClient, type GraphOutcome, type GraphRequest } from '../graph/types';
import { nodeError, operationError, tellTheRest } from './failure';
import { inTurnOf } from './inTurn';
import { toItem, withMembers } from './output';
import { buildRequest, type RequestOperation } from './request';
import { DEFAULT_LIMIT } from './standardFields';
import type { Item, Operation, Values } from './types';

/** Rows asked for per call of a list, unless the operation says otherwise. */
const LIST_PAGE_SIZE = 500;

/** One item that passed the checks. */
export interface Job {
	itemIndex: number;
	item: Item;
}

/** What became of one item; `writtenIds` are the objects it made or changed. */
export type Result = { itemIndex: number; writtenIds: string[] } & (
	| { items: INodeExecutionData[]; error?: undefined }
	| { error: NodeApiError | NodeOperationError; graphError?: GraphError }
);

/** All that the steps of a run share. */
export interface Run {
	execution: IExecuteFunctions;
	operation: Operation;
	client: GraphClient;
	batchSize: number;
	/** What the items kept for the hints at the end. */
	notes: Values[];
	/** Whether one item's failure leaves the others alone. */
	goesOn: boolean;
}

/**
 * Does the jobs. Unless one item's failure leaves the others alone, they go chunk by chunk, so that
 * a failure stops what was not begun. Jobs of an operation that runs side by side are all done.
 *
 * @throws NodeApiError or NodeOperationError of the first job that did not go through
 */
export async function perform(run: Run, jobs: Job[]): Promise<Result[]> {
	const results: Result[] = [];
	let open = jobs;
	while (open.length > 0) {
		const chunk = nextChunk(run, open);
		open = difference(open, chunk);
		results.push(...(await performChunk(run, chunk)));
		if (!run.goesOn) stopAtFirst(run.execution, results, open);
	}
	return results;
}

/** The jobs that are begun before a failure among them stops the others. */
function nextChunk({ operation, batchSize, goesOn }: Run, open: Job[]): Job[] {
	if (operation.concurrency) return open;
	if (!isSingleRequest(operation)) return open.slice(0, 1);
	return goesOn ? open : oneBatch(operation, open, batchSize);
}

/** As many jobs as fit into a batch, in their order but for those whose group is in it already. */
function oneBatch(operation: RequestOperation, open: Job[], batchSize: number): Job[] {
	return uniqBy(open, (job) => buildRequest(operation, job.item).batchGroup ?? job).slice(
		0,
		batchSize,
	);
}

async function performChunk(run: Run, jobs: Job[]): Promise<Result[]> {
	const { operation } = run;
	if (isSingleRequest(operation)) return await performTogether(run, operation, jobs);
	const { field, default: most } = operation.concurrency ?? { field: '', default: 1 };
	const inTurn = inTurnOf(Number(jobs[0].item.values[field] ?? most));
	return await Promise.all(jobs.map((job) => inTurn(() => performAlone(run, job))));
}

function isSingleRequest(operation: Operation): operation is RequestOperation {
	return operation.request !== undefined && operation.output.kind === 'object';
}

async function performTogether(
	run: Run,
	operation: RequestOperation,
	jobs: Job[],
): Promise<Result[]> {
	try {
		const requests = jobs.map(({ item }) => buildRequest(operation, item));
		const outcomes = await run.client.requestMany(requests, run.batchSize);
		return jobs.map((job, index) => outcomeResult(run, job, requests[index], outcomes[index]));
	} catch (cause) {
		return jobs.map(({ itemIndex }) => failedResult(run.execution, itemIndex, cause, []));
	}
}

/** Lists and operations of several calls: one item at a time. */
async function performAlone(run: Run, { itemIndex, item }: Job): Promise<Result> {
	const { execution, operation, client, notes } = run;
	const timezone = execution.getTimezone();
	const writtenIds: string[] = [];
	const wrote = (id: string) => void writtenIds.push(id);
	const note = (kept: Values) => void notes.push(kept);
	try {
		const items = operation.run
			? await operation.run({ ...item, execution, client, itemIndex, timezone, wrote, note })
			: await list(client, operation, item, itemIndex);
		return { itemIndex, writtenIds, items };
	} catch (cause) {
		return failedResult(execution, itemIndex, cause, writtenIds);
	}
}

async function list(
	client: GraphClient,
	operation: RequestOperation,
	item: Item,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const { output } = operation;
	const { values } = item;
	const limit = values.returnAll ? undefined : Number(values.limit ?? DEFAULT_LIMIT);
	const pageSize = (output.kind === 'list' ? output.pageSize : undefined) ?? LIST_PAGE_SIZE;
	const items: INodeExecutionData[] = [];
	const pages = client.pages(buildRequest(operation, item), {
		pageSize: Math.min(pageSize, limit ?? Infinity),
		limit,
	});
	for await (const { rows, summary } of pages) {
		const summed = values.summary !== undefined && summary !== undefined;
		for (const row of rows) {
			const made = toItem(row, itemIndex);
			items.push(summed ? withMembers(made, { summary }) : made);
		}
	}
	return items;
}

function outcomeResult(
	{ execution, operation: { output } }: Run,
	{ itemIndex, item: { values } }: Job,
	request: GraphRequest,
	outcome: GraphOutcome | undefined,
): Result {
	if (!outcome) {
		const error = operationError(
			execution.getNode(),
			'The execution was stopped before this item was sent',
			'Run the workflow again for the items that are missing.',
			itemIndex,
		);
		return { itemIndex, writtenIds: [], error };
	}
	if ('error' in outcome) return failedResult(execution, itemIndex, outcome.error, []);
	const body = outcome.reply.body as IDataObject;
	const json = output.kind === 'object' && output.map ? output.map(body, values) : body;
	const writtenIds = writes(request) ? [String(json.id ?? request.path.slice(1))] : [];
	return { itemIndex, writtenIds, items: [toItem(json, itemIndex)] };
}

/** Whether a request that went through has changed anything: `validate_only` changes nothing. */
function writes({ method, parameters }: GraphRequest): boolean {
	const options = parameters?.execution_options;
	const isTrial = Array.isArray(options) && options.includes('validate_only');
	return method !== 'GET' && !isTrial;
}

function failedResult(
	execution: IExecuteFunctions,
	itemIndex: number,
	cause: unknown,
	writtenIds: string[],
): Result {
	const error = nodeError(execution.getNode(), cause, itemIndex);
	return {
		itemIndex,
		writtenIds,
		error,
		...(cause instanceof GraphError ? { graphError: cause } : {}),
	};
}

/**
 * Ends a run whose items do not stand alone.
 *
 * @throws the error of the first result that has one, with what became of the others
 */
export function stopAtFirst(
	execution: IExecuteFunctions,
	results: Result[],
	notBegun: Job[],
): void {
	const failed = results.find(({ error }) => error !== undefined);
	if (!failed?.error) return;
	const { error, itemIndex } = failed;
	tellTheRest(
		error,
		results,
		notBegun.map((job) => job.itemIndex),
	);
	if (execution.getInputData().length > 1) error.message += ` [item ${itemIndex}]`;
	throw error;
}
