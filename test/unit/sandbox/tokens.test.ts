import { createHmac } from 'node:crypto';
import { DEFAULT_APP_ID, DEFAULT_APP_SECRET } from '../../sandbox';
import { Bench, CAMPAIGN, errorOf, openBench } from './support';

const bench = openBench();

const proofOf = (token: string) =>
	createHmac('sha256', DEFAULT_APP_SECRET).update(token).digest('hex');

describe('an access token', () => {
	it('stands in the header, the query or the body', async () => {
		const replies = [
			await bench.ask('me'),
			await bench.ask('me', { token: null, headers: { authorization: 'OAuth test-token' } }),
			await bench.ask('me', { token: null, query: { access_token: 'test-token' } }),
			await bench.ask('act_1001/campaigns', {
				token: null,
				form: { ...CAMPAIGN, access_token: 'test-token' },
			}),
		];
		expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
		expect(bench.sandbox.requests.map(({ tokenIn }) => tokenIn)).toEqual([
			'header',
			'header',
			'query',
			'body',
		]);
		expect(JSON.stringify(bench.sandbox.requests)).not.toContain('test-token');
	});

	it.each([
		['expired-token', 400, { code: 190, error_subcode: 463 }],
		['revoked-token', 400, { code: 190, error_subcode: 460 }],
		['made-up-token', 400, { code: 190 }],
		['no-permission-token', 403, { code: 200 }],
		[null, 400, { code: 2500 }],
	])('%s is refused', async (token, status, expected) => {
		for (const form of [undefined, CAMPAIGN]) {
			const reply = await bench.ask('v24.0/act_1001/campaigns', {
				token,
				...(form ? { form } : {}),
			});
			expect(reply.status).toBe(status);
			expect(errorOf(reply.body)).toMatchObject({ type: 'OAuthException', ...expected });
		}
		expect(bench.sandbox.store.ofType('campaign')).toHaveLength(0);
	});

	it('without ads_management may read with ads_read but not write', async () => {
		bench.sandbox.tokens.set({ token: 'test-reader', scopes: ['ads_read'] });
		const ask = async (form?: typeof CAMPAIGN) =>
			(await bench.ask('act_1001/campaigns', { token: 'test-reader', ...(form ? { form } : {}) }))
				.status;
		expect([await ask(), await ask(CAMPAIGN)]).toEqual([200, 403]);
	});

	it('runs out in time', async () => {
		const expiresAt = Bench.START_MS / 1000 + 60;
		bench.sandbox.tokens.set({ token: 'test-short', expiresAt });
		expect((await bench.ask('me', { token: 'test-short' })).status).toBe(200);
		bench.advance(60_000);
		expect(errorOf((await bench.ask('me', { token: 'test-short' })).body)).toMatchObject({
			code: 190,
			error_subcode: 463,
		});
	});
});

describe('appsecret_proof', () => {
	it('is checked when it is there', async () => {
		const ask = async (appsecret_proof: string) =>
			(await bench.ask('me', { query: { appsecret_proof } })).body;
		expect(await ask(proofOf('test-token'))).toHaveProperty('id');
		expect(errorOf(await ask(proofOf('other-token')))).toMatchObject({
			code: 100,
			type: 'GraphMethodException',
			message: 'Invalid appsecret_proof provided in the API argument',
		});
	});

	it('can be required, of a batch once for all its steps', async () => {
		bench.sandbox.configure({ requireProof: true });
		expect(errorOf(await bench.get('me')).message).toBe(
			'API calls from the server require an appsecret_proof argument',
		);
		const step = { method: 'GET', relative_url: 'me' };
		await expect(bench.batch([step])).rejects.toThrow(/appsecret_proof/);
		const proof = { appsecret_proof: proofOf('test-token') };
		bench.sandbox.tokens.set({ token: 'test-other' });
		const steps = await bench.batch(
			[step, { method: 'GET', relative_url: 'me?access_token=test-other' }],
			proof,
		);
		expect(steps.map(({ code }) => code)).toEqual([200, 400]);
	});
});

describe('signing in', () => {
	const app = { client_id: DEFAULT_APP_ID, client_secret: DEFAULT_APP_SECRET };
	const redirect_uri = 'http://127.0.0.1:5678/rest/oauth2-credential/callback';

	async function code(scope = 'ads_management,ads_read'): Promise<string> {
		const url = new URL(`${bench.sandbox.url}/v24.0/dialog/oauth`);
		const query = {
			client_id: DEFAULT_APP_ID,
			redirect_uri,
			state: 'abc',
			scope,
			response_type: 'code',
		};
		url.search = new URLSearchParams(query).toString();
		const reply = await fetch(url, { redirect: 'manual' });
		expect(reply.status).toBe(302);
		const location = new URL(reply.headers.get('location') ?? '');
		expect(location.origin + location.pathname).toBe(redirect_uri);
		expect([location.searchParams.get('state'), location.hash]).toEqual(['abc', '#_=_']);
		return location.searchParams.get('code') ?? '';
	}

	const trade = async (form: Record<string, string>) =>
		(await bench.ask('v24.0/oauth/access_token', { form, token: null })).body;

	it('gives a short-lived token for a code, once, and a long-lived one for that', async () => {
		const form = { ...app, code: await code(), redirect_uri, grant_type: 'authorization_code' };
		const short = await trade(form);
		expect(short).toMatchObject({ token_type: 'bearer', expires_in: 5400 });
		expect(errorOf(await trade(form))).toMatchObject({ code: 100, error_subcode: 36009 });
		const long = await trade({
			...app,
			grant_type: 'fb_exchange_token',
			fb_exchange_token: String(short.access_token),
		});
		expect(long).toMatchObject({ token_type: 'bearer', expires_in: 5183944 });
		const token = String(long.access_token);
		expect((await bench.ask('act_1001/campaigns', { token })).status).toBe(200);
		expect((await bench.ask('me/businesses', { token })).status).toBe(403);
		const debugged = await bench.ask('debug_token', {
			query: { input_token: token },
			token: `${DEFAULT_APP_ID}|${DEFAULT_APP_SECRET}`,
		});
		expect(debugged.body).toMatchObject({
			data: {
				app_id: DEFAULT_APP_ID,
				is_valid: true,
				expires_at: Bench.START_MS / 1000 + 5183944,
				scopes: ['public_profile', 'ads_management', 'ads_read'],
			},
		});
		const log = JSON.stringify(bench.sandbox.requests);
		for (const secret of [token, String(short.access_token), form.code, DEFAULT_APP_SECRET]) {
			expect(log).not.toContain(secret);
		}
	});

	it.each([
		['a wrong secret', { client_secret: 'x' }, { code: 1 }],
		['a wrong app', { client_id: '1' }, { code: 101 }],
		[
			'another redirect',
			{ redirect_uri: 'http://127.0.0.1/' },
			{ code: 100, error_subcode: 36008 },
		],
		['no code', { code: '' }, { code: 101 }],
		['an unknown grant', { grant_type: 'password' }, { code: 100 }],
		[
			'an expired token to exchange',
			{ grant_type: 'fb_exchange_token', fb_exchange_token: 'expired-token' },
			{ code: 190, error_subcode: 463 },
		],
	])('is refused with %s', async (_what, changes, expected) => {
		const body = await trade({ ...app, redirect_uri, code: await code(), ...changes });
		expect(errorOf(body)).toMatchObject(expected);
	});

	it('is refused for scopes that do not exist', async () => {
		const query = { client_id: DEFAULT_APP_ID, redirect_uri, scope: 'ads_everything' };
		expect(errorOf((await bench.ask('dialog/oauth', { query })).body).message).toMatch(
			/Invalid Scopes/,
		);
	});

	it('tells why a token is no good', async () => {
		const { body } = await bench.ask('debug_token', { query: { input_token: 'expired-token' } });
		expect(body).toMatchObject({ data: { is_valid: false, error: { code: 190, subcode: 463 } } });
	});
});
