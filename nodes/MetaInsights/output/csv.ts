import type { ShapedRow, ShapedValue } from './types';

/** RFC 4180, section 2: records end so. */
export const RECORD_END = '\r\n';

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** From record `record` on (the header is 0), records have `width` cells. */
export interface Widening {
	record: number;
	width: number;
}

/**
 * Writes records of one table whose columns may become more on the way. Earlier records are then too
 * short, which `widen` sets right; `widenings` tells it where.
 */
export class CsvTable {
	readonly columns: string[];
	readonly widenings: Widening[];
	private readonly known: Set<string>;
	private records = 1;

	/** @param columns the columns of the header */
	constructor(columns: string[]) {
		this.columns = [...new Set(columns)];
		this.known = new Set(this.columns);
		this.widenings = [{ record: 0, width: this.columns.length }];
	}

	/** Whether records need more columns than the header had at first. */
	get isWider(): boolean {
		return this.widenings.length > 1;
	}

	header(): string {
		return this.columns.map(toCell).join(',') + RECORD_END;
	}

	record(row: ShapedRow): string {
		this.learn(row);
		let line = '';
		for (let index = 0; index < this.columns.length; index++) {
			if (index > 0) line += ',';
			const value = row[this.columns[index]];
			if (value !== undefined && value !== null) line += toCell(value);
		}
		this.records++;
		return line + RECORD_END;
	}

	private learn(row: ShapedRow): void {
		const before = this.columns.length;
		for (const name in row) {
			if (this.known.has(name)) continue;
			this.known.add(name);
			this.columns.push(name);
		}
		if (this.columns.length > before) {
			this.widenings.push({ record: this.records, width: this.columns.length });
		}
	}
}

/** Objects and lists as JSON; quoted where the text would otherwise end the cell. */
function toCell(value: ShapedValue): string {
	if (typeof value === 'number') return String(value);
	const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
	return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
