import type { FormFile, GraphParameters } from '../../shared/graph/types';
import type { Values } from '../../shared/operation/types';
import type { BinaryFile } from '../../shared/upload/types';
import { uploadInPieces } from '../upload/pieces';
import type { PhasedEdge, UploadContext } from '../upload/types';
import type { SentVideo } from './upload';

/** Goes on with an upload in pieces: at the offset that the item tells, or where Meta says. */
export async function resumePieces(
	values: Values,
	upload: UploadContext,
	edge: PhasedEdge,
	file: BinaryFile,
	finish: GraphParameters,
	finishFiles?: Record<string, FormFile>,
): Promise<SentVideo> {
	const { upload_session_id: session, video_id: video, offset } = values;
	upload.trace.offset = Number(offset ?? 0);
	const resume = { uploadSessionId: String(session), videoId: String(video) };
	const sent = await uploadInPieces(upload, edge, file, {
		resume,
		finish,
		...(finishFiles ? { finishFiles } : {}),
	});
	return { method: 'pieces', ...sent };
}
