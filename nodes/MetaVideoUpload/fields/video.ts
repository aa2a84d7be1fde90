import { objectId } from '../../shared/operation/fields';
import type { ReadableObject } from '../../shared/operation/types';
import { adVideoKind, videoKind } from '../../shared/fields/objectKinds';

/** The video that a request is about. */
export function videoId(to: string | false = false) {
	return objectId('video_id', adVideoKind, {
		label: 'Video',
		required: true,
		to,
		description: 'Video of the ad account that the operation is about, from the list or by its ID',
	});
}

/** The video of an upload that broke off: no list has it yet. */
export function unfinishedVideoId() {
	return objectId('video_id', videoKind, {
		label: 'Video',
		required: true,
		to: false,
		description: 'The video that the upload was for, as the upload that broke off named it',
	});
}

/** What can be read of a video (Get Facebook Videos using the Facebook Video API; FB Video Ads, status). */
export const readableVideo: ReadableObject = {
	simplified: ['id', 'title', 'description', 'length', 'status', 'picture', 'updated_time'],
	fields: [
		{ name: 'created_time' },
		{ name: 'description' },
		{ name: 'id' },
		{ name: 'length', description: 'In seconds' },
		{ name: 'permalink_url', description: 'Where the video can be seen on Facebook' },
		{ name: 'picture', description: 'URL of a picture of the video' },
		{ name: 'published', description: 'Whether the video is published' },
		{ name: 'source', description: 'URL of the file; it works for a limited time' },
		{ name: 'status', description: 'How far uploading, processing and publishing are' },
		{ name: 'thumbnails' },
		{ name: 'title' },
		{ name: 'updated_time' },
	],
};
