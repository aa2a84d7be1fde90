import type { Clock } from './clock';
import type { Job } from './job';
import type { WriteFinder } from './lostWrites';
import type { RateLimiter } from './rateLimiter';
import { MAX_ATTEMPTS, outcomeUnknown, repeatOf, retryBackoff, throttleBackoff } from './retry';
import type { Classification } from './retry';
import type { GraphClient, GraphError } from './types';

/** How often a write is sent again that was looked for and not found. */
const MAX_RESENDS = 2;

/**
 * The quota that a throttle is about (Rate Limits, Error Codes). Other codes stand for limits of
 * one operation: only that request waits.
 */
const THROTTLED_TYPES: Record<number, string> = {
	4: 'app',
	17: 'account',
	32: 'pages',
	341: 'app',
	80000: 'ads_insights',
	80001: 'pages',
	80002: 'instagram',
	80003: 'custom_audience',
	80004: 'ads_management',
	80005: 'leadgen',
	80009: 'catalog_management',
	80014: 'catalog_batch',
};

export interface RetryPlanDeps {
	rateLimiter: RateLimiter;
	finder: WriteFinder;
	clock: Clock;
	/** 0 to 1, as `Math.random`. */
	random: () => number;
}

/** Decides for each attempt of a job: outcome, retry after a backoff, or a search for a lost write. */
export class RetryPlan {
	constructor(private readonly deps: RetryPlanDeps) {}

	/** @returns whether the job is a lost write that has to be looked for */
	apply(job: Job, classification: Classification): boolean {
		if (classification.kind === 'succeeded') {
			this.deps.finder.claim(job.request, classification.reply.body);
			job.outcome = { reply: classification.reply };
			return false;
		}
		const { kind, error } = classification;
		if (kind === 'throttled') this.retryAfterThrottle(job, error);
		else if (kind === 'notExecuted') this.retryAfterBackoff(job, error);
		else if (kind === 'uncertain') return this.applyUncertain(job, error);
		else if (job.uncertainError) {
			// An earlier attempt may have succeeded, and this one be refused for that.
			job.outcome = { error: outcomeUnknown(job.uncertainError, job.request, error) };
		} else job.outcome = { error };
		return false;
	}

	/** Looks for lost writes; those that were not made are sent again. */
	async findLost(client: GraphClient, lost: Job[]): Promise<void> {
		const results = await this.deps.finder.find(client, lost);
		lost.forEach((job, index) => {
			const result = results[index];
			if (result.kind === 'found') {
				job.outcome = { reply: result.reply };
			} else if (result.kind === 'absent' && job.resends < MAX_RESENDS) {
				job.resends += 1;
			} else if (job.uncertainError) {
				job.outcome = { error: outcomeUnknown(job.uncertainError, job.request) };
			}
		});
	}

	private applyUncertain(job: Job, error: GraphError): boolean {
		const repeat = repeatOf(job.request);
		if (repeat === 'always') {
			if (job.request.method !== 'GET') job.uncertainError = error;
			this.retryAfterBackoff(job, error);
			return false;
		}
		if (repeat === 'never') {
			job.outcome = { error: outcomeUnknown(error, job.request) };
			return false;
		}
		job.uncertainError = error;
		return true;
	}

	/** The rate limiter delays all requests of a throttled quota; without a quota only the job waits. */
	private retryAfterThrottle(job: Job, error: GraphError): void {
		const { rateLimiter, clock, random } = this.deps;
		job.throttles += 1;
		if (job.throttles >= MAX_ATTEMPTS) {
			job.outcome = { error };
			return;
		}
		const { code = 0, retryAfter } = error.details;
		const wait = retryAfter ?? throttleBackoff(job.throttles, random);
		const type = THROTTLED_TYPES[code];
		if (type && rateLimiter.onThrottled(job.request, type, wait)) return;
		job.notBefore = clock.now() + wait;
		job.waitReason = reasonOf(error);
	}

	private retryAfterBackoff(job: Job, error: GraphError): void {
		const { clock, random } = this.deps;
		job.failures += 1;
		if (job.failures >= MAX_ATTEMPTS) {
			job.outcome = { error };
			return;
		}
		const { retryAfter } = error.details;
		job.notBefore = clock.now() + (retryAfter ?? retryBackoff(job.failures, random));
		job.waitReason = retryAfter === undefined ? undefined : reasonOf(error);
	}
}

/** The message without its full stop, to be part of a sentence. */
function reasonOf({ details }: GraphError): string {
	return details.message.replace(/[\s.]+$/, '');
}
