import type { JsonObject } from '../json';
import type { View } from '../schema/types';
import type { StoredObject } from '../store';
import { isExpired } from './session';

/** How far a video has come ("FB Video Ads, Retrieve Upload Session Status"). */
export function videoStatus(video: StoredObject, view: View): JsonObject {
	const { env } = view;
	const record = env.videos.records.get(video.id);
	if (!record) return statusOfSeed(video);
	const { session, finishedMs, outcome } = record;
	const isProcessed = isReady(video, view);
	const hasFailed = isProcessed && outcome?.outcome === 'error';
	const hasExpired = session ? isExpired(env, session) : false;
	const isOver = hasExpired || (isProcessed && outcome?.outcome === 'expired');
	const isDone = isProcessed && !hasFailed && !isOver;
	const size = session?.digest.size ?? record.digest.size;
	const isUploaded = finishedMs !== undefined || (size > 0 && size === session?.fileSize);
	const isCancelled = session?.isOver === true && finishedMs === undefined;
	return {
		video_status:
			hasFailed || isCancelled ? 'error' : isOver ? 'expired' : isDone ? 'ready' : 'processing',
		uploading_phase: {
			status: isCancelled
				? 'error'
				: isUploaded
					? 'complete'
					: size === 0
						? 'not_started'
						: 'in_progress',
			[env.settings.videos.transferredSpelling]: size,
		},
		processing_phase: {
			status: processingStatus(finishedMs !== undefined, isProcessed, hasFailed),
			...(hasFailed
				? { errors: [{ code: 1363008, message: outcome?.message ?? 'Processing did not work.' }] }
				: {}),
		},
		publishing_phase: {
			status: isDone ? 'complete' : 'not_started',
			publish_status: isDone ? 'published' : 'publish',
			...(isDone && finishedMs !== undefined
				? { publish_time: Math.floor((finishedMs + record.processingMs) / 1000) }
				: {}),
		},
	};
}

/** Whether processing is over, well or not. */
export function isReady(video: StoredObject, { env }: View): boolean {
	const record = env.videos.records.get(video.id);
	if (!record) return true;
	const { finishedMs, processingMs } = record;
	return finishedMs !== undefined && env.now() >= finishedMs + processingMs;
}

/** Whether a video has a length, pictures and a file to look at. */
export function isViewable(video: StoredObject, view: View): boolean {
	return videoStatus(video, view).video_status === 'ready';
}

function processingStatus(isFinished: boolean, isProcessed: boolean, hasFailed: boolean): string {
	if (!isFinished) return 'not_started';
	if (!isProcessed) return 'in_progress';
	return hasFailed ? 'error' : 'complete';
}

function statusOfSeed({ values }: StoredObject): JsonObject {
	return {
		video_status: 'ready',
		uploading_phase: { status: 'complete' },
		processing_phase: { status: 'complete' },
		publishing_phase: {
			status: 'complete',
			publish_status: 'published',
			publish_time: values.created_time,
		},
	};
}
