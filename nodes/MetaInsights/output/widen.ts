import { RECORD_END, type CsvTable, type Widening } from './csv';

const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;
const LINE_FEED = 0x0a;

/**
 * Copies a CSV file whose columns became more on the way: with the final header, and records that are
 * too short filled up with empty cells.
 */
export async function* widen(file: AsyncIterable<Buffer>, table: CsvTable): AsyncGenerator<Buffer> {
	yield Buffer.from(table.header());
	const scan = new RecordScan(table.widenings, table.columns.length);
	for await (const chunk of file) {
		const parts = scan.read(chunk);
		if (parts.length > 0) yield Buffer.concat(parts);
	}
}

/** Goes over the bytes of a file from chunk to chunk. */
class RecordScan {
	private record = 0;
	private isQuoted = false;
	private rest = Buffer.alloc(0);
	private readonly lastShort: number;

	constructor(
		private readonly widenings: Widening[],
		private readonly width: number,
	) {
		// The header is always replaced.
		this.lastShort = Math.max(0, widenings[widenings.length - 1].record - 1);
	}

	/** What to write for a chunk. */
	read(chunk: Buffer): Buffer[] {
		const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
		this.rest = Buffer.alloc(0);
		const parts: Buffer[] = [];
		let from = 0;
		for (let at = 0; at < bytes.length && this.record <= this.lastShort; at++) {
			if (bytes[at] === QUOTE) this.isQuoted = !this.isQuoted;
			else if (bytes[at] === LINE_FEED && !this.isQuoted) {
				parts.push(...this.ended(bytes.subarray(from, at + 1 - RECORD_END.length)));
				from = at + 1;
				this.record++;
			}
		}
		const isSplit = bytes.length > from && bytes[bytes.length - 1] === CARRIAGE_RETURN;
		const end = isSplit && this.record <= this.lastShort ? bytes.length - 1 : bytes.length;
		// The header was written before.
		if (this.record > 0) parts.push(bytes.subarray(from, end));
		this.rest = Buffer.from(bytes.subarray(end));
		return parts;
	}

	private ended(cells: Buffer): Buffer[] {
		if (this.record === 0) return [];
		const missing = this.width - this.widthOf(this.record);
		return [cells, Buffer.from(','.repeat(missing) + RECORD_END)];
	}

	private widthOf(record: number): number {
		let { width } = this.widenings[0];
		for (const widening of this.widenings) if (widening.record <= record) width = widening.width;
		return width;
	}
}
