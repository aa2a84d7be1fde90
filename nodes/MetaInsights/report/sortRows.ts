import { namesIn } from './shape';
import type { GraphValue } from '../../shared/graph/types';
import type { Row } from './types';

/** One `sort` (Sorting): `reach_descending`, `actions:link_click_ascending`, `spend`. */
export interface Sorting {
	field: string;
	actionType?: string;
	isDescending: boolean;
}

/** Reads the parameter `sort`, which holds one element at most; ascending unless it says otherwise. */
export function sortingOf(sort: GraphValue | undefined): Sorting | undefined {
	const [text] = namesIn(sort);
	if (!text) return undefined;
	const [, name, direction] = /^(.*?)(?:_(ascending|descending))?$/.exec(text) ?? [];
	const colon = name.indexOf(':');
	return {
		field: colon < 0 ? name : name.slice(0, colon),
		...(colon < 0 ? {} : { actionType: name.slice(colon + 1) }),
		isDescending: direction === 'descending',
	};
}

/** Sorts rows in place; rows without the value come where the smallest would, equal ones stay put. */
export function sortRows(rows: Row[], sorting: Sorting): Row[] {
	const sign = sorting.isDescending ? -1 : 1;
	return rows.sort((a, b) => sign * compare(valueOf(a, sorting), valueOf(b, sorting)));
}

function valueOf(row: Row, { field, actionType }: Sorting): unknown {
	const value = row[field];
	if (actionType === undefined || !Array.isArray(value)) return value;
	const action = value.find((entry) => (entry as Row | null)?.action_type === actionType);
	return (action as Row | undefined)?.value;
}

function compare(a: unknown, b: unknown): number {
	if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
	const [x, y] = [Number(a), Number(b)];
	if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
	const [s, t] = [String(a), String(b)];
	return s < t ? -1 : Number(s > t);
}

/** Rows kept to be sorted, unless a limit says how many are wanted. */
const MAX_SORTED_ROWS = 100_000;

/** Sorts the rows of a report that was split; gives up where they are too many to be kept. */
export class SortedRows {
	private rows: Row[] = [];
	/** Whether rows are given as they come. */
	isTooMuch = false;

	/** `limit`: how many rows are wanted in all; may be infinite. */
	constructor(
		private readonly sorting: Sorting,
		private readonly limit: number,
	) {}

	/** Takes rows; gives those that are not kept. */
	add(rows: readonly Row[]): Row[] {
		if (this.isTooMuch) return [...rows];
		for (const row of rows) this.rows.push(row);
		if (this.rows.length <= MAX_SORTED_ROWS) return [];
		if (this.limit < MAX_SORTED_ROWS) {
			this.rows = sortRows(this.rows, this.sorting).slice(0, this.limit);
			return [];
		}
		this.isTooMuch = true;
		const kept = this.rows;
		this.rows = [];
		return kept;
	}

	/** What was kept, sorted and up to the limit. */
	*rest(): Generator<Row[]> {
		const rows = sortRows(this.rows, this.sorting).slice(0, this.limit);
		this.rows = [];
		if (rows.length > 0) yield rows;
	}
}
