import { plainError } from '../../shared/graph/errors';
import type { FindWritten, GraphParameters, GraphRequest } from '../../shared/graph/types';
import { findByContents } from '../../shared/operation/findWritten';
import type { Values } from '../../shared/operation/types';
import { sendBytes } from '../../shared/upload/sendBytes';
import type { BinaryFile } from '../../shared/upload/types';
import { uploadInPieces } from '../upload/pieces';
import type { PhasedEdge, UploadContext } from '../upload/types';
import { uploadVideoAd } from '../upload/videoAdSession';
import { resumePieces } from './pieces';
import type { SentVideo } from './upload';

/** Larger files go in pieces unless the user says otherwise: a broken connection then costs little. */
const MAX_AUTOMATIC_SINGLE_BYTES = 20_000_000;

/** The library of the item's ad account. */
export function libraryOf({ ad_account: account }: Values): PhasedEdge & { quotaOf: string } {
	return {
		path: `/act_${String(account)}/advideos`,
		host: 'graph',
		quotaOf: String(account),
	};
}

/**
 * Sends a video into the library of an ad account: a file, or what the parameters name (`file_url`,
 * `source_instagram_media_id`).
 *
 * @throws GraphError when Meta refuses it
 * @throws NodeOperationError when the file cannot be read
 */
export async function sendAdVideo(
	values: Values,
	upload: UploadContext,
	parameters: GraphParameters,
	file?: BinaryFile,
): Promise<SentVideo> {
	const library = libraryOf(values);
	const method = methodOf(values, file);
	if (method === 'videoAd') {
		const source = file ? { file } : { fileUrl: String(values.file_url) };
		return { method, ...(await uploadVideoAd(upload, library.quotaOf, source, {})) };
	}
	if (method === 'pieces' && file) {
		const sent = await uploadInPieces(upload, library, file, { finish: parameters });
		return { method, ...sent };
	}
	const videoId = await sendInOneRequest(library, upload, parameters, file);
	return { method: 'single', videoId };
}

/** Goes on with a session that broke off, from what Meta has. */
export async function resumeAdVideo(
	values: Values,
	upload: UploadContext,
	parameters: GraphParameters,
	file: BinaryFile,
): Promise<SentVideo> {
	const library = libraryOf(values);
	const videoId = String(values.video_id);
	if (values.session === 'videoAd') {
		const sent = await uploadVideoAd(upload, library.quotaOf, { file }, { resume: { videoId } });
		return { method: 'videoAd', ...sent };
	}
	return await resumePieces(values, upload, library, file, parameters);
}

function methodOf({ upload_method: chosen = 'automatic' }: Values, file?: BinaryFile): string {
	if (chosen !== 'automatic') return String(chosen);
	return file && file.size > MAX_AUTOMATIC_SINGLE_BYTES ? 'pieces' : 'single';
}

/** Ad Videos, Creating. */
async function sendInOneRequest(
	{ path, quotaOf }: PhasedEdge,
	{ client, trace }: UploadContext,
	parameters: GraphParameters,
	file?: BinaryFile,
): Promise<string> {
	const request: GraphRequest = {
		method: 'POST',
		path,
		parameters,
		useCase: 'ads_management',
		quotaOf,
		repeat: findUploaded(path, parameters) ?? 'never',
	};
	if (!file) return idIn((await client.request(request)).body, request);
	trace.size = file.size;
	const { fileName, mimeType } = file;
	const { body } = await sendBytes(
		file.slice(0),
		async (bytes) =>
			await client.request({ ...request, files: { source: { bytes, fileName, mimeType } } }),
	);
	trace.offset = file.size;
	return idIn(body, request);
}

/**
 * The ID of the video that a request made.
 *
 * @throws GraphError when the answer holds none
 */
export function idIn(body: Record<string, unknown>, request: GraphRequest): string {
	const id = body.id ?? body.video_id;
	if (typeof id === 'string' || typeof id === 'number') return String(id);
	throw plainError(
		'unknown',
		'Meta took the video but did not tell its ID',
		'Look for the video with Get Many before you upload it again.',
		request,
	);
}

/** A video without a title cannot be told from others. */
function findUploaded(
	path: string,
	{ title, description }: GraphParameters,
): FindWritten | undefined {
	if (title === undefined) return undefined;
	return findByContents({
		path,
		key: { title },
		contents: { description },
		toReply: (id) => ({ id }),
	});
}
