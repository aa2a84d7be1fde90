import type { BinaryFile } from '../../shared/upload/types';
import { sendBytes } from '../../shared/upload/sendBytes';
import type { ExpectedRange, GraphParameters, GraphRequest } from '../../shared/graph/types';
import { bytesIn, checkedRange, outcomeOf, senseless, textIn } from './answers';
import { finishSession } from './finish';
import { readOpenStatus } from './status';
import type { Reader } from './status';
import { mayPass, refusedSession, Tries } from './tries';
import type { PhasedEdge, PieceSession, UploadContext, UploadInPieces } from './types';

/** A piece is never made smaller than this when Meta finds it took too long. */
export const MIN_PIECE_BYTES = 1024 * 1024;
/** "The upload took too long": smaller pieces are wanted. */
const TOO_SLOW = 1363030;
/** A piece is not the one that Meta waits for; the answer says which is. */
const WRONG_OFFSET = 1363037;
/** "Please try again", which Meta also says when the session is over: only the video tells which. */
const TRY_AGAIN = 6001;

/**
 * Sends a file in the pieces that Meta asks for (Ad Videos, upload_phase; Publishing). A piece that
 * got lost on the way is sent again, and where Meta stands elsewhere in the file it goes on there.
 *
 * @throws GraphError when Meta refuses, or five tries in a row bring no new bytes
 * @throws NodeOperationError when the file cannot be read
 */
export const uploadInPieces: UploadInPieces = async (context, edge, file, options) => {
	const { trace } = context;
	Object.assign(trace, { session: 'pieces', size: file.size });
	const session = options.resume ?? (await start(context, edge, file, options.start));
	const { uploadSessionId, videoId } = session;
	Object.assign(trace, { uploadSessionId, videoId, state: 'open' });

	const tries = new Tries(context);
	await transfer(context, edge, file, session, tries);
	const finish: GraphRequest = {
		...phase(edge, 'finish', { upload_session_id: uploadSessionId, ...options.finish }),
		...(options.finishFiles ? { files: options.finishFiles } : {}),
	};
	await finishSession(context, tries, videoId, finish, readerOf(edge));
	return { videoId, uploadSessionId };
};

async function start(
	{ client }: UploadContext,
	edge: PhasedEdge,
	file: BinaryFile,
	parameters: GraphParameters = {},
): Promise<PieceSession> {
	const request: GraphRequest = {
		...phase(edge, 'start', { ...parameters, file_size: file.size }),
		// A session too many does no harm: what nobody finishes becomes no video.
		repeat: 'always',
	};
	const { body } = await client.request(request);
	const next =
		body.skip_upload === true
			? { start: file.size, end: file.size }
			: rangeOf(body.start_offset, body.end_offset);
	return {
		uploadSessionId: textIn(body, 'upload_session_id', request),
		videoId: textIn(body, 'video_id', request),
		next: checkedRange(next, file.size, request),
	};
}

/** Sends pieces until Meta wants no more. */
async function transfer(
	context: UploadContext,
	edge: PhasedEdge,
	file: BinaryFile,
	session: PieceSession,
	tries: Tries,
): Promise<void> {
	const { size } = file;
	let mostBytes = size;
	let next = session.next ?? firstGuess(context.trace.offset, size);
	while (next.start < next.end) {
		tries.begin();
		const piece = { start: next.start, end: Math.min(next.end, next.start + mostBytes) };
		const { request, outcome } = await sendPiece(context, edge, file, session, piece);
		if ('body' in outcome) {
			const { start_offset, end_offset } = outcome.body;
			next = checkedRange(rangeOf(start_offset, end_offset), size, request);
			tries.reached(next.start);
			if (next.start <= piece.start && next.start < next.end) {
				await tries.goOn(senseless(`Meta keeps asking for byte ${next.start}`, request));
			}
			continue;
		}
		const { error } = outcome;
		const { subcode, expected } = error.details;
		if (subcode === WRONG_OFFSET && expected) {
			next = checkedRange(expected, size, request);
			tries.reached(next.start);
		} else if (!mayPass(error)) {
			throw refusedSession(error, context.trace);
		} else if (subcode === TOO_SLOW) {
			mostBytes = Math.max(MIN_PIECE_BYTES, Math.ceil((piece.end - piece.start) / 2));
		} else if (error.details.code === TRY_AGAIN) {
			await readOpenStatus(context, session.videoId, readerOf(edge));
		}
		if (next.start < next.end) await tries.goOn(error);
	}
	tries.reached(size);
}

async function sendPiece(
	{ client }: UploadContext,
	edge: PhasedEdge,
	file: BinaryFile,
	{ uploadSessionId }: PieceSession,
	{ start, end }: ExpectedRange,
) {
	const parameters = { upload_session_id: uploadSessionId, start_offset: start };
	const request: GraphRequest = { ...phase(edge, 'transfer', parameters), repeat: 'never' };
	const sending = sendBytes(file.slice(start, end), async (bytes) => {
		const { fileName, mimeType } = file;
		return await client.request({
			...request,
			files: { video_file_chunk: { bytes, fileName, mimeType } },
		});
	});
	return { request, outcome: await outcomeOf(sending) };
}

/**
 * A small piece from where the upload is thought to stand: Meta takes it, or tells what it wants. One
 * byte at least, so that there is something to ask with.
 */
function firstGuess(offset: number, size: number): ExpectedRange {
	const start = Math.max(0, Math.min(offset, size - 1));
	return { start, end: Math.min(size, start + MIN_PIECE_BYTES) };
}

function phase(edge: PhasedEdge, upload_phase: string, parameters: GraphParameters): GraphRequest {
	const { path, host, quotaOf, asPage } = edge;
	return {
		method: 'POST',
		path,
		host,
		parameters: { upload_phase, ...parameters },
		useCase: asPage === undefined ? 'ads_management' : 'pages',
		...(quotaOf === undefined ? {} : { quotaOf }),
		...(asPage === undefined ? {} : { asPage }),
	};
}

/** A video is read on the host of all that is read. */
function readerOf({ quotaOf, asPage }: PhasedEdge): Reader {
	return { quotaOf, asPage };
}

function rangeOf(start: unknown, end: unknown): Partial<ExpectedRange> {
	return { start: bytesIn(start), end: bytesIn(end) };
}
