import { randomUUID } from 'node:crypto';
import type { IConnections, IDataObject, INode, IWorkflowBase } from 'n8n-workflow';

import { inForm } from './form';

export const MANUAL_TRIGGER_TYPE = 'n8n-nodes-base.manualTrigger';
export const NO_OP_TYPE = 'n8n-nodes-base.noOp';

/** A workflow as n8n exports it: a saved file has more than what a run needs. */
export type WorkflowJson = Pick<IWorkflowBase, 'nodes' | 'connections'> &
	Partial<Omit<IWorkflowBase, 'nodes' | 'connections'>>;

/** A node of a short test workflow; everything but the type has a default. */
export interface NodeSketch extends Partial<Omit<INode, 'parameters' | 'credentials'>> {
	type: string;
	parameters?: INode['parameters'] | IDataObject;
	/** Names of credential types, or n8n's own form. */
	credentials?: string[] | INode['credentials'];
}

const GRID_PX = 220;

/**
 * A workflow of a manual trigger and the given nodes in one line, each reading the first output of
 * the one before. Nodes without a name are called `Node`, `Node 2` and so on; the trigger `Trigger`.
 */
export function workflowWith(...sketches: NodeSketch[]): WorkflowJson {
	const trigger: NodeSketch = { type: MANUAL_TRIGGER_TYPE, name: 'Trigger' };
	const nodes = [trigger, ...sketches].map((sketch, index) => nodeFrom(sketch, index));
	const connections: IConnections = {};
	nodes.slice(1).forEach((node, index) => {
		connections[nodes[index].name] = { main: [[{ node: node.name, type: 'main', index: 0 }]] };
	});
	return { name: 'Test workflow', nodes, connections, settings: { executionOrder: 'v1' } };
}

function nodeFrom(sketch: NodeSketch, index: number): INode {
	const { parameters, credentials, ...rest } = sketch;
	return {
		id: randomUUID(),
		name: index < 2 ? 'Node' : `Node ${index}`,
		typeVersion: 1,
		position: [index * GRID_PX, 0],
		...rest,
		parameters: inForm(rest.type, (parameters ?? {}) as IDataObject) as INode['parameters'],
		...(credentials && { credentials: credentialsFrom(credentials) }),
	};
}

function credentialsFrom(
	credentials: NonNullable<NodeSketch['credentials']>,
): NonNullable<INode['credentials']> {
	if (!Array.isArray(credentials)) return credentials;
	return Object.fromEntries(
		credentials.map((type) => [type, { id: `${type}-id`, name: `${type} account` }]),
	);
}
