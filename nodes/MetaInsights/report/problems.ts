import { plainError } from '../../shared/graph/errors';
import { GraphError } from '../../shared/graph/types';
import { countDays, sliceStarts } from './dates';
import { isAttribute, isKeyField, unsummable } from './metrics';
import { namesIn, shapeOf, type Shape } from './shape';
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

/**
 * The error of a report, or of a part of one, that cannot be made smaller without falsifying it. Says
 * which part it is and names only what can still be changed.
 */
export function cannotSplit(
	query: InsightsQuery,
	today: string,
	{ reason, error }: Misfit,
): GraphError {
	const shape = shapeOf(query, today);
	const plain = plainError(
		'tooMuchData',
		`Meta could not make this report, and it cannot be split any further: ${reason}`,
		`What failed: ${toldOf(query, shape)}. Ask for less: ${waysOut(query, shape)}.`,
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

/** `impressions, spend by dma with incrementality of act_1 at level ad, 2024-06-01`. */
function toldOf(query: InsightsQuery, shape: Shape): string {
	const { ranges, level } = shape;
	const breakdowns = breakdownsOf(query, shape);
	const windows = windowsOf(query);
	const days = ranges.map(({ since, until }) => (since === until ? since : `${since} to ${until}`));
	return [
		metricsOf(shape).join(', ') || 'the default fields',
		...(breakdowns.length > 0 ? [`by ${breakdowns.join(', ')}`] : []),
		...(windows.length > 0 ? [`with ${windows.join(', ')}`] : []),
		`of ${query.object}`,
		...(level ? [`at level ${level},`] : ['in']),
		days.join(' and '),
	].join(' ');
}

function waysOut(query: InsightsQuery, shape: Shape): string {
	const { increment, ranges, level = 'account' } = shape;
	const breakdowns = breakdownsOf(query, shape);
	const days = ranges.reduce((sum, range) => sum + countDays(range), 0);
	const metrics = metricsOf(shape);
	const apart = unsummable(query, shape);
	const ways: string[] = [];
	if (days > 1) ways.push('a shorter range of days');
	if (breakdowns.length > 0) ways.push(`fewer breakdowns than ${breakdowns.join(', ')}`);
	if (metrics.length > 1) ways.push('fewer fields');
	if (metrics.length === 1) ways.push(`another field than ${metrics[0]}`);
	const windows = windowsOf(query);
	if (windows.length > 0) ways.push(`other attribution windows than ${windows.join(', ')}`);
	if (days > 1 && increment === 'all_days' && apart.length > 0) {
		const why = `${apart.join(', ')} cannot be added up over days`;
		ways.push(`a time increment, so that the days can be asked for in parts (${why})`);
	}
	if (ranges.some((range) => sliceStarts(range, increment).length > 1)) {
		ways.push('a higher time increment, so that there are fewer rows');
	}
	if (level !== 'account') ways.push('a higher level');
	if (level !== 'account' && isAccount(query)) {
		ways.push('single campaigns, ad sets or ads in place of all at once');
	}
	return ways.join('; ') || 'fields that this object has';
}

/** The fields besides those that tell whose row it is. */
function metricsOf({ fields = [], breakdowns }: Shape): string[] {
	return fields.filter((field) => !isAttribute(field) && !isKeyField(field, breakdowns));
}

function breakdownsOf({ parameters }: InsightsQuery, { breakdowns }: Shape): string[] {
	return [...breakdowns, ...namesIn(parameters.action_breakdowns)];
}

function windowsOf({ parameters }: InsightsQuery): string[] {
	return namesIn(parameters.action_attribution_windows);
}

function isAccount({ object }: InsightsQuery): boolean {
	return object.startsWith('act_');
}
