import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { loadOptionsOf } from '../shared/operation/fields';
import { nodeCredentials, nodeProperties } from '../shared/operation/properties';
import { execute } from '../shared/operation/run';
import { listSearchOf } from '../shared/search';
import { adStudy } from './resources/adStudy';
import { campaign } from './resources/campaign';

const resources = { campaign, adStudy };

export class MetaCampaign implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Meta Campaign',
		name: 'metaCampaign',
		icon: { light: 'file:../../icons/meta.svg', dark: 'file:../../icons/meta.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Create and manage campaigns of Facebook, Instagram and Threads ads',
		defaults: { name: 'Meta Campaign' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: nodeCredentials,
		properties: nodeProperties(resources),
	};

	methods = {
		listSearch: listSearchOf(this.description.properties),
		loadOptions: loadOptionsOf(this.description.properties),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, resources);
	}
}
