import { rmSync, truncateSync } from 'node:fs';
import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import type { Bytes } from '../../../../nodes/shared/graph/types';
import { openBinaryFile } from '../../../../nodes/shared/upload/binaryFile';
import type { BinaryFile } from '../../../../nodes/shared/upload/types';
import { openBinaryStore, type BinaryStore } from '../../../support/binaryStore';
import { HeldMemory } from '../../../support/heldMemory';
import { asNode, bytesOf, inMemory } from './support/run';

const MB = 1024 * 1024;
const FILM = bytesOf(3 * MB + 7);

async function collect(bytes: Bytes): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of bytes.read()) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** Streams that n8n has given, to see that none is left open. */
interface Watched {
	execution: IExecuteFunctions;
	streams: Array<{ destroyed: boolean }>;
}

function watch(execution: IExecuteFunctions): Watched {
	const streams: Watched['streams'] = [];
	const { getBinaryStream } = execution.helpers;
	execution.helpers.getBinaryStream = async (id, chunkSize) => {
		const stream = await getBinaryStream(id, chunkSize);
		streams.push(stream);
		return stream;
	};
	return { execution, streams };
}

describe.each(['memory', 'filesystem'])('a file in the %s', (mode) => {
	let store: BinaryStore | undefined;

	beforeAll(async () => {
		if (mode === 'filesystem') store = await openBinaryStore();
	});
	afterAll(async () => await store?.close());

	const withFile = async (
		bytes: Buffer,
		use: (file: BinaryFile, watched: Watched, binary: IBinaryData) => Promise<unknown>,
	) =>
		await asNode({}, async (execution) => {
			const { helpers } = execution;
			const binary =
				mode === 'memory'
					? inMemory(bytes)
					: await helpers.prepareBinaryData(Buffer.from(bytes), 'film.mp4', 'video/mp4');
			expect(binary.id !== undefined).toBe(mode === 'filesystem');
			const watched = watch(execution);
			execution.getInputData()[0].binary = { data: binary };
			const file = await openBinaryFile(execution, 0, 'data');
			await use(file, watched, binary);
			file.close();
			expect(watched.streams.every(({ destroyed }) => destroyed)).toBe(true);
		});

	test('has a name, a type and a size', async () => {
		await withFile(FILM, async ({ fileName, mimeType, size }) => {
			expect({ fileName, mimeType, size }).toEqual({
				fileName: 'film.mp4',
				mimeType: 'video/mp4',
				size: FILM.length,
			});
		});
	});

	test('is read as a whole and from any place, on, back and over gaps', async () => {
		await withFile(FILM, async (file, { streams }) => {
			const places: Array<[number, number | undefined]> = [
				[0, undefined],
				[0, 1],
				[1, 1_000_000],
				[1_000_000, 1_000_003],
				[2_000_001, 2_500_000],
				[5, 10],
				[FILM.length - 1, undefined],
				[FILM.length, undefined],
			];
			for (const [start, end] of places) {
				const slice = file.slice(start, end);
				const expected = FILM.subarray(start, end);
				expect(slice.size).toBe(expected.length);
				expect((await collect(slice)).equals(expected)).toBe(true);
			}
			// From the start, again from the start and on, and back once.
			if (mode === 'filesystem') expect(streams).toHaveLength(3);
		});
	});

	test('the same bytes are read anew for every attempt', async () => {
		await withFile(FILM, async (file) => {
			const slice = file.slice(10, 20);
			expect(await collect(slice)).toEqual(FILM.subarray(10, 20));
			expect(await collect(slice)).toEqual(FILM.subarray(10, 20));
		});
	});

	test('a read that is given up closes what it had open and disturbs none after it', async () => {
		await withFile(FILM, async (file, { streams }) => {
			for await (const chunk of file.slice(0).read()) {
				expect(chunk.length).toBeGreaterThan(0);
				break;
			}
			expect(streams.every(({ destroyed }) => destroyed)).toBe(true);
			const lost = file.slice(0).read()[Symbol.asyncIterator]();
			const pending = lost.next();
			const other = collect(file.slice(MB, MB + 50));
			await lost.return?.();
			await pending.then(undefined, () => undefined);
			expect((await other).equals(FILM.subarray(MB, MB + 50))).toBe(true);
			expect((await collect(file.slice(2 * MB))).equals(FILM.subarray(2 * MB))).toBe(true);
		});
	});

	test('memory stays flat while a big file is read', async () => {
		const big = Buffer.alloc(64 * MB, 'abc');
		await withFile(big, async (file) => {
			const memory = await HeldMemory.start();
			let count = 0;
			for await (const chunk of memory.watch(file.slice(1).read())) {
				count += chunk.length;
				expect(chunk.length).toBeLessThanOrEqual(MB);
			}
			expect(count).toBe(64 * MB - 1);
			expect(memory.mostMb(3)).toBeLessThan(32);
		});
	});
});

describe('a file that cannot be used', () => {
	let store: BinaryStore;

	beforeAll(async () => (store = await openBinaryStore()));
	afterAll(async () => await store.close());

	const errorOf = async (work: Promise<unknown>) => await work.then(undefined, (e: Error) => e);

	test('is missing: the error names the fields there are', async () => {
		await asNode({ picture: inMemory(FILM), other: inMemory(FILM) }, async (execution) => {
			const error = await errorOf(openBinaryFile(execution, 0, 'data'));
			expect(error).toMatchObject({
				message: 'The item has no file in the binary field "data"',
				description: expect.stringContaining('picture, other') as unknown,
				context: { itemIndex: 0 },
			});
		});
		await asNode({}, async (execution) => {
			delete execution.getInputData()[0].binary;
			const error = await errorOf(openBinaryFile(execution, 0, 'data'));
			expect(error).toMatchObject({
				description: expect.stringContaining('no binary fields at all') as unknown,
			});
		});
	});

	test('is empty', async () => {
		await asNode({ data: { data: '', mimeType: 'video/mp4' } }, async (execution) => {
			const error = await errorOf(openBinaryFile(execution, 0, 'data'));
			expect(error).toMatchObject({ message: 'The file in the binary field "data" is empty' });
		});
	});

	test('ends early, or is gone', async () => {
		await asNode({}, async (execution) => {
			const { helpers } = execution;
			const binary = await helpers.prepareBinaryData(Buffer.from(FILM), 'film.mp4', 'video/mp4');
			execution.getInputData()[0].binary = { data: binary };
			const path = helpers.getBinaryPath(binary.id ?? '');
			const file = await openBinaryFile(execution, 0, 'data');
			truncateSync(path, 1_000);
			expect(await errorOf(collect(file.slice(10)))).toMatchObject({
				message: `The file in the binary field "data" ends after 1000 of ${FILM.length} bytes`,
			});
			file.close();
			rmSync(path);
			expect(await errorOf(collect(file.slice(10)))).toMatchObject({
				message: expect.stringContaining('"data" cannot be read (') as unknown,
			});
			file.close();
		});
	});
});

test('base64 with line breaks, without padding, and of all lengths is read', async () => {
	for (const size of [1, 2, 3, 4, 5, 100]) {
		const bytes = bytesOf(size);
		const text = bytes.toString('base64');
		for (const data of [text, text.replace(/=/g, ''), text.replace(/(.{4})/g, '$1\r\n')]) {
			await asNode({ data: { data, mimeType: 'video/mp4' } }, async (execution) => {
				const file = await openBinaryFile(execution, 0, 'data');
				expect(file.size).toBe(size);
				expect((await collect(file.slice(0))).equals(bytes)).toBe(true);
				expect((await collect(file.slice(size - 1))).equals(bytes.subarray(size - 1))).toBe(true);
			});
		}
	}
});
