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
import { adPlacePageSet } from './resources/adPlacePageSet';
import { adSet } from './resources/adSet';
import { audience } from './resources/audience';
import { targeting } from './resources/targeting';

const resources = { adSet, targeting, audience, adPlacePageSet };

export class MetaAdSet implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Meta Ad Set',
		name: 'metaAdSet',
		icon: { light: 'file:../../icons/meta.svg', dark: 'file:../../icons/meta.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Create and manage ad sets of Facebook, Instagram and Threads ads, with their targeting and audiences',
		defaults: { name: 'Meta Ad Set' },
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
