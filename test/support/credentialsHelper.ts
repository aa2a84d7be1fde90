import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	ICredentialsExpressionResolveValues,
	ICredentialType,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeCredentialsDetails,
	INodeProperties,
	IRequestOptionsSimplified,
	IWorkflowExecuteAdditionalData,
	Workflow,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { ICredentialsHelper, NodeHelpers } from 'n8n-workflow';
import { builtInCredentialTypes } from './builtIn';
import type { Core } from './core';

type Decrypted = ICredentialDataDecryptedObject;

const NOT_INHERITED = { displayName: 'Token Data', name: 'oauthTokenData', type: 'json' } as const;

/**
 * What n8n's server does with credentials around a request, over a plain record of credential data
 * by credential type. Updates (a refreshed token) change the record that was handed in as `stored`.
 */
export class TestCredentialsHelper extends ICredentialsHelper {
	private readonly types: Record<string, ICredentialType>;

	constructor(
		private readonly core: Core,
		types: Record<string, ICredentialType>,
		readonly stored: Record<string, Decrypted>,
	) {
		super();
		this.types = { ...builtInCredentialTypes, ...types };
	}

	getParentTypes(name: string): string[] {
		const parents = this.types[name]?.extends ?? [];
		return parents.flatMap((parent) => [parent, ...this.getParentTypes(parent)]);
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async authenticate(
		credentials: Decrypted,
		typeName: string,
		incoming: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type(typeName);
		const request = incoming as IHttpRequestOptions;
		if (typeof authenticate === 'function') return await authenticate(credentials, request);
		if (authenticate?.type !== 'generic') return request;
		const resolve = (value: string) => this.resolve(value, credentials, workflow, node);
		const target: Record<string, unknown> = { headers: {}, ...request };
		for (const [part, values] of Object.entries(authenticate.properties)) {
			const added = Object.entries(values as Record<string, string>).map(([key, value]) => [
				resolve(key),
				resolve(value),
			]);
			target[part] = { ...(target[part] as object), ...Object.fromEntries(added) };
		}
		return Object.assign(request, target);
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: Decrypted,
		typeName: string,
		node: INode,
		credentialsExpired: boolean,
	): Promise<Decrypted | undefined> {
		const type = this.type(typeName);
		const expirable = type.properties.find(
			(property) => property.type === 'hidden' && property.typeOptions?.expirable === true,
		)?.name;
		if (!expirable || !type.preAuthentication) return undefined;
		if (credentials[expirable] !== '' && !credentialsExpired) return undefined;
		const output = (await type.preAuthentication.call(helpers, credentials)) as Decrypted;
		if (output[expirable] === undefined || !node.credentials) return undefined;
		const details = node.credentials[typeName];
		await this.updateCredentials(details, typeName, { ...this.data(typeName), ...output });
		return Object.assign(credentials, output);
	}

	async runPreAuthentication(
		helpers: IHttpRequestHelper,
		credentials: Decrypted,
		typeName: string,
	): Promise<Decrypted | undefined> {
		const { preAuthentication } = this.type(typeName);
		if (!preAuthentication) return undefined;
		return ((await preAuthentication.call(helpers, credentials)) ?? undefined) as
			| Decrypted
			| undefined;
	}

	async getCredentials(details: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		const credentials = new this.core.Credentials({ id: details.id, name: details.name }, type);
		await credentials.setData(this.data(type));
		return credentials;
	}

	async getDecrypted(
		additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
		mode: WorkflowExecuteMode,
		executeData?: IExecuteData,
		raw?: boolean,
		expression?: ICredentialsExpressionResolveValues,
	): Promise<Decrypted> {
		const data = structuredClone(this.data(type));
		if (raw) return data;
		const properties = this.getCredentialsProperties(type);
		// n8n's own signature speaks of node parameters where it means credential data.
		const withDefaults = NodeHelpers.getNodeParameters(
			properties,
			data as INode['parameters'],
			true,
			false,
			null,
			null,
		) as Decrypted;
		if (data.oauthTokenData !== undefined) withDefaults.oauthTokenData = data.oauthTokenData;
		if (!expression) return withDefaults;
		return expression.workflow.expression.getParameterValue(
			withDefaults as INode['parameters'],
			expression.runExecutionData,
			expression.runIndex,
			expression.itemIndex,
			expression.node.name,
			expression.connectionInputData,
			mode,
			this.core.getAdditionalKeys(additionalData, mode, null, { isCredential: true }),
			executeData,
			false,
			withDefaults as INode['parameters'],
		) as Decrypted;
	}

	async updateCredentials(
		_details: INodeCredentialsDetails,
		type: string,
		data: Decrypted,
	): Promise<void> {
		this.stored[type] = structuredClone(data);
	}

	async updateCredentialsOauthTokenData(
		_details: INodeCredentialsDetails,
		type: string,
		data: Decrypted,
	): Promise<void> {
		const { oauthTokenData } = structuredClone(data);
		this.stored[type] = { ...this.data(type), oauthTokenData };
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		const { extends: parents, properties } = this.type(type);
		if (!parents) return type === 'oAuth2Api' ? [...properties, tokenData()] : properties;
		const merged: INodeProperties[] = [];
		for (const parent of parents) {
			NodeHelpers.mergeNodeProperties(merged, this.getCredentialsProperties(parent));
		}
		NodeHelpers.mergeNodeProperties(merged, properties);
		return merged;
	}

	private type(name: string): ICredentialType {
		const type = this.types[name];
		if (!type) throw new Error(`The run was given no credential type "${name}"`);
		return type;
	}

	private data(type: string): Decrypted {
		const data = this.stored[type];
		if (!data) throw new Error(`The run was given no credentials of type "${type}"`);
		return data;
	}

	private resolve(value: string, credentials: Decrypted, workflow?: Workflow, node?: INode) {
		if (!value.startsWith('=')) return value;
		if (!workflow || !node) throw new Error('Declared authentication needs a workflow');
		const resolved = workflow.expression.getSimpleParameterValue(
			node,
			value,
			'internal',
			{ $credentials: credentials },
			undefined,
			'',
		);
		return resolved ? String(resolved) : '';
	}
}

function tokenData(): INodeProperties {
	return { ...NOT_INHERITED, default: {} };
}
