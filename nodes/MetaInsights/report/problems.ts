import { plainError } from '../../shared/graph/errors';
import { GraphError } from '../../shared/graph/types';
import { unsummable } from './metrics';
import { shapeOf } from './shape';
import type { InsightsQuery, ReportTrace } from './types';

/** IDs named in an error: the latest, which are those at fault. */
const MAX_IDS_TOLD = 10;

/** Why a report, or a part of one, could not be made as it is. */
export interface Misfit {
	/** Completes "Meta could not make this report: ...". */
	reason: string;
	/** What Meta answered, if it said something. */
	error?: GraphError;
}

/** The error of a report that cannot be made smaller without falsifying it. */
export function cannotSplit(
	query: InsightsQuery,
	today: string,
	{ reason, error }: Misfit,
): GraphError {
	const ways = waysOut(query, today);
	const plain = plainError(
		'tooMuchData',
		`Meta could not make this report, and it cannot be split any further: ${reason}`,
		`Ask for less: ${ways}.`,
		{ method: 'POST', path: pathOf(query) },
	);
	const { message, advice, class: errorClass } = plain.details;
	return error ? new GraphError({ ...error.details, message, advice, class: errorClass }) : plain;
}

/** The error of a report whose reading broke off after rows were given. */
export function brokenOff(error: GraphError, given: number): GraphError {
	return new GraphError({
		...error.details,
		advice: `${error.details.advice} The report broke off after ${given} rows, which were given already; a finished report run can be read again with Get Report Results for 30 days.`,
	});
}

/** The error of parts whose rows cannot be told apart. */
export function ambiguousRows(query: InsightsQuery): GraphError {
	return plainError(
		'tooMuchData',
		'Meta could not make this report at once, and its rows cannot be told apart well enough to join them from parts',
		'Ask for fewer fields, or for fewer days or breakdowns, so that the report need not be split by fields.',
		{ method: 'POST', path: pathOf(query) },
	);
}

/** The error of parts that hold something else than numbers where numbers have to be added up. */
export function unreadableSums(query: InsightsQuery, metrics: ReadonlySet<string>): GraphError {
	return plainError(
		'tooMuchData',
		`Meta could not make this report at once, and these metrics hold values that cannot be added up: ${[...metrics].join(', ')}`,
		'Leave them out, ask for fewer days, or set a time increment.',
		{ method: 'POST', path: pathOf(query) },
	);
}

export function cancelled(query: InsightsQuery): GraphError {
	return plainError(
		'cancelled',
		'The execution was cancelled while a report was being made',
		'Report runs that were started go on at Meta and can be read with Get Report Results for 30 days.',
		{ method: 'GET', path: pathOf(query) },
	);
}

/** An error as the client words its own. */
export function asGraphError(cause: unknown, query: InsightsQuery): GraphError {
	if (cause instanceof GraphError) return cause;
	return plainError(
		'unknown',
		cause instanceof Error ? cause.message : 'The report could not be read',
		'Run the node again in a few minutes.',
		{ method: 'GET', path: pathOf(query) },
	);
}

/** The same error, naming the report runs, so that a finished one can be fetched later. */
export function withReportRuns(error: GraphError, { reportRunIds }: ReportTrace): GraphError {
	if (reportRunIds.length === 0) return error;
	const ids = reportRunIds.slice(-MAX_IDS_TOLD).join(', ');
	const more = reportRunIds.length > MAX_IDS_TOLD ? `the last of ${reportRunIds.length} ` : '';
	const told = `Report runs (${more}by ID): ${ids}.`;
	return new GraphError({ ...error.details, advice: `${error.details.advice} ${told}` });
}

/** `/act_1/insights`: the edge that reports of an object are asked of. */
export function pathOf({ object }: InsightsQuery): string {
	return `/${object}/insights`;
}

function waysOut(query: InsightsQuery, today: string): string {
	const shape = shapeOf(query, today);
	const apart = unsummable(query, shape);
	const ways = ['a shorter range of days', 'fewer breakdowns', 'fewer fields'];
	if (shape.increment === 'all_days' && apart.length > 0) {
		const why = `${apart.join(', ')} cannot be added up over days`;
		ways.push(`a time increment, so that the days can be asked for in parts (${why})`);
	}
	if (shape.increment !== 'all_days') {
		ways.push('a higher time increment, so that there are fewer rows');
	}
	ways.push('another level, or single campaigns, ad sets or ads in place of all at once');
	return ways.join('; ');
}
