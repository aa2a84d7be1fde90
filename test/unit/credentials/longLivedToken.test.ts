import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

import { renewedTokenData, settledToken, tokenInUse } from '../../../credentials/longLivedToken';
import { MetaAdsOAuth2Api } from '../../../credentials/MetaAdsOAuth2Api.credentials';

const START = Date.UTC(2026, 0, 1);
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const HANDOVER_MS = 5000;

let count = 0;
/** A stored token that no other test has used: renewals live as long as the process. */
const freshToken = () => `test-token-${++count}`;

function credential(token: string, tokenData: object = {}): ICredentialDataDecryptedObject {
	return {
		clientId: '42',
		clientSecret: 'test-secret',
		graphBaseUrl: 'https://graph.facebook.com/',
		apiVersion: 'v24.0',
		oauthTokenData: { access_token: token, token_type: 'bearer', ...tokenData },
	};
}

/** Answers in turn; a function is called, so that it can fail. */
function server(...answers: unknown[]) {
	const requests: IHttpRequestOptions[] = [];
	const httpRequest = async (options: IHttpRequestOptions): Promise<unknown> => {
		requests.push(options);
		const answer = answers.shift();
		if (answer instanceof Error) throw answer;
		return answer;
	};
	return { http: { helpers: { httpRequest } }, requests };
}

const sent = (options: IHttpRequestOptions) =>
	Object.fromEntries(new URLSearchParams(String(options.body)));

beforeEach(() => {
	jest.useFakeTimers({ now: START });
});

afterEach(() => {
	jest.useRealTimers();
});

test('a short-lived token is exchanged, with secrets in the body only', async () => {
	const token = freshToken();
	const { http, requests } = server({ access_token: `${token}-long`, expires_in: 5_184_000 });
	const data = credential(token, { expires_in: 3600, n8n_expires_at: String(START + HOUR_MS) });

	expect(await renewedTokenData(http, data)).toEqual({});
	expect(requests).toHaveLength(1);
	expect(requests[0].method).toBe('POST');
	expect(requests[0].url).toBe('https://graph.facebook.com/v24.0/oauth/access_token');
	expect(sent(requests[0])).toEqual({
		grant_type: 'fb_exchange_token',
		client_id: '42',
		client_secret: 'test-secret',
		fb_exchange_token: token,
	});

	jest.advanceTimersByTime(HANDOVER_MS);
	expect(await renewedTokenData(http, data)).toEqual({
		oauthTokenData: {
			access_token: `${token}-long`,
			token_type: 'bearer',
			expires_in: 3600,
			n8n_expires_at: String(START + HOUR_MS),
		},
	});
	expect(requests).toHaveLength(1);
});

test('the credential does this before each request', async () => {
	const token = freshToken();
	const { http } = server({ access_token: `${token}-long`, expires_in: 5_184_000 });
	const data = credential(token, { expires_in: 3600 });
	const type = new MetaAdsOAuth2Api();

	await type.preAuthentication.call(http, data);
	jest.advanceTimersByTime(HANDOVER_MS);
	expect(await type.preAuthentication.call(http, data)).toMatchObject({
		oauthTokenData: { access_token: `${token}-long` },
	});
});

test.each([
	['8 days left', { n8n_expires_at: String(START + 8 * DAY_MS) }, 0],
	['6 days left', { n8n_expires_at: String(START + 6 * DAY_MS) }, 1],
	['no expiry', {}, 0],
	['an expiry of 0', { expires_in: 0 }, 0],
	['a duration without a start', { expires_in: 5_184_000 }, 1],
	['expired', { n8n_expires_at: String(START - 1) }, 0],
])('a token with %s', async (_case, tokenData, exchanges) => {
	const { http, requests } = server({ access_token: 'x', expires_in: 5_184_000 });
	await renewedTokenData(http, credential(freshToken(), tokenData));
	expect(requests).toHaveLength(exchanges);
});

test('a renewed token is renewed again before it expires', async () => {
	const token = freshToken();
	const { http, requests } = server(
		{ access_token: `${token}-2`, expires_in: (60 * DAY_MS) / 1000 },
		{ access_token: `${token}-3`, expires_in: (60 * DAY_MS) / 1000 },
	);
	const data = credential(token, { n8n_expires_at: String(START + HOUR_MS) });
	await renewedTokenData(http, data);

	jest.setSystemTime(START + 52 * DAY_MS);
	await renewedTokenData(http, data);
	expect(requests).toHaveLength(1);

	jest.setSystemTime(START + 54 * DAY_MS);
	await renewedTokenData(http, data);
	expect(sent(requests[1]).fb_exchange_token).toBe(`${token}-2`);
	expect(tokenInUse(token)).toBe(`${token}-2`);

	jest.advanceTimersByTime(HANDOVER_MS);
	expect(tokenInUse(token)).toBe(`${token}-3`);
});

test.each([
	['a network fault', new Error('connect ECONNREFUSED')],
	['an error of Meta', { error: { code: 1, message: 'x' } }],
	['an HTML page', '<html></html>'],
	['nothing', undefined],
	['an empty token', { access_token: '' }],
])('%s leaves the valid token in use, and is tried again after an hour', async (_case, answer) => {
	const token = freshToken();
	const { http, requests } = server(answer, { access_token: `${token}-long` });
	const data = credential(token, { n8n_expires_at: String(START + 2 * DAY_MS) });

	expect(await renewedTokenData(http, data)).toEqual({});
	expect(await renewedTokenData(http, data)).toEqual({});
	expect(requests).toHaveLength(1);

	jest.setSystemTime(START + HOUR_MS);
	await renewedTokenData(http, data);
	expect(requests).toHaveLength(2);
	jest.advanceTimersByTime(HANDOVER_MS);
	expect(tokenInUse(token)).toBe(`${token}-long`);
});

test('requests at the same time exchange once', async () => {
	const token = freshToken();
	const { http, requests } = server({ access_token: `${token}-long` });
	const data = credential(token, { expires_in: 3600 });
	await Promise.all(Array.from({ length: 20 }, async () => await renewedTokenData(http, data)));
	expect(requests).toHaveLength(1);
});

test('signing in again leaves the old token behind', async () => {
	const token = freshToken();
	const { http } = server({ access_token: `${token}-long` });
	await renewedTokenData(http, credential(token, { expires_in: 3600 }));
	jest.advanceTimersByTime(HANDOVER_MS);
	const renewed = freshToken();
	expect(await renewedTokenData(http, credential(renewed))).toEqual({});
	expect(tokenInUse(renewed)).toBe(renewed);
});

test('a credential that is not connected is left alone', async () => {
	const { http, requests } = server();
	for (const oauthTokenData of [undefined, '', {}, { access_token: 7 }]) {
		const data = { ...credential('x'), oauthTokenData } as ICredentialDataDecryptedObject;
		expect(await renewedTokenData(http, data)).toEqual({});
	}
	expect(requests).toHaveLength(0);
});

test('a proof made just before a handover waits for it', async () => {
	const token = freshToken();
	const { http } = server({ access_token: `${token}-long` });
	await renewedTokenData(http, credential(token, { expires_in: 3600 }));

	expect(await settledToken(token)).toBe(token);
	jest.advanceTimersByTime(HANDOVER_MS - 1000);
	const settled = settledToken(token);
	expect(tokenInUse(token)).toBe(token);
	await jest.advanceTimersByTimeAsync(1000);
	expect(await settled).toBe(`${token}-long`);
	expect(await settledToken('never seen')).toBe('never seen');
});
