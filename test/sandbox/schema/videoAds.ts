import { GraphFault, invalid } from '../graph/errors';
import { checkVideo } from '../videos/check';
import { looseTime } from '../videos/looseTime';
import { finishVideo, newVideo } from '../videos/finish';
import { goOnFrom, isExpired, sessionGone, type UploadSession } from '../videos/session';
import { receiveBytes } from '../videos/upload';
import { id, oneOf, required, text, WRITE_ADS } from './specs';
import type { EdgeSpec, WriteCall, WriteSpec, Written } from './types';

/** Sessions of video ads, and the list of them ("FB Video Ads"). */
export const videoAds: EdgeSpec = {
	child: 'video',
	params: { since: text(), until: text() },
	keep: ({ values }, { since, until }, { env }) => {
		const updated = Number(values.updated_time);
		if (since !== undefined && updated < looseTime(since, 'since', env.now())) return false;
		return until === undefined || updated <= looseTime(until, 'until', env.now());
	},
	writePermissions: WRITE_ADS,
	create: {
		params: { upload_phase: required(oneOf('start', 'finish')), video_id: id },
		run: (call) => (call.params.upload_phase === 'start' ? start(call) : finish(call)),
	},
};

function start(call: WriteCall): Written {
	const { env, params, target, versionText } = call;
	if (params.video_id !== undefined) throw invalid('There is no video yet', 'video_id');
	const session: UploadSession = {
		id: '',
		protocol: 'videoAd',
		ownerId: target.id,
		digest: env.videos.newDigest(),
		params: {},
		startedMs: env.now(),
		isOver: false,
	};
	const video = newVideo(target, call, session);
	session.id = video.id;
	session.videoId = video.id;
	env.videos.sessions.set(video.id, session);
	const address = `${env.baseUrl}/video-ads-upload/${versionText}/${video.id}`;
	return { answer: { video_id: video.id, upload_url: env.settings.videos.uploadUrl ?? address } };
}

function finish(call: WriteCall): Written {
	const { env, params, target } = call;
	if (params.video_id === undefined) {
		throw invalid('The parameter video_id is required', 'video_id');
	}
	const videoId = String(params.video_id);
	const session = env.videos.sessions.get(videoId);
	const video = env.store.get(videoId);
	if (!video || session?.protocol !== 'videoAd' || session.ownerId !== target.id) {
		throw invalid('The video was not started for this ad account', 'video_id');
	}
	if (isExpired(env, session)) throw sessionGone(session);
	if (session.isOver) throw invalid('The video was published already', 'video_id');
	if (session.fileSize === undefined || session.digest.size !== session.fileSize) {
		throw goOnFrom(session);
	}
	finishVideo(video, target, session.digest, {}, call, damage(session, call));
	session.isOver = true;
	return { answer: { success: true }, node: video };
}

/** A file that cannot be used is found out while it is processed. */
function damage(session: UploadSession, { env }: WriteCall) {
	try {
		checkVideo(session.digest, '', env.settings.videos);
		return undefined;
	} catch (error) {
		if (!(error instanceof GraphFault)) throw error;
		return { outcome: 'error', message: error.message } as const;
	}
}

/** Bytes of a video ad, sent to rupload ("FB Video Ads, Upload Video"). */
export const videoAdReceive: WriteSpec = {
	params: {},
	run: async (call) => {
		await receiveBytes(call);
		return { answer: { success: true } };
	},
};
