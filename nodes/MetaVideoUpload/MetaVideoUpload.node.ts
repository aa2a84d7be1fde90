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
import { adVideo } from './resources/adVideo';
import { fileUpload } from './resources/fileUpload';
import { pageVideo } from './resources/pageVideo';
import { userVideo } from './resources/userVideo';

const resources = { adVideo, pageVideo, userVideo, fileUpload };

export class MetaVideoUpload implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Meta Video Upload',
		name: 'metaVideoUpload',
		icon: { light: 'file:../../icons/meta.svg', dark: 'file:../../icons/meta.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Upload videos for ads and publish videos on Pages',
		defaults: { name: 'Meta Video Upload' },
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
