import fc from 'fast-check';

import { CsvTable } from '../../../../nodes/MetaInsights/output/csv';
import { widen } from '../../../../nodes/MetaInsights/output/widen';
import { parseCsv } from './support';

test('quotes what would end a cell, writes lists as JSON, leaves out what is not there', () => {
	const table = new CsvTable(['a', 'b', 'c', 'd', 'e']);
	expect(table.header()).toBe('a,b,c,d,e\r\n');
	expect(table.record({ a: 'x "y", z', b: 'one\ntwo', c: [1, 2], d: null })).toBe(
		'"x ""y"", z","one\ntwo","[1,2]",,\r\n',
	);
	expect(table.record({ a: 1.5, b: true, c: ' x', d: '', e: 'x' })).toBe('1.5,true," x",,x\r\n');
});

test('knows from which record on it is wider', () => {
	const table = new CsvTable(['a']);
	table.record({ a: 1 });
	expect(table.isWider).toBe(false);
	table.record({ a: 1, b: 2 });
	table.record({ c: 3 });
	expect(table.isWider).toBe(true);
	expect(table.columns).toEqual(['a', 'b', 'c']);
	expect(table.widenings).toEqual([
		{ record: 0, width: 1 },
		{ record: 2, width: 2 },
		{ record: 3, width: 3 },
	]);
});

const cell = fc.oneof(
	fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', 'é') }),
	fc.integer(),
);
const rows = fc.array(
	fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e"', 'f\r\n'), cell, { minKeys: 1 }),
	{ maxLength: 12 },
);

test('a widened file holds every value in its column, however it was cut into chunks', async () => {
	await fc.assert(
		fc.asyncProperty(rows, fc.array(fc.nat(7), { minLength: 1 }), async (table, sizes) => {
			const csv = new CsvTable(['start', 'a']);
			const narrow = Buffer.from(csv.header() + table.map((row) => csv.record(row)).join(''));
			const wide: Buffer[] = [];
			for await (const part of widen(cut(narrow, sizes), csv)) wide.push(part);

			const [header, ...records] = parseCsv(Buffer.concat(wide).toString());
			expect(header).toEqual(csv.columns);
			expect(records).toEqual(
				table.map((row) => csv.columns.map((name) => String(row[name] ?? ''))),
			);
		}),
		{ numRuns: 300 },
	);
});

async function* cut(bytes: Buffer, sizes: number[]): AsyncGenerator<Buffer> {
	let from = 0;
	for (let turn = 0; from < bytes.length; turn++) {
		const size = sizes[turn % sizes.length] + 1;
		yield await Promise.resolve(bytes.subarray(from, from + size));
		from += size;
	}
}
