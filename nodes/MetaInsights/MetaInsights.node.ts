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
import { insights } from './resources/insights';
import { mmmReport } from './resources/mmmReport';
import { report } from './resources/report';

const resources = { insights, report, mmmReport };

export class MetaInsights implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Meta Insights',
		name: 'metaInsights',
		icon: { light: 'file:../../icons/meta.svg', dark: 'file:../../icons/meta.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Report on Facebook, Instagram and Threads ads',
		defaults: { name: 'Meta Insights' },
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
