import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { nodeOf } from '../shared/node';
import { resources } from './resources';

const node = nodeOf(resources);

export class MetaCampaign implements INodeType {
	description: INodeTypeDescription = {
		...node.description,
		displayName: 'Meta Campaign',
		name: 'metaCampaign',
		icon: { light: 'file:../../icons/campaign.svg', dark: 'file:../../icons/campaign.dark.svg' },
		subtitle: node.description.subtitle,
		description: 'Create and manage campaigns of Facebook, Instagram and Threads ads',
		defaults: { name: 'Meta Campaign' },
		usableAsTool: true,
	};

	methods = node.methods;

	execute = node.execute;
}
