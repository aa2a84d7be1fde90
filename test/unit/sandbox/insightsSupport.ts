import type { Json, JsonObject } from '../../sandbox/json';
import { openBench, pagingOf, rowsOf, type Bench } from './support';

export const RANGE = { since: '2026-01-26', until: '2026-02-10' };

/** A sandbox with a small account whose ads delivered from RANGE.since to RANGE.until. */
export function openInsights(insights = {}): Bench {
	const bench = openBench({ limits: { tier: 'standard_access' }, insights });
	beforeEach(() => seedTree(bench));
	return bench;
}

export function seedTree(bench: Bench): void {
	bench.sandbox.seed.insightsTree('1001', {
		campaigns: 2,
		adSetsPerCampaign: 2,
		adsPerAdSet: 2,
		days: RANGE,
	});
}

/** All rows of a report, page by page. */
export async function report(
	bench: Bench,
	query: Record<string, Json>,
	path = 'act_1001/insights',
): Promise<JsonObject[]> {
	const asked = { time_range: RANGE, limit: 100, ...query };
	let page = await bench.get(path, asked);
	const rows = rowsOf(page);
	for (;;) {
		const { next, cursors } = pagingOf(page);
		if (next === undefined || cursors === undefined) return rows;
		page = await bench.get(path, { ...asked, after: cursors.after });
		rows.push(...rowsOf(page));
	}
}

/** The sum of a column that is written as text. */
export function sum(rows: readonly JsonObject[], field: string): number {
	const hundredths = rows.reduce((total, row) => total + Math.round(Number(row[field]) * 100), 0);
	return hundredths / 100;
}

/** The value of one action type; 0 when it is not listed. */
export function action(row: JsonObject, field: string, type: string, key = 'value'): number {
	const list = (row[field] ?? []) as JsonObject[];
	return list
		.filter((entry) => entry.action_type === type)
		.reduce((total, entry) => total + Number(entry[key] ?? 0), 0);
}

/** Starts a job and gives the id of its report run. */
export async function start(bench: Bench, form: Record<string, Json>, path = 'act_1001/insights') {
	const body = await bench.post(path, { time_range: RANGE, ...form });
	if (typeof body.report_run_id !== 'string') throw new Error(JSON.stringify(body));
	return body.report_run_id;
}
