import { plainError } from './errors';
import type { QueuedRequest } from './rateLimiter';
import type { GraphError, GraphOutcome, GraphRequest } from './types';
import { quotaKey } from './usage';

/** A request until it has an outcome. */
export interface Job extends QueuedRequest {
	outcome?: GraphOutcome;
	/** Time of the first attempt, ms since 1970; 0 before. */
	firstSentAt: number;
	/** Attempts that failed for a passing cause. */
	failures: number;
	/** Attempts that were throttled. */
	throttles: number;
	/** Times it was sent again because it was looked for and not found. */
	resends: number;
	/** Not to be sent before, ms since 1970. */
	notBefore: number;
	/** Why it waits, when a usage limit is the cause. */
	waitReason?: string;
	/** Why its outcome is unknown. */
	uncertainError?: GraphError;
	isInFlight: boolean;
}

export function newJob(request: GraphRequest): Job {
	return {
		request,
		quotaKey: quotaKey(request),
		firstSentAt: 0,
		failures: 0,
		throttles: 0,
		resends: 0,
		notBefore: 0,
		isInFlight: false,
	};
}

/** Ends jobs without a reply. */
export function failJobs(jobs: Job[], errorOf: (request: GraphRequest) => GraphError): void {
	for (const job of jobs) job.outcome = { error: errorOf(job.request) };
}

/** @param wait ms until calls are possible again */
export function maxWaitExceeded(reason: string, wait: number, request: GraphRequest): GraphError {
	const minutes = Math.max(1, Math.ceil(wait / 60_000));
	const error = plainError(
		'throttled',
		`Meta's limit of calls leaves no room: ${reason}`,
		`Calls are possible again in about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}: run the workflow again then, or raise "Max Wait for Rate Limits" in the node's options.`,
		request,
	);
	error.details.retryAfter = wait;
	return error;
}

export function cancelled(request: GraphRequest): GraphError {
	const message = 'The execution was cancelled before this request was sent';
	return plainError('cancelled', message, 'Run the workflow again when it is wanted.', request);
}

/** A read that is cancelled in flight has no effect, so it counts as not sent. */
export function cancelledInFlight(request: GraphRequest): GraphError {
	if (request.method === 'GET') return cancelled(request);
	return plainError(
		'cancelled',
		'The execution was cancelled while this request was on its way',
		'Look in Ads Manager to see whether it had an effect before running the workflow again.',
		request,
	);
}

export function notSent(request: GraphRequest): GraphError {
	const message = 'This request was not sent, since another one had failed';
	return plainError('notSent', message, 'Run the workflow again for what is missing.', request);
}
