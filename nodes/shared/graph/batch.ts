import { parseJson } from './json';
import { classify, classifyReply, notExecuted, repeatOf } from './retry';
import type { Classification } from './retry';
import type { HttpRequest, HttpResult } from './transport';
import type { GraphRequest } from './types';
import { toBatchStep } from './encoding';

/** Most steps of one batch (Batch Requests, Limitations). */
export const MAX_BATCH_STEPS = 50;

export interface StepResult {
	classification: Classification;
	/** Lower-case names; `undefined` when there was no answer. */
	headers?: Record<string, string>;
}

/** One HTTP request for many (Batch Requests, Batch Request). Headers tell what each step used. */
export function toBatch(requests: GraphRequest[]): HttpRequest {
	return {
		method: 'POST',
		path: '/',
		fields: { batch: JSON.stringify(requests.map(toBatchStep)), include_headers: 'true' },
	};
}

/** One result per request, in the same order. */
export function fromBatch(
	result: Exclude<HttpResult, { kind: 'cancelled' }>,
	requests: GraphRequest[],
	now: number,
): StepResult[] {
	const steps = result.kind === 'reply' ? parseJson(result.text) : undefined;
	if (result.kind === 'networkError' || !Array.isArray(steps)) {
		// Refused or lost as a whole, which counts for every step.
		const headers = result.kind === 'reply' ? result.headers : undefined;
		return requests.map((request) => ({
			classification: classifyBatch(result, request, now),
			headers,
		}));
	}
	const shared = sharedHeadersOf(result.headers);
	return requests.map((request, index) => readStep(steps[index], request, shared, now));
}

function classifyBatch(
	result: Exclude<HttpResult, { kind: 'cancelled' }>,
	request: GraphRequest,
	now: number,
): Classification {
	const classification = classify(result, request, now);
	// An object in place of the list says nothing about the steps.
	return classification.kind === 'succeeded' && result.kind === 'reply'
		? classifyReply({ ...result, text: '' }, request, now)
		: classification;
}

/**
 * A step without an answer was not executed (Batch Requests, Timeouts). A write that can be looked for is
 * looked for all the same.
 */
function readStep(
	step: unknown,
	request: GraphRequest,
	shared: Record<string, string>,
	now: number,
): StepResult {
	if (step === null || step === undefined) {
		const canLook = typeof repeatOf(request) === 'object';
		const error = notExecuted(request);
		return { classification: { kind: canLook ? 'uncertain' : 'notExecuted', error } };
	}
	const { code, headers, body } = step as { code?: unknown; headers?: unknown; body?: unknown };
	const own = { ...shared, ...readHeaders(headers) };
	const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
	const statusCode = typeof code === 'number' ? code : 0;
	return {
		classification: classifyReply({ statusCode, headers: own, text }, request, now),
		headers: own,
	};
}

function readHeaders(headers: unknown): Record<string, string> {
	if (!Array.isArray(headers)) return {};
	return Object.fromEntries(
		headers
			.filter((header): header is { name: unknown; value: unknown } => Boolean(header))
			.map(({ name, value }) => [String(name).toLowerCase(), String(value)]),
	);
}

/** Headers of a batch that count for all of its steps: usage, and the server's time. */
function sharedHeadersOf(headers: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).filter(([name]) => /usage$|throttle$|^date$/.test(name)),
	);
}
