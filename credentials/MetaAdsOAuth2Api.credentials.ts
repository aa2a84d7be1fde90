import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';

import { advancedFields } from './advancedFields';
import { connectionTest } from './connectionTest';
import { renewedTokenData } from './longLivedToken';

/** What nearly every operation needs; an app is refused what it has not been granted. */
const DEFAULT_SCOPES = [
	'ads_management',
	'ads_read',
	'business_management',
	'pages_show_list',
].join(',');

const BASE_URL = '$self["graphBaseUrl"].replace(/\\/+$/, "")';

export class MetaAdsOAuth2Api implements ICredentialType {
	name = 'metaAdsOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Meta Ads OAuth2 API';

	icon: Icon = { light: 'file:../icons/meta.svg', dark: 'file:../icons/meta.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-meta-ads/n8n-nodes-meta-ads#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			// People sign in at www.facebook.com; a stand-in for Meta serves both from one address.
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: `={{ ${BASE_URL}.replace("//graph.", "//www.") }}/{{ $self["apiVersion"] }}/dialog/oauth`,
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{ ${BASE_URL} }}/{{ $self["apiVersion"] }}/oauth/access_token`,
			required: true,
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
		{
			displayName: 'Scopes',
			name: 'permissions',
			type: 'string',
			default: DEFAULT_SCOPES,
			description:
				'Permissions to ask for, with commas between them. Add what an operation says it needs and your app has, then connect again.',
		},
		{
			// n8n ignores what a user enters into "scope" itself; with commas inside it joins by comma.
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: '={{ $self["permissions"].split(/[\\s,]+/).filter((name) => name).join(",") }}',
		},
		...advancedFields,
	];

	test: ICredentialTestRequest = connectionTest({ proofIsSent: false });

	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return await renewedTokenData(this, credentials);
	}
}
