import pick from 'lodash/pick';
import { GraphFault, invalid, unknownObject } from '../graph/errors';
import { fetchFile } from '../videos/fetch';
import { listsOf } from '../videos/finish';
import { PIECE_PARAMS, uploadPhase } from '../videos/pieces';
import { fileOf } from '../videos/upload';
import { publish, videoOf } from '../videos/whole';
import { documented } from './documented';
import { id, required, text } from './specs';
import type { Values, WriteCall, WriteSpec, Written } from './types';

/** "Must be less than 255 characters." */
export const MAX_TITLE_LENGTH = 254;

const params = documented('metaVideoUpload.adVideo.upload', {
	...PIECE_PARAMS,
	og_object_id: text(),
	partnership_ad_ad_code: id,
	title: text(MAX_TITLE_LENGTH),
});

const SOURCES = ['source', 'file_url', 'source_instagram_media_id', 'upload_phase'];

/** Puts a video into the library of an ad account ("Ad Videos, Creating"). */
export const adVideoCreate: WriteSpec = {
	params,
	run: async (call) => {
		const given = SOURCES.filter((name) => call.params[name] !== undefined);
		if (given.length === 0) throw invalid('The parameter source is required', 'source');
		if (given.length > 1) throw invalid(`${given.join(' and ')} cannot be used together`, given[1]);
		const { file_url: fileUrl } = call.params;
		const source = fileOf(call, 'source');
		if (source) return videoOf(source, described(call.params), call);
		if (typeof fileUrl === 'string') {
			return videoOf(await fetchFile(call.env, fileUrl), described(call.params), call);
		}
		return given[0] === 'upload_phase' ? uploadPhase(call, described) : fromInstagram(call);
	},
};

/** The name is what the library shows; a title goes before it. */
function described({ name, title, ...others }: Values): Values {
	return { ...pick(others, 'description', 'unpublished_content_type'), title: title ?? name };
}

/** ("Troubleshooting, Uploading an Instagram Video to Facebook") */
function fromInstagram(call: WriteCall): Written {
	const { source_instagram_media_id: mediaId, partnership_ad_ad_code: code } = call.params;
	const media = call.env.store.get(String(mediaId));
	if (media?.type !== 'instagram_media') throw unknownObject('POST', String(mediaId));
	if (code === undefined) {
		throw invalid('The parameter partnership_ad_ad_code is required', 'partnership_ad_ad_code');
	}
	if (media.values.media_type !== 'VIDEO' || media.values.partnership_ad_ad_code !== code) {
		throw new GraphFault({
			code: 100,
			subcode: 3867105,
			message: 'Invalid parameter',
			userTitle: "Can't use this content",
			userMessage: "This content can't be used for your partnership ad. Select different content.",
			blame: ['partnership_ad_ad_code'],
		});
	}
	const values = described({ name: media.values.caption, ...call.params });
	return publish(call.env.videos.newDigest(), values, call);
}

/** Takes a video out of the library ("Ad Videos, Deleting"); the video itself stays. */
export const adVideosRemove: WriteSpec = {
	params: { video_id: required(id) },
	run: ({ env, target, params: { video_id: videoId } }) => {
		const video = env.store.get(String(videoId));
		const removed =
			video && listsOf(target).map((edge) => env.store.unlink(video, [target.id, edge]));
		if (!removed?.includes(true)) {
			throw invalid('The video is not in the library of the ad account', 'video_id');
		}
		return { answer: { success: true } };
	},
};
