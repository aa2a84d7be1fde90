import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { loadOptionsOf } from './operation/fields';
import { nodeProperties } from './operation/properties';
import { execute } from './operation/run';
import type { Resources } from './operation/types';
import { listSearchOf } from './search';

/**
 * What a node has besides its names. The class that n8n loads names `icon`, `subtitle` and `usableAsTool`
 * itself, because n8n's lint looks for them there, and the icon as text, so that lint finds its file.
 */
export function nodeOf(resources: Resources) {
	const properties = nodeProperties(resources);
	return {
		description: {
			group: ['transform'],
			version: 1,
			subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
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
			properties,
		} satisfies Partial<INodeTypeDescription>,
		/** Searches of pickers, and lists loaded on demand, that the properties name. */
		methods: { listSearch: listSearchOf(properties), loadOptions: loadOptionsOf(properties) },
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			return await execute(this, resources);
		},
	};
}
