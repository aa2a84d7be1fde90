import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { nodeDefaults, nodeMethods, subtitle } from '../shared/node';
import { nodeProperties } from '../shared/operation/properties';
import { execute } from '../shared/operation/run';
import { resources } from './resources';

export class MetaInsights implements INodeType {
	description: INodeTypeDescription = {
		...nodeDefaults,
		displayName: 'Meta Insights',
		name: 'metaInsights',
		icon: { light: 'file:../../icons/meta.svg', dark: 'file:../../icons/meta.dark.svg' },
		description: 'Report on Facebook, Instagram and Threads ads',
		defaults: { name: 'Meta Insights' },
		subtitle,
		usableAsTool: true,
		properties: nodeProperties(resources),
	};

	methods = nodeMethods(this.description.properties);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, resources);
	}
}
