import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { nodeOf } from '../shared/node';
import { resources } from './resources';

const node = nodeOf(resources);

export class MetaAdSet implements INodeType {
	description: INodeTypeDescription = {
		...node.description,
		displayName: 'Meta Ad Set',
		name: 'metaAdSet',
		icon: { light: 'file:../../icons/adSet.svg', dark: 'file:../../icons/adSet.dark.svg' },
		subtitle: node.description.subtitle,
		description:
			'Create and manage ad sets of Facebook, Instagram and Threads ads, with their targeting and audiences',
		defaults: { name: 'Meta Ad Set' },
		usableAsTool: true,
	};

	methods = node.methods;

	execute = node.execute;
}
