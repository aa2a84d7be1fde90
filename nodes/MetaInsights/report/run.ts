import { systemClock, type Clock } from '../../shared/graph/clock';
import type { GraphClient } from '../../shared/graph/types';
import { payerOf } from './job';
import { ReportMaker } from './maker';
import { asGraphError, cancelled, withReportRuns } from './problems';
import { SortedRows, sortingOf } from './sortRows';
import type { InsightsQuery, ReportSettings, ReportTrace, Row } from './types';

/**
 * Makes a report, however large: at once or as a job, whole or in parts by days, children and fields.
 * Gives rows in chunks as they come, in the order of the days where it had to be split. The parts
 * hold the same rows as the whole: only metrics that are sums are ever added up.
 *
 * `limit` among the parameters is the number of rows in all (rows per call are `settings.pageSize`).
 * `sort` holds for the whole report too; rows are kept in memory for it where it was split. `trace`
 * is filled while it goes on, and the report runs are named in every error.
 *
 * @throws GraphError; of class `tooMuchData` when the report is too large and adding up its parts
 * would falsify it
 */
export async function* runReport(
	client: GraphClient,
	query: InsightsQuery,
	settings: ReportSettings,
	trace: ReportTrace,
	clock: Clock = systemClock,
): AsyncGenerator<Row[]> {
	const abort = new AbortController();
	const stop = () => abort.abort();
	if (settings.signal?.aborted) stop();
	settings.signal?.addEventListener('abort', stop);
	let failure: unknown;
	try {
		yield* whole(client, query, { ...settings, signal: abort.signal }, trace, clock);
		return;
	} catch (cause) {
		failure = cause;
	} finally {
		settings.signal?.removeEventListener('abort', stop);
		// Jobs that nobody waits for any more are not looked after either.
		stop();
	}
	const error = settings.signal?.aborted ? cancelled(query) : asGraphError(failure, query);
	throw withReportRuns(error, trace);
}

async function* whole(
	client: GraphClient,
	query: InsightsQuery,
	settings: ReportSettings & { signal: AbortSignal },
	trace: ReportTrace,
	clock: Clock,
): AsyncGenerator<Row[]> {
	const limit = limitOf(query);
	const sorting = sortingOf(query.parameters.sort);
	const maker = new ReportMaker({
		client,
		settings: { ...settings, pageSize: Math.min(settings.pageSize, limit) },
		trace,
		clock,
		signal: settings.signal,
		quotaOf: payerOf(query),
		limit: Number.isFinite(limit) ? limit : undefined,
	});
	const sorted = sorting && new SortedRows(sorting, limit);
	let left = limit;
	for await (const rows of maker.rows(withoutLimit(query))) {
		if (settings.signal.aborted) throw cancelled(query);
		const ready = sorted && maker.isCut ? sorted.add(rows) : rows;
		if (ready.length > 0) yield ready.slice(0, left);
		left -= ready.length;
		if (left <= 0) break;
	}
	if (sorted && left > 0) yield* sorted.rest();
	if (maker.isCut) tellOfCut(query, trace, sorted?.isTooMuch ?? false);
}

function tellOfCut({ parameters }: InsightsQuery, trace: ReportTrace, isUnsorted: boolean): void {
	if (parameters.summary !== undefined || parameters.default_summary === true) {
		trace.steps.push('No summary: the report was split, and Meta sums up parts only.');
	}
	if (isUnsorted) {
		trace.steps.push('Not sorted: the report was split and has too many rows to sort them here.');
	}
}

function limitOf({ parameters }: InsightsQuery): number {
	const limit = Number(parameters.limit ?? Infinity);
	return limit >= 1 ? Math.floor(limit) : Infinity;
}

/** Rows per call are asked for by the walk over the pages. */
function withoutLimit(query: InsightsQuery): InsightsQuery {
	const parameters = { ...query.parameters };
	delete parameters.limit;
	return { ...query, parameters };
}
