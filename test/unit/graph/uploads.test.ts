import { createHash } from 'node:crypto';
import {
	createServer,
	type IncomingHttpHeaders,
	type Server,
	type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IExecuteFunctions, INodeType } from 'n8n-workflow';

import { MetaAdsApi } from '../../../credentials/MetaAdsApi.credentials';
import { MetaAdsOAuth2Api } from '../../../credentials/MetaAdsOAuth2Api.credentials';
import { createGraphClient } from '../../../nodes/shared/graph/client';
import { appSecretProof } from '../../../credentials/appSecretProof';
import { toMultipart } from '../../../nodes/shared/graph/multipart';
import {
	GraphError,
	UNKNOWN_GROUP,
	type Bytes,
	type GraphClient,
	type GraphRequest,
} from '../../../nodes/shared/graph/types';
import { runWorkflow, workflowWith } from '../../support/engine';
import { fakeMeta, perStep, script, TOKEN as FAKE_TOKEN } from './support/fakeMeta';

const TOKEN = 'test-token-of-nobody';
const PAGE_TOKEN = 'test-token-of-a-page';
const APP_SECRET = 'test-app-secret';

interface Seen {
	method?: string;
	url: URL;
	headers: IncomingHttpHeaders;
	bytes: number;
	sha256: string;
	text: string;
}

let server: Server;
let baseUrl: string;
let answer: (seen: Seen, response: ServerResponse) => void;
const seen: Seen[] = [];

beforeAll(async () => {
	server = createServer((request, response) => {
		const hash = createHash('sha256');
		let bytes = 0;
		let text = '';
		request.on('data', (piece: Buffer) => {
			hash.update(piece);
			bytes += piece.length;
			if (bytes < 10_000) text += piece.toString('latin1');
		});
		request.on('end', () => {
			const { method, url = '/', headers } = request;
			const sha256 = hash.digest('hex');
			const entry = { method, url: new URL(url, baseUrl), headers, bytes, sha256, text };
			seen.push(entry);
			answer(entry, response);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
	seen.length = 0;
	answer = (_seen, response) => response.end('{"success":true}');
});

type CredentialType = 'metaAdsApi' | 'metaAdsOAuth2Api';

/** Uses the client within n8n's own engine. */
async function inN8n(type: CredentialType, use: (client: GraphClient) => Promise<unknown>) {
	const authentication = type === 'metaAdsApi' ? 'accessToken' : 'oAuth2';
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
			credentials: [{ name: type }],
			properties: [{ displayName: 'A', name: 'authentication', type: 'string', default: '' }],
		},
		async execute(this: IExecuteFunctions) {
			await use(await createGraphClient(this, { maxWait: 0 }));
			return [[]];
		},
	} as INodeType;
	const common = { graphBaseUrl: baseUrl, apiVersion: 'v24.0' };
	const result = await runWorkflow(
		workflowWith({ type: 'test.sender', parameters: { authentication }, credentials: [type] }),
		{
			nodeTypes: { 'test.sender': node },
			credentials: {
				metaAdsApi: { accessToken: TOKEN, appId: '77', appSecret: APP_SECRET, ...common },
				metaAdsOAuth2Api: {
					clientId: '77',
					clientSecret: APP_SECRET,
					grantType: 'authorizationCode',
					exchangeToken: false,
					oauthTokenData: { access_token: TOKEN, token_type: 'bearer' },
					...common,
				},
			},
			credentialTypes: {
				metaAdsApi: new MetaAdsApi(),
				metaAdsOAuth2Api: new MetaAdsOAuth2Api(),
			},
		},
	);
	if (result.error) throw result.error;
}

const MEGABYTE = 1024 * 1024;

function bytesOf(size: number, chunkSize = MEGABYTE): Bytes & { sha256: string; reads: number } {
	const chunk = (from: number) =>
		Buffer.alloc(Math.min(chunkSize, size - from), String(from / chunkSize));
	const hash = createHash('sha256');
	for (let from = 0; from < size; from += chunkSize) hash.update(chunk(from));
	const bytes = {
		size,
		sha256: hash.digest('hex'),
		reads: 0,
		async *read() {
			bytes.reads += 1;
			for (let from = 0; from < size; from += chunkSize) yield chunk(from);
		},
	};
	return bytes;
}

describe.each<CredentialType>(['metaAdsApi', 'metaAdsOAuth2Api'])('with %s', (type) => {
	test('bytes are streamed with their headers, under the scheme that was asked for', async () => {
		const bytes = bytesOf(5 * MEGABYTE + 3);
		await inN8n(type, async (client) => {
			expect(client.appId).toBe('77');
			await client.request({
				method: 'POST',
				path: '/upload:abc=',
				parameters: { sig: 'ARx' },
				bytes,
				headers: { file_offset: '0' },
				scheme: 'OAuth',
			});
		});
		expect(seen).toHaveLength(1);
		const [{ headers, url, sha256, bytes: arrived }] = seen;
		expect({ arrived, sha256 }).toEqual({ arrived: bytes.size, sha256: bytes.sha256 });
		expect(headers).toMatchObject({
			authorization: `OAuth ${TOKEN}`,
			file_offset: '0',
			'content-length': String(bytes.size),
			'content-type': 'application/octet-stream',
		});
		expect(url.pathname).toBe('/v24.0/upload:abc=');
		expect(Object.fromEntries(url.searchParams)).toEqual({
			sig: 'ARx',
			appsecret_proof: appSecretProof(TOKEN, APP_SECRET),
		});
	});

	test('an address that Meta named is used as it is, without a body where there is none', async () => {
		await inN8n(type, async (client) => {
			await client.request({
				method: 'POST',
				path: '/video-ads-upload/5',
				uploadUrl: `${baseUrl}/video-ads-upload/v24.0/5`,
				headers: { file_url: 'https://cdn.example.com/a.mp4' },
				scheme: 'OAuth',
			});
		});
		const [{ headers, url, bytes }] = seen;
		expect(url.pathname).toBe('/video-ads-upload/v24.0/5');
		expect(headers.file_url).toBe('https://cdn.example.com/a.mp4');
		expect(headers.authorization).toBe(`OAuth ${TOKEN}`);
		expect(bytes).toBe(0);
	});

	test('a form with a file arrives as browsers send it', async () => {
		const bytes: Bytes = {
			size: 5,
			async *read() {
				yield Buffer.from('he');
				yield Buffer.from('llo');
			},
		};
		await inN8n(type, async (client) => {
			await client.request({
				method: 'POST',
				path: '/act_1/advideos',
				host: 'graph-video',
				parameters: { title: 'Süß "x"', spec: { a: [1] } },
				files: { source: { bytes, fileName: 'my "film".mp4', mimeType: 'video/mp4' } },
			});
		});
		const [{ headers, url, text }] = seen;
		expect(url.pathname).toBe('/v24.0/act_1/advideos');
		expect(headers['content-length']).toBe(String(Buffer.from(text, 'latin1').length));
		const form = await new Response(Buffer.from(text, 'latin1'), {
			headers: { 'content-type': String(headers['content-type']) },
		}).formData();
		expect(form.get('title')).toBe('Süß "x"');
		expect(form.get('spec')).toBe('{"a":[1]}');
		const file = form.get('source') as File;
		expect([file.type, await file.text()]).toEqual(['video/mp4', 'hello']);
		expect(url.searchParams.get('appsecret_proof')).toBe(appSecretProof(TOKEN, APP_SECRET));
	});

	test('a Page acts with its own token, asked for once and told nowhere', async () => {
		answer = ({ url }, response) => {
			if (url.pathname.endsWith('/9') && url.searchParams.has('fields')) {
				return response.end(JSON.stringify({ access_token: PAGE_TOKEN, id: '9' }));
			}
			response.statusCode = 400;
			const message = `Bad token ${PAGE_TOKEN} or ${appSecretProof(PAGE_TOKEN, APP_SECRET)}`;
			return response.end(JSON.stringify({ error: { code: 100, message } }));
		};
		const post: GraphRequest = {
			method: 'POST',
			path: '/9/videos',
			parameters: { title: 'x' },
			asPage: '9',
		};
		const errors: unknown[] = [];
		await inN8n(type, async (client) => {
			errors.push(await client.request(post).catch((error: unknown) => error));
			errors.push(await client.request(post).catch((error: unknown) => error));
		});
		expect(seen.map(({ method, headers }) => [method, headers.authorization])).toEqual([
			['GET', `Bearer ${TOKEN}`],
			['POST', `Bearer ${PAGE_TOKEN}`],
			['POST', `Bearer ${PAGE_TOKEN}`],
		]);
		expect(new URLSearchParams(seen[1].text).get('appsecret_proof')).toBe(
			appSecretProof(PAGE_TOKEN, APP_SECRET),
		);
		expect(seen[1].url.searchParams.has('appsecret_proof')).toBe(false);
		expect((errors[0] as GraphError).details.message).toBe('Bad token *** or ***');
	});

	test('a Page that gives no token leaves the others alone', async () => {
		answer = ({ url }, response) => {
			const isPage = url.searchParams.has('fields');
			if (isPage && url.pathname.endsWith('/8')) {
				response.statusCode = 400;
				return response.end(JSON.stringify({ error: { code: 200, message: 'No role there' } }));
			}
			return response.end(JSON.stringify(isPage ? { access_token: PAGE_TOKEN } : { id: '1' }));
		};
		const posts = ['8', '9', '8'].map(
			(asPage): GraphRequest => ({ method: 'POST', path: `/${asPage}/videos`, asPage }),
		);
		await inN8n(type, async (client) => {
			const outcomes = await client.requestMany(posts, 50);
			expect(outcomes).toMatchObject([
				{ error: { details: { message: 'No role there' } } },
				{ reply: { body: { id: '1' } } },
				{ error: { details: { message: 'No role there' } } },
			]);
		});
		expect(seen.map(({ method, url }) => `${method} ${url.pathname.slice(-9)}`)).toEqual([
			expect.stringMatching(/^GET .*\/8$/),
			expect.stringMatching(/^GET .*\/9$/),
			expect.stringMatching(/^POST .*\/9\/videos$/),
		]);
	});

	test('bytes that cannot be read end the request', async () => {
		const bytes: Bytes = {
			size: 10,
			async *read() {
				yield Buffer.from('abc');
				throw new Error('The file is gone');
			},
		};
		let error: unknown;
		await inN8n(type, async (client) => {
			const request: GraphRequest = { method: 'POST', path: '/1', bytes, scheme: 'OAuth' };
			error = await client.request(request).catch((cause: unknown) => cause);
		});
		expect(error).toBeInstanceOf(GraphError);
		expect((error as GraphError).details.class).toBe('outcomeUnknown');
		expect((error as GraphError).details.message).toContain('The file is gone');
	});
});

describe('addresses', () => {
	const send = async (baseUrlOfCredential: string, request: GraphRequest) => {
		const credentials = { accessToken: FAKE_TOKEN, graphBaseUrl: baseUrlOfCredential };
		const meta = await fakeMeta(script({ body: { success: true } }), { credentials });
		const outcome = await meta.run(
			meta.client.request(request).catch((error: unknown) => error as GraphError),
		);
		return { outcome, urls: meta.seen.map(({ url }) => url) };
	};
	const META = 'https://graph.facebook.com';
	const upload = (uploadUrl: string): GraphRequest => ({
		method: 'POST',
		path: '/video-ads-upload/5',
		uploadUrl,
		headers: { offset: '0' },
	});

	test.each([
		[META, 'https://rupload.facebook.com/video-ads-upload/v24.0/5'],
		[META, 'https://rupload-fra3-1.facebook.com/video-ads-upload/v24.0/5?a=b'],
		[META, 'https://graph.facebook.com/x'],
		['http://127.0.0.1:9000', 'http://127.0.0.1:9000/video-ads-upload/v24.0/5'],
	])('of %s may lead to %s', async (base, url) => {
		expect((await send(base, upload(url))).urls).toEqual([url]);
	});

	test.each([
		[META, 'https://rupload.facebook.com.evil.example/v24.0/5'],
		[META, 'https://evilfacebook.com/5'],
		[META, 'https://facebook.com.evil/5'],
		[META, 'http://rupload.facebook.com/5'],
		[META, 'https://rupload.facebook.com:8443/5'],
		[META, 'https://user@rupload.facebook.com/5'],
		[META, 'https://evil.example/rupload.facebook.com/5'],
		[META, 'https://evil.example\\.facebook.com/5'],
		[META, 'https://evil.example#.facebook.com/5'],
		[META, '//rupload.facebook.com/5'],
		['http://127.0.0.1:9000', 'http://127.0.0.1:9001/5'],
		['http://127.0.0.1:9000', 'http://rupload.facebook.com/5'],
		['https://graph.example', 'https://rupload.example/5'],
	])('of %s may not lead to %s', async (base, url) => {
		const { outcome, urls } = await send(base, upload(url));
		expect(urls).toEqual([]);
		expect((outcome as GraphError).details.message).toContain('is not an address of Meta');
	});

	test('videos go to a host of their own', async () => {
		const request: GraphRequest = { method: 'POST', path: '/9/videos', host: 'graph-video' };
		expect((await send(META, request)).urls).toEqual([
			'https://graph-video.facebook.com/v24.0/9/videos',
		]);
		expect((await send('http://127.0.0.1:9000', request)).urls).toEqual([
			'http://127.0.0.1:9000/v24.0/9/videos',
		]);
	});

	test('video ads go to a host whose paths name the version themselves', async () => {
		const path = '/video-ads-upload/v24.0/5';
		const request: GraphRequest = { method: 'POST', path, host: 'rupload' };
		expect((await send(META, request)).urls).toEqual([`https://rupload.facebook.com${path}`]);
		expect((await send('http://127.0.0.1:9000', request)).urls).toEqual([
			`http://127.0.0.1:9000${path}`,
		]);
	});
});

test('requests that a batch cannot carry travel alone', async () => {
	const meta = await fakeMeta(script(...Array.from({ length: 3 }, () => ({ body: { id: '1' } }))));
	const outcomes = await meta.run(
		meta.client.requestMany(
			[
				{ method: 'GET', path: '/1', scheme: 'OAuth' },
				{ method: 'POST', path: '/2', host: 'graph-video' },
				{ method: 'POST', path: '/3', headers: { offset: '1' } },
			],
			50,
		),
	);
	expect(outcomes.every((outcome) => 'reply' in outcome)).toBe(true);
	expect(meta.seen.map(({ steps }) => steps.length)).toEqual([0, 0, 0]);
});

test('a large body gets the time that it takes on a slow line', async () => {
	const meta = await fakeMeta(script({ body: { h: '1' } }));
	const bytes: Bytes = { size: 3_200_000_000, async *read() {} };
	await meta.run(meta.client.request({ method: 'POST', path: '/upload:a', bytes }));
	await meta.run(meta.client.request({ method: 'POST', path: '/1' }));
	expect(meta.seen.map(({ options }) => options.timeout)).toEqual([100_120_000, 120_000]);
});

test('a request whose group nobody knows travels alone, and lets the others share a batch', async () => {
	const meta = await fakeMeta(perStep(() => ({ body: { id: '1' } })));
	const requests = [
		...Array.from({ length: 49 }, (_one, index) => `campaign ${index}`),
		UNKNOWN_GROUP,
	].map((batchGroup, index): GraphRequest => ({ method: 'POST', path: `/${index}`, batchGroup }));
	const outcomes = await meta.run(meta.client.requestMany(requests, 50));
	expect(outcomes.every((outcome) => 'reply' in outcome)).toBe(true);
	expect(meta.seen.map(({ steps }) => steps.length)).toEqual([49, 0]);
});

test('names in a form cannot break out of it', async () => {
	const bytes: Bytes = {
		size: 1,
		async *read() {
			yield Buffer.from('x');
		},
	};
	const fileName = 'a"\r\nContent-Type: text/html\r\n\r\n<b>.mp4';
	const { body } = toMultipart(
		{},
		{ 'so"urce': { bytes, fileName, mimeType: 'video/mp4\r\nX: y' } },
	);
	const pieces: Buffer[] = [];
	for await (const piece of body.read()) pieces.push(piece);
	const text = Buffer.concat(pieces).toString();
	expect(text.length).toBe(body.size);
	expect(text.split('\r\n').slice(1, 3)).toEqual([
		'Content-Disposition: form-data; name="so%22urce"; filename="a%22%0D%0AContent-Type: text/html%0D%0A%0D%0A<b>.mp4"',
		'Content-Type: video/mp4X: y',
	]);
});

test('the range that Meta expects is read from its error, as object or text', async () => {
	const range = { start_offset: '100', end_offset: '200' };
	const fault = (data: unknown) => ({
		statusCode: 400,
		body: { error: { code: 6000, error_subcode: 1363037, error_data: data, message: 'x' } },
	});
	for (const data of [range, JSON.stringify(range)]) {
		const meta = await fakeMeta(script(fault(data)));
		const work = meta.client.request({ method: 'POST', path: '/1' });
		const error = await meta.run(work.catch((cause: unknown) => cause as GraphError));
		expect((error as GraphError).details.expected).toEqual({ start: 100, end: 200 });
	}
});
