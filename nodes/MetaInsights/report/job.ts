import type { JsonObject } from 'n8n-workflow';

import { systemClock, type Clock } from '../../shared/graph/clock';
import { graphErrorFrom, plainError } from '../../shared/graph/errors';
import { GraphError } from '../../shared/graph/types';
import type { GraphClient, GraphOutcome, GraphRequest } from '../../shared/graph/types';
import { pathOf } from './problems';
import type { InsightsQuery, Row } from './types';

/** States of a report run (Insights API Asynchronous Jobs, Async Job Status). */
export const JOB_STATUSES = [
	'Job Not Started',
	'Job Started',
	'Job Running',
	'Job Completed',
	'Job Failed',
	'Job Skipped',
] as const;

export interface ReportStatus {
	id: string;
	/** One of `JOB_STATUSES`, or what Meta says instead. */
	status: string;
	/** 0 to 100. */
	percent: number;
	/** Everything that Meta gave. */
	body: JsonObject;
}

/** What is read of a report run. Why it failed is in fields that only Meta's own clients show. */
const STATUS_FIELDS = [
	'id,account_id,time_ref,time_completed,async_status,async_percent_completion',
	'error_code,error_subcode,error_message,error_user_title,error_user_msg',
].join();

/** Report runs asked after in one call. */
const STATUSES_PER_CALL = 50;

/** Meta's answer when a finished report cannot be read yet. */
const NOT_READY_CODE = 2601;
const NOT_READY_SUBCODE = 1815107;
/** The same with code 100, which by itself would be for good. */
const NOT_READY_TEXT = /weren't there while creating the report run/i;
const FIRST_NOT_READY_PAUSE_MS = 2_000;
const LAST_NOT_READY_PAUSE_MS = 30_000;

/** Times a broken reading of a finished report begins anew. */
const MAX_REREADS = 2;

export interface ReadOptions {
	/** Rows per call. */
	pageSize: number;
	/** Ends after so many rows. */
	limit?: number;
	/** Longest wait for results that are not ready, in ms. */
	notReadyTimeout: number;
	/** The number of the ad account that pays, if known. */
	quotaOf?: string;
	clock?: Clock;
	signal?: AbortSignal;
	/** Receives Meta's summary, when the report has one. */
	onSummary?: (summary: JsonObject) => void;
}

/** The ad account whose quota pays, where the object tells: `1` of `act_1`. */
export function payerOf({ object }: InsightsQuery): string | undefined {
	return /^act_(\d+)$/.exec(object)?.[1];
}

/**
 * The request that starts a report run. It may be repeated when its outcome is unknown: a second run
 * changes nothing at Meta, counts as one more call, and is never read.
 */
export function startRequest(query: InsightsQuery, quotaOf = payerOf(query)): GraphRequest {
	return {
		method: 'POST',
		path: pathOf(query),
		parameters: query.parameters,
		useCase: 'ads_insights',
		quotaOf,
		repeat: 'always',
	};
}

/** The ID in the answer to `startRequest`; `undefined` when there is none. */
export function reportRunIdIn(outcome: GraphOutcome): string | undefined {
	if ('error' in outcome) return undefined;
	const { report_run_id: id, id: otherId } = outcome.reply.body;
	const given = id ?? otherId;
	return given === undefined || given === null ? undefined : String(given);
}

/**
 * Starts a report run and gives its ID (Insights API Asynchronous Jobs).
 *
 * @throws GraphError when Meta refuses it
 */
export async function startReport(client: GraphClient, query: InsightsQuery): Promise<string> {
	const request = startRequest(query);
	const [outcome] = await client.requestMany([request], 1);
	if ('error' in outcome) throw outcome.error;
	const id = reportRunIdIn(outcome);
	if (id === undefined) throw noId(request);
	return id;
}

/** How report runs stand, in the same order; many in one call. Never throws for a single one. */
export async function readReportStatus(
	client: GraphClient,
	ids: readonly string[],
	quotaOf?: string,
): Promise<Array<{ status: ReportStatus } | { error: GraphError }>> {
	const requests = ids.map(
		(id): GraphRequest => ({
			method: 'GET',
			path: `/${id}`,
			parameters: { fields: STATUS_FIELDS },
			useCase: 'ads_insights',
			quotaOf,
		}),
	);
	const outcomes = await client.requestMany(requests, STATUSES_PER_CALL);
	return outcomes.map((outcome, index) =>
		'error' in outcome ? outcome : { status: statusIn(ids[index], outcome.reply.body) },
	);
}

/** Why a report run failed, as far as Meta says it. */
export function causeOf({ id, body }: ReportStatus): GraphError | undefined {
	if (body.error_code === undefined && body.error_message === undefined) return undefined;
	const error = {
		code: body.error_code,
		error_subcode: body.error_subcode,
		message: body.error_message,
		error_user_title: body.error_user_title,
		error_user_msg: body.error_user_msg,
	};
	const request = { method: 'GET', path: `/${id}` } as const;
	return graphErrorFrom({ statusCode: 400, headers: {}, body: { error } }, request);
}

/** Whether a report run is done: Meta may say 100 % before, and "completed" with less. */
export function isDone({ status, percent }: ReportStatus): boolean {
	return status === 'Job Completed' && percent >= 100;
}

/**
 * The rows of a finished report run, page by page. Waits while Meta says that results are not ready,
 * and begins anew, without giving rows twice, when reading breaks for a cause that may pass: the
 * results of a run do not change.
 *
 * @throws GraphError of the page that could not be read
 */
export async function* readReportRows(
	client: GraphClient,
	id: string,
	options: ReadOptions,
): AsyncGenerator<Row[]> {
	const { pageSize, limit, quotaOf, clock = systemClock, signal, onSummary } = options;
	const request: GraphRequest = {
		method: 'GET',
		path: `/${id}/insights`,
		useCase: 'ads_insights',
		quotaOf,
	};
	const deadline = clock.now() + options.notReadyTimeout;
	let pause = FIRST_NOT_READY_PAUSE_MS;
	let rereads = 0;
	let given = 0;
	for (;;) {
		let failure: unknown;
		let skip = given;
		try {
			for await (const { rows, summary } of client.pages<Row>(request, { pageSize, limit })) {
				if (summary) onSummary?.(summary);
				const fresh = rows.slice(Math.min(skip, rows.length));
				skip -= rows.length - fresh.length;
				given += fresh.length;
				if (fresh.length > 0) yield fresh;
			}
			return;
		} catch (cause) {
			failure = cause;
		}
		if (signal?.aborted || !(failure instanceof GraphError)) throw failure;
		if (isNotReady(failure) && clock.now() + pause <= deadline) {
			await clock.sleep(pause, signal);
			pause = Math.min(pause * 2, LAST_NOT_READY_PAUSE_MS);
		} else if (
			failure.details.class === 'transient' &&
			!isNotReady(failure) &&
			rereads < MAX_REREADS
		) {
			rereads += 1;
		} else {
			throw failure;
		}
	}
}

/** Whether Meta says that the results of a finished report run cannot be read yet. */
export function isNotReady({ details: { code, subcode, message } }: GraphError): boolean {
	return code === NOT_READY_CODE || subcode === NOT_READY_SUBCODE || NOT_READY_TEXT.test(message);
}

function statusIn(id: string, body: JsonObject): ReportStatus {
	return {
		id,
		status: String(body.async_status ?? ''),
		percent: Number(body.async_percent_completion ?? 0),
		body,
	};
}

export function noId({ method, path }: GraphRequest): GraphError {
	return plainError(
		'unknown',
		'Meta accepted the report but gave no ID for it',
		'Run the node again in a few minutes.',
		{ method, path },
	);
}
