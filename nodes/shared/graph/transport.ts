import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Connection } from './connection';
import { redactLinks } from './redact';
import type { GraphContext, GraphHost, GraphMethod } from './types';
import { toFormText } from './wire';

/** How long an answer may take: a write or a batch does more than a read. */
const READ_TIMEOUT_MS = 60_000;
const WRITE_TIMEOUT_MS = 120_000;

/** One HTTP request; the fields are encoded already. */
export interface WireRequest {
	method: GraphMethod;
	/** `/act_1/campaigns`; `/` for a batch. */
	path: string;
	/** Query of a GET or DELETE, form body of a POST. */
	fields: Record<string, string>;
	/** The Graph API when absent. */
	host?: GraphHost;
}

/**
 * What became of an HTTP request. `sent: 'no'` means that Meta cannot have seen it; `isLasting`
 * that sending it again changes nothing.
 */
export type WireResult =
	| {
			kind: 'reply';
			statusCode: number;
			headers: Record<string, string>;
			text: string;
			/** The same as it came, when a file was asked for. */
			bytes?: Buffer;
	  }
	| { kind: 'fault'; sent: 'maybe' | 'no'; isLasting: boolean; cause: string }
	| { kind: 'cancelled' };

export type Transport = (request: WireRequest) => Promise<WireResult>;

/** Faults that come up before a connection stands. */
const NOT_SENT = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/;
/** Faults before anything is sent that last: settings of the credential, certificates. */
const NOT_SENT_LASTING =
	/CERT_|_CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|certificate|EPROTO|ERR_INVALID_URL|Invalid URL|ERR_INVALID_CHAR|credentials|not connected|domain/i;
/** Faults on the way, after which Meta may have done what was asked. */
const CUT_OFF =
	/ECONNRESET|ETIMEDOUT|ECONNABORTED|ESOCKETTIMEDOUT|EPIPE|ERR_BAD_RESPONSE|ERR_NETWORK|socket hang up|timeout|aborted/i;

/**
 * The only place of this package that sends requests with a token. Answers of every status come
 * back as they are, as text, because broken ones have to be told from good ones; redirects are not
 * followed, so that the token goes nowhere else.
 */
export function openTransport(
	context: GraphContext,
	connection: Connection,
	signal?: AbortSignal,
): Transport {
	return async (request) => {
		if (signal?.aborted) return { kind: 'cancelled' };
		const url = urlOf(connection, request);
		if (url === undefined) {
			const cause = `"${request.path}" is not a path of the Graph API`;
			return { kind: 'fault', sent: 'no', isLasting: true, cause };
		}
		const options = optionsOf(url, request, await connection.proof());
		return await context.helpers.httpRequestWithAuthentication
			.call(context, connection.credentialType, options)
			.then(
				(response: unknown) => readReply(response, connection),
				(error: unknown): WireResult =>
					signal?.aborted ? { kind: 'cancelled' } : { kind: 'fault', ...readFault(error) },
			);
	};
}

/**
 * Base URL, version and path; `undefined` for a path that would lead elsewhere. Facebook's own site
 * has no versions; a stand-in for Meta serves both from one address.
 */
function urlOf({ baseUrl, version }: Connection, { path, host }: WireRequest): string | undefined {
	const isPlain = /^\/(?![/\\])[^\\?#\s]*$/.test(path) && !path.includes('//');
	const leadsUp = path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
	if (!isPlain || leadsUp) return undefined;
	return host === 'www'
		? `${baseUrl.replace('//graph.', '//www.')}${path}`
		: `${baseUrl}/${version}${path}`;
}

function optionsOf(
	url: string,
	{ method, fields, host }: WireRequest,
	proof: Record<string, string>,
): IHttpRequestOptions {
	const common: IHttpRequestOptions = {
		method,
		url,
		headers: { Accept: host === 'www' ? '*/*' : 'application/json' },
		encoding: host === 'www' ? 'arraybuffer' : 'text',
		json: false,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: method === 'GET' ? READ_TIMEOUT_MS : WRITE_TIMEOUT_MS,
	};
	if (method !== 'POST') return { ...common, qs: { ...fields, ...proof } };
	return {
		...common,
		headers: { ...common.headers, 'Content-Type': 'application/x-www-form-urlencoded' },
		body: toFormText({ ...fields, ...proof }),
	};
}

function readReply(response: unknown, connection: Connection): WireResult {
	const { statusCode, headers, body } = (response ?? {}) as {
		statusCode?: number;
		headers?: IDataObject;
		body?: unknown;
	};
	const bytes = Buffer.isBuffer(body) ? body : undefined;
	const text =
		bytes?.toString('utf8') ?? (typeof body === 'string' ? body : (JSON.stringify(body) ?? ''));
	return {
		kind: 'reply',
		statusCode: statusCode ?? 0,
		headers: lowerCaseHeaders(headers ?? {}),
		text: redactLinks(text, connection.secrets()),
		...(bytes ? { bytes } : {}),
	};
}

function lowerCaseHeaders(headers: IDataObject): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers)
			.filter(([, value]) => value !== undefined && value !== null)
			.map(([name, value]) => [
				name.toLowerCase(),
				Array.isArray(value) ? value.join(', ') : String(value),
			]),
	);
}

/** n8n wraps what the HTTP client threw, sometimes more than once, and rewords the message. */
function readFault(error: unknown): { sent: 'maybe' | 'no'; isLasting: boolean; cause: string } {
	const texts = textsOf(error);
	const all = texts.join(' ');
	const cause = texts[0] ?? 'the request ended without an answer';
	if (NOT_SENT.test(all)) return { sent: 'no', isLasting: false, cause };
	if (!CUT_OFF.test(all) && NOT_SENT_LASTING.test(all))
		return { sent: 'no', isLasting: true, cause };
	return { sent: 'maybe', isLasting: false, cause };
}

/** Messages and codes of an error and of those it wraps, the original message first. */
function textsOf(error: unknown, depth = 0): string[] {
	if (typeof error !== 'object' || error === null || depth > 3) return [];
	const { message, code, cause, errorResponse, messages, description } = error as IDataObject;
	const own = [message, description, code, ...(Array.isArray(messages) ? messages : [])];
	return [
		...textsOf(cause, depth + 1),
		...textsOf(errorResponse, depth + 1),
		...own.filter((text): text is string => typeof text === 'string' && text !== ''),
	];
}
