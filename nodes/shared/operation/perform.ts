import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { omit, pick } from 'lodash';

import {
	GraphError,
	type GraphClient,
	type GraphOutcome,
	type GraphPage,
	type GraphRequest,
	type PageOptions,
} from '../graph/types';
import { nodeError, operationError, tellTheRest } from './failure';
import { amountsOfCurrency } from './amounts';
import { concurrencyLimit } from './concurrencyLimit';
import { labelAt } from './labels';
import { toItem, withMembers } from './output';
import { buildRequest, type RequestOperation } from './request';
import { DEFAULT_LIMIT, formOf, WHAT_WAS_SENT } from './standardFields';
import type { Item, Operation, Values } from './types';

/** Parameters that steer a write and are no part of what it makes. */
const NOT_KEPT = ['execution_options'];

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

type SeveralCalls = Extract<Operation, { request?: undefined }>;

/** All that the steps of a run share. */
export interface Run {
	execution: IExecuteFunctions;
	operation: Operation;
	client: GraphClient;
	batchSize: number;
	/** Batches that are under way at the same time. */
	concurrency: number;
	/** What the items kept for the hints at the end. */
	notes: Values[];
	/** Whether one item's failure leaves the others alone. */
	goesOn: boolean;
}

/**
 * Does the jobs. Unless one item's failure leaves the others alone, a failure stops what was not begun.
 * Jobs of an operation that has a concurrency of its own are all done.
 *
 * @throws NodeApiError or NodeOperationError of the first job that did not go through
 */
export async function perform(run: Run, jobs: Job[]): Promise<Result[]> {
	const { operation, execution, goesOn } = run;
	if (!operation.run) {
		const { results, notBegun } = await performTogether(run, operation, jobs);
		if (!goesOn) stopAtFirst(execution, results, notBegun);
		return [...results, ...notBegun.map((job) => stoppedResult(execution, job))];
	}
	if (operation.concurrency) {
		const { field, default: most } = operation.concurrency;
		const limit = concurrencyLimit(Number(jobs[0].item.values[field] ?? most));
		const results = await Promise.all(
			jobs.map((job) => limit(async () => await performAlone(run, operation, job))),
		);
		if (!goesOn) stopAtFirst(execution, results, []);
		return results;
	}
	const results: Result[] = [];
	for (const [index, job] of jobs.entries()) {
		results.push(await performAlone(run, operation, job));
		if (!goesOn) stopAtFirst(execution, results, jobs.slice(index + 1));
	}
	return results;
}

/** What became of jobs of one request each, and those that were not begun. */
async function performTogether(
	run: Run,
	operation: RequestOperation,
	jobs: Job[],
): Promise<{ results: Result[]; notBegun: Job[] }> {
	const results: Result[] = [];
	const notBegun: Job[] = [];
	try {
		const requests = jobs.map(({ item }) => buildRequest(operation, item));
		const outcomes =
			operation.output.kind === 'list'
				? await readLists(run, operation, jobs, requests)
				: await sendAll(run, operation, jobs, requests);
		outcomes.forEach((outcome, index) => {
			if (outcome) results.push(outcome);
			else notBegun.push(jobs[index]);
		});
	} catch (cause) {
		results.push(...jobs.map((job) => failedResult(run, job, cause, [])));
	}
	return { results, notBegun };
}

async function sendAll(
	run: Run,
	operation: RequestOperation,
	jobs: Job[],
	requests: GraphRequest[],
): Promise<Array<Result | undefined>> {
	const { client, batchSize, concurrency, goesOn } = run;
	const options = { concurrency, stopOnError: !goesOn };
	const outcomes = await client.requestMany(requests, batchSize, options);
	return jobs.map((job, index) =>
		outcomeResult(run, operation, job, requests[index], outcomes[index]),
	);
}

async function readLists(
	run: Run,
	operation: RequestOperation,
	jobs: Job[],
	requests: GraphRequest[],
): Promise<Array<Result | undefined>> {
	const [first] = jobs;
	const pageOptions = jobs.map(({ item }) => pagesOf(operation, item));
	// One list is given page by page; many travel together, each as far as its item wants.
	if (jobs.length === 1) {
		const pages: GraphPage[] = [];
		try {
			for await (const page of run.client.pages(requests[0], pageOptions[0])) pages.push(page);
		} catch (cause) {
			return [failedResult(run, first, cause, [])];
		}
		return [listResult(operation, first, pages)];
	}
	const { client, batchSize, concurrency, goesOn } = run;
	const options = { concurrency, stopOnError: !goesOn };
	const edges = requests.map((request, index) => ({ request, page: pageOptions[index] }));
	const read = await client.readMany(edges, batchSize, options);
	return jobs.map((job, index) => {
		const result = read[index];
		if ('pages' in result) return listResult(operation, job, result.pages);
		const { error } = result;
		if (error.details.class === 'notSent') return undefined;
		return failedResult(run, job, error, []);
	});
}

/** How much of a list an item wants. */
function pagesOf({ output }: RequestOperation, { values }: Item): PageOptions {
	const limit = values.returnAll ? undefined : Number(values.limit ?? DEFAULT_LIMIT);
	const pageSize = (output.kind === 'list' ? output.pageSize : undefined) ?? LIST_PAGE_SIZE;
	return { pageSize: Math.min(pageSize, limit ?? Infinity), limit };
}

function listResult(
	operation: RequestOperation,
	{ itemIndex, item }: Job,
	pages: GraphPage[],
): Result {
	const items: INodeExecutionData[] = [];
	for (const { rows, summary } of pages) {
		const summed = item.values.summary !== undefined && summary !== undefined;
		for (const row of rows) {
			const made = toItem(inUnit(operation, item, row as IDataObject), itemIndex);
			items.push(summed ? withMembers(made, { summary }) : made);
		}
	}
	return { itemIndex, writtenIds: [], items };
}

/** Operations of several calls. */
async function performAlone(run: Run, operation: SeveralCalls, job: Job): Promise<Result> {
	const { itemIndex, item } = job;
	const { execution, client, notes } = run;
	const timezone = execution.getTimezone();
	const writtenIds: string[] = [];
	const wrote = (id: string) => void writtenIds.push(id);
	const note = (kept: Values) => void notes.push(kept);
	try {
		const context = { ...item, execution, client, itemIndex, timezone, wrote, note };
		return { itemIndex, writtenIds, items: await operation.run(context) };
	} catch (cause) {
		return failedResult(run, job, cause, writtenIds);
	}
}

/** The result of an item that was left alone although its failure would have stopped nobody. */
function stoppedResult(execution: IExecuteFunctions, { itemIndex }: Job): Result {
	const error = operationError(
		execution.getNode(),
		'The execution was stopped before this item was sent',
		'Run the workflow again for the items that are missing.',
		itemIndex,
	);
	return { itemIndex, writtenIds: [], error };
}

function outcomeResult(
	run: Run,
	operation: RequestOperation,
	job: Job,
	request: GraphRequest,
	outcome: GraphOutcome,
): Result | undefined {
	if ('error' in outcome) {
		if (outcome.error.details.class === 'notSent') return undefined;
		return failedResult(run, job, outcome.error, []);
	}
	const { itemIndex, item } = job;
	const { output } = operation;
	const body = outcome.reply.body as IDataObject;
	const mapped = output.kind === 'object' && output.map ? output.map(body, item.values) : body;
	const whole = output.kind === 'object' && output.showsSent ? withSent(mapped, item) : mapped;
	const json = inUnit(operation, item, whole);
	const writtenIds = writes(request) ? [String(json.id ?? request.path.slice(1))] : [];
	return { itemIndex, writtenIds, items: [toItem(json, itemIndex)] };
}

/** An object with its amounts in the unit that the form says. */
function inUnit({ output }: RequestOperation, { currency }: Item, row: IDataObject): IDataObject {
	return currency && output.readable ? amountsOfCurrency(row, output.readable, currency) : row;
}

/** What makes it plain which object it is, first. */
const FIRST_MEMBERS = ['id', 'name', 'status'];

/** An answer with what was sent, unless Meta has read the object. */
function withSent(answer: IDataObject, { values, parameters }: Item): IDataObject {
	if ((values.output ?? WHAT_WAS_SENT) !== WHAT_WAS_SENT) return answer;
	const all = { ...(omit(parameters, NOT_KEPT) as IDataObject), ...answer };
	return { ...pick(all, FIRST_MEMBERS), ...all };
}

/** Whether a request that went through has changed anything: `validate_only` changes nothing. */
function writes({ method, parameters }: GraphRequest): boolean {
	const options = parameters?.execution_options;
	const isTrial = Array.isArray(options) && options.includes('validate_only');
	return method !== 'GET' && !isTrial;
}

function failedResult(
	{ execution, operation }: Run,
	{ itemIndex, item: { values, currency } }: Job,
	cause: unknown,
	writtenIds: string[],
): Result {
	const { topLevel, additional } = formOf(operation);
	const labelOf = (blamed: string) =>
		labelAt([...topLevel, ...additional], blamed.split('.'), values);
	const error = nodeError(execution.getNode(), cause, { itemIndex, labelOf, currency });
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
