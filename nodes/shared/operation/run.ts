import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { has } from 'lodash';

import { createGraphClient } from '../graph/client';
import type { GraphClient, GraphWait } from '../graph/types';
import { inMinorUnits } from './amounts';
import { errorItem, nodeError, tellTheRest } from './failure';
import { usageMembers, withMembers } from './output';
import { perform, stopAtFirst, type Job, type Result, type Run } from './perform';
import { readItem, readNodeOptions } from './read';
import {
	DEFAULT_BATCHES_AT_ONCE,
	DEFAULT_MAX_WAIT_SECONDS,
	MAX_BATCH_SIZE,
	type NodeOptions,
} from './standardFields';
import type { Operation, ParseContext, Resources } from './types';

/**
 * The execute function of every node: reads and checks the parameters of all items before anything
 * is sent, sends, and gives items in the order of the input with `pairedItem`.
 *
 * @throws NodeOperationError for input that cannot be sent; NodeApiError for what Meta refused. Both
 * name the item and what was already done. With "continue on fail" they become items instead.
 */
export async function execute(
	execution: IExecuteFunctions,
	resources: Resources,
): Promise<INodeExecutionData[][]> {
	const inputItems = execution.getInputData();
	if (inputItems.length === 0) return [[]];
	const operation = chosenOperation(execution, resources);
	const settings = readNodeOptions(execution);
	const client = await connect(execution, settings);
	const run: Run = {
		execution,
		operation,
		client,
		batchSize: settings.batchSize ?? MAX_BATCH_SIZE,
		concurrency: settings.batchesAtOnce ?? DEFAULT_BATCHES_AT_ONCE,
		notes: [],
		goesOn: execution.continueOnFail(),
	};
	const results = await tellingWaits(
		run,
		async () => await runAll(run, inputItems.length, settings),
	);
	const usage = settings.usageInOutput ? usageMembers(client.usage()) : undefined;
	results.sort((a, b) => a.itemIndex - b.itemIndex);
	return [results.flatMap((result) => toItems(result, inputItems[result.itemIndex], usage))];
}

async function connect(execution: IExecuteFunctions, settings: NodeOptions): Promise<GraphClient> {
	try {
		return await createGraphClient(execution, {
			apiVersion: settings.apiVersion,
			maxWait: (settings.maxWait ?? DEFAULT_MAX_WAIT_SECONDS) * 1000,
		});
	} catch (cause) {
		throw nodeError(execution.getNode(), cause);
	}
}

function chosenOperation(execution: IExecuteFunctions, resources: Resources): Operation {
	const resource = execution.getNodeParameter('resource', 0) as string;
	const name = execution.getNodeParameter('operation', 0) as string;
	if (!has(resources, [resource, 'operations', name])) {
		throw new NodeOperationError(
			execution.getNode(),
			`The operation "${name}" does not exist for the resource "${resource}"`,
			{ description: 'Choose the resource and the operation again.' },
		);
	}
	return resources[resource].operations[name];
}

/** Reads and checks all items, then sends those that can be sent. */
async function runAll(run: Run, count: number, settings: NodeOptions): Promise<Result[]> {
	const read = readAll(run, count, settings);
	const ready = await inMinorUnits(run, read.jobs);
	const results = [...read.results, ...ready.results];
	if (!run.goesOn) stopAtFirst(run.execution, results, ready.jobs);
	if (ready.jobs.length > 0) results.push(...(await perform(run, ready.jobs)));
	return results;
}

/** The items that can be sent, and what is wrong with the others. */
function readAll(
	{ execution, operation, client }: Run,
	count: number,
	{ leaveOutEmpty, sendUnusual }: NodeOptions,
): { jobs: Job[]; results: Result[] } {
	const context: ParseContext = {
		timezone: execution.getTimezone(),
		apiVersion: client.apiVersion,
		sendUnusual,
		...(leaveOutEmpty
			? {}
			: { written: { values: execution.getNode().parameters, isAdded: false } }),
	};
	const jobs: Job[] = [];
	const results: Result[] = [];
	for (let itemIndex = 0; itemIndex < count; itemIndex++) {
		const read = readItem(execution, operation, itemIndex, context);
		if ('error' in read) results.push({ itemIndex, writtenIds: [], ...read });
		else jobs.push({ itemIndex, item: read });
	}
	return { jobs, results };
}

async function tellingWaits<Value>(run: Run, act: () => Promise<Value>): Promise<Value> {
	try {
		return await act();
	} finally {
		showHints(run);
		showWaits(run.execution, run.client.waits);
	}
}

/** Tells in the editor what the operation has to say of all items together. */
function showHints({ execution, operation, notes }: Run): void {
	const hints = operation.hints?.(notes) ?? [];
	for (const hint of hints) execution.addExecutionHints({ ...hint, location: 'outputPane' });
}

/** Tells in the editor how long the node waited and for what. */
function showWaits(execution: IExecuteFunctions, waits: readonly GraphWait[]): void {
	if (waits.length === 0) return;
	const total = waits.reduce((sum, { duration }) => sum + duration, 0) / 1000;
	const seconds = total.toFixed(total < 10 ? 1 : 0);
	execution.addExecutionHints({
		message: `Waited ${seconds} s in all for Meta's rate limits. Last: ${waits[waits.length - 1].reason}.`,
		type: 'info',
		location: 'outputPane',
	});
}

function toItems(
	result: Result,
	{ binary }: INodeExecutionData,
	usage: IDataObject | undefined,
): INodeExecutionData[] {
	if (result.error) {
		tellTheRest(result.error, [result], []);
		return [errorItem(result.error, result.itemIndex, result.graphError, binary)];
	}
	return usage ? result.items.map((item) => withMembers(item, usage)) : result.items;
}
