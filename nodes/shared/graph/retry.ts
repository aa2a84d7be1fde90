import { graphErrorFrom, isErrorBody, plainError } from './errors';
import { parseJson } from './json';
import type { HttpResult } from './transport';
import { GraphError } from './types';
import type { GraphReply, GraphRequest, Repeat } from './types';

/** How often a request is sent at most because of faults, and how often because of throttling. */
export const MAX_TRIES = 5;
const BACKOFF_BASE_MS = 1_000;
const BACKOFF_CAP_MS = 30_000;
/** The first wait after a throttle that does not tell when calls are possible again. */
const THROTTLE_BASE_MS = 5_000;
const THROTTLE_CAP_MS = 80_000;

/** Subcodes from here on stand for one certain cause, which sending again does not remove. */
const FIRST_SPECIFIC_SUBCODE = 10_000;

/** What the answer to one request, or the lack of it, means. */
export type Verdict =
	| { kind: 'done'; reply: GraphReply }
	/** Refused, and it would be again. */
	| { kind: 'failed'; error: GraphError }
	/** Refused because a quota is used up. */
	| { kind: 'throttled'; error: GraphError }
	/** Certainly not done, for a cause that may pass. */
	| { kind: 'notDone'; error: GraphError }
	/** Nobody knows whether it was done. */
	| { kind: 'uncertain'; error: GraphError };

type Answer = { statusCode: number; headers: Record<string, string>; text: string };

/** What to do when an outcome is unknown; reads and deletes may be repeated, other writes not. */
export function repeatOf({ repeat, method }: GraphRequest): Repeat {
	return repeat ?? (method === 'POST' ? 'never' : 'always');
}

/** Judges what came back for one request. */
export function judge(
	result: Exclude<HttpResult, { kind: 'cancelled' }>,
	request: GraphRequest,
): Verdict {
	if (result.kind === 'fault') return judgeFault(result, request);
	return request.host === 'www' ? judgeFile(result, request) : judgeAnswer(result, request);
}

/** Judges what Facebook's own site answered: a file, a worded error, or a page for people. */
function judgeFile(reply: Extract<HttpResult, { kind: 'reply' }>, request: GraphRequest): Verdict {
	const { statusCode, headers, text, bytes } = reply;
	const type = headers['content-type'] ?? '';
	const isDone = statusCode >= 200 && statusCode < 300;
	if (isDone && bytes && !/json|html/i.test(type)) {
		return { kind: 'done', reply: { body: {}, headers, statusCode, file: bytes } };
	}
	const isPage =
		(isDone && !isErrorBody(parseJson(text))) || (statusCode >= 300 && statusCode < 400);
	if (!isPage) return judgeAnswer(reply, request);
	const error = plainError(
		'permission',
		'Facebook answered with a page instead of the file',
		"Check that the token's user may see the report and that the report is not older than 30 days. The rows can also be read with Get Report Results.",
		request,
	);
	return { kind: 'failed', error };
}

/**
 * Judges an answer. Errors that Meta words are refusals, with the exception of those that it calls
 * passing: a write may have been done before one came up (Handling Errors, Error Codes 1 and 2).
 */
export function judgeAnswer(answer: Answer, request: GraphRequest): Verdict {
	const { statusCode, headers, text } = answer;
	const body = parseJson(text);
	if (isErrorBody(body)) return judgeError(graphErrorFrom({ statusCode, headers, body }, request));
	if (statusCode >= 200 && statusCode < 300) {
		const content = typeof body === 'boolean' ? { success: body } : body;
		if (typeof content === 'object' && content !== null) {
			const reply = { body: content as GraphReply['body'], headers, statusCode };
			return { kind: 'done', reply };
		}
		const message = 'Meta sent an answer that cannot be read';
		return { kind: 'uncertain', error: passing(message, request) };
	}
	const error = graphErrorFrom({ statusCode, headers, body }, request);
	if (error.details.class === 'throttled') return { kind: 'throttled', error };
	const isKnown = statusCode >= 300 && statusCode < 500 && statusCode !== 408;
	return { kind: isKnown ? 'failed' : 'uncertain', error };
}

/** How long to wait before a request is sent again after a fault, in ms; `tries` were made. */
export function faultBackoff(tries: number, random: () => number): number {
	return random() * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** tries);
}

/** The same after a throttle that does not tell when calls are possible again. */
export function throttleBackoff(tries: number, random: () => number): number {
	const most = Math.min(THROTTLE_CAP_MS, THROTTLE_BASE_MS * 2 ** tries);
	return THROTTLE_BASE_MS + random() * (most - THROTTLE_BASE_MS);
}

/** The error of a write of which nobody knows whether it was done, and that may not be repeated. */
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

/** The error of a step that Meta did not get to. */
export function notExecuted(request: GraphRequest): GraphError {
	return passing('Meta did not execute this step of a batch', request);
}

function judgeError(error: GraphError): Verdict {
	const { class: errorClass, statusCode = 0, subcode = 0 } = error.details;
	if (errorClass === 'throttled') return { kind: 'throttled', error };
	const isServerFault = errorClass === 'unknown' && statusCode >= 500;
	const mayPass = errorClass === 'transient' && subcode < FIRST_SPECIFIC_SUBCODE;
	return { kind: isServerFault || mayPass ? 'uncertain' : 'failed', error };
}

function judgeFault(
	{ sent, isLasting, cause }: Extract<HttpResult, { kind: 'fault' }>,
	request: GraphRequest,
): Verdict {
	if (sent === 'maybe') {
		const message = `The connection to Meta broke before an answer came (${cause})`;
		return { kind: 'uncertain', error: passing(message, request) };
	}
	const error = plainError(
		'transient',
		`The request could not be sent (${cause})`,
		isLasting
			? 'Check the credential and the address of the Graph API in it.'
			: 'Check that this n8n can reach the Graph API, then run the node again.',
		request,
	);
	return { kind: isLasting ? 'failed' : 'notDone', error };
}

function passing(message: string, request: GraphRequest): GraphError {
	return plainError('transient', message, 'Run the node again in a few minutes.', request);
}
