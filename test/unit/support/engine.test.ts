import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { EngineOptions, NodeSketch } from '../../support/engine';
import { runWorkflow, workflowWith } from '../../support/engine';
import { PROBE_TYPE, probe, probeCredentialTypes } from './probe';

let server: FastifyInstance;
let url: string;

beforeAll(async () => {
	server = fastify();
	server.get('/session', () => ({ session: 'fresh-session' }));
	server.post('/echo', ({ headers, query, body }) => ({ got: { headers, query, body } }));
	server.post('/refuse', async (_request, reply) => {
		await reply
			.code(400)
			.header('x-usage', '42')
			.send({ error: { message: 'No such thing' } });
	});
	server.post('/session-only', async ({ headers }, reply) => {
		if (headers['x-session'] === 'fresh-session') return { welcome: true };
		return await reply.code(401).send({});
	});
	url = await server.listen();
});

afterAll(async () => await server.close());

async function run(sketch: Partial<NodeSketch>, options: Partial<EngineOptions> = {}) {
	return await runWorkflow(workflowWith({ type: PROBE_TYPE, ...sketch }), {
		nodeTypes: { [PROBE_TYPE]: probe },
		credentialTypes: probeCredentialTypes,
		...options,
	});
}

function request(credential: string, path: string, more: Partial<NodeSketch> = {}) {
	const parameters = { task: 'request', credential, url: `=${url}${path}` };
	return { parameters, credentials: [credential], ...more };
}

function json(items: INodeExecutionData[] | undefined): IDataObject[] {
	return (items ?? []).map((item) => item.json);
}

describe('items', () => {
	it('are those of the trigger, and expressions see each of them', async () => {
		const { status, outputs } = await run(
			{ parameters: { text: '={{ $json.name.toUpperCase() }} of {{ $input.all().length }}' } },
			{ triggerItems: [{ name: 'a' }, { json: { name: 'b' } }] },
		);
		expect(status).toBe('success');
		expect(outputs.Node).toEqual([
			[
				expect.objectContaining({ json: { text: 'A of 2' }, pairedItem: { item: 0 } }),
				expect.objectContaining({ json: { text: 'B of 2' }, pairedItem: { item: 1 } }),
			],
		]);
	});

	it('default to one empty item, parameters to those of the description', async () => {
		const { outputs } = await run({});
		expect(json(outputs.Node[0])).toEqual([{ text: 'from the description' }]);
	});

	it('reach back over paired items through a chain of nodes', async () => {
		const workflow = workflowWith(
			{ type: PROBE_TYPE, parameters: { text: '={{ $json.n * 2 }}' } },
			{ type: 'n8n-nodes-base.noOp' },
			{
				type: PROBE_TYPE,
				parameters: { text: "={{ $('Trigger').item.json.n }}/{{ $json.text }}" },
			},
		);
		const { outputs } = await runWorkflow(workflow, {
			nodeTypes: { [PROBE_TYPE]: probe },
			triggerItems: [{ n: 1 }, { n: 2 }],
		});
		expect(json(outputs['Node 3'][0])).toEqual([{ text: '1/2' }, { text: '2/4' }]);
	});

	it('stop the run where there are none, as in n8n', async () => {
		const { status, outputs } = await run({}, { triggerItems: [] });
		expect(status).toBe('success');
		expect(outputs.Node).toBeUndefined();
	});

	it('carry binary data in memory', async () => {
		const data = { data: Buffer.from('hello').toString('base64'), mimeType: 'text/plain' };
		const triggerItems = [{ json: {}, binary: { data } }, { json: {} }];
		const { outputs } = await run({ parameters: { task: 'binary' } }, { triggerItems });
		expect(json(outputs.Node[0])).toEqual([{ bytes: 5 }, { bytes: 16 }]);
		expect(outputs.Node[0][0].binary?.data).toMatchObject({ ...data, fileName: 'copy.txt' });
	});
});

describe('credentials', () => {
	it('go into requests as declared', async () => {
		const credentials = { keyApi: { key: 'test-token' } };
		const { outputs } = await run(request('keyApi', '/echo'), { credentials });
		expect(outputs.Node[0][0].json).toMatchObject({
			statusCode: 200,
			got: {
				headers: { 'x-key': 'test-token' },
				query: { proof: 'of-test-token' },
				body: { text: 'from the description' },
			},
		});
	});

	it('go into requests through a function, with defaults and expressions filled in', async () => {
		const byDefault = await run(request('signApi', '/echo'), { credentials: { signApi: {} } });
		expect(byDefault.outputs.Node[0][0].json).toMatchObject({
			got: { headers: { 'x-signed': 'by default-key' } },
		});
		const byExpression = await run(request('signApi', '/echo'), {
			credentials: { signApi: { key: '={{ "test" + "-token" }}' } },
		});
		expect(byExpression.outputs.Node[0][0].json).toMatchObject({
			got: { headers: { 'x-signed': 'by test-token' } },
		});
	});

	it.each([
		['missing', ''],
		['refused with HTTP 401', 'stale-session'],
	])('are renewed when their session is %s, and kept', async (_what, session) => {
		const credentials = { expiringApi: { session, address: `${url}/session` } };
		const { parameters, ...sketch } = request('expiringApi', '/session-only');
		const result = await run(
			{ ...sketch, parameters: { ...parameters, task: 'strictRequest' } },
			{ credentials },
		);
		expect(result.outputs.Node[0][0].json).toMatchObject({ welcome: true });
		expect(result.credentials.expiringApi.session).toBe('fresh-session');
		expect(credentials.expiringApi.session).toBe(session);
	});

	it('of OAuth2 send the stored token', async () => {
		const oauthTokenData = { access_token: 'test-token', token_type: 'bearer' };
		const { outputs } = await run(request('signInOAuth2Api', '/echo'), {
			credentials: { signInOAuth2Api: { clientId: 'test-app', oauthTokenData } },
		});
		expect(outputs.Node[0][0].json).toMatchObject({
			got: { headers: { authorization: 'Bearer test-token' } },
		});
	});

	it('that the run was not given are an error of the node', async () => {
		const { status, error } = await run(request('keyApi', '/echo'));
		expect(status).toBe('error');
		expect(JSON.stringify(error)).toContain('no credentials of type \\"keyApi\\"');
	});
});

describe('failures', () => {
	const credentials = { keyApi: { key: 'test-token' } };

	it('end the run with the error of the node', async () => {
		const { status, error, errors, outputs } = await run(request('keyApi', '/refuse'), {
			credentials,
		});
		expect(status).toBe('error');
		expect(error).toMatchObject({ name: 'NodeApiError', message: 'The server refused' });
		expect(error).toMatchObject({ httpCode: '400', context: { itemIndex: 0 } });
		expect(errors.Node).toMatchObject({ message: 'The server refused' });
		expect(outputs.Node).toBeUndefined();
	});

	it('become items of the regular output when the node continues', async () => {
		const { status, outputs } = await run(
			request('keyApi', '{{ $json.path }}', { onError: 'continueRegularOutput' }),
			{ credentials, triggerItems: [{ path: '/echo' }, { path: '/refuse' }] },
		);
		expect(status).toBe('success');
		expect(outputs.Node).toHaveLength(1);
		expect(outputs.Node[0]).toHaveLength(2);
		expect(outputs.Node[0][1].json).toEqual({ error: 'The server refused' });
	});

	it('become items of the error output when the node has one', async () => {
		const { status, outputs } = await run(
			request('keyApi', '{{ $json.path }}', { onError: 'continueErrorOutput' }),
			{ credentials, triggerItems: [{ path: '/refuse' }, { path: '/echo' }] },
		);
		expect(status).toBe('success');
		expect(outputs.Node.map((items) => items.length)).toEqual([1, 1]);
		expect(outputs.Node[1][0].json).toMatchObject({ error: 'The server refused' });
	});

	it('of the test itself, such as an unknown node type, reject', async () => {
		await expect(run({ type: 'test-nodes.unknown' })).rejects.toThrow('no node type');
	});
});

describe('the run', () => {
	it('keeps execution hints', async () => {
		const { hints } = await run({ parameters: { task: 'hint' } });
		expect(hints.Node).toEqual([{ message: 'Waited for item 0', location: 'outputPane' }]);
	});

	it('has the time zone asked for', async () => {
		const { outputs } = await run({ parameters: { task: 'timezone' } }, { timezone: 'Asia/Tokyo' });
		expect(json(outputs.Node[0])).toEqual([{ timezone: 'Asia/Tokyo' }]);
	});

	it.each([
		['a signal', () => AbortSignal.timeout(30)],
		['a promise', () => wait(30)],
	])('is cancelled by %s', async (_what, cancelAfter) => {
		const { status } = await run({ parameters: { task: 'wait' } }, { cancelAfter: cancelAfter() });
		expect(status).toBe('canceled');
	});

	it('is not cancelled after its end', async () => {
		const controller = new AbortController();
		const { status } = await run({}, { cancelAfter: controller.signal });
		controller.abort();
		expect(status).toBe('success');
	});

	it('leaves nothing in the folder that n8n-core was pointed at', () => {
		expect(process.env.N8N_USER_FOLDER).toContain('n8n-nodes-meta-ads-engine-');
		expect(existsSync(String(process.env.N8N_USER_FOLDER))).toBe(false);
	});
});
