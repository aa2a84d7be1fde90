import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import { signable } from './authorization';
import { byteStream } from './byteStream';
import type { Connection } from './connection';
import { toMultipart } from './multipart';
import { redactLinks } from './redact';
import type { Bytes, GraphContext, GraphRequest } from './types';
import { toFormText } from './encoding';

/** How long an answer may take: a write or a batch does more than a read. */
const READ_TIMEOUT_MS = 60_000;
const WRITE_TIMEOUT_MS = 120_000;
/** n8n's time for an answer runs while a body is sent: a large one gets more, on slow lines too. */
const SLOWEST_BYTES_PER_MS = 32;

/** One HTTP request; the fields are encoded already. */
export interface HttpRequest
	extends Pick<
		GraphRequest,
		'method' | 'host' | 'uploadUrl' | 'files' | 'bytes' | 'headers' | 'scheme'
	> {
	/** `/act_1/campaigns`; `/` for a batch. */
	path: string;
	/** Query of a GET or DELETE, form body of a POST. */
	fields: Record<string, string>;
	/** Signs instead of the credential's token. */
	token?: string;
}

/**
 * `sent: 'no'` means that Meta cannot have received the request; `isPermanent` that a retry fails too.
 */
export type HttpResult =
	| {
			kind: 'reply';
			statusCode: number;
			headers: Record<string, string>;
			text: string;
			/** The same as it came, when a file was asked for. */
			bytes?: Buffer;
	  }
	| { kind: 'networkError'; sent: 'maybe' | 'no'; isPermanent: boolean; cause: string }
	| { kind: 'cancelled' };

export type Transport = (request: HttpRequest) => Promise<HttpResult>;

/** Network errors before a connection is established. */
const NOT_SENT = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL/;
/** Permanent errors before anything is sent: settings of the credential, certificates. */
const NOT_SENT_PERMANENT =
	/CERT_|_CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|certificate|EPROTO|ERR_INVALID_URL|Invalid URL|ERR_INVALID_CHAR|credentials|not connected|domain/i;
/** Errors after which the request may have had its effect. */
const CONNECTION_LOST =
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
			const { path, uploadUrl } = request;
			const cause =
				uploadUrl === undefined
					? `"${path}" is not a path of the Graph API`
					: `"${uploadUrl}" is not an address of Meta`;
			return { kind: 'networkError', sent: 'no', isPermanent: true, cause };
		}
		const content = contentOf(request, await connection.proof(request.token));
		const stream = content.bytes && byteStream(content.bytes.read());
		const options = optionsOf(url, request, content, stream);
		const result = await context.helpers.httpRequestWithAuthentication
			.call(context, connection.credentialType, options)
			.then(
				(response: unknown) => readReply(response, connection),
				(error: unknown): HttpResult =>
					signal?.aborted
						? { kind: 'cancelled' }
						: { kind: 'networkError', ...readNetworkError(error) },
			);
		stream?.destroy();
		return result;
	};
}

/**
 * Base URL, version and path; `undefined` for an address that would lead elsewhere. Facebook's own
 * site has no versions, uploads have them in the path; a stand-in for Meta serves all hosts from one address.
 */
function urlOf(
	{ baseUrl, version }: Connection,
	{ path, host = 'graph', uploadUrl }: HttpRequest,
): string | undefined {
	if (uploadUrl !== undefined) return isMetaAddress(uploadUrl, baseUrl) ? uploadUrl : undefined;
	const isPlain = /^\/(?![/\\])[^\\?#\s]*$/.test(path) && !path.includes('//');
	const leadsUp = path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment));
	if (!isPlain || leadsUp) return undefined;
	const base = baseUrl.replace('//graph.', `//${host}.`);
	const isUnversioned = host === 'www' || host === 'rupload';
	return isUnversioned ? `${base}${path}` : `${base}/${version}${path}`;
}

/** Whether an address that an answer names is a sibling of the Graph API's own, or the same host. */
function isMetaAddress(address: string, baseUrl: string): boolean {
	const parts = /^(https?):\/\/([^\s/?#@\\:]+)(:\d+)?\/[^\s@\\]*$/i.exec(address);
	const own = /^(https?):\/\/([^/?#:]+)(:\d+)?/i.exec(baseUrl);
	if (!parts || !own) return false;
	const [, protocol, host, port] = parts.map((part) => part?.toLowerCase());
	const [, ownProtocol, ownHost, ownPort] = own.map((part) => part?.toLowerCase());
	if (protocol !== ownProtocol || port !== ownPort) return false;
	const family = /^graph(\..+\..+)$/.exec(ownHost)?.[1];
	return host === ownHost || (family !== undefined && host.endsWith(family));
}

/** What a request consists of besides its address. */
interface RequestContent {
	query?: Record<string, string>;
	headers?: Record<string, string>;
	text?: string;
	bytes?: Bytes;
}

/** The proof of a form goes into it, out of the URL; n8n adds it to the URL of what it cannot read. */
function contentOf(
	{ method, fields, files, bytes, headers }: HttpRequest,
	proof: Record<string, string>,
): RequestContent {
	if (files) {
		const { contentType, body } = toMultipart(fields, files);
		return { query: proof, headers: streamed(contentType, body), bytes: body };
	}
	if (bytes) {
		const type = streamed('application/octet-stream', bytes);
		return { query: { ...fields, ...proof }, headers: { ...headers, ...type }, bytes };
	}
	if (method !== 'POST' || headers) return { query: { ...fields, ...proof }, headers };
	return {
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		text: toFormText({ ...fields, ...proof }),
	};
}

function streamed(contentType: string, { size }: Bytes): Record<string, string> {
	return { 'Content-Type': contentType, 'Content-Length': String(size) };
}

function optionsOf(
	url: string,
	request: HttpRequest,
	{ query, headers, text, bytes }: RequestContent,
	stream: object | undefined,
): IHttpRequestOptions {
	const isFile = request.host === 'www';
	const body = stream ?? text;
	return {
		method: request.method,
		url,
		headers: signable({ Accept: isFile ? '*/*' : 'application/json', ...headers }, request),
		encoding: isFile ? 'arraybuffer' : 'text',
		json: false,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: timeoutOf(request, bytes),
		...(query ? { qs: query } : {}),
		...(body === undefined ? {} : { body: body as IHttpRequestOptions['body'] }),
	};
}

/** In ms. */
function timeoutOf({ method }: HttpRequest, bytes?: Bytes): number {
	if (method === 'GET') return READ_TIMEOUT_MS;
	return WRITE_TIMEOUT_MS + Math.ceil((bytes?.size ?? 0) / SLOWEST_BYTES_PER_MS);
}

function readReply(response: unknown, connection: Connection): HttpResult {
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
function readNetworkError(error: unknown): {
	sent: 'maybe' | 'no';
	isPermanent: boolean;
	cause: string;
} {
	const texts = textsOf(error);
	const all = texts.join(' ');
	const cause = texts[0] ?? 'the request ended without an answer';
	if (NOT_SENT.test(all)) return { sent: 'no', isPermanent: false, cause };
	if (!CONNECTION_LOST.test(all) && NOT_SENT_PERMANENT.test(all))
		return { sent: 'no', isPermanent: true, cause };
	return { sent: 'maybe', isPermanent: false, cause };
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
