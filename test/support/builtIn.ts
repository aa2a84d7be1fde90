import type { ICredentialType, INodeExecutionData, INodeType } from 'n8n-workflow';
import { MANUAL_TRIGGER_TYPE, NO_OP_TYPE } from './workflow';

/** Stands in for n8n's own node; the engine hands it the items of the run as pinned data. */
const manualTrigger: INodeType = {
	description: {
		displayName: 'Manual Trigger',
		name: 'manualTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Starts a workflow by hand',
		defaults: { name: 'Manual Trigger' },
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
	async trigger() {
		return {
			manualTriggerFunction: async () => this.emit([[{ json: {} }]]),
		};
	},
};

/** Stands in for n8n's own node: passes its input on. */
const noOp: INodeType = {
	description: {
		displayName: 'No Operation',
		name: 'noOp',
		group: ['organization'],
		version: 1,
		description: 'Does nothing',
		defaults: { name: 'No Operation' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
	async execute(): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	},
};

/** Node types that workflows may use without naming them in the options of a run. */
export const builtInNodeTypes: Record<string, INodeType> = {
	[MANUAL_TRIGGER_TYPE]: manualTrigger,
	[NO_OP_TYPE]: noOp,
};

/** The parent of OAuth2 credentials, reduced to the properties that n8n's engine reads. */
const oAuth2Api: ICredentialType = {
	name: 'oAuth2Api',
	displayName: 'OAuth2 API',
	properties: [
		['grantType', 'authorizationCode'],
		['authUrl', ''],
		['accessTokenUrl', ''],
		['clientId', ''],
		['clientSecret', ''],
		['scope', ''],
		['authQueryParameters', ''],
		['authentication', 'header'],
	].map(([name, value]) => ({ displayName: name, name, type: 'string', default: value })),
};

/** Credential types that others extend. */
export const builtInCredentialTypes: Record<string, ICredentialType> = { oAuth2Api };
