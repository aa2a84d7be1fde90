import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { nodeOf } from '../shared/node';
import { resources } from './resources';

const node = nodeOf(resources);

export class MetaInsights implements INodeType {
	description: INodeTypeDescription = {
		...node.description,
		displayName: 'Meta Insights',
		name: 'metaInsights',
		icon: { light: 'file:../../icons/insights.svg', dark: 'file:../../icons/insights.dark.svg' },
		subtitle: node.description.subtitle,
		description: 'Report on Facebook, Instagram and Threads ads',
		defaults: { name: 'Meta Insights' },
		usableAsTool: true,
	};

	methods = node.methods;

	execute = node.execute;
}
