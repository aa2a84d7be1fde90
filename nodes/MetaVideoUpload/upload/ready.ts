import type { IDataObject } from 'n8n-workflow';

import { systemClock } from '../../shared/graph/clock';
import { plainError } from '../../shared/graph/errors';
import type { GraphError } from '../../shared/graph/types';
import { readStatus, statusError, statusIn, videoRequest } from './status';
import { cancelled } from './tries';
import type { VideoDetails, VideoStatus, VideoThumbnail, WaitUntilReady } from './types';

const FIRST_POLL_MS = 2_000;
const LAST_POLL_MS = 15_000;
const POLL_GROWTH = 1.5;

const DETAIL_FIELDS = 'status,length,picture,thumbnails{id,uri,width,height,is_preferred}';

/**
 * Waits until a video can be used in ads, then reads what it came to (FB Video Ads, Retrieve Upload
 * Session Status).
 *
 * @throws GraphError when Meta cannot use the video, its session has expired, or it takes longer than
 * `timeout`
 */
export const waitUntilReady: WaitUntilReady = async (context, videoId, options) => {
	const { client, clock = systemClock, signal } = context;
	const { timeout, ...reader } = options;
	const begin = clock.now();
	for (let pause = FIRST_POLL_MS; ; pause = Math.min(LAST_POLL_MS, pause * POLL_GROWTH)) {
		const status = await readStatus(context, videoId, reader);
		const error = statusError(videoId, status);
		if (error) throw error;
		if (status.video_status === 'ready') break;
		const left = timeout - (clock.now() - begin);
		if (left <= 0) throw notReady(videoId, status, timeout);
		await clock.sleep(Math.min(pause, left), signal);
		if (signal?.aborted) throw cancelled(videoRequest(videoId, 'status', reader));
	}
	const { body } = await client.request(videoRequest(videoId, DETAIL_FIELDS, reader));
	return detailsOf(videoId, body as IDataObject);
};

/** A video as an item shows it. */
function detailsOf(id: string, body: IDataObject): VideoDetails {
	const { length, picture } = body;
	const thumbnails = thumbnailsIn(body);
	const preferred = preferredOf(thumbnails);
	return {
		id,
		...(typeof length === 'number' ? { length } : {}),
		...(typeof picture === 'string' ? { picture } : {}),
		status: statusIn(body),
		thumbnails,
		...(preferred ? { preferred_thumbnail: preferred } : {}),
	};
}

/** The pictures of a video in an answer. */
export function thumbnailsIn({ thumbnails }: IDataObject): VideoThumbnail[] {
	const { data } = (thumbnails ?? {}) as { data?: unknown };
	return Array.isArray(data) ? (data as VideoThumbnail[]) : [];
}

/** The one Meta marks, or else the largest. */
function preferredOf(thumbnails: VideoThumbnail[]): VideoThumbnail | undefined {
	const area = ({ width = 0, height = 0 }: VideoThumbnail) => width * height;
	return thumbnails.reduce<VideoThumbnail | undefined>((best, other) => {
		if (!best || best.is_preferred) return best ?? other;
		return other.is_preferred || area(other) > area(best) ? other : best;
	}, undefined);
}

/** The wait is over, the work of Meta is not. */
function notReady(videoId: string, status: VideoStatus, timeout: number): GraphError {
	const phases = [
		['uploading', status.uploading_phase],
		['processing', status.processing_phase],
		['publishing', status.publishing_phase],
	] as const;
	const open = phases.find(([, phase]) => phase && phase.status !== 'complete');
	const at = open ? `the ${open[0]} phase is "${open[1]?.status}"` : 'no phase is open';
	const seconds = Math.round(timeout / 1000);
	return plainError(
		'transient',
		`Video ${videoId} was not ready after ${seconds} seconds: its status is "${status.video_status}", ${at}`,
		`Meta goes on with it. Wait Until Ready with the video ID ${videoId} waits on later; or raise "Max Processing Wait".`,
		videoRequest(videoId, 'status', {}),
	);
}
