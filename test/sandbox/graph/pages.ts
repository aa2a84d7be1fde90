import type { StoredObject } from '../store';
import { GraphFault, invalid } from './errors';
import type { Listing } from './list';

export interface Page {
	rows: StoredObject[];
	cursors?: { before: string; after: string };
	/** Query parameters of the neighbouring pages. */
	next?: Record<string, string>;
	previous?: Record<string, string>;
}

/** Position in a list: after or before the object with the sequence number. */
export interface Position {
	seq: number;
	/** Grows when a page is empty, so that the cursor still moves on. */
	turn: number;
}

/** Cursor-based paging: the cursors name objects, so a list may grow while it is read. */
export function cursorPage(listing: Listing): Page {
	const { rows, params, edgeName, view } = listing;
	const limit = view.cut === 'shortPage' ? Math.ceil(listing.limit / 2) : listing.limit;
	if (typeof params.before === 'string' && params.before !== '') {
		return pageBefore(listing, limit, readCursor(params.before, edgeName));
	}
	const after =
		typeof params.after === 'string' && params.after !== ''
			? readCursor(params.after, edgeName)
			: { seq: 0, turn: 0 };
	const start = firstAfter(rows, after.seq);
	const { maxCursorRows } = view.env.settings;
	if (maxCursorRows !== undefined && start > maxCursorRows) {
		throw invalid('The After Cursor specified exceeds the max limit supported by this endpoint');
	}
	if (view.cut === 'emptyPage') {
		const cursor = writeCursor({ seq: after.seq, turn: after.turn + 1 }, edgeName);
		return { rows: [], cursors: { before: cursor, after: cursor }, next: { after: cursor } };
	}
	const { found, isMore } = take(listing, start, 1, limit);
	return cursorAnswer(listing, found, isMore, found.length > 0 && hasBefore(listing, found[0]));
}

function pageBefore(listing: Listing, limit: number, before: Position): Page {
	const start = firstAfter(listing.rows, before.seq - 1) - 1;
	const { found, isMore } = take(listing, start, -1, limit);
	found.reverse();
	return cursorAnswer(listing, found, found.length > 0, isMore);
}

function cursorAnswer(
	{ edgeName }: Listing,
	rows: StoredObject[],
	hasNext: boolean,
	hasPrevious: boolean,
): Page {
	if (rows.length === 0) return { rows };
	const before = writeCursor({ seq: rows[0].seq, turn: 0 }, edgeName);
	const after = writeCursor({ seq: rows[rows.length - 1].seq, turn: 0 }, edgeName);
	return {
		rows,
		cursors: { before, after },
		...(hasNext ? { next: { after } } : {}),
		...(hasPrevious ? { previous: { before } } : {}),
	};
}

function hasBefore(listing: Listing, first: StoredObject): boolean {
	return take(listing, firstAfter(listing.rows, first.seq - 1) - 1, -1, 1).found.length > 0;
}

/** Up to `limit` rows that the list keeps, from an index on, and whether there are more. */
function take({ rows, keeps }: Listing, start: number, step: 1 | -1, limit: number) {
	const found: StoredObject[] = [];
	for (let i = start; i >= 0 && i < rows.length; i += step) {
		if (!keeps(rows[i])) continue;
		if (found.length === limit) return { found, isMore: true };
		found.push(rows[i]);
	}
	return { found, isMore: false };
}

/** Index of the first row behind a sequence number; rows are in the order of creation. */
function firstAfter(rows: readonly StoredObject[], seq: number): number {
	let low = 0;
	let high = rows.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (rows[middle].seq <= seq) low = middle + 1;
		else high = middle;
	}
	return low;
}

export function writeCursor({ seq, turn }: Position, edgeName: string): string {
	return Buffer.from(`${edgeName}|${seq}|${turn}`).toString('base64');
}

export function readCursor(cursor: string, edgeName: string): Position {
	const [edge, seq, turn] = Buffer.from(cursor, 'base64').toString('utf8').split('|');
	if (edge !== edgeName || !/^\d+$/.test(seq ?? '') || !/^\d+$/.test(turn ?? '')) {
		throw new GraphFault({ code: 2642, message: 'Invalid cursors values' });
	}
	return { seq: Number(seq), turn: Number(turn) };
}

/** Offset-based paging: the page moves when objects are added. */
export function offsetPage(listing: Listing): Page {
	const offset = typeof listing.params.offset === 'number' ? listing.params.offset : 0;
	const kept = listing.rows.filter(listing.keeps);
	const { limit } = listing;
	return {
		rows: kept.slice(offset, offset + limit),
		...(offset + limit < kept.length ? { next: { offset: String(offset + limit) } } : {}),
		...(offset > 0 ? { previous: { offset: String(Math.max(0, offset - limit)) } } : {}),
	};
}

/**
 * Time-based paging, newest first. `until` is inclusive; `__paging_token` tells which of the rows
 * of that second have been given already.
 */
export function timePage(listing: Listing): Page {
	const { params, limit } = listing;
	const since = typeof params.since === 'number' ? params.since : 0;
	const until = typeof params.until === 'number' ? params.until : Number.MAX_SAFE_INTEGER;
	const token = Number(params.__paging_token ?? 0);
	const isBackwards = params.__previous === true;
	const timeOf = (row: StoredObject) => Number(row.values.event_time ?? 0);
	const newestFirst = listing.rows
		.filter((row) => listing.keeps(row) && timeOf(row) >= since && timeOf(row) <= until)
		.sort((a, b) => timeOf(b) - timeOf(a) || b.seq - a.seq);
	const isSeen = (row: StoredObject) =>
		token !== 0 &&
		(isBackwards
			? timeOf(row) === since && row.seq <= token
			: timeOf(row) === until && row.seq >= token);
	const left = newestFirst.filter((row) => !isSeen(row));
	const rows = isBackwards ? left.slice(-limit) : left.slice(0, limit);
	if (rows.length === 0) return { rows };
	const kept = {
		...(typeof params.since === 'number' && !isBackwards ? { since: String(since) } : {}),
		...(typeof params.until === 'number' && isBackwards ? { until: String(until) } : {}),
	};
	const newest = rows[0];
	const oldest = rows[rows.length - 1];
	const isLast = !isBackwards && left.length <= limit;
	return {
		rows,
		previous: {
			since: String(timeOf(newest)),
			__paging_token: String(newest.seq),
			__previous: '1',
		},
		...(isLast
			? {}
			: { next: { ...kept, until: String(timeOf(oldest)), __paging_token: String(oldest.seq) } }),
	};
}
