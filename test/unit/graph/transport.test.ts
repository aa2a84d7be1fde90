import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { MetaAdsApi } from '../../../credentials/MetaAdsApi.credentials';
import { openConnection } from '../../../nodes/shared/graph/connection';
import {
	openTransport,
	type HttpRequest,
	type HttpResult,
} from '../../../nodes/shared/graph/transport';
import { runWorkflow, workflowWith } from '../../support/engine';

const TOKEN = 'test-token-of-nobody';

let server: Server;
let baseUrl: string;
let answer: (response: ServerResponse, body: string) => void;
const seen: Array<{ method?: string; url?: string; authorization?: string; body: string }> = [];

beforeAll(async () => {
	server = createServer((request, response) => {
		let body = '';
		request.on('data', (piece) => {
			body += String(piece);
		});
		request.on('end', () => {
			const { method, url, headers } = request;
			seen.push({ method, url, authorization: headers.authorization, body });
			answer(response, body);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

/** Sends one request from within n8n's own engine. */
async function send(
	request: HttpRequest,
	{ url = baseUrl, cancelAfter }: { url?: string; cancelAfter?: Promise<unknown> } = {},
): Promise<HttpResult> {
	seen.length = 0;
	let result: HttpResult | undefined;
	const node = {
		description: {
			name: 'sender',
			displayName: 'Sender',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'metaAdsApi' }],
			properties: [
				{ displayName: 'A', name: 'authentication', type: 'string', default: 'accessToken' },
			],
		},
		async execute(this: IExecuteFunctions) {
			const connection = await openConnection(this, {});
			const signal = this.getExecutionCancelSignal();
			result = await openTransport(this, connection, signal)(request);
			return [[]];
		},
	} as INodeType;
	await runWorkflow(
		workflowWith({
			type: 'test.sender',
			parameters: { authentication: 'accessToken' },
			credentials: ['metaAdsApi'],
		}),
		{
			nodeTypes: { 'test.sender': node },
			credentials: {
				metaAdsApi: {
					accessToken: TOKEN,
					appSecret: 'test-app-secret',
					graphBaseUrl: url,
					apiVersion: 'v24.0',
				},
			},
			credentialTypes: { metaAdsApi: new MetaAdsApi() },
			cancelAfter,
		},
	);
	if (!result) throw new Error('The node did not get to the end');
	return result;
}

const read: HttpRequest = { method: 'GET', path: '/1', fields: { fields: 'id,name', x: 'ä &' } };
const write: HttpRequest = { method: 'POST', path: '/1', fields: { name: 'a+b c&d', n: '1' } };

describe('in n8n itself', () => {
	test('a read has its parameters once, and the token in a header', async () => {
		answer = (response) => response.setHeader('X-App-Usage', '{}').end('{"id":120210000000000001}');
		const result = await send(read);

		expect(result).toMatchObject({
			kind: 'reply',
			statusCode: 200,
			headers: { 'x-app-usage': '{}' },
			text: '{"id":120210000000000001}',
		});
		const { searchParams, pathname } = new URL(String(seen[0].url), baseUrl);
		expect(pathname).toBe('/v24.0/1');
		expect([...searchParams.keys()].sort()).toEqual(['appsecret_proof', 'fields', 'x']);
		expect(searchParams.get('x')).toBe('ä &');
		expect(seen[0]).toMatchObject({ authorization: `Bearer ${TOKEN}`, body: '' });
		expect(seen[0].url).not.toContain(TOKEN);
	});

	test('a write arrives as the form it was', async () => {
		answer = (response) => response.end('{"success":true}');
		await send(write);
		const form = Object.fromEntries(new URLSearchParams(seen[0].body));
		expect(form).toMatchObject({ name: 'a+b c&d', n: '1' });
		expect(form.appsecret_proof).toMatch(/^[0-9a-f]{64}$/);
	});

	test.each([
		[400, '{"error":{"code":190}}'],
		[401, '{"error":{"code":190}}'],
		[503, '<html>busy</html>'],
		[200, '{"id":"1'],
		[302, ''],
	])('an answer with status %i comes as it is: %s', async (statusCode, text) => {
		answer = (response) =>
			response.writeHead(statusCode, { location: 'http://127.0.0.1:9/other' }).end(text);
		expect(await send(read)).toMatchObject({ kind: 'reply', statusCode, text });
		expect(seen).toHaveLength(1);
	});

	test('a connection that is cut may have been heard', async () => {
		answer = (response) => response.destroy();
		expect(await send(write)).toMatchObject({ kind: 'networkError', sent: 'maybe' });
		expect(seen).toHaveLength(1);
	});

	test('so may one that is cut in the middle of the answer', async () => {
		answer = (response) => {
			response.writeHead(200, { 'content-length': '100' });
			response.write('{"id":"1"', () => response.destroy());
		};
		expect(await send(write)).toMatchObject({ kind: 'networkError', sent: 'maybe' });
	});

	test('what nobody listens to was not sent', async () => {
		const nobody = 'http://127.0.0.1:9';
		const result = await send(write, { url: nobody });
		expect(result).toMatchObject({ kind: 'networkError', sent: 'no', isPermanent: false });
	});

	test('what has no address was not sent', async () => {
		const result = await send(write, { url: 'http://nobody.invalid' });
		expect(result).toMatchObject({ kind: 'networkError', sent: 'no', isPermanent: false });
	});

	test('stopping the execution stops the request', async () => {
		let heard: () => void = () => undefined;
		const cancelAfter = new Promise<void>((resolve) => {
			heard = resolve;
		});
		answer = () => heard();
		expect(await send(write, { cancelAfter })).toEqual({ kind: 'cancelled' });
	});
});
