import type {
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError, sleep } from 'n8n-workflow';

export const PROBE_TYPE = 'test-nodes.probe';

/** A node that does, on request, each thing a node can ask of the engine. */
export const probe: INodeType = {
	description: {
		displayName: 'Probe',
		name: 'probe',
		group: ['transform'],
		version: 1,
		description: 'Asks the engine for things',
		defaults: { name: 'Probe' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: ['keyApi', 'signApi', 'expiringApi', 'signInOAuth2Api'].map((name) => ({ name })),
		properties: [
			{ displayName: 'Task', name: 'task', type: 'string', default: 'echo' },
			{ displayName: 'Credential', name: 'credential', type: 'string', default: '' },
			{ displayName: 'URL', name: 'url', type: 'string', default: '' },
			{ displayName: 'Text', name: 'text', type: 'string', default: 'from the description' },
		],
	},
	async execute(): Promise<INodeExecutionData[][]> {
		const results: INodeExecutionData[] = [];
		for (let index = 0; index < this.getInputData().length; index++) {
			try {
				results.push(await tasks[this.getNodeParameter('task', index) as string](this, index));
			} catch (error) {
				if (!this.continueOnFail()) throw error;
				results.push({ json: { error: error.message }, error, pairedItem: { item: index } });
			}
		}
		return [results];
	},
};

type Task = (context: IExecuteFunctions, index: number) => Promise<INodeExecutionData>;

const tasks: Record<string, Task> = {
	echo: async (context, index) => ({
		json: { text: context.getNodeParameter('text', index) as string },
		pairedItem: { item: index },
	}),
	timezone: async (context) => ({ json: { timezone: context.getTimezone() } }),
	hint: async (context, index) => {
		context.addExecutionHints({ message: `Waited for item ${index}`, location: 'outputPane' });
		return { json: {}, pairedItem: { item: index } };
	},
	binary: async (context, index) => {
		const binary = context.getInputData()[index].binary
			? await context.helpers.getBinaryDataBuffer(index, 'data')
			: Buffer.from('made by the node');
		const data = await context.helpers.prepareBinaryData(binary, 'copy.txt', 'text/plain');
		return { json: { bytes: binary.length }, binary: { data }, pairedItem: { item: index } };
	},
	wait: async (context) => {
		const signal = context.getExecutionCancelSignal();
		// Nothing but the signal ends it.
		while (!signal?.aborted) await sleep(10);
		return { json: { stopped: signal?.aborted === true } };
	},
	request: async (context, index) => await request(context, index, true),
	strictRequest: async (context, index) => await request(context, index, false),
};

async function request(
	context: IExecuteFunctions,
	index: number,
	ignoreHttpStatusErrors: boolean,
): Promise<INodeExecutionData> {
	const response = (await context.helpers.httpRequestWithAuthentication.call(
		context,
		context.getNodeParameter('credential', index) as string,
		{
			url: context.getNodeParameter('url', index) as string,
			method: 'POST',
			body: { text: context.getNodeParameter('text', index) as string },
			returnFullResponse: true,
			ignoreHttpStatusErrors,
		},
	)) as { statusCode: number; headers: IDataObject; body: JsonObject };
	const { statusCode, headers, body } = response;
	if (statusCode >= 400) {
		throw new NodeApiError(context.getNode(), body, {
			message: 'The server refused',
			httpCode: String(statusCode),
			itemIndex: index,
		});
	}
	return { json: { statusCode, headers, ...body } as IDataObject, pairedItem: { item: index } };
}

const keyProperty = {
	displayName: 'Key',
	name: 'key',
	type: 'string',
	default: 'default-key',
} as const;

export const probeCredentialTypes: Record<string, ICredentialType> = {
	keyApi: {
		name: 'keyApi',
		displayName: 'Key',
		properties: [keyProperty],
		authenticate: {
			type: 'generic',
			properties: {
				headers: { 'x-key': '={{$credentials.key}}' },
				qs: { '={{"proof"}}': '=of-{{$credentials.key}}' },
			},
		},
	},
	signApi: {
		name: 'signApi',
		displayName: 'Sign',
		properties: [keyProperty],
		authenticate: async (credentials, request) => ({
			...request,
			headers: { ...request.headers, 'x-signed': `by ${String(credentials.key)}` },
		}),
	},
	expiringApi: {
		name: 'expiringApi',
		displayName: 'Expiring',
		properties: [
			{
				displayName: 'Session',
				name: 'session',
				type: 'hidden',
				typeOptions: { expirable: true },
				default: '',
			},
			{ displayName: 'Address', name: 'address', type: 'string', default: '' },
		],
		async preAuthentication(credentials) {
			const url = String(credentials.address);
			const { session } = (await this.helpers.httpRequest({ url })) as { session: string };
			return { session };
		},
		authenticate: {
			type: 'generic',
			properties: { headers: { 'x-session': '={{$credentials.session}}' } },
		},
	},
	signInOAuth2Api: {
		name: 'signInOAuth2Api',
		extends: ['oAuth2Api'],
		displayName: 'Sign-In',
		properties: [
			{ displayName: 'Grant', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
		],
	},
};
