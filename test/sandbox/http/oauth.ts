import type { Environment } from '../environment';
import { asFault, GraphFault } from '../graph/errors';
import type { JsonObject } from '../json';
import { ALL_SCOPES } from '../options';

/** Lifetime that an exchange for a long-lived token tells: about 60 days. */
export const LONG_LIVED_S = 5_183_944;
const SHORT_LIVED_S = 5_400;

type Params = Record<string, unknown>;

/**
 * `/oauth/access_token`: trades a sign-in code for a short-lived token, a token for a long-lived
 * one (`fb_exchange_token`), or app id and secret for an app token (`client_credentials`).
 */
export function accessToken(env: Environment, params: Params): JsonObject {
	const { app } = env.settings;
	if (text(params.client_id) === '') throw missing('client_id');
	if (text(params.client_id) !== app.id) {
		throw new GraphFault({
			code: 101,
			message: 'Error validating application. Cannot get application info due to a system error.',
		});
	}
	if (text(params.client_secret) === '') throw missing('client_secret');
	if (text(params.client_secret) !== app.secret) {
		throw new GraphFault({ code: 1, status: 400, message: 'Error validating client secret.' });
	}
	switch (text(params.grant_type)) {
		case 'fb_exchange_token':
			return exchange(env, text(params.fb_exchange_token));
		case 'client_credentials':
			return { access_token: `${app.id}|${app.secret}`, token_type: 'bearer' };
		case '':
		case 'authorization_code':
			return redeem(env, text(params.code), text(params.redirect_uri));
		default:
			throw new GraphFault({ code: 100, message: 'Unsupported grant_type' });
	}
}

function exchange(env: Environment, token: string): JsonObject {
	if (token === '') throw missing('fb_exchange_token');
	const session = env.tokens.session(token);
	const issued = env.tokens.issue('long-lived-token', session.scopes, LONG_LIVED_S);
	return { access_token: issued.token, token_type: 'bearer', expires_in: LONG_LIVED_S };
}

function redeem(env: Environment, code: string, redirectUri: string): JsonObject {
	if (code === '') throw missing('code');
	if (redirectUri === '') throw missing('redirect_uri');
	const known = env.tokens.takeCode(code);
	if (!known) {
		throw new GraphFault({
			code: 100,
			subcode: 36009,
			message: 'This authorization code has been used.',
		});
	}
	if (known.redirectUri !== redirectUri) {
		throw new GraphFault({
			code: 100,
			subcode: 36008,
			message:
				'Error validating verification code. Please make sure your redirect_uri is identical ' +
				'to the one you used in the OAuth dialog request',
		});
	}
	const issued = env.tokens.issue('short-lived-token', known.scopes, SHORT_LIVED_S);
	return { access_token: issued.token, token_type: 'bearer', expires_in: SHORT_LIVED_S };
}

/** `/dialog/oauth`: says yes at once and gives the address to go back to, with a code. */
export function dialogRedirect(env: Environment, params: Params): string {
	if (text(params.client_id) !== env.settings.app.id) {
		throw new GraphFault({ code: 101, message: 'Invalid App ID' });
	}
	const redirectUri = text(params.redirect_uri);
	if (redirectUri === '') throw missing('redirect_uri');
	const asked = text(params.scope)
		.split(/[\s,]+/)
		.filter((scope) => scope !== '');
	const unknown = asked.filter((scope) => !ALL_SCOPES.includes(scope));
	if (unknown.length > 0) {
		throw new GraphFault({ code: 100, message: `Invalid Scopes: ${unknown.join(', ')}.` });
	}
	const url = new URL(redirectUri);
	url.searchParams.set('code', env.tokens.issueCode(redirectUri, ['public_profile', ...asked]));
	if (params.state !== undefined) url.searchParams.set('state', text(params.state));
	return `${url.toString()}#_=_`;
}

/** `/debug_token`: what a token is good for. */
export function debugToken(
	env: Environment,
	params: Params,
	caller: string | undefined,
): JsonObject {
	env.tokens.session(caller);
	const input = text(params.input_token);
	if (input === '') throw missing('input_token');
	const { app } = env.settings;
	try {
		const session = env.tokens.session(input);
		return {
			data: {
				app_id: app.id,
				type: session.kind,
				application: 'Sandbox App',
				data_access_expires_at: session.expiresAt,
				expires_at: session.expiresAt,
				is_valid: true,
				scopes: [...session.scopes],
				user_id: session.userId,
			},
		};
	} catch (error) {
		const refusal = asFault(error);
		const { code, subcode } = refusal.spec;
		const problem = {
			code,
			message: refusal.message,
			...(subcode === undefined ? {} : { subcode }),
		};
		return { data: { app_id: app.id, error: problem, is_valid: false, scopes: [] } };
	}
}

function missing(name: string): GraphFault {
	return new GraphFault({ code: 101, message: `Missing ${name} parameter.` });
}

function text(value: unknown): string {
	return value === undefined || value === null ? '' : String(value);
}
