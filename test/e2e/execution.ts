import assert from 'node:assert/strict';
import type { INodeExecutionData } from 'n8n-workflow';
import type { N8n, N8nExecution } from './n8n';
import { SECRETS } from './stage';

/** Executes an imported workflow; what n8n keeps of the run must show no secret. */
export async function execute(n8n: N8n, id: string): Promise<N8nExecution> {
	const execution = await n8n.executeWorkflow(id);
	const record = JSON.stringify(execution);
	for (const secret of SECRETS) assert.ok(!record.includes(secret), `${id} shows ${secret}`);
	return execution;
}

/** The items of a node's first output, after making sure that the run went well. */
export function successful(execution: N8nExecution, node: string): INodeExecutionData[] {
	assert.equal(execution.status, 'success', execution.error?.message);
	const items = execution.outputs[node]?.[0];
	assert.ok(items, `${node} did not run`);
	return items;
}

/** Per item the number of the input item it comes from. */
export function pairs(items: INodeExecutionData[]): unknown[] {
	return items.map(({ pairedItem }) =>
		typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : pairedItem,
	);
}
