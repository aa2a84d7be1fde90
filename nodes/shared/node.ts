import {
	NodeConnectionTypes,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { loadOptionsOf } from './operation/fields';
import { listSearchOf } from './search';

/** n8n's lint wants to see it named in each description. */
export const subtitle = '={{ $parameter["operation"] + ": " + $parameter["resource"] }}';

/** What the descriptions of all nodes have in common. */
export const nodeDefaults = {
	group: ['transform'],
	version: 1,
	inputs: [NodeConnectionTypes.Main],
	outputs: [NodeConnectionTypes.Main],
	// The field Authentication chooses one.
	credentials: [
		{
			name: 'metaAdsOAuth2Api',
			required: true,
			displayOptions: { show: { authentication: ['oAuth2'] } },
		},
		{
			name: 'metaAdsApi',
			required: true,
			displayOptions: { show: { authentication: ['accessToken'] } },
		},
	],
} satisfies Partial<INodeTypeDescription>;

/** The methods that a node's properties name: searches of pickers, and lists loaded on demand. */
export function nodeMethods(properties: INodeProperties[]): INodeType['methods'] {
	return { listSearch: listSearchOf(properties), loadOptions: loadOptionsOf(properties) };
}
