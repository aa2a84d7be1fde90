import type { IncomingHttpHeaders } from 'node:http';
import type { Environment } from '../environment';
import { GraphFault, invalid, unknownObject } from '../graph/errors';
import type { Values } from '../schema/types';
import type { Digest, Sink } from './digest';

/** A file that comes in several requests. */
export interface UploadSession {
	id: string;
	/** In pieces (`upload_phase=transfer`), through `video_ads`, or by the Resumable Upload API. */
	protocol: 'pieces' | 'videoAd' | 'file';
	/** The ad account, Page or app it was started for. */
	ownerId: string;
	/** All bytes that arrived, in order. */
	digest: Digest;
	/** Bytes of the whole file, when they are known. */
	fileSize?: number;
	/** The piece that was asked for last. */
	asked?: { start: number; end: number };
	videoId?: string;
	fileType?: string;
	/** Title, description ... as far as the phases gave them. */
	params: Values;
	/** Ms since 1970. */
	startedMs: number;
	/** Finished or cancelled. */
	isOver: boolean;
	/** The request that may add bytes now. */
	transfer?: Transfer;
}

/** A piece on its way: the bytes so far and its own, to be kept only when it fits. */
export class Piece implements Sink {
	private readonly before: Digest;
	private readonly whole: Digest;

	constructor(private readonly session: UploadSession) {
		this.before = session.digest;
		this.whole = session.digest.copy();
	}

	add(chunk: Buffer): void {
		this.whole.add(chunk);
	}

	/** Adds the piece to the session, unless it is another's or one came in between. */
	keep(session: UploadSession): boolean {
		if (session !== this.session || session.digest !== this.before) return false;
		session.digest = this.whole;
		return true;
	}
}

/** Raw bytes on their way: what arrives stays, also when the connection is cut. */
export class Transfer implements Sink {
	constructor(private readonly session: UploadSession) {}

	add(chunk: Buffer): void {
		// Bytes of an older connection may still come when a newer one has gone on from there.
		if (this.session.transfer === this) this.session.digest.add(chunk);
	}
}

/** Where the headers say that the bytes belong, and how many the whole file has. */
function placeOf(session: UploadSession, headers: IncomingHttpHeaders) {
	const isVideoAd = session.protocol === 'videoAd';
	const name = isVideoAd ? 'offset' : 'file_offset';
	return {
		name,
		offset: wholeNumber(headers[name]),
		fileSize: isVideoAd ? wholeNumber(headers.file_size) : session.fileSize,
	};
}

function wholeNumber(header: string | string[] | undefined): number | undefined {
	return typeof header === 'string' && /^\d+$/.test(header) ? Number(header) : undefined;
}

/**
 * Why raw bytes are not taken: they go on at the offset that was reached or start anew at 0 ("FB
 * Video Ads, Resume Interrupted File Upload", "Resume an interrupted upload").
 */
export function transferRefusal(
	env: Environment,
	session: UploadSession,
	headers: IncomingHttpHeaders,
): GraphFault | undefined {
	if (isExpired(env, session)) return sessionGone(session);
	if (session.isOver) return invalid('The upload was finished already');
	const { name, offset, fileSize } = placeOf(session, headers);
	if (offset === undefined) return invalid(`The header ${name} must be a number of bytes`, name);
	if (fileSize === undefined || fileSize === 0) {
		return invalid('The header file_size must be a number of bytes', 'file_size');
	}
	if (offset === 0) return undefined;
	if (session.fileSize !== undefined && fileSize !== session.fileSize) {
		return invalid(`The header file_size must stay ${session.fileSize}`, 'file_size');
	}
	return offset === session.digest.size ? undefined : goOnFrom(session);
}

/** Lets a request add bytes to a session. */
export function beginTransfer(
	env: Environment,
	session: UploadSession,
	headers: IncomingHttpHeaders,
): Transfer | undefined {
	if (transferRefusal(env, session, headers)) return undefined;
	const { offset, fileSize } = placeOf(session, headers);
	if (offset === 0) session.digest = env.videos.newDigest();
	session.fileSize = fileSize;
	session.transfer = new Transfer(session);
	return session.transfer;
}

/** Code 6000 with subcode 1363037: these bytes come next instead. */
export function goOnFrom({ digest, asked, fileSize }: UploadSession): GraphFault {
	const end = asked?.end ?? fileSize ?? digest.size;
	return new GraphFault({
		code: 6000,
		subcode: 1363037,
		message: 'There was a problem uploading your video file. Please try again with another file.',
		userTitle: 'Video Upload Problem',
		userMessage: 'There was a problem uploading your video. Please try uploading it again.',
		data: { start_offset: String(digest.size), end_offset: String(end) },
	});
}

/** Whether a session has not been finished in time. */
export function isExpired(env: Environment, { isOver, startedMs }: UploadSession): boolean {
	return !isOver && env.now() - startedMs > env.settings.videos.sessionMs;
}

export function sessionGone({ id, protocol }: Pick<UploadSession, 'id' | 'protocol'>): GraphFault {
	if (protocol === 'file') return unknownObject('POST', id);
	return new GraphFault({
		code: 6001,
		message: 'There was a problem uploading your video. Please try again.',
	});
}
