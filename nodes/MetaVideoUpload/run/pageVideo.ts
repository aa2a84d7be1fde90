import type { FormFile, GraphParameters, GraphRequest } from '../../shared/graph/types';
import type { Values } from '../../shared/operation/types';
import type { BinaryFile } from '../../shared/upload/types';
import { uploadInPieces } from '../upload/pieces';
import type { PhasedEdge, UploadContext } from '../upload/types';
import { idIn } from './adVideo';
import type { SentVideo } from './upload';

/** The Page pays and acts. */
export function ownerOf({ page_id: page }: Values) {
	return { quotaOf: String(page), asPage: String(page) };
}

/** The videos of the item's Page (Publishing, Publish a video). */
export function pageEdge(values: Values): PhasedEdge {
	const owner = ownerOf(values);
	return { path: `/${owner.asPage}/videos`, host: 'graph-video', ...owner };
}

/** A picture of one's own goes along with a video. */
export function thumbFiles(thumb?: BinaryFile): Record<string, FormFile> | undefined {
	if (!thumb) return undefined;
	const { fileName, mimeType } = thumb;
	return { thumb: { bytes: thumb.slice(0), fileName, mimeType } };
}

/**
 * Publishes a video on a Page: a file, or the handle among the parameters.
 *
 * @throws GraphError when Meta refuses it
 */
export async function publishPageVideo(
	values: Values,
	upload: UploadContext,
	parameters: GraphParameters,
	{ file, thumb }: { file?: BinaryFile; thumb?: BinaryFile },
): Promise<SentVideo> {
	const edge = pageEdge(values);
	const files = thumbFiles(thumb);
	if (file) {
		const finish = { finish: parameters, ...(files ? { finishFiles: files } : {}) };
		return { method: 'pieces', ...(await uploadInPieces(upload, edge, file, finish)) };
	}
	const request: GraphRequest = {
		method: 'POST',
		...edge,
		parameters,
		useCase: 'pages',
		...(files ? { files } : {}),
		repeat: 'never',
	};
	const { body } = await upload.client.request(request);
	return { method: 'handle', videoId: idIn(body, request) };
}
