import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { byteStream } from '../../shared/graph/byteStream';
import type { Row } from '../report/types';
import { CsvTable } from './csv';
import { keptAlive } from './keptAlive';
import { createShaper, expectedColumns } from './shape';
import type { FileFormat, FileOptions, Shaper } from './types';
import { widen } from './widen';

const FORMATS: Record<FileFormat, { extension: string; mimeType: string }> = {
	csv: { extension: '.csv', mimeType: 'text/csv' },
	ndjson: { extension: '.ndjson', mimeType: 'application/x-ndjson' },
};

/** Rows of one chunk of the file. */
const CHUNK_ROWS = 1_000;

type Helpers = Pick<IExecuteFunctions['helpers'], 'prepareBinaryData' | 'getBinaryStream'>;

/**
 * Writes rows into a file in n8n's binary store while they come, so that only some of them are in
 * memory (all of them where n8n itself keeps files in memory).
 *
 * A CSV file begins with the asked columns and those of the first rows. Columns that show up later are
 * added at the end; the file is then copied once more with the final header. NDJSON has one object per
 * line.
 *
 * Fails with what the rows fail with; nothing is left in the store then.
 */
export async function writeFile(
	{ helpers }: { helpers: Helpers },
	rows: AsyncIterable<Row[]>,
	options: FileOptions,
): Promise<IBinaryData> {
	const { extension, mimeType } = FORMATS[options.format];
	const name = options.fileName.replace(/[\\/]/g, '_');
	const fileName = name.toLowerCase().endsWith(extension) ? name : `${name}${extension}`;
	const store = async (chunks: AsyncIterable<Buffer>) =>
		await helpers.prepareBinaryData(byteStream(keptAlive(chunks)), fileName, mimeType);

	const shaper = createShaper(options.shape);
	const counted = { rows: 0 };
	if (options.format === 'ndjson') {
		const columns = new Set<string>();
		const binary = await store(ndjson(inChunks(rows, counted), shaper, columns));
		options.onWritten?.({ rows: counted.rows, columns: [...columns] });
		return binary;
	}

	const shaped = inChunks(rows, counted);
	const first = await shaped.next();
	const firstRows = first.done ? [] : first.value;
	const table = new CsvTable([
		...expectedColumns(options.shape),
		...firstRows.flatMap((row) => Object.keys(shaper(row))),
	]);
	const narrow = await store(csv(firstRows, shaped, table, shaper));
	const binary = table.isWider
		? await store(widen(await contentOf(narrow, helpers), table))
		: narrow;
	options.onWritten?.({ rows: counted.rows, columns: table.columns });
	return binary;
}

async function* ndjson(
	chunks: AsyncIterable<Row[]>,
	shaper: Shaper,
	columns: Set<string>,
): AsyncGenerator<Buffer> {
	for await (const chunk of chunks) {
		let text = '';
		for (const row of chunk) {
			const shaped = shaper(row);
			for (const name in shaped) columns.add(name);
			text += `${JSON.stringify(shaped)}\n`;
		}
		yield Buffer.from(text);
	}
}

async function* csv(
	firstRows: Row[],
	others: AsyncGenerator<Row[]>,
	table: CsvTable,
	shaper: Shaper,
): AsyncGenerator<Buffer> {
	const toText = (chunk: Row[]) => chunk.map((row) => table.record(shaper(row))).join('');
	try {
		yield Buffer.from(table.header() + toText(firstRows));
		for await (const chunk of others) yield Buffer.from(toText(chunk));
	} finally {
		await others.return(undefined);
	}
}

/** The same rows in chunks of bounded size, and counted; empty chunks are left out. */
async function* inChunks(
	rows: AsyncIterable<Row[]>,
	counted: { rows: number },
): AsyncGenerator<Row[]> {
	for await (const chunk of rows) {
		counted.rows += chunk.length;
		for (let from = 0; from < chunk.length; from += CHUNK_ROWS) {
			yield chunk.length <= CHUNK_ROWS ? chunk : chunk.slice(from, from + CHUNK_ROWS);
		}
	}
}

async function contentOf(binary: IBinaryData, helpers: Helpers): Promise<AsyncIterable<Buffer>> {
	return binary.id ? await helpers.getBinaryStream(binary.id) : only(binary.data);
}

async function* only(base64: string): AsyncGenerator<Buffer> {
	yield Buffer.from(base64, 'base64');
}
