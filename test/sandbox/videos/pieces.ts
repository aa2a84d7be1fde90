import omit from 'lodash/omit';
import type { Environment } from '../environment';
import { invalid } from '../graph/errors';
import type { JsonObject } from '../json';
import { file, id, int, oneOf } from '../schema/specs';
import type { Params, Values, WriteCall, Written } from '../schema/types';
import { checkSize, checkVideo } from './check';
import { ReceivedFile } from './digest';
import { finishVideo, newVideo } from './finish';
import { goOnFrom, isExpired, Piece, sessionGone, type UploadSession } from './session';

/** What the phases of an upload in pieces need, besides what describes the video. */
export const PIECE_PARAMS: Params = {
	end_offset: int(0),
	file_size: int(0),
	start_offset: int(0),
	upload_phase: oneOf('start', 'transfer', 'finish', 'cancel'),
	upload_session_id: id,
	video_file_chunk: file,
};

/** The piece that a part of a form is, when it belongs to a session that is known by then. */
export function pieceOf(
	env: Environment,
	name: string | undefined,
	params: Record<string, unknown>,
): Piece | undefined {
	const session = env.videos.sessions.get(String(params.upload_session_id));
	const isPiece = name === 'video_file_chunk' && session?.protocol === 'pieces';
	return isPiece ? new Piece(session) : undefined;
}

/**
 * One phase of an upload in pieces ("Ad Videos, Creating": `upload_phase`).
 * @param describe makes the fields of the video from what all phases gave
 */
export function uploadPhase(call: WriteCall, describe: (params: Values) => Values): Written {
	const { upload_phase: phase } = call.params;
	if (phase === 'start') return { answer: start(call) };
	const session = sessionOf(call);
	remember(session, call.params);
	if (phase === 'transfer') return { answer: transfer(call, session) };
	if (phase === 'cancel') {
		session.isOver = true;
		return { answer: { success: true } };
	}
	const video = call.env.store.get(String(session.videoId));
	if (!video || session.digest.size !== session.fileSize) throw goOnFrom(session);
	checkVideo(session.digest, '', call.env.settings.videos);
	finishVideo(video, call.target, session.digest, describe(session.params), call);
	session.isOver = true;
	return { answer: { success: true }, node: video };
}

function start(call: WriteCall): JsonObject {
	const { env, params, target } = call;
	const { file_size: fileSize } = params;
	if (typeof fileSize !== 'number') {
		throw invalid('The parameter file_size is required', 'file_size');
	}
	checkSize(fileSize, env.settings.videos);
	const session: UploadSession = {
		id: `70000000${String(env.videos.nextNumber()).padStart(8, '0')}`,
		protocol: 'pieces',
		ownerId: target.id,
		digest: env.videos.newDigest(),
		fileSize,
		params: {},
		startedMs: env.now(),
		isOver: false,
	};
	remember(session, params);
	env.videos.sessions.set(session.id, session);
	session.videoId = newVideo(target, call, session).id;
	return { upload_session_id: session.id, video_id: session.videoId, ...ask(session, call) };
}

function transfer(call: WriteCall, session: UploadSession): JsonObject {
	const { start_offset: startOffset, end_offset: endOffset } = call.params;
	const { video_file_chunk: part } = call.raw;
	if (typeof startOffset !== 'number') {
		throw invalid('The parameter start_offset is required', 'start_offset');
	}
	if (!(part instanceof ReceivedFile)) {
		throw invalid('The parameter video_file_chunk is required', 'video_file_chunk');
	}
	if (!(part.sink instanceof Piece)) {
		throw invalid('The upload_session_id must come before the video_file_chunk');
	}
	const { asked, digest } = session;
	const end = startOffset + part.digest.size;
	const isWhole = endOffset === undefined || endOffset === end;
	const fits = startOffset === digest.size && end > startOffset && end <= (asked?.end ?? 0);
	if (!isWhole || !fits || !part.sink.keep(session)) throw goOnFrom(session);
	return ask(session, call);
}

/** The piece that comes next; of no bytes when all are there. */
function ask(session: UploadSession, { env }: WriteCall): JsonObject {
	const start = session.digest.size;
	const end = Math.min(start + env.settings.videos.pieceBytes, session.fileSize ?? start);
	session.asked = { start, end };
	return { start_offset: String(start), end_offset: String(end) };
}

function sessionOf({ env, params, target }: WriteCall): UploadSession {
	const { upload_session_id: sessionId } = params;
	if (sessionId === undefined) {
		throw invalid('The parameter upload_session_id is required', 'upload_session_id');
	}
	const session = env.videos.sessions.get(String(sessionId));
	const isUsable =
		session?.protocol === 'pieces' &&
		session.ownerId === target.id &&
		!session.isOver &&
		!isExpired(env, session);
	if (!isUsable) throw sessionGone({ id: String(sessionId), protocol: 'pieces' });
	return session;
}

/** What describes the video may come with any phase. */
function remember(session: UploadSession, params: Values): void {
	Object.assign(session.params, omit(params, Object.keys(PIECE_PARAMS)));
}
