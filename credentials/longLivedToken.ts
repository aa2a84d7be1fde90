import { createHash } from 'node:crypto';

import { LoggerProxy, sleep } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IDataObject, IHttpRequestHelper } from 'n8n-workflow';

import { DEFAULT_API_VERSION, DEFAULT_GRAPH_BASE_URL } from './advancedFields';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A token with less time left than this is exchanged; short-lived ones always have less. */
const RENEW_BEFORE_MS = 7 * DAY_MS;

/** What a long-lived token lasts when Meta does not say (Extend your access token). */
const LONG_LIVED_MS = 60 * DAY_MS;

/** A renewal that did not work is not tried again with every request. */
const NEXT_TRY_MS = 60 * 60 * 1000;

/**
 * A new token is first used this long after it came. A request has its `appsecret_proof` made
 * from the token shortly before n8n signs it: both must see the same token.
 */
const HANDOVER_MS = 5000;

/** So close to a handover a request rather waits for it. */
const SETTLE_MS = 2000;

const EXCHANGE_TIMEOUT_MS = 15_000;

/** Credentials remembered at once; the oldest is forgotten first. */
const MAX_RENEWALS = 500;

interface RenewedToken {
	token: string;
	/** Milliseconds since 1970. */
	usedFrom: number;
	expiresAt: number;
}

interface Renewal {
	/** At most two, oldest first: the one in use and the one about to be. */
	tokens: RenewedToken[];
	/** Milliseconds since 1970. */
	nextTry: number;
}

/**
 * n8n runs `preAuthentication` of an OAuth2 credential before each request, but does not store
 * what it returns, so renewed tokens live as long as the process. Keys are hashes of the stored
 * tokens: signing in again starts afresh.
 */
const renewals = new Map<string, Renewal>();

/**
 * For `preAuthentication`: exchanges the token of an OAuth2 credential for a long-lived one when
 * fewer than 7 days are left, and gives the token data to sign with, or nothing when the stored
 * token is the one to use. Never rejects: until a token expires, a renewal that does not work
 * changes nothing.
 */
export async function renewedTokenData(
	http: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const tokenData = credentials.oauthTokenData;
	if (!isDataObject(tokenData) || typeof tokenData.access_token !== 'string') return {};
	const storedToken = tokenData.access_token;

	const renewal = renewalOf(storedToken);
	if (isDue(renewal, tokenData)) {
		renewal.nextTry = Date.now() + NEXT_TRY_MS;
		const newest = renewal.tokens[renewal.tokens.length - 1]?.token ?? storedToken;
		const exchanged = await exchange(http, credentials, newest);
		if (exchanged) renewal.tokens = [...renewal.tokens.slice(-1), exchanged];
	}
	const token = tokenInUse(storedToken);
	return token === storedToken ? {} : { oauthTokenData: { ...tokenData, access_token: token } };
}

/** The token that requests of the credential with this stored token are signed with right now. */
export function tokenInUse(storedToken: string): string {
	const tokens = renewals.get(keyOf(storedToken))?.tokens ?? [];
	const started = tokens.filter(({ usedFrom }) => usedFrom <= Date.now());
	return started[started.length - 1]?.token ?? storedToken;
}

/**
 * Like `tokenInUse`, and sure to be the same when n8n signs the request a moment later: ask for
 * it to make an `appsecret_proof`. Waits up to 2 seconds when a new token is about to take over.
 */
export async function settledToken(storedToken: string): Promise<string> {
	const tokens = renewals.get(keyOf(storedToken))?.tokens ?? [];
	const wait = Math.max(0, ...tokens.map(({ usedFrom }) => usedFrom - Date.now()));
	if (wait > 0 && wait <= SETTLE_MS) await sleep(wait);
	return tokenInUse(storedToken);
}

function renewalOf(storedToken: string): Renewal {
	const key = keyOf(storedToken);
	const known = renewals.get(key) ?? { tokens: [], nextTry: 0 };
	renewals.set(key, known);
	if (renewals.size > MAX_RENEWALS) {
		const [oldest] = renewals.keys();
		renewals.delete(oldest);
	}
	return known;
}

function isDue(renewal: Renewal, tokenData: IDataObject): boolean {
	const newest = renewal.tokens[renewal.tokens.length - 1];
	const expiresAt = newest ? newest.expiresAt : storedExpiry(tokenData);
	const now = Date.now();
	if (now < renewal.nextTry) return false;
	if (expiresAt === 'unknown') return true;
	return expiresAt > now && expiresAt - now < RENEW_BEFORE_MS;
}

/** When a stored token expires, in ms since 1970; older versions of n8n only keep its first duration. */
function storedExpiry(tokenData: IDataObject): number | 'unknown' {
	const expiresAt = Number(tokenData.n8n_expires_at);
	if (Number.isFinite(expiresAt) && expiresAt > 0) return expiresAt;
	return Number(tokenData.expires_in) > 0 ? 'unknown' : Infinity;
}

/** App secret and token go in the body: URLs end up in logs. */
async function exchange(
	http: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
	token: string,
): Promise<RenewedToken | undefined> {
	const baseUrl = String(credentials.graphBaseUrl || DEFAULT_GRAPH_BASE_URL).replace(/\/+$/, '');
	const version = String(credentials.apiVersion || DEFAULT_API_VERSION);
	const answer: unknown = await http.helpers
		.httpRequest({
			method: 'POST',
			url: `${baseUrl}/${version}/oauth/access_token`,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
			body: new URLSearchParams({
				grant_type: 'fb_exchange_token',
				client_id: String(credentials.clientId ?? ''),
				client_secret: String(credentials.clientSecret ?? ''),
				fb_exchange_token: token,
			}).toString(),
			ignoreHttpStatusErrors: true,
			timeout: EXCHANGE_TIMEOUT_MS,
		})
		.then(
			(body: unknown) => body,
			() => undefined,
		);

	if (!isDataObject(answer) || typeof answer.access_token !== 'string' || !answer.access_token) {
		LoggerProxy.warn(
			'Meta did not exchange the access token of a Meta Ads OAuth2 credential for a long-lived one. It stays in use until it expires.',
		);
		return undefined;
	}
	const lifetimeMs =
		Number(answer.expires_in) > 0 ? Number(answer.expires_in) * 1000 : LONG_LIVED_MS;
	const now = Date.now();
	return {
		token: answer.access_token,
		usedFrom: now + HANDOVER_MS,
		expiresAt: now + lifetimeMs,
	};
}

function keyOf(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}

function isDataObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
