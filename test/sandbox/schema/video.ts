import { invalid } from '../graph/errors';
import { addThumbnail, preferThumbnail } from '../videos/finish';
import { isReady, isViewable, videoStatus } from '../videos/status';
import { fileOf } from '../videos/upload';
import type { Json } from '../json';
import type { StoredObject } from '../store';
import { MAX_TITLE_LENGTH } from './adVideos';
import { requirePageToken } from './pageToken';
import { bool, file, id, required, text } from './specs';
import type { EdgeSpec, ObjectType, View, WriteCall } from './types';
import { videoAdReceive } from './videoAds';

/** A field that a video has once it was processed. */
const later =
	(value: (video: StoredObject, view: View) => Json | undefined) =>
	(video: StoredObject, view: View): Json | undefined =>
		isViewable(video, view) ? value(video, view) : undefined;

/** A video of an ad account, a Page or a person. */
export const video: ObjectType = {
	nodeType: 'Video',
	useCase: 'ads_management',
	readPermissions: ['ads_management', 'ads_read', 'pages_read_engagement', 'user_videos'],
	writePermissions: ['ads_management', 'pages_manage_posts'],
	defaultFields: ['updated_time', 'description', 'id'],
	fields: {
		created_time: 'datetime',
		description: 'string',
		from: { type: 'object', read: ({ values }, { env }) => ownerOf(values.page_id, env.store) },
		id: 'id',
		length: { type: 'float', read: later(({ values }) => values.length) },
		permalink_url: { type: 'string', read: ({ id: videoId }) => `/watch/?v=${videoId}` },
		picture: { type: 'string', read: later((shown, { env }) => pictureOf(shown, env.store)) },
		published: 'bool',
		source: {
			type: 'string',
			read: later(({ id: videoId, values }, { env }) =>
				String(values.source ?? `${env.baseUrl}/__sandbox/files/video-${videoId}.mp4?size=100000`),
			),
		},
		status: { type: 'object', read: videoStatus },
		title: 'string',
		unpublished_content_type: 'string',
		updated_time: 'datetime',
	},
	edges: {
		thumbnails: thumbnailsEdge(),
	},
	update: {
		params: {
			description: text(),
			name: text(),
			preferred_thumbnail_id: id,
			title: text(MAX_TITLE_LENGTH),
		},
		run: (call) => {
			checkOwner(call);
			const { preferred_thumbnail_id: thumbnailId, name, ...values } = call.params;
			if (thumbnailId !== undefined) {
				const thumbnails = shownThumbnails(call.target, call);
				const chosen = thumbnails.find((thumbnail) => thumbnail.id === thumbnailId);
				if (!chosen) {
					throw invalid('The thumbnail is none of this video', 'preferred_thumbnail_id');
				}
				preferThumbnail(call.target, chosen, call);
			}
			const title = values.title ?? name ?? call.target.values.title;
			call.env.store.update(call.target, { ...values, title, updated_time: call.now });
			return { answer: { success: true }, node: call.target };
		},
	},
	receive: videoAdReceive,
};

export const videoThumbnail: ObjectType = {
	nodeType: 'VideoThumbnail',
	useCase: 'ads_management',
	readPermissions: video.readPermissions,
	defaultFields: ['id', 'height', 'scale', 'uri', 'width', 'is_preferred'],
	fields: {
		height: 'int',
		id: 'id',
		is_preferred: 'bool',
		name: 'string',
		scale: 'float',
		uri: 'string',
		width: 'int',
	},
};

function thumbnailsEdge(): EdgeSpec {
	return {
		child: 'video_thumbnail',
		list: shownThumbnails,
		create: {
			params: { source: required(file), is_preferred: bool },
			run: (call) => {
				checkOwner(call);
				const picture = fileOf(call, 'source');
				if (picture && !/^image\//.test(picture.mimeType)) {
					throw invalid('Param source must be an image', 'source');
				}
				const size = { width: 1280, height: 720 };
				const values = { is_custom: true };
				addThumbnail(call.target, size, call.params.is_preferred === true, call, values);
				return { answer: { success: true } };
			},
		},
	};
}

/** Generated thumbnails appear when processing is over; a custom one is there at once. */
function shownThumbnails(shown: StoredObject, view: View): readonly StoredObject[] {
	const all = view.env.store.children(shown.id, 'thumbnails');
	return isReady(shown, view) ? all : all.filter(({ values }) => values.is_custom === true);
}

function pictureOf(shown: StoredObject, store: View['env']['store']): Json | undefined {
	const thumbnails = store.children(shown.id, 'thumbnails');
	return thumbnails.find(({ values }) => values.is_preferred === true)?.values.uri;
}

function ownerOf(pageId: Json | undefined, store: View['env']['store']): Json | undefined {
	const page = store.get(String(pageId));
	return page && { id: page.id, name: page.values.name };
}

/** Videos of a Page are changed as the Page. */
function checkOwner({ target, ...view }: WriteCall): void {
	const { page_id: pageId } = target.values;
	if (pageId !== undefined) requirePageToken(view, String(pageId));
}
