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

export class MetaCampaign implements INodeType {
	description: INodeTypeDescription = {
		...nodeDefaults,
		displayName: 'Meta Campaign',
		name: 'metaCampaign',
		icon: { light: 'file:../../icons/meta.svg', dark: 'file:../../icons/meta.dark.svg' },
		description: 'Create and manage campaigns of Facebook, Instagram and Threads ads',
		defaults: { name: 'Meta Campaign' },
		subtitle,
		usableAsTool: true,
		properties: nodeProperties(resources),
	};

	methods = nodeMethods(this.description.properties);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, resources);
	}
}
