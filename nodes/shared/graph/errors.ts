import { jsonParse } from 'n8n-workflow';

import { systemClock } from './clock';
import { errorEntry, type ErrorEntry } from './errorTable';
import { redact } from './redact';
import { GraphError } from './types';
import type { ExpectedRange, GraphErrorClass, GraphMethod } from './types';
import { isObject } from './json';

/** The request an answer belongs to; the path has neither host, version nor parameters. */
export interface FailedRequest {
	method: GraphMethod;
	path: string;
}

/** An answer of Meta; header names in lower case, `body` is undefined when it was not JSON. */
export interface FailedReply {
	statusCode: number;
	headers: Record<string, string>;
	body: unknown;
}

type JsonRecord = Record<string, unknown>;

/** Meta sends this with code 1, which also stands for transient errors. */
const TOO_MUCH_DATA_TEXT = /reduce the amount of data/i;

/** Secure Graph API Calls. */
const PROOF_ADVICE =
	'Fill in the app secret of the credential: it must be the one of the app that the token was made with.';

/** Names of permissions, as they occur in messages about missing ones. */
const PERMISSION_NAME =
	/\b(?:ads_(?:management|read)|read_insights|business_management|catalog_management|leads_retrieval|(?:pages|instagram|threads|whatsapp_business)_[a-z_]*[a-z])\b/g;

/** Whether a parsed body is Meta's error object. */
export function isErrorBody(body: unknown): body is { error: JsonRecord } {
	return isObject(body) && isObject(body.error);
}

/**
 * Reads an answer that is not a success (Handling Errors, Error Responses). Never throws: an
 * unreadable body is classified by its HTTP status, and no token, secret or proof gets through.
 *
 * @param now ms since 1970, for a Retry-After header that is a date
 */
export function graphErrorFrom(
	reply: FailedReply,
	request: FailedRequest,
	now: number = systemClock.now(),
): GraphError {
	const body = typeof reply.body === 'string' ? parsed(reply.body) : reply.body;
	const error = isErrorBody(body) ? body.error : {};
	const signs = {
		statusCode: reply.statusCode,
		code: integer(error.code),
		subcode: integer(error.error_subcode),
		type: text(error.type),
		isTransient: typeof error.is_transient === 'boolean' ? error.is_transient : undefined,
	};
	const userTitle = text(error.error_user_title);
	const userMessage = text(error.error_user_msg);
	const technical = text(error.message)?.replace(/^\(#-?\d+\)\s*/, '');
	const entry = TOO_MUCH_DATA_TEXT.test(technical ?? '')
		? errorEntry({ code: 100, subcode: 1487534 })
		: errorEntry({ ...signs, path: request.path });

	return new GraphError({
		class: entry.class,
		message: shownMessage(userTitle, userMessage, technical) ?? emptyAnswer(reply.statusCode),
		advice: adviceFor(entry, technical),
		...signs,
		userTitle,
		userMessage,
		blamedFields: blamedFields(error.error_data),
		expected: expectedRange(error.error_data),
		fbtraceId: text(error.fbtrace_id) ?? reply.headers['x-fb-trace-id'],
		retryAfter: retryAfter(reply.headers['retry-after'], now),
		method: request.method,
		path: request.path,
	});
}

/** An error that Meta did not word: a request that was never answered, cancelled or not sent. */
export function plainError(
	errorClass: GraphErrorClass,
	message: string,
	advice: string,
	request: FailedRequest,
): GraphError {
	return new GraphError({
		class: errorClass,
		message: withoutSecrets(message),
		advice,
		blamedFields: [],
		method: request.method,
		path: request.path,
	});
}

function shownMessage(title?: string, message?: string, technical?: string): string | undefined {
	if (title && message && !message.startsWith(title))
		return `${title.replace(/[.:]$/, '')}: ${message}`;
	return message ?? title ?? technical;
}

function emptyAnswer(statusCode: number): string {
	return `Meta answered with HTTP status ${statusCode} and nothing that could be read`;
}

/** Some advice can only be told from the text. */
function adviceFor(entry: ErrorEntry, technical = ''): string {
	if (technical.includes('appsecret_proof')) return PROOF_ADVICE;
	return entry.class === 'permission' ? withPermission(entry.advice, technical) : entry.advice;
}

function withPermission(advice: string, message = ''): string {
	const names = [...new Set(message.match(PERMISSION_NAME) ?? [])].filter(
		(name) => !advice.includes(name),
	);
	return names.length > 0 ? `${advice} Needed: ${names.join(', ')}.` : advice;
}

/** The offsets that an upload in pieces is told to go on from (Ad Videos, start_offset, end_offset). */
function expectedRange(errorData: unknown): ExpectedRange | undefined {
	const data = errorDataOf(errorData);
	const start = integer(data.start_offset);
	const end = integer(data.end_offset);
	return start === undefined || end === undefined ? undefined : { start, end };
}

/** `error_data` is an object, or the same as JSON text (Handling Errors, blame_field_specs). */
function errorDataOf(errorData: unknown): JsonRecord {
	const data = typeof errorData === 'string' ? parsed(errorData) : errorData;
	return isObject(data) ? data : {};
}

function blamedFields(errorData: unknown): string[] {
	const specs = errorDataOf(errorData).blame_field_specs;
	const list = typeof specs === 'string' ? parsed(specs) : specs;
	return Array.isArray(list) ? [...new Set(list.flatMap(fieldPaths))] : [];
}

/** One spec is the path to a field: `["targeting", "age_min"]`; sometimes it is wrapped once more. */
function fieldPaths(spec: unknown): string[] {
	if (!Array.isArray(spec)) return isStep(spec) ? [withoutSecrets(String(spec))] : [];
	if (spec.length > 0 && spec.every(isStep)) return [withoutSecrets(spec.join('.'))];
	return spec.flatMap(fieldPaths);
}

function isStep(value: unknown): value is string | number {
	return typeof value === 'string' || typeof value === 'number';
}

/** Milliseconds from a Retry-After header: seconds, or an HTTP date. */
function retryAfter(header: string | undefined, now: number): number | undefined {
	const value = header?.trim();
	if (!value) return undefined;
	const seconds = Number(value);
	const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
	return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}

function withoutSecrets(value: string): string {
	return redact(value, []);
}

function parsed(json: string): unknown {
	return jsonParse<unknown>(json, { fallbackValue: null });
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== ''
		? withoutSecrets(value.trim())
		: undefined;
}

function integer(value: unknown): number | undefined {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}
