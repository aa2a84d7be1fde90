import { graphErrorFrom, isErrorBody, plainError } from './errors';
import { parseJson } from './json';
import type { HttpResult } from './transport';
import { GraphError } from './types';
import type { GraphReply, GraphRequest, Repeat } from './types';

/** Attempts per request that may fail, and attempts that may be throttled. */
export const MAX_ATTEMPTS = 5;
const BACKOFF_BASE_MS = 1_000;
const BACKOFF_CAP_MS = 30_000;
/** For throttles that do not say when calls are possible again. */
const THROTTLE_BASE_MS = 5_000;
const THROTTLE_CAP_MS = 80_000;

/** Subcodes from here on stand for one specific cause, which a retry does not remove. */
const FIRST_SPECIFIC_SUBCODE = 10_000;

/** What one attempt to send a request came to. */
export type Classification =
	| { kind: 'succeeded'; reply: GraphReply }
	/** Refused; a retry would be too. */
	| { kind: 'failed'; error: GraphError }
	/** Refused because a quota is exhausted. */
	| { kind: 'throttled'; error: GraphError }
	/** Without effect, and worth a retry. */
	| { kind: 'notExecuted'; error: GraphError }
	/** It may have had its effect. */
	| { kind: 'uncertain'; error: GraphError };

type Reply = { statusCode: number; headers: Record<string, string>; text: string };

/** Reads and deletes may be repeated by default, other writes not. */
export function repeatOf({ repeat, method }: GraphRequest): Repeat {
	return repeat ?? (method === 'POST' ? 'never' : 'always');
}

export function classify(
	result: Exclude<HttpResult, { kind: 'cancelled' }>,
	request: GraphRequest,
	now: number,
): Classification {
	if (result.kind === 'networkError') return classifyNetworkError(result, request);
	return request.host === 'www'
		? classifyFile(result, request, now)
		: classifyReply(result, request, now);
}

/** Facebook's own site answers with a file, a worded error, or an HTML page. */
function classifyFile(
	reply: Extract<HttpResult, { kind: 'reply' }>,
	request: GraphRequest,
	now: number,
): Classification {
	const { statusCode, headers, text, bytes } = reply;
	const type = headers['content-type'] ?? '';
	const isDone = statusCode >= 200 && statusCode < 300;
	if (isDone && bytes && !/json|html/i.test(type)) {
		return { kind: 'succeeded', reply: { body: {}, headers, statusCode, file: bytes } };
	}
	const isPage =
		(isDone && !isErrorBody(parseJson(text))) || (statusCode >= 300 && statusCode < 400);
	if (!isPage) return classifyReply(reply, request, now);
	const error = plainError(
		'permission',
		'Facebook answered with a page instead of the file',
		"Check that the token's user may see the report and that the report is not older than 30 days. The rows can also be read with Get Report Results.",
		request,
	);
	return { kind: 'failed', error };
}

/**
 * Worded errors are refusals, except transient ones: a write may have had its effect before (Handling
 * Errors, Error Codes 1 and 2).
 */
export function classifyReply(answer: Reply, request: GraphRequest, now: number): Classification {
	const { statusCode, headers, text } = answer;
	const body = parseJson(text);
	if (isErrorBody(body))
		return classifyError(graphErrorFrom({ statusCode, headers, body }, request, now));
	if (statusCode >= 200 && statusCode < 300) {
		const content = typeof body === 'boolean' ? { success: body } : body;
		if (typeof content === 'object' && content !== null) {
			const reply = { body: content as GraphReply['body'], headers, statusCode };
			return { kind: 'succeeded', reply };
		}
		const message = 'Meta sent an answer that cannot be read';
		return { kind: 'uncertain', error: transientError(message, request) };
	}
	const error = graphErrorFrom({ statusCode, headers, body }, request, now);
	if (error.details.class === 'throttled') return { kind: 'throttled', error };
	const isKnown = statusCode >= 300 && statusCode < 500 && statusCode !== 408;
	return { kind: isKnown ? 'failed' : 'uncertain', error };
}

/** Exponential backoff with full jitter, in ms. */
export function retryBackoff(attempts: number, random: () => number): number {
	return random() * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** attempts);
}

/** Longer, since a throttle lasts longer than a failed connection. */
export function throttleBackoff(attempts: number, random: () => number): number {
	const most = Math.min(THROTTLE_CAP_MS, THROTTLE_BASE_MS * 2 ** attempts);
	return THROTTLE_BASE_MS + random() * (most - THROTTLE_BASE_MS);
}

/** The error of a write that may have had its effect, and may not be repeated. */
export function outcomeUnknown(
	error: GraphError,
	request: GraphRequest,
	refusal?: GraphError,
): GraphError {
	const then = refusal ? `. Sent again it was refused: ${refusal.details.message}` : '';
	return new GraphError({
		...error.details,
		class: 'outcomeUnknown',
		cause: error.details.message,
		message: `It is not known whether this request had an effect: ${error.details.message}${then}`,
		advice: `Look in Ads Manager, or read ${request.path}, to see whether it did before sending it again: repeating it could do it twice.`,
	});
}

export function notExecuted(request: GraphRequest): GraphError {
	return transientError('Meta did not execute this step of a batch', request);
}

function classifyError(error: GraphError): Classification {
	const { class: errorClass, statusCode = 0, subcode = 0 } = error.details;
	if (errorClass === 'throttled') return { kind: 'throttled', error };
	const isServerFault = errorClass === 'unknown' && statusCode >= 500;
	const isTransient = errorClass === 'transient' && subcode < FIRST_SPECIFIC_SUBCODE;
	return { kind: isServerFault || isTransient ? 'uncertain' : 'failed', error };
}

function classifyNetworkError(
	{ sent, isPermanent, cause }: Extract<HttpResult, { kind: 'networkError' }>,
	request: GraphRequest,
): Classification {
	if (sent === 'maybe') {
		const message = `The connection to Meta broke before an answer came (${cause})`;
		return { kind: 'uncertain', error: transientError(message, request) };
	}
	const error = plainError(
		'transient',
		`The request could not be sent (${cause})`,
		isPermanent
			? 'Check the credential and the address of the Graph API in it.'
			: 'Check that this n8n can reach the Graph API, then run the node again.',
		request,
	);
	return { kind: isPermanent ? 'failed' : 'notExecuted', error };
}

function transientError(message: string, request: GraphRequest): GraphError {
	return plainError('transient', message, 'Run the node again in a few minutes.', request);
}
