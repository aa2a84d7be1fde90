import type { Json, JsonObject } from '../json';
import type { View } from '../schema/types';
import type { StoredObject } from '../store';
import type { Digest } from './digest';
import { lengthOf } from './mp4';
import type { UploadSession } from './session';
import type { VideoOutcome } from './state';

/** Seconds of a file that does not say how long it is. */
const UNKNOWN_LENGTH_S = 10;

const THUMBNAIL_SIZES = [
	{ width: 640, height: 360 },
	{ width: 1280, height: 720 },
	{ width: 1920, height: 1080 },
];
/** Which of them is preferred: not the first and not the largest. */
const PREFERRED = 1;

/** Makes a video that nobody can see yet. */
export function newVideo(owner: StoredObject, view: View, session?: UploadSession): StoredObject {
	const { env } = view;
	const now = Math.floor(env.now() / 1000);
	const video = env.store.insert({
		type: 'video',
		accountId: owner.accountId,
		values: {
			created_time: now,
			updated_time: now,
			published: false,
			...(owner.type === 'page' ? { page_id: owner.id } : {}),
		},
	});
	env.videos.records.set(video.id, {
		digest: session?.digest ?? env.videos.newDigest(),
		session,
		processingMs: env.settings.videos.processingMs,
	});
	return video;
}

/** Ends the upload of a video: it is listed, and processed by the clock from now on. */
export function finishVideo(
	video: StoredObject,
	owner: StoredObject,
	digest: Digest,
	values: Record<string, Json | undefined>,
	view: View,
	forced?: VideoOutcome,
): void {
	const { env } = view;
	const outcome = forced ?? env.videos.takeOutcome();
	const processingMs =
		outcome?.outcome === 'slow' && outcome.ms !== undefined
			? outcome.ms
			: env.settings.videos.processingMs;
	const record = env.videos.records.get(video.id);
	env.videos.records.set(video.id, {
		...record,
		digest,
		finishedMs: env.now(),
		processingMs,
		outcome,
	});
	env.videos.noteArrival(video.id, digest);
	env.store.update(video, {
		...values,
		length: lengthOf(digest) ?? UNKNOWN_LENGTH_S,
		published: owner.type === 'page',
		updated_time: Math.floor(env.now() / 1000),
	});
	THUMBNAIL_SIZES.forEach((size, i) => addThumbnail(video, size, i === PREFERRED, view));
	for (const edge of listsOf(owner)) env.store.link(video, [owner.id, edge]);
}

/** The edges of an owner that list its videos. */
export function listsOf(owner: StoredObject): string[] {
	return owner.type === 'page' ? ['videos'] : ['advideos', 'video_ads'];
}

/** @param size pixels */
export function addThumbnail(
	video: StoredObject,
	size: { width: number; height: number },
	isPreferred: boolean,
	{ env }: Pick<View, 'env'>,
	values: JsonObject = {},
): StoredObject {
	const thumbnail = env.store.insert({
		type: 'video_thumbnail',
		accountId: video.accountId,
		values: { ...size, is_preferred: false, name: '', scale: 1, ...values },
		links: [[video.id, 'thumbnails']],
	});
	env.store.update(thumbnail, {
		uri: `${env.baseUrl}/__sandbox/files/thumbnail-${thumbnail.id}.jpg?size=20000`,
	});
	if (isPreferred) preferThumbnail(video, thumbnail, { env });
	return thumbnail;
}

/** Makes one thumbnail of a video the preferred one. */
export function preferThumbnail(
	video: StoredObject,
	preferred: StoredObject,
	{ env }: Pick<View, 'env'>,
): void {
	for (const thumbnail of env.store.children(video.id, 'thumbnails')) {
		env.store.update(thumbnail, { is_preferred: thumbnail === preferred });
	}
}
