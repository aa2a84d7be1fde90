import type { IDataObject } from 'n8n-workflow';

import { plainError } from '../../shared/graph/errors';
import type { GraphError, GraphRequest } from '../../shared/graph/types';
import { bytesIn } from './answers';
import type { PhasedEdge, PhaseStatus, UploadContext, VideoStatus } from './types';

/** Who reads a video: as in the request that made it. */
export type Reader = Partial<Pick<PhasedEdge, 'host' | 'quotaOf' | 'asPage'>>;

/** The request for fields of a video. */
export function videoRequest(videoId: string, fields: string, reader: Reader): GraphRequest {
	const useCase = reader.asPage === undefined ? 'ads_management' : 'pages';
	return { method: 'GET', path: `/${videoId}`, parameters: { fields }, useCase, ...reader };
}

/** FB Video Ads, Retrieve Upload Session Status. */
export async function readStatus(
	{ client }: Pick<UploadContext, 'client'>,
	videoId: string,
	reader: Reader,
): Promise<VideoStatus> {
	const reply = await client.request(videoRequest(videoId, 'status', reader));
	return statusIn(reply.body as IDataObject);
}

/**
 * The status of a video whose session is under way.
 *
 * @throws GraphError when the session is over
 */
export async function readOpenStatus(
	context: Pick<UploadContext, 'client' | 'trace'>,
	videoId: string,
	reader: Reader,
): Promise<VideoStatus> {
	const status = await readStatus(context, videoId, reader);
	const error = statusError(videoId, status);
	if (!error) return status;
	context.trace.state = 'over';
	throw error;
}

/** The status in an answer; the number of bytes under the one name, of the two that Meta uses. */
export function statusIn({ status }: IDataObject): VideoStatus {
	const found = (status ?? {}) as Partial<VideoStatus>;
	const { video_status = 'unknown', uploading_phase: phase } = found;
	if (!phase) return { ...found, video_status };
	const { bytes_transfered, bytes_transferred, ...rest } = phase as typeof phase & IDataObject;
	const bytes = bytesIn(bytes_transferred) ?? bytesIn(bytes_transfered);
	const uploading_phase = {
		...(rest as PhaseStatus),
		...(bytes === undefined ? {} : { bytes_transferred: bytes }),
	};
	return { ...found, video_status, uploading_phase };
}

/** Whether Meta has begun to work on the video, which it does when an upload is finished. */
export function isProcessed({ video_status, processing_phase }: VideoStatus): boolean {
	const phase = processing_phase?.status;
	return video_status === 'ready' || phase === 'in_progress' || phase === 'complete';
}

/** The error of a video that will never be ready; `undefined` for any other. */
export function statusError(videoId: string, status: VideoStatus): GraphError | undefined {
	const request = videoRequest(videoId, 'status', {});
	const phases = [status.uploading_phase, status.processing_phase, status.publishing_phase];
	const failed = phases.findIndex((phase) => phase?.status === 'error');
	const code = phases[failed]?.errors?.find((entry) => entry.code !== undefined)?.code;
	if (status.video_status === 'expired') {
		const message = `The upload session of video ${videoId} has expired`;
		return plainError('notFound', message, 'Start the upload anew.', request);
	}
	if (failed < 0 && status.video_status !== 'error') return undefined;
	const step = ['take in', 'process', 'publish'][failed] ?? 'use';
	const reasons = (phases[failed]?.errors ?? []).map(({ message }) => message).filter(Boolean);
	const error = plainError(
		'invalidParameter',
		`Meta could not ${step} video ${videoId}${reasons.length > 0 ? `: ${reasons.join(' ')}` : ''}`,
		'Check that the video plays and keeps to the specifications of Meta, then upload it again.',
		request,
	);
	error.details.code = code;
	return error;
}
