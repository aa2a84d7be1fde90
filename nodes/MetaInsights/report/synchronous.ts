import type { JsonObject } from 'n8n-workflow';

import type { GraphClient, GraphError, GraphRequest } from '../../shared/graph/types';
import { asGraphError, pathOf } from './problems';
import type { InsightsQuery, Row } from './types';
import { isObject } from '../../shared/graph/json';

/** Rows of an attempt that are kept until it is known that it goes well. */
const MAX_HELD_ROWS = 50_000;

/** What came of asking at once. */
export type Attempt =
	| { kind: 'rows'; pages: Row[][] }
	/** Too large to be answered at once. */
	| { kind: 'misfit'; error?: GraphError; reason: string }
	| { kind: 'error'; error: GraphError };

export interface AttemptOptions {
	/** Rows per call. */
	pageSize: number;
	/** Ends after so many rows. */
	limit?: number;
	quotaOf?: string;
	/** Whether a job is the next way: then a call that fails is not sent again. */
	hasOtherWay: boolean;
	/** Whether a first page that is too much is asked for once more in a smaller size. */
	triesSmallPage?: boolean;
	onSummary?: (summary: JsonObject) => void;
}

/** Rows of a page that is asked for after one that was too much. */
const SMALL_PAGE_ROWS = 25;

/**
 * Asks for a report at once and keeps its rows until the last has come, so that nothing is given twice
 * when another way has to be taken. Never rejects.
 *
 * A page that is too much for Meta is only asked for in smaller ones where there is no other way: what
 * is too large here is usually the report, not the page.
 */
export async function askAtOnce(
	client: GraphClient,
	query: InsightsQuery,
	options: AttemptOptions,
): Promise<Attempt> {
	const { limit, quotaOf, hasOtherWay, triesSmallPage, onSummary } = options;
	let { pageSize } = options;
	const request: GraphRequest = {
		method: 'GET',
		path: pathOf(query),
		parameters: query.parameters,
		useCase: 'ads_insights',
		quotaOf,
	};
	const pages: Row[][] = [];
	let held = 0;
	try {
		if (hasOtherWay) {
			let probe = await probeFirstPage(client, request, query, pageSize);
			if (triesSmallPage && isTooMuch(probe) && pageSize > SMALL_PAGE_ROWS) {
				pageSize = SMALL_PAGE_ROWS;
				probe = await probeFirstPage(client, request, query, pageSize);
			}
			if (!('rows' in probe)) return probe;
			if (probe.summary) onSummary?.(probe.summary);
			pages.push(probe.rows);
			held = probe.rows.length;
			if (probe.after === undefined || held >= (limit ?? Infinity)) return { kind: 'rows', pages };
			request.parameters = { ...query.parameters, after: probe.after };
		}
		const left = limit === undefined ? undefined : limit - held;
		for await (const { rows, summary } of client.pages<Row>(request, { pageSize, limit: left })) {
			if (summary) onSummary?.(summary);
			pages.push(rows);
			held += rows.length;
			if (hasOtherWay && held > MAX_HELD_ROWS)
				return { kind: 'misfit', reason: `more than ${MAX_HELD_ROWS} rows` };
		}
		return { kind: 'rows', pages };
	} catch (cause) {
		return failedAttempt(cause, query);
	}
}

type Failed = Exclude<Attempt, { kind: 'rows' }>;
type Probe = Failed | { rows: Row[]; summary?: JsonObject; after?: string };

/** The first page, asked for once: a call that Meta gives up on takes minutes. */
async function probeFirstPage(
	client: GraphClient,
	request: GraphRequest,
	query: InsightsQuery,
	pageSize: number,
): Promise<Probe> {
	const [outcome] = await client.requestMany(
		[{ ...request, parameters: { ...request.parameters, limit: pageSize }, repeat: 'never' }],
		1,
	);
	if ('error' in outcome) return failedAttempt(outcome.error, query);
	const { data, paging, summary } = outcome.reply.body;
	const rows = Array.isArray(data) ? (data as Row[]) : [];
	const next = isObject<JsonObject>(paging) && paging.next ? afterIn(paging) : undefined;
	// More rows but no cursor: the walk over all pages knows other ways of paging.
	if (next === '') return { kind: 'misfit', reason: 'more rows than can be paged through' };
	return { rows, after: next, ...(isObject<JsonObject>(summary) ? { summary } : {}) };
}

function isTooMuch(probe: Probe): boolean {
	return 'error' in probe && probe.error?.details.class === 'tooMuchData';
}

function afterIn(paging: JsonObject): string {
	const { cursors } = paging;
	return isObject<JsonObject>(cursors) && typeof cursors.after === 'string' ? cursors.after : '';
}

function failedAttempt(cause: unknown, query: InsightsQuery): Failed {
	const error = asGraphError(cause, query);
	return isTooLarge(error)
		? { kind: 'misfit', error, reason: error.details.message }
		: { kind: 'error', error };
}

/** Time-outs and Meta's own faults are how reports fail that are too large to be answered at once. */
function isTooLarge({ details }: GraphError): boolean {
	const isFault = ['tooMuchData', 'transient', 'outcomeUnknown'].includes(details.class);
	return isFault || (details.class === 'unknown' && (details.statusCode ?? 0) >= 500);
}
