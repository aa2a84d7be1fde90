import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { nodeOf } from '../shared/node';
import { resources } from './resources';

const node = nodeOf(resources);

export class MetaVideoUpload implements INodeType {
	description: INodeTypeDescription = {
		...node.description,
		displayName: 'Meta Video Upload',
		name: 'metaVideoUpload',
		icon: {
			light: 'file:../../icons/videoUpload.svg',
			dark: 'file:../../icons/videoUpload.dark.svg',
		},
		subtitle: node.description.subtitle,
		description: 'Upload videos for ads and publish videos on Pages',
		defaults: { name: 'Meta Video Upload' },
		usableAsTool: true,
	};

	methods = node.methods;

	execute = node.execute;
}
