import { uploadInPieces } from '../../../../../nodes/MetaVideoUpload/upload/pieces';
import type { PhasedEdge } from '../../../../../nodes/MetaVideoUpload/upload/types';
import type { MetaVideos } from './meta';
import { run, type RunOptions } from './run';

const EDGE: PhasedEdge = { path: '/act_1/advideos', host: 'graph', quotaOf: '1' };

/** Uploads in pieces, to an ad account unless told otherwise. */
export async function uploadPieces(
	meta: MetaVideos,
	bytes: Buffer,
	options: Parameters<typeof uploadInPieces>[3] = {},
	runOptions: RunOptions = {},
	edge = EDGE,
) {
	return await run(
		meta,
		bytes,
		async (context, file) => await uploadInPieces(context, edge, file, options),
		runOptions,
	);
}

/** The pieces that were sent. */
export function transfersTo(meta: MetaVideos): string[] {
	return meta.log().filter((line) => line.includes('transfer'));
}
