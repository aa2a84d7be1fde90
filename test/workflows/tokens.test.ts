import type { IDataObject } from 'n8n-workflow';

import { DEFAULT_APP_SECRET } from '../sandbox';
import { Bench, itemsOf, jsonOf, told, type RunOptions } from './support/bench';
import { byId, createParameters, named, oneNode } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
let strict: Bench;
beforeAll(async () => {
	bench = await Bench.open();
	strict = await Bench.open({ requireProof: true });
});
afterAll(async () => {
	await bench.sandbox.close();
	await strict.sandbox.close();
});
beforeEach(() => {
	bench.reset();
	strict.reset();
});

const AUTHENTICATIONS: Array<[string, string]> = [
	['accessToken', 'metaAdsApi'],
	['oAuth2', 'metaAdsOAuth2Api'],
];

async function create(on: Bench, [authentication, type]: [string, string], options: RunOptions) {
	return await on.run(
		oneNode('campaign.create', { ...createParameters(), authentication }, { credentials: [type] }),
		{ items: named(3), ...options },
	);
}

describe.each(AUTHENTICATIONS)('with %s', (...authentication) => {
	test('a good token works', async () => {
		itemsOf(await create(bench, authentication, {}));
		expect(bench.names()).toHaveLength(3);
		expect(bench.http.map(({ tokenIn }) => tokenIn)).toEqual(['header']);
	});

	test.each([
		['expired-token', /expired/i, /reconnect|new access token/i],
		['revoked-token', /invalidated|changed/i, /password has changed.*sign in again/i],
		['unheard-of-token', /cannot parse access token/i, /reconnect|new access token/i],
		['no-permission-token', /ads_management/, /Business Settings.*permission/i],
	])('%s: what happened and what to do', async (token, what, advice) => {
		const run = await create(bench, authentication, { token });
		expect(run.status).toBe('error');
		expect(run.error?.message).toMatch(what);
		expect(run.error?.description).toMatch(advice);
		expect(bench.names()).toEqual([]);
		// Asking again with the same token is of no use.
		expect(bench.http).toHaveLength(1);
	});

	test('a token that gives way in the middle ends the run and names what was done', async () => {
		bench.sandbox.faults.add({
			fault: 'error',
			match: { pathPattern: '^/$' },
			skip: 1,
			code: 190,
			subcode: 463,
			message: 'Session has expired',
		});
		const run = await bench.run(
			oneNode(
				'campaign.create',
				{
					...createParameters({ options: { batchSize: 2, batchesAtOnce: 1 } }),
					authentication: authentication[0],
				},
				{ credentials: [authentication[1]] },
			),
			{ items: named(6) },
		);
		const made = bench.campaigns().map(({ id }) => id);
		expect(made).toHaveLength(2);
		expect(told(run)).toMatch(/Session has expired/);
		for (const id of made) expect(told(run)).toContain(id);
		expect(told(run)).toMatch(/Not sent: item 4, item 5/);
	});

	test('the app secret proves who sends', async () => {
		const run = await create(strict, authentication, { appSecret: DEFAULT_APP_SECRET });
		itemsOf(run);
		expect(strict.names()).toHaveLength(3);
		expect(strict.http.map(({ hasProof }) => hasProof)).toEqual([true]);
	});

	test('the proof also goes with reads and deletes', async () => {
		const [id] = strict.sandbox.seed.campaigns('1001', 1);
		for (const what of ['campaign.get', 'campaign.pause', 'campaign.delete']) {
			const run = await strict.run(
				oneNode(
					what,
					{ authentication: authentication[0], campaign_id: byId(id) },
					{ credentials: [authentication[1]] },
				),
				{ appSecret: DEFAULT_APP_SECRET },
			);
			itemsOf(run);
		}
		expect(strict.http.map(({ hasProof }) => hasProof)).toEqual([true, true, true]);
	});

	test('a wrong app secret is told as such', async () => {
		const run = await create(bench, authentication, { appSecret: 'wrong-app-secret' });
		expect(run.status).toBe('error');
		expect(told(run)).toMatch(/appsecret_proof/);
		expect(told(run)).toMatch(/Fill in the app secret of the credential/);
		expect(bench.names()).toEqual([]);
	});

	test('items carry the same advice when the run goes on', async () => {
		const run = await bench.run(
			oneNode(
				'campaign.create',
				{ ...createParameters(), authentication: authentication[0] },
				{ credentials: [authentication[1]], onError: 'continueRegularOutput' },
			),
			{ items: named(2), token: 'expired-token' },
		);
		const items = itemsOf(run);
		expect(items).toHaveLength(2);
		for (const { error, message, details } of items) {
			expect(String(error)).toMatch(/expired/i);
			expect(String(message)).toMatch(/reconnect/i);
			expect(details).toMatchObject({ class: 'token', code: 190, error_subcode: 463 });
		}
	});
});

test('an app that insists on proof says that the app secret is missing', async () => {
	const run = await create(strict, AUTHENTICATIONS[0], {});
	expect(run.status).toBe('error');
	expect(told(run)).toMatch(/appsecret_proof/);
	expect(told(run)).toMatch(/app secret of the credential/);
});

test('one item without permission does not hold back the others', async () => {
	bench.sandbox.faults.add({
		fault: 'error',
		code: 200,
		message: 'Ad account owner has NOT grant ads_management permission',
		match: { batchStep: 1 },
	});
	const run = await bench.run(
		oneNode('campaign.create', createParameters(), { onError: 'continueErrorOutput' }),
		{ items: named(3) },
	);
	expect(jsonOf(run)).toHaveLength(2);
	expect(jsonOf(run, 'Node', 1)).toHaveLength(1);
	expect(String(jsonOf(run, 'Node', 1)[0].message)).toMatch(/Business Settings/);
	expect(bench.names()).toEqual(['Campaign 1', 'Campaign 3']);
});

test('a short-lived sign-in is exchanged for a long-lived one', async () => {
	bench.sandbox.tokens.set({
		token: 'test-short-token',
		expiresAt: Math.floor(Date.now() / 1000) + 3600 * 24 * 365 * 10,
	});
	const credentials: IDataObject = {
		oauthTokenData: { access_token: 'test-short-token', expires_in: 3600 },
	};
	const run = await create(bench, AUTHENTICATIONS[1], { token: 'test-short-token', credentials });
	itemsOf(run);
	expect(bench.names()).toHaveLength(3);
	const exchanges = bench.sandbox.requests.filter(({ path }) => /oauth\/access_token/.test(path));
	expect(exchanges.map(({ method }) => method)).toEqual(['POST']);
	expect(JSON.stringify(exchanges)).not.toContain('test-short-token');
});
