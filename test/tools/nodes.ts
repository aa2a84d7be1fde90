import { createRequire } from 'node:module';
import { parse } from 'node:path';
import type { INodeType } from 'n8n-workflow';

import { n8n } from '../../package.json';
import type { Operation, Resources } from '../../nodes/shared/operation/types';

/** A node of the package with the resources that its description was made of. */
export interface PackageNode {
	/** Name of the class and of its folder. */
	className: string;
	node: INodeType;
	resources: Resources;
}

/** Every node of the package: tests and generated documentation go over this list. */
export const packageNodes: PackageNode[] = n8n.nodes.map((file) => load(parse(file).name));

/**
 * Finds a node by the name of its file, as n8n does. An `import` without the extension would do for
 * TypeScript, but Node.js takes `X.node` for the `X.node.json` that lies beside `X.node.ts`.
 */
function load(fileName: string): PackageNode {
	const className = fileName.replace('.node', '');
	const requireFrom = createRequire(__filename);
	const folder = `../../nodes/${className}`;
	const classes = requireFrom(`${folder}/${className}.node.ts`) as Record<
		string,
		new () => INodeType
	>;
	const { resources } = requireFrom(`${folder}/resources/index.ts`) as { resources: Resources };
	return { className, node: new classes[className](), resources };
}

/**
 * A node of the package by its name: `metaCampaign`.
 *
 * @throws Error when the package has none of that name
 */
export function packageNode(name: string): PackageNode {
	const found = packageNodes.find(({ node }) => node.description.name === name);
	if (!found) throw new Error(`There is no node ${name}`);
	return found;
}

/** An operation with its place in its node. */
export interface PlacedOperation {
	/** `metaCampaign` */
	nodeName: string;
	resourceName: string;
	operationName: string;
	operation: Operation;
}

/** All operations of a node, in the order of its resources. */
export function operationsOf({ node, resources }: PackageNode): PlacedOperation[] {
	return Object.entries(resources).flatMap(([resourceName, { operations }]) =>
		Object.entries(operations).map(([operationName, operation]) => ({
			nodeName: node.description.name,
			resourceName,
			operationName,
			operation,
		})),
	);
}

/** All nodes by their full type name, as a workflow refers to them. */
export const packageNodeTypes: Record<string, INodeType> = Object.fromEntries(
	packageNodes.map(({ node }) => [`n8n-nodes-meta-ads.${node.description.name}`, node]),
);
