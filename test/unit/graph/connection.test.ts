import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createGraphClient } from '../../../nodes/shared/graph/client';
import { systemClock } from '../../../nodes/shared/graph/clock';
import { openConnection } from '../../../nodes/shared/graph/connection';
import {
	APP_SECRET,
	fakeContext,
	fakeMeta,
	perStep,
	script,
	TOKEN,
	type FakeOptions,
} from './support/fakeMeta';
import { VirtualClock } from './support/virtualClock';

const HOUR_MS = 3_600_000;
const PROOF = createHmac('sha256', APP_SECRET).update(TOKEN).digest('hex');
const answer = script({ body: { id: '1' } });

async function connect(options: FakeOptions = {}, apiVersion?: string) {
	const context = fakeContext(answer, [], new VirtualClock(), options);
	return await openConnection(context, { apiVersion });
}

describe('the credential', () => {
	test('is the one of the chosen authentication', async () => {
		expect((await connect({ authentication: 'accessToken' })).credentialType).toBe('metaAdsApi');
		expect((await connect({ authentication: 'oAuth2' })).credentialType).toBe('metaAdsOAuth2Api');
	});

	test('gives address and version, with defaults', async () => {
		expect(await connect()).toMatchObject({
			baseUrl: 'https://graph.facebook.com',
			version: 'v24.0',
			usageWindowMs: 3_600_000,
		});
		const credentials = {
			accessToken: TOKEN,
			graphBaseUrl: 'http://127.0.0.1:8080/',
			apiVersion: 'v23.0',
			usageWindowSeconds: 30,
		};
		expect(await connect({ credentials })).toMatchObject({
			baseUrl: 'http://127.0.0.1:8080',
			version: 'v23.0',
			usageWindowMs: 30_000,
		});
		expect((await connect({ credentials }, 'v25.0')).version).toBe('v25.0');
	});

	test.each([
		'ftp://x.test',
		'graph.facebook.com',
		'https://a.test/?x=',
		'https://user@a.test',
		'https://a b',
	])('the address %s is refused', async (graphBaseUrl) => {
		await expect(connect({ credentials: { accessToken: TOKEN, graphBaseUrl } })).rejects.toThrow(
			/not a Graph base URL/,
		);
	});

	test.each(['24', 'v24', 'v24.0/../x', 'latest'])('the version %s is refused', async (version) => {
		await expect(connect({}, version)).rejects.toThrow(/not an API version/);
	});

	test('the key of its usage holds no secret and differs by credential', async () => {
		const one = await connect({ credentialId: 'a' });
		const same = await connect({ credentialId: 'a' });
		const other = await connect({ credentialId: 'b' });
		expect(one.credentialKey).toBe(same.credentialKey);
		expect(one.credentialKey).not.toBe(other.credentialKey);
		expect(one.credentialKey).not.toContain(TOKEN);
	});
});

describe('the proof', () => {
	const credentials = { accessToken: ` ${TOKEN} `, appSecret: APP_SECRET };

	test('goes into the query of a read and the form of a write', async () => {
		const { client, run, seen } = await fakeMeta(answer, { credentials });
		await run(client.request({ method: 'GET', path: '/1', parameters: { fields: 'id' } }));
		await run(client.request({ method: 'DELETE', path: '/1' }));
		await run(client.request({ method: 'POST', path: '/1', parameters: { name: 'A' } }));
		expect(seen[0].query).toEqual({ fields: 'id', appsecret_proof: PROOF });
		expect(seen[1].query).toEqual({ appsecret_proof: PROOF });
		expect(seen[2].form).toEqual({ name: 'A', appsecret_proof: PROOF });
		expect(seen[2].query).toEqual({});
	});

	test('goes beside the steps of a batch, not into them', async () => {
		const { client, run, seen } = await fakeMeta(
			perStep(() => ({ body: {} })),
			{ credentials },
		);
		const request = { method: 'POST', path: '/1' } as const;
		await run(client.requestMany([request, request], 50));
		expect(seen[0].form.appsecret_proof).toBe(PROOF);
		expect(seen[0].form.batch).not.toContain('proof');
		expect(seen[0].form.batch).not.toContain('token');
	});

	test('is made of token and secret of an OAuth2 credential', async () => {
		const { client, run, seen } = await fakeMeta(answer, {
			authentication: 'oAuth2',
			credentials: { oauthTokenData: { access_token: TOKEN }, clientSecret: APP_SECRET },
		});
		await run(client.request({ method: 'GET', path: '/1' }));
		expect(seen[0]).toMatchObject({
			credentialType: 'metaAdsOAuth2Api',
			query: { appsecret_proof: PROOF },
		});
	});

	test('is left out without a secret', async () => {
		const { client, run, seen } = await fakeMeta(answer);
		await run(client.request({ method: 'GET', path: '/1' }));
		expect(seen[0].query).toEqual({});
	});
});

describe('a request', () => {
	test('never holds the token itself', async () => {
		const { client, run, seen } = await fakeMeta(answer, {
			credentials: { accessToken: TOKEN, appSecret: APP_SECRET },
		});
		await run(client.request({ method: 'POST', path: '/1', parameters: { a: [1] } }));
		await run(client.request({ method: 'GET', path: '/1' }));
		expect(JSON.stringify(seen)).not.toContain(TOKEN);
		expect(JSON.stringify(seen)).not.toContain(APP_SECRET);
	});

	test('asks n8n for the plain answer of any status', async () => {
		const { client, run, seen } = await fakeMeta(answer);
		await run(client.request({ method: 'POST', path: '/1', parameters: { a: 'b c' } }));
		expect(seen[0].options).toMatchObject({
			url: 'https://graph.facebook.com/v24.0/1',
			body: 'a=b%20c',
			encoding: 'text',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		});
	});

	test.each([
		'https://evil.test/x',
		'//evil.test/x',
		'/\\evil.test',
		'@evil.test/',
		'.evil.test/',
		'/x/../../v1.0/me',
		'/%2e%2e/me',
		'/me?access_token=1',
		'/me#x',
		'/a b',
		'/a//b',
	])('does not go to %s', async (path) => {
		const { client, run, seen } = await fakeMeta(answer);
		const [outcome] = await run(client.requestMany([{ method: 'GET', path }], 1));
		expect(outcome).toMatchObject({
			error: { details: { message: expect.stringMatching(/is not a path/) } },
		});
		expect(seen).toEqual([]);
	});

	test('gives header names in lower case and a boolean answer as success', async () => {
		const { client, run } = await fakeMeta(
			script({ body: 'true', headers: { 'X-FB-Trace-ID': 'T', 'X-Many': ['a', 'b'] } }),
		);
		expect(await run(client.request({ method: 'POST', path: '/1' }))).toEqual({
			body: { success: true },
			headers: { 'x-fb-trace-id': 'T', 'x-many': 'a, b' },
			statusCode: 200,
		});
	});
});

test('the client tells the version it uses', async () => {
	const { client } = await fakeMeta(answer, { apiVersion: 'v23.0' });
	expect(client.apiVersion).toBe('v23.0');
});

test('a context without items or cancellation will do', async () => {
	const clock = new VirtualClock();
	const context = fakeContext(answer, [], clock);
	const {
		getInputData: _none,
		getExecutionCancelSignal: _neither,
		...bare
	} = context as typeof context & Record<'getInputData' | 'getExecutionCancelSignal', unknown>;
	const client = await createGraphClient(
		bare as typeof context,
		{ maxWait: 0 },
		{ clock, random: Math.random },
	);
	expect((await clock.run(client.request({ method: 'GET', path: '/1' }))).body).toEqual({
		id: '1',
	});
});

describe('the real clock', () => {
	test('sleeps', async () => {
		const start = Date.now();
		await systemClock.sleep(20);
		expect(Date.now() - start).toBeGreaterThanOrEqual(18);
	});

	test('wakes at once when aborted', async () => {
		const abort = new AbortController();
		const sleep = systemClock.sleep(HOUR_MS, abort.signal);
		abort.abort();
		// No test may take as long as that.
		await expect(sleep).resolves.toBeUndefined();
		await expect(systemClock.sleep(HOUR_MS, abort.signal)).resolves.toBeUndefined();
	});
});

test('requests with a token are made in one place of the package', () => {
	const root = join(__dirname, '../../../nodes');
	const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => [name, readFileSync(join(root, name), 'utf8')] as const);
	const callers = (pattern: RegExp) =>
		sources.filter(([, text]) => pattern.test(text)).map(([name]) => name);
	expect(sources.length).toBeGreaterThan(20);
	expect(callers(/requestWithAuthentication/i)).toEqual(['shared/graph/transport.ts']);
	expect(callers(/helpers\s*\??\.\s*(httpRequest|request)\b/)).toEqual([]);
});
