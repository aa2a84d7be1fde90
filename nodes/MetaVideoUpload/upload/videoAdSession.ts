import { sendBytes } from '../../shared/upload/sendBytes';
import type { BinaryFile } from '../../shared/upload/types';
import type { GraphError, GraphReply, GraphRequest } from '../../shared/graph/types';
import { outcomeOf, otherFile, senseless, textIn } from './answers';
import { finishSession } from './finish';
import { readOpenStatus } from './status';
import { mayPass, refusedSession, Tries } from './tries';
import type { UploadContext, UploadVideoAd, VideoStatus } from './types';

/** A session of an ad account for one video. */
interface Session {
	videoId: string;
	/** Number of the ad account. */
	quotaOf: string;
	/** Where the bytes go. */
	target: Pick<GraphRequest, 'path' | 'host' | 'uploadUrl'>;
}

/**
 * Sends a file, or has Meta fetch one, through a session for video ads (FB Video Ads, Upload Video
 * Ads): one request carries all bytes. Where it breaks off the next goes on from what Meta has.
 *
 * @throws GraphError when Meta refuses, the session is over, or five tries in a row bring no new bytes
 * @throws NodeOperationError when the file cannot be read
 */
export const uploadVideoAd: UploadVideoAd = async (context, adAccount, source, { resume }) => {
	const { trace } = context;
	const size = 'file' in source ? source.file.size : 0;
	Object.assign(trace, { session: 'videoAd', size });
	const session = resume
		? resumed(context, adAccount, resume.videoId)
		: await start(context, adAccount);
	const { videoId } = session;
	Object.assign(trace, { videoId, state: 'open' });

	const tries = new Tries(context);
	if ('file' in source) {
		const offset = resume ? await offsetOf(context, session, size) : 0;
		await transfer(context, session, source.file, offset, tries);
	} else {
		await fetchFile(context, session, source.fileUrl, tries);
	}
	const finish: GraphRequest = {
		...phase(adAccount, 'finish'),
		parameters: { upload_phase: 'finish', video_id: videoId },
	};
	await finishSession(context, tries, videoId, finish, { quotaOf: adAccount });
	return { videoId };
};

async function start({ client }: UploadContext, adAccount: string): Promise<Session> {
	// A session too many does no harm: what nobody finishes becomes no video.
	const request: GraphRequest = { ...phase(adAccount, 'start'), repeat: 'always' };
	const { body } = await client.request(request);
	const videoId = textIn(body, 'video_id', request);
	const uploadUrl = textIn(body, 'upload_url', request);
	const target = { path: `/video-ads-upload/${videoId}`, uploadUrl };
	return { videoId, quotaOf: adAccount, target };
}

/** The address of a session is not kept; the documentation names its form. */
function resumed({ client }: UploadContext, quotaOf: string, videoId: string): Session {
	const path = `/video-ads-upload/${client.apiVersion}/${videoId}`;
	return { videoId, quotaOf, target: { host: 'rupload', path } };
}

async function transfer(
	context: UploadContext,
	session: Session,
	file: BinaryFile,
	firstOffset: number,
	tries: Tries,
): Promise<void> {
	const { size } = file;
	let offset = firstOffset;
	tries.reached(offset);
	const look = async (unknown: number) => {
		offset = await offsetOf(context, session, size, unknown);
		tries.reached(offset);
	};
	while (offset < size) {
		tries.begin();
		const outcome = await outcomeOf(sendFrom(context, session, file, offset));
		const doubt = 'body' in outcome ? incomplete(session) : outcome.error;
		if ('error' in outcome && !mayPass(doubt)) throw refusedSession(doubt, context.trace);
		await look('body' in outcome ? size : 0);
		if (offset >= size) return;
		await tries.goOn(doubt);
		// More may have arrived meanwhile.
		await look('body' in outcome ? size : 0);
	}
}

async function sendFrom(
	{ client }: UploadContext,
	{ target }: Session,
	file: BinaryFile,
	offset: number,
): Promise<GraphReply> {
	return await sendBytes(
		file.slice(offset),
		async (bytes) =>
			await client.request({
				method: 'POST',
				...target,
				bytes,
				headers: { offset: String(offset), file_size: String(file.size) },
				scheme: 'OAuth',
				repeat: 'never',
			}),
	);
}

/** Has Meta fetch the file. To ask twice begins the same upload anew. */
async function fetchFile(
	context: UploadContext,
	session: Session,
	fileUrl: string,
	tries: Tries,
): Promise<void> {
	for (;;) {
		tries.begin();
		const outcome = await outcomeOf(
			context.client.request({
				method: 'POST',
				...session.target,
				headers: { file_url: fileUrl },
				scheme: 'OAuth',
				repeat: 'never',
			}),
		);
		if ('error' in outcome && !mayPass(outcome.error)) {
			throw refusedSession(outcome.error, context.trace);
		}
		const { uploading_phase } = await statusOf(context, session);
		if ('body' in outcome || uploading_phase?.status === 'complete') return;
		await tries.goOn(outcome.error);
	}
}

/** How many bytes Meta has, and `unknown` where it does not say. */
async function offsetOf(
	context: UploadContext,
	session: Session,
	size: number,
	unknown = 0,
): Promise<number> {
	const { uploading_phase: phase } = await statusOf(context, session);
	if (phase?.status === 'complete') return size;
	const offset = phase?.bytes_transferred ?? unknown;
	if (offset > size) throw otherFile(offset, size, requestOf(session));
	return offset;
}

/** @throws GraphError when the session is over */
async function statusOf(
	context: UploadContext,
	{ videoId, quotaOf }: Session,
): Promise<VideoStatus> {
	return await readOpenStatus(context, videoId, { quotaOf });
}

function incomplete(session: Session): GraphError {
	return senseless('Meta took the bytes, but has not got all of them', requestOf(session));
}

function requestOf({ target }: Session): GraphRequest {
	return { method: 'POST', ...target };
}

function phase(adAccount: string, upload_phase: string): GraphRequest {
	return {
		method: 'POST',
		path: `/act_${adAccount}/video_ads`,
		parameters: { upload_phase },
		useCase: 'ads_management',
		quotaOf: adAccount,
	};
}
