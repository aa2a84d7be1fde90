import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

import { advancedFields } from './advancedFields';
import { appSecretProof } from './appSecretProof';
import { connectionTest } from './connectionTest';

export class MetaAdsApi implements ICredentialType {
	name = 'metaAdsApi';

	displayName = 'Meta Ads API';

	icon: Icon = { light: 'file:../icons/meta.svg', dark: 'file:../icons/meta.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-meta-ads/n8n-nodes-meta-ads#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'Token of a system user (it does not expire), or of a person or Page. Create one in the Business Settings under Users > System Users.',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			description: 'ID of the app that the token was created with',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Secret of the app that the token was created with. When it is set, every request proves that it comes from this app, as apps with "Require app secret" demand.',
		},
		...advancedFields,
	];

	/**
	 * The token goes in a header, never in a URL. The proof is made here and not by the nodes alone,
	 * so that the credential test and the HTTP Request node work with apps that insist on it
	 * (Graph API, Securing Requests). The nodes' writes bring theirs in the body, out of the URL.
	 */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const token = String(credentials.accessToken ?? '').trim();
		const appSecret = String(credentials.appSecret ?? '').trim();
		requestOptions.headers ??= {};
		requestOptions.headers.Authorization = `Bearer ${token}`;
		const { body, qs } = requestOptions;
		const isInForm = typeof body === 'string' && body.includes('appsecret_proof=');
		const hasProof = isInForm || qs?.appsecret_proof !== undefined;
		if (appSecret && !hasProof) {
			const proof = appSecretProof(token, appSecret);
			requestOptions.qs = { ...requestOptions.qs, appsecret_proof: proof };
		}
		return requestOptions;
	}

	test: ICredentialTestRequest = connectionTest({ proofIsSent: true });
}
