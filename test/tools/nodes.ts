import { createRequire } from 'node:module';
import type { INodeType } from 'n8n-workflow';

import { adPlacePageSet } from '../../nodes/MetaAdSet/resources/adPlacePageSet';
import { adSet } from '../../nodes/MetaAdSet/resources/adSet';
import { audience } from '../../nodes/MetaAdSet/resources/audience';
import { targeting } from '../../nodes/MetaAdSet/resources/targeting';
import { adStudy } from '../../nodes/MetaCampaign/resources/adStudy';
import { campaign } from '../../nodes/MetaCampaign/resources/campaign';
import { insights } from '../../nodes/MetaInsights/resources/insights';
import { mmmReport } from '../../nodes/MetaInsights/resources/mmmReport';
import { report } from '../../nodes/MetaInsights/resources/report';
import { adVideo } from '../../nodes/MetaVideoUpload/resources/adVideo';
import { fileUpload } from '../../nodes/MetaVideoUpload/resources/fileUpload';
import { pageVideo } from '../../nodes/MetaVideoUpload/resources/pageVideo';
import { userVideo } from '../../nodes/MetaVideoUpload/resources/userVideo';
import type { Operation, Resources } from '../../nodes/shared/operation/types';

/** A node of the package with the resources that its description was made of. */
export interface PackageNode {
	/** Name of the class and of its folder. */
	className: string;
	node: INodeType;
	resources: Resources;
}

/** Every node of the package: tests and generated documentation go over this list. */
export const packageNodes: PackageNode[] = [
	nodeWith('MetaCampaign', { campaign, adStudy }),
	nodeWith('MetaAdSet', { adSet, targeting, audience, adPlacePageSet }),
	nodeWith('MetaInsights', { insights, report, mmmReport }),
	nodeWith('MetaVideoUpload', { adVideo, pageVideo, userVideo, fileUpload }),
];

/**
 * Finds a node by the name of its file, as n8n does. An `import` without the extension would do for
 * TypeScript, but Node.js takes `X.node` for the `X.node.json` that lies beside `X.node.ts`.
 */
function nodeWith(className: string, resources: Resources): PackageNode {
	const load = createRequire(__filename);
	const classes = load(`../../nodes/${className}/${className}.node.ts`) as Record<
		string,
		new () => INodeType
	>;
	return { className, node: new classes[className](), resources };
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
