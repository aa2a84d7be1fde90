import type { INodeProperties } from 'n8n-workflow';

export const DEFAULT_GRAPH_BASE_URL = 'https://graph.facebook.com';

/** The Graph API version that this package is tested with. */
export const DEFAULT_API_VERSION = 'v24.0';

/** Fields that both credentials end with, and that hardly anyone has to change. */
export const advancedFields: INodeProperties[] = [
	{
		displayName: 'API Version',
		name: 'apiVersion',
		type: 'string',
		default: DEFAULT_API_VERSION,
		required: true,
		placeholder: 'e.g. v24.0',
		description:
			'Version of the Marketing API to call. Leave it as it is unless Meta retires it; nodes can override it.',
	},
	{
		displayName: 'Graph Base URL',
		name: 'graphBaseUrl',
		type: 'string',
		default: DEFAULT_GRAPH_BASE_URL,
		required: true,
		description:
			'Address of the Graph API. Leave it as it is, unless you try workflows out against a stand-in for Meta.',
	},
	{
		// Meta counts calls over an hour; a stand-in can count over less to make trying out short.
		displayName: 'Usage Window (Seconds)',
		name: 'usageWindowSeconds',
		type: 'hidden',
		default: 3600,
	},
];
