import type { INodeExecutionData } from 'n8n-workflow';

import { toItem } from '../../shared/operation/output';
import type { RunContext, Values } from '../../shared/operation/types';
import type { BinaryFile } from '../../shared/upload/types';
import { withProgress } from '../upload/failed';
import type { UploadContext } from '../upload/types';
import { noteOf } from './hints';
import { completeVideo, type Owner } from './ready';
import type { ThumbnailChoice } from './thumbnail';

/** A video that Meta has. */
export interface SentVideo {
	videoId: string;
	uploadSessionId?: string;
	/** How it was sent, as items name it: `single`, `pieces`, `videoAd`, `handle`. */
	method: string;
}

interface Upload {
	owner: Owner;
	send: () => Promise<SentVideo>;
	/** The file that is sent, unless Meta loads it itself. */
	file?: BinaryFile;
	/** What of the file does not fit the specifications. */
	warnings?: string[];
	thumbnail?: ThumbnailChoice;
}

/**
 * Sends a video and does what comes after; gives its item.
 *
 * @throws GraphError that says how far the upload came and how to go on with it
 */
export async function uploadVideo(
	context: RunContext,
	upload: UploadContext,
	{ owner, send, file, warnings = [], thumbnail }: Upload,
): Promise<INodeExecutionData[]> {
	const { trace } = upload;
	return await resumable(upload, async () => {
		const { videoId, uploadSessionId, method } = await noted(context, upload, warnings, send);
		Object.assign(trace, { videoId, state: 'finished' });
		context.wrote(videoId);
		const details = await completeVideo(context, upload, videoId, owner, thumbnail);
		const json = {
			id: videoId,
			video_id: videoId,
			...(uploadSessionId ? { upload_session_id: uploadSessionId } : {}),
			upload_method: method,
			...sourceOf(context.values, file),
			...(trace.size > 0 ? { bytes: trace.size } : {}),
			...details,
			...(warnings.length > 0 ? { warnings } : {}),
		};
		return [toItem(json, context.itemIndex)];
	});
}

/** What tells the videos of a list apart: the title, and the file or the URL it came from. */
function sourceOf({ title, file_url: url }: Values, file?: BinaryFile) {
	return {
		...(title === undefined ? {} : { title }),
		...(file ? { file_name: file.fileName } : {}),
		...(url === undefined || file ? {} : { file_url: url }),
	};
}

/** Fails with an error that tells how far an upload came, where one was begun. */
export async function resumable<Result>(
	{ trace }: UploadContext,
	use: () => Promise<Result>,
): Promise<Result> {
	return await use().then(undefined, (cause: unknown) => {
		throw withProgress(cause, trace);
	});
}

/** Sends something and keeps for the hint at the end what came through, also when it broke off. */
export async function noted<Result>(
	{ itemIndex, note }: RunContext,
	{ trace }: UploadContext,
	warnings: string[],
	send: () => Promise<Result>,
): Promise<Result> {
	const startedAt = Date.now();
	const startOffset = trace.offset;
	try {
		return await send();
	} finally {
		note(noteOf(itemIndex, trace, { startedAt, startOffset, warnings }));
	}
}
