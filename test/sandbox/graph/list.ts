import type { Json, JsonObject } from '../json';
import { objectTypes } from '../schema';
import type { EdgeSpec, ObjectType, Params, Values, View } from '../schema/types';
import type { StoredObject } from '../store';
import { GraphFault, invalid, refused } from './errors';
import { writeFields, type FieldNode } from './fields';
import { matches, readFiltering, type Condition } from './filtering';
import { cursorPage, offsetPage, timePage, type Page } from './pages';
import { readParams } from './params';
import { renderNode } from './render';

export const DEFAULT_PAGE_ROWS = 25;
export const MAX_PAGE_ROWS = 5000;

type Paging = NonNullable<EdgeSpec['paging']>;

/** Where in a list a page is. */
const PAGING_PARAMS: Record<Paging, Params> = {
	cursor: { after: { type: 'string' }, before: { type: 'string' } },
	offset: { offset: { type: 'int', min: 0 } },
	time: {
		since: { type: 'datetime' },
		until: { type: 'datetime' },
		__paging_token: { type: 'string' },
		__previous: { type: 'bool' },
	},
};

/** Left out of addresses of pages, or written anew. */
const SIGNATURE = new Set(['access_token', 'appsecret_proof']);

const LIST_PARAMS: Params = {
	limit: { type: 'int', min: 1 },
};

/** Everything a page is cut from. */
export interface Listing {
	rows: readonly StoredObject[];
	keeps: (object: StoredObject) => boolean;
	limit: number;
	params: Values;
	/** Name that goes into the cursors: those of another edge are refused. */
	edgeName: string;
	view: View;
}

/**
 * Reads one page of an edge ("Paginated Results").
 * @param raw the parameters as they came, from the query or from modifiers of a field
 */
export function listEdge(
	parent: StoredObject,
	edgeName: string,
	edge: EdgeSpec,
	raw: Record<string, unknown>,
	fields: readonly FieldNode[] | undefined,
	view: View,
): JsonObject {
	if (edge.read) return edge.read(parent, raw, fields, view);
	const type = objectTypes[edge.child];
	const paging = edge.paging ?? 'cursor';
	const specs = { ...edge.params, ...PAGING_PARAMS[paging], ...LIST_PARAMS };
	const params = readParams(raw, specs, new Set(['filtering', 'summary']));
	edge.check?.(params, view);
	const conditions = readFiltering(raw.filtering, type, edge.child);
	const keeps = keeper(edge, type, params, conditions, view);
	const listing: Listing = {
		rows: edge.list ? edge.list(parent, view) : view.env.store.children(parent.id, edgeName),
		keeps,
		limit: pageRows(params, view),
		params,
		edgeName,
		view,
	};
	const page = pageOf(paging, listing);
	const summary = summaryOf(raw.summary, listing);
	const repeated = {
		...raw,
		...(fields ? { fields: writeFields(fields) } : {}),
		limit: String(listing.limit),
	};
	const pagingInfo = pagingOf(page, `${parent.id}/${edgeName}`, repeated, view, paging);
	return {
		data: page.rows.map((row) => renderNode(row, fields, view)),
		...(pagingInfo ? { paging: pagingInfo } : {}),
		...(summary ? { summary } : {}),
	};
}

function pageOf(paging: Paging, listing: Listing): Page {
	if (paging === 'offset') return offsetPage(listing);
	return paging === 'time' ? timePage(listing) : cursorPage(listing);
}

/** Rows that a page may have: the `limit`, unless it is too much. */
export function pageRows(params: Values, view: View): number {
	const wanted = typeof params.limit === 'number' ? params.limit : DEFAULT_PAGE_ROWS;
	const { maxPageRows } = view.env.settings;
	if (maxPageRows !== undefined && wanted > maxPageRows) throw tooMuchData();
	return Math.min(wanted, MAX_PAGE_ROWS);
}

/** Error 1 as Graph gives it for a page it finds too big. */
function tooMuchData(): GraphFault {
	return new GraphFault({
		code: 1,
		message: "Please reduce the amount of data you're asking for, then retry your request",
	});
}

function keeper(
	edge: EdgeSpec,
	type: ObjectType,
	params: Values,
	conditions: readonly Condition[],
	view: View,
): (object: StoredObject) => boolean {
	const statuses = askedStatuses(params, conditions);
	if (statuses?.includes('DELETED')) {
		throw refused(
			1815001,
			'Cannot Request for Deleted Objects',
			'Requesting for deleted objects is not supported in this endpoint.',
			'effective_status',
		);
	}
	const { effectiveStatus } = type;
	const byStatus = Array.isArray(params.effective_status) ? params.effective_status : undefined;
	return (object) => {
		if (effectiveStatus) {
			const status = effectiveStatus(object, view);
			if (status === 'DELETED') return false;
			if (!statuses && status === 'ARCHIVED') return false;
			if (byStatus && !byStatus.includes(status)) return false;
		}
		const since = params.updated_since;
		if (typeof since === 'number' && Number(object.values.updated_time) < since) return false;
		if (edge.keep && !edge.keep(object, params, view)) return false;
		return conditions.length === 0 || matches(object, type, conditions, view);
	};
}

/** The statuses a call names in `effective_status` or `filtering`; undefined when it names none. */
function askedStatuses(params: Values, conditions: readonly Condition[]): Json[] | undefined {
	const named = Array.isArray(params.effective_status) ? [...params.effective_status] : [];
	for (const { field, operator, value } of conditions) {
		if (field !== 'effective_status') continue;
		if (operator === 'IN' && Array.isArray(value)) named.push(...value);
		if (operator === 'EQUAL') named.push(value);
	}
	return named.length > 0 ? named : undefined;
}

/** `summary=true`, `summary=total_count` or a list of names. */
function summaryOf(asked: unknown, listing: Listing): JsonObject | undefined {
	if (asked === undefined || asked === '' || asked === 'false' || asked === false) return undefined;
	const names = String(asked)
		.split(/[\s,"[\]]+/)
		.filter((name) => name !== '');
	const summary: JsonObject = {};
	for (const name of names) {
		if (name === 'true' || name === '1' || name === 'total_count') {
			summary.total_count = listing.rows.filter(listing.keeps).length;
		} else if (name === 'insights') {
			summary.insights = { data: [] };
		} else {
			throw invalid(`Param summary must be one of {insights, total_count}`, 'summary');
		}
	}
	return summary;
}

/**
 * The member `paging` of an answer: cursors, and addresses of the neighbouring pages.
 * @param path of the list, without version and slashes around it
 */
export function pagingOf(
	page: Page,
	path: string,
	raw: Record<string, unknown>,
	view: View,
	paging: Paging = 'cursor',
): JsonObject | undefined {
	const isPosition = (name: string) => name in PAGING_PARAMS[paging];
	const { cursors, next, previous } = page;
	if (!cursors && !next && !previous) return undefined;
	const address = (position: Record<string, string>) => {
		const url = new URL(`${view.env.baseUrl}/${view.versionText}/${path}`);
		url.searchParams.set('access_token', view.token);
		for (const [name, value] of Object.entries(raw)) {
			if (SIGNATURE.has(name) || value === undefined || isPosition(name)) continue;
			url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value));
		}
		for (const [name, value] of Object.entries(position)) url.searchParams.set(name, value);
		return url.toString();
	};
	return {
		...(cursors ? { cursors: { ...cursors } } : {}),
		...(next ? { next: address(next) } : {}),
		...(previous ? { previous: address(previous) } : {}),
	};
}
