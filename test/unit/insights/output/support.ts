import type { InsightsQuery, Row } from '../../../../nodes/MetaInsights/report/types';
import type { ShapeOptions } from '../../../../nodes/MetaInsights/output';

export function queryWith(parameters: InsightsQuery['parameters'] = {}): InsightsQuery {
	return { object: 'act_1001', parameters };
}

export function shapeWith(
	parameters: InsightsQuery['parameters'] = {},
	options: Partial<ShapeOptions> = {},
): ShapeOptions {
	return {
		query: queryWith(parameters),
		numbers: true,
		actions: 'columns',
		rowKey: false,
		...options,
	};
}

/** Rows as a report gives them: in pages. */
export async function* inPages(rows: Row[], pageSize = 3): AsyncGenerator<Row[]> {
	for (let from = 0; from < rows.length; from += pageSize) {
		yield await Promise.resolve(rows.slice(from, from + pageSize));
	}
}

/** Reads RFC 4180 text. */
export function parseCsv(text: string): string[][] {
	const records: string[][] = [];
	let cells: string[] = [];
	let cell = '';
	let isQuoted = false;
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (isQuoted) {
			if (character !== '"') cell += character;
			else if (text[at + 1] === '"') cell += text[at++];
			else isQuoted = false;
		} else if (character === '"') isQuoted = true;
		else if (character === ',' || text.startsWith('\r\n', at)) {
			cells.push(cell);
			cell = '';
			if (character === ',') continue;
			records.push(cells);
			cells = [];
			at++;
		} else cell += character;
	}
	if (cell !== '' || cells.length > 0) throw new Error('The last record has no end');
	return records;
}
