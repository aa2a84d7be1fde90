import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';

import { installN8n } from '../e2e/install';

/** n8n's own Facebook Graph API node, as it comes with n8n. */
export async function loadFacebookNode(): Promise<INodeType> {
	const { folder } = await installN8n();
	const file = join(
		folder,
		'node_modules/n8n-nodes-base/dist/nodes/Facebook/FacebookGraphApi.node.js',
	);
	const { FacebookGraphApi } = (await import(file)) as { FacebookGraphApi: new () => INodeType };
	return new FacebookGraphApi();
}
