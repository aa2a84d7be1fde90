import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import get from 'lodash/get';
import { Workflow } from 'n8n-workflow';
import type {
	IAuthenticateRuleResponseSuccessBody,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IExecuteData,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	INodeType,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { MetaAdsApi } from '../../../credentials/MetaAdsApi.credentials';
import { MetaAdsOAuth2Api } from '../../../credentials/MetaAdsOAuth2Api.credentials';
import { startSandbox } from '../../sandbox';

type N8nCore = typeof import('n8n-core');

const APP_SECRET = 'test-secret';
const folder = mkdtempSync(join(tmpdir(), 'meta-ads-credentials-'));

let core: N8nCore;
let server: Server;
let baseUrl: string;
let requests: Array<{ method?: string; url: URL; authorization?: string }>;
let answer: (request: IncomingMessage) => { status: number; body: string };

beforeAll(async () => {
	process.env.N8N_USER_FOLDER = folder;
	core = await import('n8n-core');
	server = createServer((request, response) => {
		requests.push({
			method: request.method,
			url: new URL(request.url ?? '', baseUrl),
			authorization: request.headers.authorization,
		});
		const { status, body } = answer(request);
		response.writeHead(status, {
			'content-type': body.startsWith('<') ? 'text/html' : 'application/json',
		});
		response.end(body);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
	await new Promise((done) => server.close(done));
	rmSync(folder, { recursive: true, force: true });
});

beforeEach(() => {
	requests = [];
});

/** n8n's helper for credentials, as far as requests need it. */
function credentialsHelper(type: ICredentialType, data: ICredentialDataDecryptedObject) {
	return {
		getParentTypes: () => type.extends ?? [],
		getDecrypted: async () => structuredClone(data),
		getCredentialsProperties: () => type.properties,
		isCredentialUsableByNode: () => true,
		preAuthentication: async () => undefined,
		runPreAuthentication: async (
			http: IHttpRequestHelper,
			credentials: ICredentialDataDecryptedObject,
		) => await type.preAuthentication?.call(http, credentials),
		authenticate: async (
			credentials: ICredentialDataDecryptedObject,
			_name: string,
			options: IHttpRequestOptions,
		) =>
			typeof type.authenticate === 'function'
				? await type.authenticate(credentials, options)
				: options,
	};
}

/** A node that sends the credential's test request, as n8n builds it to test a credential. */
function testNode(type: ICredentialType, data: ICredentialDataDecryptedObject) {
	const credentials = { id: '1', name: 'Test', type: type.name, data };
	const nodeType = {
		description: {
			displayName: 'Test',
			name: 'test',
			group: [],
			version: 1,
			defaults: {},
			inputs: [],
			outputs: [],
			description: '',
			credentials: [{ name: type.name, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					default: '',
					routing: { request: type.test?.request },
				},
			],
		},
	} as INodeType;
	const node: INode = {
		id: 'temp',
		name: 'Temp',
		type: 'test',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type.name]: { id: '1', name: 'Test' } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		},
	});
	const context = new core.ExecuteContext(
		workflow,
		node,
		{
			credentialsHelper: credentialsHelper(type, data),
		} as unknown as IWorkflowExecuteAdditionalData,
		'internal',
		{ resultData: { runData: {} } } as unknown as IRunExecutionData,
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null } as IExecuteData,
		[],
	);
	return { workflow, context, nodeType, credentials };
}

/** What n8n shows after testing a credential: the first rule that fits, or success. */
async function verdict(type: ICredentialType, data: ICredentialDataDecryptedObject) {
	const { workflow, context, nodeType, credentials } = testNode(type, data);
	await workflow.expression.acquireIsolate();
	const output = await new core.RoutingNode(context, nodeType, credentials).runNode();
	await workflow.expression.releaseIsolate();
	const json: unknown = output?.[0][0].json;
	const rules = (type.test?.rules ?? []) as IAuthenticateRuleResponseSuccessBody[];
	const found = rules.find(({ properties }) => get(json, properties.key) === properties.value);
	return found?.properties.message ?? 'success';
}

function withToken(fields: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
	return {
		accessToken: 'test-token',
		appId: '',
		appSecret: '',
		apiVersion: 'v24.0',
		graphBaseUrl: `${baseUrl}/`,
		...fields,
	};
}

const person = { status: 200, body: '{"id":"1","name":"Test"}' };
const refused = (code: number, subcode?: number, status = 400) => ({
	status,
	body: JSON.stringify({
		error: { message: 'x', type: 'OAuthException', code, error_subcode: subcode },
	}),
});

describe('testing an access token', () => {
	test('asks who the token stands for, with the token in a header', async () => {
		answer = () => person;
		expect(await verdict(new MetaAdsApi(), withToken())).toBe('success');
		expect(requests).toHaveLength(1);
		expect(requests[0].method).toBe('GET');
		expect(requests[0].authorization).toBe('Bearer test-token');
		expect(requests[0].url.pathname).toBe('/v24.0/me');
		expect(requests[0].url.searchParams.get('fields')).toBe('id,name,adaccounts.limit(1){id}');
	});

	test('names the permissions that a token lacks', async () => {
		const sandbox = await startSandbox();
		const test = async (accessToken: string) =>
			await verdict(new MetaAdsApi(), withToken({ accessToken, graphBaseUrl: sandbox.url }));
		expect(await test('test-token')).toBe('success');
		expect(await test('no-permission-token')).toMatch(/ads_management.*pages_show_list/);
		await sandbox.close();
	});

	test('sends the proof of an app secret', async () => {
		answer = () => person;
		const data = withToken({ accessToken: ' test-token\n', appSecret: APP_SECRET });
		expect(await verdict(new MetaAdsApi(), data)).toBe('success');
		expect(requests[0].authorization).toBe('Bearer test-token');
		expect(requests[0].url.searchParams.get('appsecret_proof')).toBe(
			createHmac('sha256', APP_SECRET).update('test-token').digest('hex'),
		);
		expect(requests[0].url.search).not.toContain('test-token');
	});

	test.each([
		['expired', refused(190, 463), /has expired.*system user/],
		['revoked', refused(190, 467), /revoked/],
		['of a changed password', refused(190, 460), /password/],
		['of a removed app', refused(190, 458), /removed the app/],
		['invalid', refused(190), /not valid/],
		['without a permission', refused(200, undefined, 403), /permission/],
		['without the proof an app insists on', refused(100), /app secret/],
		['of an app out of calls', refused(4), /used up/],
		['with an old API version', refused(2635), /API version/],
		['while Meta is down', refused(2, undefined, 500), /just now/],
		['that gets an unknown answer', refused(9_999_999), /did not confirm/],
		[
			'that gets an HTML page',
			{ status: 502, body: '<html>Bad gateway</html>' },
			/did not confirm/,
		],
	])('says what is wrong with a token %s', async (_case, reply, message) => {
		answer = () => reply;
		expect(await verdict(new MetaAdsApi(), withToken())).toMatch(message);
	});
});

describe('the OAuth2 credential', () => {
	const connected = (token: string): ICredentialDataDecryptedObject => ({
		grantType: 'authorizationCode',
		authentication: 'body',
		clientId: '42',
		clientSecret: APP_SECRET,
		accessTokenUrl: `${baseUrl}/v24.0/oauth/access_token`,
		apiVersion: 'v24.0',
		graphBaseUrl: baseUrl,
		oauthTokenData: { access_token: token, token_type: 'bearer', expires_in: 3600 },
	});

	test('its test says what is wrong, and accepts a token whose app insists on a proof', async () => {
		answer = ({ method }) =>
			method === 'POST' ? { status: 200, body: '{"access_token":"test-token-b"}' } : person;
		expect(await verdict(new MetaAdsOAuth2Api(), connected('test-token-a'))).toBe('success');
		answer = () => refused(190, 463);
		expect(await verdict(new MetaAdsOAuth2Api(), connected('test-token-a'))).toMatch(/expired/);
		answer = () => refused(100);
		expect(await verdict(new MetaAdsOAuth2Api(), connected('test-token-a'))).toBe('success');
	});

	test('n8n signs with the exchanged token', async () => {
		answer = ({ method }) =>
			method === 'POST'
				? { status: 200, body: '{"access_token":"test-token-long","expires_in":5184000}' }
				: person;
		const type = new MetaAdsOAuth2Api();
		const { context } = testNode(type, connected('test-token-short'));
		const call = async () =>
			await context.helpers.httpRequestWithAuthentication.call(context, type.name, {
				url: `${baseUrl}/v24.0/me`,
			});

		const clock = jest.spyOn(Date, 'now');
		const start = Date.now();
		await call();
		clock.mockImplementation(() => start + 60_000);
		await call();
		clock.mockRestore();

		expect(requests.map(({ method, authorization }) => [method, authorization])).toEqual([
			['POST', undefined],
			['GET', 'Bearer test-token-short'],
			['GET', 'Bearer test-token-long'],
		]);
		expect(requests.every(({ url }) => url.search === '')).toBe(true);
	});
});
