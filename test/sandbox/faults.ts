import type { JsonObject } from './json';

/** What can go wrong. The first group is about an HTTP request, the second about one Graph call. */
export const TRANSPORT_FAULTS = [
	'delay',
	'reset',
	'cut',
	'timeout',
	'html',
	'truncated',
	'lostReply',
] as const;
export const CALL_FAULTS = ['error', 'status', 'nullStep', 'emptyPage', 'shortPage'] as const;

export type FaultKind = (typeof TRANSPORT_FAULTS)[number] | (typeof CALL_FAULTS)[number];

export interface FaultMatch {
	method?: string;
	/** Regular expression on the path without version: `/act_1001/campaigns`; a batch is `/`. */
	pathPattern?: string;
	/** Only steps of a batch (true), only this step (number), or no steps at all (false). */
	batchStep?: number | boolean;
}

/**
 * A fault on demand.
 *
 * - `delay`: begins `delayMs` later than usual (with `executed`: answers later).
 * - `reset`: cuts the connection; nothing was done.
 * - `cut`: cuts the connection after `afterBytes` of the body; nothing is done, but protocols that
 *   keep what arrived keep it.
 * - `timeout`: never answers; nothing was done (with `executed`: it was).
 * - `status`: a Graph error with HTTP `status` (default 500, code 2); nothing was done.
 * - `html`: an HTML page with HTTP `status` (default 503); nothing was done.
 * - `truncated`: does the work and sends half of the JSON, without a content-length.
 * - `lostReply`: does the work and cuts the connection.
 * - `error`: the Graph error of `code` and `subcode`; nothing was done.
 * - `nullStep`: a step of a batch comes back as null; not done, with `executed` done.
 * - `emptyPage`, `shortPage`: a page of a list with no rows, or with half of them, and a `next`.
 *
 * Faults are looked up for the HTTP request first and then for each step of a batch.
 */
export interface FaultSpec {
	fault: FaultKind;
	match?: FaultMatch;
	/** How often it happens; default 1; 0 for every time. */
	times?: number;
	/** How many matching requests go well before. */
	skip?: number;
	delayMs?: number;
	/** Bytes of the body, headers of its parts included; half of the content-length by default. */
	afterBytes?: number;
	status?: number;
	code?: number;
	subcode?: number;
	message?: string;
	/** Members of `error_data`. */
	errorData?: JsonObject;
	type?: string;
	isTransient?: boolean;
	userTitle?: string;
	userMessage?: string;
	/** Headers of the answer, such as `retry-after` or a usage header. */
	headers?: Record<string, string>;
	retryAfterS?: number;
	/** The work is done although the answer says otherwise. */
	executed?: boolean;
}

/** Where a fault may strike. */
export interface FaultPoint {
	method: string;
	/** Path with a slash in front and without version. */
	path: string;
	/** Number of the step in its batch; undefined for an HTTP request. */
	step?: number;
}

interface Queued {
	spec: FaultSpec;
	left: number;
	skip: number;
}

const TRANSPORT: ReadonlySet<string> = new Set(TRANSPORT_FAULTS);
const KINDS: ReadonlySet<string> = new Set([...TRANSPORT_FAULTS, ...CALL_FAULTS]);

/** Faults waiting to happen, in the order they were queued. */
export class FaultQueue {
	private queue: Queued[] = [];
	/** How many faults have happened. */
	happened = 0;

	/** Throws Error for a kind that does not exist. */
	add(...specs: FaultSpec[]): void {
		for (const spec of specs) {
			if (!KINDS.has(spec.fault)) {
				throw new Error(`Unknown fault "${spec.fault}": one of ${[...KINDS].join(', ')}`);
			}
			// A pattern that is none shall be told here, not when a request comes.
			if (spec.match?.pathPattern !== undefined) new RegExp(spec.match.pathPattern);
			const times = spec.times ?? 1;
			this.queue.push({ spec, left: times === 0 ? Infinity : times, skip: spec.skip ?? 0 });
		}
	}

	clear(): void {
		this.queue = [];
		this.happened = 0;
	}

	get waiting(): FaultSpec[] {
		return this.queue.map(({ spec }) => spec);
	}

	/** Takes the first fault that matches: a delay, or anything else. */
	take(point: FaultPoint, wanted: 'delay' | 'other'): FaultSpec | undefined {
		if (this.queue.length === 0) return undefined;
		for (const queued of this.queue) {
			const { spec } = queued;
			if ((spec.fault === 'delay') !== (wanted === 'delay')) continue;
			if (!strikes(spec, point)) continue;
			if (queued.skip > 0) {
				queued.skip -= 1;
				continue;
			}
			queued.left -= 1;
			this.happened += 1;
			if (queued.left <= 0) this.queue = this.queue.filter((other) => other !== queued);
			return spec;
		}
		return undefined;
	}
}

function strikes({ fault, match }: FaultSpec, { method, path, step }: FaultPoint): boolean {
	if (step === undefined) {
		if (fault === 'nullStep') return false;
		if ((fault === 'emptyPage' || fault === 'shortPage') && method !== 'GET') return false;
		if (match?.batchStep !== undefined && match.batchStep !== false) return false;
	} else {
		if (TRANSPORT.has(fault) || match?.batchStep === false) return false;
		if (typeof match?.batchStep === 'number' && match.batchStep !== step) return false;
	}
	if (match?.method !== undefined && match.method.toUpperCase() !== method) return false;
	return match?.pathPattern === undefined || new RegExp(match.pathPattern).test(path);
}
