import fc from 'fast-check';

import { uploadFile } from '../../../../nodes/MetaVideoUpload/upload/fileSession';
import { uploadInPieces } from '../../../../nodes/MetaVideoUpload/upload/pieces';
import { uploadVideoAd } from '../../../../nodes/MetaVideoUpload/upload/videoAdSession';
import type { UploadContext } from '../../../../nodes/MetaVideoUpload/upload/types';
import { GraphError } from '../../../../nodes/shared/graph/types';
import type { BinaryFile } from '../../../../nodes/shared/upload/types';
import { openBinaryStore, type BinaryStore } from '../../../support/binaryStore';
import { MetaVideos } from './support/meta';
import { graphError, sha256, type Fault } from './support/wire';
import { bytesOf, run } from './support/run';

const SIZE = 40_000;
const FILM = bytesOf(SIZE);

const fault: fc.Arbitrary<Fault> = fc.oneof(
	{ weight: 3, arbitrary: fc.constant<Fault>('none') },
	{ weight: 2, arbitrary: fc.constant<Fault>('lostReply') },
	fc.nat(SIZE).map((cutAfter): Fault => ({ cutAfter })),
	fc.nat(SIZE).map((keep): Fault => ({ keep })),
	fc.nat(SIZE).map((backTo): Fault => ({ backTo })),
	fc.constantFrom(500, 502, 503).map((statusCode): Fault => ({ reply: { statusCode, body: '' } })),
	fc
		.constantFrom(1, 2, 6001)
		.map((code): Fault => ({ reply: { statusCode: 500, body: graphError(code, 'test') } })),
	fc.constant<Fault>({
		reply: { statusCode: 400, body: graphError(6000, 'test', { error_subcode: 1363030 }) },
	}),
	fc.tuple(fc.nat(SIZE * 2), fc.nat(SIZE * 2)).map(
		([start, end]): Fault => ({
			reply: { body: { start_offset: String(start), end_offset: String(end) } },
		}),
	),
);

type Work = (context: UploadContext, file: BinaryFile) => Promise<unknown>;

const WAYS: Array<[string, Work]> = [
	[
		'in pieces',
		async (context, file) =>
			await uploadInPieces(context, { path: '/act_1/advideos', host: 'graph' }, file, {}),
	],
	[
		'of a session for video ads',
		async (context, file) => await uploadVideoAd(context, '1', { file }, {}),
	],
	['of a file', async (context, file) => await uploadFile(context, file, { appId: '7' })],
];

describe.each([
	['in memory', 60],
	['on the disk', 25],
])('a file %s', (where, numRuns) => {
	const isStored = where === 'on the disk';
	let store: BinaryStore | undefined;

	beforeAll(async () => {
		if (isStored) store = await openBinaryStore();
	});
	afterAll(async () => await store?.close());

	test.each(WAYS)(
		'%s arrives byte by byte or ends with a clear error, whatever goes wrong',
		async (_name, work) => {
			const property = async (faults: Fault[], pieceBytes: number) => {
				const meta = new MetaVideos();
				await meta.open();
				meta.faults = [...faults];
				meta.pieceBytes = pieceBytes;
				const { error, details, trace } = await run(meta, FILM, work, { isStored });
				await meta.close();

				expect(meta.kept.length).toBeLessThanOrEqual(SIZE);
				expect(FILM.subarray(0, meta.kept.length).equals(meta.kept)).toBe(true);
				if (error) {
					expect(error).toBeInstanceOf(GraphError);
					expect(details?.message).not.toBe('');
					expect(details?.progress).toMatchObject({ size: SIZE });
					expect(trace.offset).toBeLessThanOrEqual(SIZE);
				} else {
					expect(meta.sha256).toBe(sha256(FILM));
					expect(trace.state).toBe('finished');
				}
			};
			await fc.assert(
				fc.asyncProperty(
					fc.array(fault, { maxLength: 12 }),
					fc.integer({ min: 1_500, max: SIZE }),
					property,
				),
				{ numRuns, seed: 20261123 },
			);
		},
		120_000,
	);
});
