import { pick, type FieldNode } from '../graph/fields';
import { pageRows, pagingOf } from '../graph/list';
import { cursorPage } from '../graph/pages';
import type { JsonObject } from '../json';
import { text } from '../schema/specs';
import type { Params, Values, View } from '../schema/types';

/** Parameters of all lists here that are paged by cursors. */
export const PAGE_PARAMS: Params = {
	after: text(),
	before: text(),
	limit: { type: 'int', min: 1 },
};

/** What is known of a call that reads rows which are no stored objects. */
export interface RowCall {
	/** Of the list, without version. */
	path: string;
	raw: Record<string, unknown>;
	params: Values;
	fields: readonly FieldNode[] | undefined;
	view: View;
}

/** One page of rows that are made while they are read. */
export function rowPage(rows: readonly JsonObject[], call: RowCall): JsonObject {
	const { path, raw, params, fields, view } = call;
	const limit = pageRows(params, view);
	const page = cursorPage({
		rows: rows.map((row, i) => ({ id: String(i), type: 'row', seq: i + 1, values: row })),
		keeps: () => true,
		limit,
		params,
		edgeName: path,
		view,
	});
	const names = fields?.map(({ name }) => name).join(',');
	const repeated = { ...raw, ...(names ? { fields: names } : {}), limit: String(limit) };
	const paging = pagingOf(page, path, repeated, view);
	const data = page.rows.map(
		({ values }) => (fields ? pick(values, fields) : values) as JsonObject,
	);
	return { data, ...(paging ? { paging } : {}) };
}
