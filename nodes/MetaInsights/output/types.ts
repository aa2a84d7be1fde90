import type { InsightsQuery, Row } from '../report/types';

/** How rows look to the user. */
export interface ShapeOptions {
	/** What the rows answer: its fields, level and breakdowns tell keys and columns. */
	query: InsightsQuery;
	/** Texts of metrics become numbers; IDs, names and breakdown values stay texts. */
	numbers: boolean;
	/** Whether lists such as `actions` become one column per action type, or stay lists. */
	actions: 'columns' | 'raw';
	/**
	 * Action types that become columns, `offsite_conversion.*` for all that begin so; absent or empty:
	 * all. Only for metrics that list many types, such as `actions`: `video_p25_watched_actions` or
	 * `purchase_roas` have the same one or two in every report, and those always become columns.
	 */
	actionTypes?: string[];
	/**
	 * Attribution windows that become columns besides the total (`value`); absent: all that the rows
	 * have; an empty list: none.
	 */
	windows?: string[];
	/** Adds `row_key`. */
	rowKey: boolean;
}

export type FileFormat = 'csv' | 'ndjson';

export interface FileOptions {
	format: FileFormat;
	/** Without extension: the format gives it. One that is there already is kept. */
	fileName: string;
	shape: ShapeOptions;
	/** Told once the file is written. */
	onWritten?: (summary: FileSummary) => void;
}

/** What a file holds. */
export interface FileSummary {
	rows: number;
	/** In the order of the file; of NDJSON in the order in which they were met. */
	columns: string[];
}

/** Turns rows of one report into what the user sees. */
export type Shaper = (row: Row) => ShapedRow;

/** A row as an item's JSON. */
export type ShapedRow = Record<string, ShapedValue>;

export type ShapedValue = Row[string];
