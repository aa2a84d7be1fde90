import { GraphFault } from '../graph/errors';
import { writeFields, type FieldNode } from '../graph/fields';
import { pageRows, pagingOf } from '../graph/list';
import { readCursor, writeCursor } from '../graph/pages';
import { readParams } from '../graph/params';
import type { JsonObject } from '../json';
import type { Params, View } from '../schema/types';
import type { StoredObject } from '../store';
import { readRequest } from './readRequest';
import { isReachRationed, makeReport, type Report } from './report';
import { INSIGHTS_PARAMS, normalized } from './request';
import { checkSyncSize } from './size';

const EDGE = 'insights';

export const PAGE_PARAMS: Params = {
	after: { type: 'string' },
	before: { type: 'string' },
	limit: { type: 'int', min: 1 },
};

/** Answers a call that waits for its report, page by page. */
export function readReport(
	object: StoredObject,
	raw: Record<string, unknown>,
	fields: readonly FieldNode[] | undefined,
	view: View,
): JsonObject {
	const values = readParams(normalized(raw), { ...INSIGHTS_PARAMS, ...PAGE_PARAMS });
	const request = readRequest(object, values, fields, view);
	const withReach = !isReachRationed(object, request, view);
	const report = makeReport(object, request, withReach, view);
	checkSyncSize(report, request, view.env.settings.insights);
	const limit = pageRows(values, view);
	return pageOf(report, object, { ...raw, limit: String(limit) }, fields, limit, view);
}

/**
 * Cuts a page out of a report.
 * @param raw parameters as they came: they come back in the addresses of the neighbouring pages
 */
export function pageOf(
	report: Report,
	parent: StoredObject,
	raw: Record<string, unknown>,
	fields: readonly FieldNode[] | undefined,
	limit: number,
	view: View,
): JsonObject {
	const { first, count, turn } = positionOf(raw, report, limit, view);
	const rows: JsonObject[] = [];
	for (let i = first; i < first + count; i++) rows.push(report.row(i));
	const isCut = view.cut === 'emptyPage';
	const before = writeCursor({ seq: first + 1, turn: 0 }, EDGE);
	const after = writeCursor({ seq: first + count, turn: isCut ? turn + 1 : 0 }, EDGE);
	const hasNext = first + count < report.count;
	const page =
		rows.length === 0 && !isCut
			? {}
			: {
					cursors: { before, after },
					...(hasNext ? { next: { after } } : {}),
					...(first > 0 ? { previous: { before } } : {}),
				};
	const repeated = { ...raw, ...(fields ? { fields: writeFields(fields) } : {}) };
	const paging = pagingOf({ rows: [], ...page }, `${parent.id}/${EDGE}`, repeated, view);
	return {
		data: rows,
		...(paging ? { paging } : {}),
		...(report.summary ? { summary: report.summary() } : {}),
	};
}

/** Rows have no ids: cursors count them from 1. */
function positionOf(
	raw: Record<string, unknown>,
	report: Report,
	limit: number,
	view: View,
): { first: number; count: number; turn: number } {
	if (typeof raw.before === 'string' && raw.before !== '') {
		const end = readCursor(raw.before, EDGE).seq - 1;
		const first = Math.max(0, end - limit);
		return { first, count: Math.max(0, Math.min(end, report.count) - first), turn: 0 };
	}
	const { seq, turn } =
		typeof raw.after === 'string' && raw.after !== ''
			? readCursor(raw.after, EDGE)
			: { seq: 0, turn: 0 };
	if (seq > report.count) throw new GraphFault({ code: 2642, message: 'Invalid cursors values' });
	const wanted = view.cut === 'shortPage' ? Math.ceil(limit / 2) : limit;
	const count = view.cut === 'emptyPage' ? 0 : Math.min(wanted, report.count - seq);
	return { first: seq, count, turn };
}
