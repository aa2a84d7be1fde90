import type { IBinaryData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { writeFile } from '../../../../nodes/MetaInsights/output';
import type { FileOptions, FileSummary } from '../../../../nodes/MetaInsights/output';
import { keptAlive } from '../../../../nodes/MetaInsights/output/keptAlive';
import type { Row } from '../../../../nodes/MetaInsights/report/types';
import { openBinaryStore, type BinaryStore } from '../../../support/binaryStore';
import { loadCore } from '../../../support/core';
import { VirtualClock } from '../../graph/support/virtualClock';
import { inPages, parseCsv, shapeWith } from './support';

let helpers: Parameters<typeof writeFile>[0]['helpers'];

beforeAll(async () => {
	const core = await loadCore();
	const additionalData = { executionId: '1', restApiUrl: '' } as IWorkflowExecuteAdditionalData;
	helpers = core.getBinaryHelperFunctions(additionalData, 'w');
});

async function write(rows: AsyncIterable<Row[]>, options: Partial<FileOptions> = {}) {
	const summaries: FileSummary[] = [];
	const binary = await writeFile({ helpers }, rows, {
		format: 'csv',
		fileName: 'report',
		shape: shapeWith({ fields: ['ad_name', 'spend', 'actions'] }),
		onWritten: (summary) => summaries.push(summary),
		...options,
	});
	return { binary, summary: summaries[0] };
}

/** More rows than one chunk, with an action that happens late. */
function rowsWithLateAction(count: number): Row[] {
	return Array.from({ length: count }, (_unused, index) => ({
		date_start: '2024-05-01',
		date_stop: '2024-05-01',
		ad_name: `Ad "${index}",\r\nsecond line`,
		spend: `${index}.5`,
		...(index === count - 10 && { actions: [{ action_type: 'purchase', value: '1' }] }),
	}));
}

describe.each(['memory', 'disk'])('with files kept in %s', (where) => {
	let store: BinaryStore | undefined;
	const read = async (binary: IBinaryData) =>
		(store ? await store.read(binary) : Buffer.from(binary.data, 'base64')).toString();

	beforeAll(async () => {
		if (where === 'disk') store = await openBinaryStore();
	});
	afterAll(async () => await store?.close());

	test('CSV with the asked columns, also when there are no rows', async () => {
		const { binary, summary } = await write(inPages([]));
		expect(await read(binary)).toBe('date_start,date_stop,ad_name,spend\r\n');
		expect(binary).toMatchObject({
			fileName: 'report.csv',
			fileExtension: 'csv',
			mimeType: 'text/csv',
		});
		expect(summary).toEqual({ rows: 0, columns: ['date_start', 'date_stop', 'ad_name', 'spend'] });
	});

	test('columns of the first rows are in the header at once', async () => {
		const rows = rowsWithLateAction(20);
		const { binary } = await write(inPages(rows, 20));
		const [header, ...records] = parseCsv(await read(binary));
		expect(header).toEqual(['date_start', 'date_stop', 'ad_name', 'spend', 'actions_purchase']);
		expect(records[10]).toEqual([
			'2024-05-01',
			'2024-05-01',
			'Ad "10",\r\nsecond line',
			'10.5',
			'1',
		]);
	});

	test('a column that shows up late is in the header too', async () => {
		const rows = rowsWithLateAction(3_500);
		const { binary, summary } = await write(inPages(rows, 700));
		const [header, ...records] = parseCsv(await read(binary));
		expect(header).toEqual(['date_start', 'date_stop', 'ad_name', 'spend', 'actions_purchase']);
		expect(records).toHaveLength(3_500);
		expect(records.every(({ length }) => length === header.length)).toBe(true);
		expect(records.filter((record) => record[4] !== '')).toEqual([
			['2024-05-01', '2024-05-01', rows[3_490].ad_name, '3490.5', '1'],
		]);
		expect(summary).toEqual({ rows: 3_500, columns: header });
	});

	test('NDJSON: one object per line', async () => {
		const { binary, summary } = await write(inPages(rowsWithLateAction(2_100), 700), {
			format: 'ndjson',
			fileName: 'a/b.NDJSON',
		});
		const lines = (await read(binary)).trimEnd().split('\n');
		expect(lines).toHaveLength(2_100);
		expect(JSON.parse(lines[2_090])).toEqual({
			date_start: '2024-05-01',
			date_stop: '2024-05-01',
			ad_name: 'Ad "2090",\r\nsecond line',
			spend: 2090.5,
			actions_purchase: 1,
		});
		expect(binary).toMatchObject({
			fileName: 'a_b.NDJSON',
			mimeType: 'application/x-ndjson',
		});
		expect(summary.rows).toBe(2_100);
		expect(summary.columns).toContain('actions_purchase');
	});

	test.each(['csv', 'ndjson'] as const)('%s fails with what the rows fail with', async (format) => {
		const failure = new RangeError('too much data');
		const state = { isClosed: false };
		async function* failing(): AsyncGenerator<Row[]> {
			try {
				yield rowsWithLateAction(2_500);
				await Promise.resolve();
				throw failure;
			} finally {
				state.isClosed = true;
			}
		}
		const before = store?.fileCount();
		await expect(write(failing(), { format })).rejects.toBe(failure);
		expect(state.isClosed).toBe(true);
		expect(store?.fileCount()).toBe(before);
	});
});

test('rows are not read faster than they are stored', async () => {
	const state = { given: 0, stored: 0, most: 0 };
	async function* counted(): AsyncGenerator<Row[]> {
		for (; state.given < 200; state.given++) {
			state.most = Math.max(state.most, state.given - state.stored);
			yield await Promise.resolve([{ spend: '1' }]);
		}
	}
	const slow: typeof helpers = {
		...helpers,
		prepareBinaryData: async (data) => {
			for await (const chunk of data as AsyncIterable<Buffer>) {
				await new Promise((resolve) => setImmediate(resolve));
				if (chunk.length > 0) state.stored++;
			}
			return { data: '', mimeType: '' };
		},
	};
	await writeFile({ helpers: slow }, counted(), {
		format: 'ndjson',
		fileName: 'x',
		shape: shapeWith(),
	});
	expect(state.stored).toBe(200);
	expect(state.most).toBeLessThan(10);
});

test('empty chunks keep a stream alive while the next rows are long in coming', async () => {
	const clock = new VirtualClock();
	async function* slow(): AsyncGenerator<Buffer> {
		yield Buffer.from('a');
		await clock.sleep(10 * 60_000);
		yield Buffer.from('b');
	}
	const arrivals: Array<{ text: string; at: number }> = [];
	const start = clock.now();
	await clock.run(
		(async () => {
			for await (const chunk of keptAlive(slow(), clock)) {
				arrivals.push({ text: chunk.toString(), at: (clock.now() - start) / 60_000 });
			}
		})(),
	);
	expect(arrivals.map(({ text }) => text).join('')).toBe('ab');
	const gaps = arrivals.slice(1).map(({ at }, index) => at - arrivals[index].at);
	expect(Math.max(...gaps)).toBeLessThanOrEqual(1);
	expect(arrivals[arrivals.length - 1].at).toBe(10);
});
