import { invalid, unknownObject } from '../graph/errors';
import type { GraphAnswer } from '../graph/call';
import { requireOneOf } from '../graph/tokens';
import type { Environment } from '../environment';
import { isJsonObject, type Json } from '../json';
import { READ_ADS } from '../schema/specs';
import type { View } from '../schema/types';
import { finishedReport } from './jobs';

/** Path on www.facebook.com, without version. */
export const EXPORT_PATH = 'ads/ads_insights/export_report';

const TYPES: Record<string, string> = {
	csv: 'text/csv; charset=utf-8',
	xls: 'application/vnd.ms-excel',
};

/** A report run as a file ("Export Reports"). */
export function exportReport(
	env: Environment,
	params: Record<string, unknown>,
	token: string | undefined,
): GraphAnswer {
	const session = env.tokens.session(token);
	requireOneOf(session, READ_ADS);
	const view: View = {
		env,
		version: 0,
		versionText: '',
		token: session.token,
		userId: session.userId,
		headers: {},
	};
	if (params.report_run_id === undefined) {
		throw invalid('The parameter report_run_id is required', 'report_run_id');
	}
	const format = String(params.format ?? 'csv');
	if (TYPES[format] === undefined)
		throw invalid('Param format must be one of {csv, xls}', 'format');
	const run = env.store.get(String(params.report_run_id));
	if (run?.type !== 'ad_report_run') throw unknownObject('GET', String(params.report_run_id));
	const { job, report } = finishedReport(run, view);
	const rows = Array.from({ length: report.count }, (_none, i) => flat(report.row(i)));
	const columns = columnsOf(rows, job.exported.columns);
	const table = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
	const name = String(params.name ?? job.exported.name ?? 'report').replace(/[^\w .-]/g, '_');
	return {
		status: 200,
		headers: {
			'content-type': TYPES[format],
			'content-disposition': `attachment; filename="${name}.${format}"`,
		},
		body: format === 'csv' ? csv(table) : html(table),
	};
}

function columnsOf(rows: ReadonlyArray<Record<string, string>>, wanted?: string[]): string[] {
	if (wanted && wanted.length > 0) return wanted;
	return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** One column for each action type, as `actions:link_click`. */
function flat(row: Record<string, Json | undefined>): Record<string, string> {
	const result: Record<string, string> = {};
	for (const [name, value] of Object.entries(row)) {
		if (Array.isArray(value)) {
			for (const item of value) {
				if (!isJsonObject(item) || item.value === undefined) continue;
				result[`${name}:${String(item.action_type)}`] = String(item.value);
			}
		} else result[name] = typeof value === 'object' ? JSON.stringify(value) : String(value);
	}
	return result;
}

function csv(table: readonly string[][]): string {
	const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	return table.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Spreadsheet programs open a table of HTML under this name. */
function html(table: readonly string[][]): string {
	const cell = (text: string) =>
		`<td>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</td>`;
	const body = table.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('');
	return `<html><head><meta charset="utf-8"></head><body><table>${body}</table></body></html>`;
}
