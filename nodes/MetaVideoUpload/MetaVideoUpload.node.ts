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

export class MetaVideoUpload implements INodeType {
	description: INodeTypeDescription = {
		...nodeDefaults,
		displayName: 'Meta Video Upload',
		name: 'metaVideoUpload',
		icon: { light: 'file:../../icons/meta.svg', dark: 'file:../../icons/meta.dark.svg' },
		description: 'Upload videos for ads and publish videos on Pages',
		defaults: { name: 'Meta Video Upload' },
		subtitle,
		usableAsTool: true,
		properties: nodeProperties(resources),
	};

	methods = nodeMethods(this.description.properties);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, resources);
	}
}
