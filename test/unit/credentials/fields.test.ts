import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { Workflow } from 'n8n-workflow';
import type { ICredentialType, INode, INodeParameters, INodeTypes } from 'n8n-workflow';

import { MetaAdsApi } from '../../../credentials/MetaAdsApi.credentials';
import { MetaAdsOAuth2Api } from '../../../credentials/MetaAdsOAuth2Api.credentials';

const NODE: INode = {
	id: '1',
	name: 'Mock',
	type: 'mock',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const NODE_TYPES: INodeTypes = {
	getByName: () => ({ description: { properties: [] } }) as never,
	getByNameAndVersion: () => ({ description: { properties: [] } }) as never,
	getKnownTypes: () => ({}),
};

/** What n8n makes of a credential: the defaults, what was entered, and then the expressions. */
async function resolved(type: ICredentialType, entered: INodeParameters = {}) {
	const defaults = Object.fromEntries(type.properties.map((field) => [field.name, field.default]));
	const data: INodeParameters = { ...defaults, ...entered } as INodeParameters;
	const workflow = new Workflow({
		nodes: [NODE],
		connections: {},
		active: false,
		nodeTypes: NODE_TYPES,
	});
	await workflow.expression.acquireIsolate();
	const value = workflow.expression.getComplexParameterValue(
		NODE,
		data,
		'internal',
		{},
		undefined,
		undefined,
		data,
	);
	await workflow.expression.releaseIsolate();
	return value as Record<string, unknown>;
}

describe('the OAuth2 credential', () => {
	test('signs in at the versioned dialog and token addresses of Meta', async () => {
		const data = await resolved(new MetaAdsOAuth2Api());
		expect(data.authUrl).toBe('https://www.facebook.com/v24.0/dialog/oauth');
		expect(data.accessTokenUrl).toBe('https://graph.facebook.com/v24.0/oauth/access_token');
		expect(data).toMatchObject({ grantType: 'authorizationCode', authentication: 'body' });
	});

	test('follows the version and the base URL', async () => {
		const data = await resolved(new MetaAdsOAuth2Api(), {
			graphBaseUrl: 'http://127.0.0.1:4010/',
			apiVersion: 'v25.0',
		});
		expect(data.authUrl).toBe('http://127.0.0.1:4010/v25.0/dialog/oauth');
		expect(data.accessTokenUrl).toBe('http://127.0.0.1:4010/v25.0/oauth/access_token');
	});

	test('asks for what nearly every operation needs, with commas', async () => {
		const { scope } = await resolved(new MetaAdsOAuth2Api());
		expect(scope).toBe('ads_management,ads_read,business_management,pages_show_list');
	});

	test('takes scopes in any spelling of the list', async () => {
		const data = await resolved(new MetaAdsOAuth2Api(), {
			permissions: ' ads_read, ads_management\nbusiness_management ',
		});
		expect(data.scope).toBe('ads_read,ads_management,business_management');
	});
});

describe('the proof of the access token credential', () => {
	const credentials = { accessToken: 'test-token', appSecret: 'test-app-secret' };
	const url = 'https://graph.facebook.com/v24.0/me';

	test('goes with every request that has none yet', async () => {
		const { headers, qs } = await new MetaAdsApi().authenticate(credentials, { url });
		expect(headers?.Authorization).toBe('Bearer test-token');
		expect(qs?.appsecret_proof).toMatch(/^[0-9a-f]{64}$/);
	});

	test('stays out of the URL of a write that has one in its body', async () => {
		const body = 'name=A&appsecret_proof=abc';
		const { qs } = await new MetaAdsApi().authenticate(credentials, { url, method: 'POST', body });
		expect(qs).toBeUndefined();
	});
});

describe.each([new MetaAdsOAuth2Api(), new MetaAdsApi()])('$name', (type) => {
	test('ends with the advanced fields', () => {
		expect(type.properties.slice(-3).map(({ name, default: value }) => [name, value])).toEqual([
			['apiVersion', 'v24.0'],
			['graphBaseUrl', 'https://graph.facebook.com'],
			['usageWindowSeconds', 3600],
		]);
	});

	test('hides secrets', () => {
		for (const field of type.properties) {
			if (/token$|secret$/i.test(field.name)) expect(field.typeOptions?.password).toBe(true);
		}
	});

	test('has an icon for light and dark that is a square drawing', () => {
		const icon = type.icon as { light: string; dark: string };
		expect(icon.light).not.toBe(icon.dark);
		for (const file of [icon.light, icon.dark]) {
			const path = resolve(__dirname, '../../../credentials', file.replace('file:', ''));
			expect(readFileSync(path, 'utf8')).toMatch(/^<svg [^>]*viewBox="0 0 (\d+) \1"/);
		}
	});
});
