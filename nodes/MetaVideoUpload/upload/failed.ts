import type { JsonObject } from 'n8n-workflow';

import { GraphError } from '../../shared/graph/types';
import type { GraphErrorDetails } from '../../shared/graph/types';
import type { UploadTrace } from './types';

/**
 * What ended an upload, with how far it came and by what it can be resumed. Before a session was
 * begun there is nothing to add; errors of other kinds (a file that cannot be read) become Graph errors
 * otherwise, since only those carry details into items.
 */
export function withProgress(error: unknown, trace: UploadTrace): Error {
	const cause = error instanceof Error ? error : new Error(String(error));
	if (trace.state === undefined) return cause;
	const details = withoutDoubt(detailsOf(cause), trace);
	return new GraphError({
		...details,
		advice: [details.advice, progressText(trace)].filter(Boolean).join(' '),
		progress: progressOf(trace),
	});
}

function detailsOf(cause: Error): GraphErrorDetails {
	if (cause instanceof GraphError) return cause.details;
	const { description } = cause as { description?: string | null };
	return {
		class: 'unknown',
		message: cause.message,
		advice: description ?? '',
		blamedFields: [],
		method: 'POST',
		// It is not about a request.
		path: '',
	};
}

/** Meta tells what an open session has got: nothing in it is done twice by going on. */
function withoutDoubt(details: GraphErrorDetails, { state }: UploadTrace): GraphErrorDetails {
	const { class: errorClass, cause } = details;
	if (state !== 'open' || errorClass !== 'outcomeUnknown' || cause === undefined) return details;
	return { ...details, class: 'transient', message: cause, advice: '' };
}

function progressText(trace: UploadTrace): string {
	const { state, offset, size, uploadSessionId, videoId } = trace;
	if (state === 'finished') return videoId ? `The upload itself is done: video ${videoId}.` : '';
	// Meta was fetching the file itself: nothing of it is here to go on with.
	if (size === 0) return 'Meta has not got the whole file from its URL: upload it again.';
	const arrived = `${offset} of ${size} bytes have arrived`;
	const names = [
		uploadSessionId ? `upload session ${uploadSessionId}` : '',
		videoId ? `video ${videoId}` : '',
	].filter(Boolean);
	const where = names.length > 0 ? ` (${names.join(', ')})` : '';
	return state === 'over'
		? `${arrived}${where}.`
		: `${arrived}${where}. Resume Upload goes on from there.`;
}

function progressOf({ session, uploadSessionId, videoId, offset, size }: UploadTrace): JsonObject {
	return {
		...(session ? { session } : {}),
		...(uploadSessionId ? { upload_session_id: uploadSessionId } : {}),
		...(videoId ? { video_id: videoId } : {}),
		offset,
		size,
	};
}
