import { addMonths, MAX_AGE_MONTHS } from './dates';
import { asksForReach, metricsOf } from './metrics';
import { shapeOf } from './shape';
import type { InsightsQuery, ReportSettings } from './types';

/** How far back reach with breakdowns is given to ordinary calls (Limits and Best Practices). */
const REACH_AGE_MONTHS = 13;

/** How many jobs a day may ask for it from further back, per ad account (the same). */
const OLD_REACH_JOBS_PER_DAY = 10;

/**
 * What stands against the days of a report, as the end of the sentence "The report ..."; `undefined`
 * when nothing does. `today` is the ad account's day, YYYY-MM-DD. Old reach with breakdowns is
 * allowed where the report is made as a job: say so with `mode`.
 */
export function ageProblem(
	query: InsightsQuery,
	today: string,
	mode?: ReportSettings['mode'],
): string | undefined {
	const start = firstDay(query, today);
	const oldest = addMonths(today, -MAX_AGE_MONTHS);
	if (start < oldest) {
		return `begins on ${start}, but Meta keeps ${MAX_AGE_MONTHS} months: begin on ${oldest} or later`;
	}
	if (mode === 'asynchronous' || !isOldReach(query, today)) return undefined;
	const shape = shapeOf(query, today);
	const what = metricsOf(shape).filter((metric) => asksForReach({ ...shape, fields: [metric] }));
	return (
		`asks for ${what.join(', ')} with breakdowns from ${start} on, but beyond ${REACH_AGE_MONTHS} months Meta leaves ` +
		`them out: begin on ${addMonths(today, -REACH_AGE_MONTHS)} or later, leave out the breakdowns, or make it as an ` +
		`asynchronous job (${OLD_REACH_JOBS_PER_DAY} a day for each ad account)`
	);
}

/** Whether the report keeps its reach only when it is made as a job. */
export function isOldReach(query: InsightsQuery, today: string): boolean {
	const shape = shapeOf(query, today);
	return (
		shape.breakdowns.length > 0 &&
		asksForReach(shape) &&
		firstDay(query, today) < addMonths(today, -REACH_AGE_MONTHS)
	);
}

function firstDay(query: InsightsQuery, today: string): string {
	const starts = shapeOf(query, today).ranges.map(({ since }) => since);
	return starts.reduce((first, day) => (day < first ? day : first));
}
