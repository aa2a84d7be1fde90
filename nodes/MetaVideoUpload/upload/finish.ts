import type { GraphError, GraphRequest } from '../../shared/graph/types';
import { outcomeOf, senseless } from './answers';
import { isProcessed, readOpenStatus } from './status';
import type { Reader } from './status';
import { mayPass, refusedSession, type Tries } from './tries';
import type { UploadContext } from './types';

/** "Please try again with another file." */
const UNUSABLE_FILE = 6000;

/**
 * Sends the request that ends a session. When nobody knows whether it arrived, the video tells: Meta
 * works on it then. Until it does the request is sent again, which makes no second video, since the
 * session has its one video from the start.
 */
export async function finishSession(
	context: UploadContext,
	tries: Tries,
	videoId: string,
	request: GraphRequest,
	reader: Reader,
): Promise<void> {
	const { client, trace } = context;
	for (let isInDoubt = false; ; isInDoubt = true) {
		tries.begin();
		const outcome = await outcomeOf(client.request({ ...request, repeat: 'never' }));
		if ('body' in outcome) {
			if (outcome.body.success === false) {
				throw senseless('Meta did not accept the end of the upload', request);
			}
			break;
		}
		const { error } = outcome;
		if (!mayPass(error) && !isInDoubt) throw refusedSession(error, trace, [UNUSABLE_FILE]);
		const status = await readOpenStatus(context, videoId, reader);
		// A session that is over refuses to end twice.
		const isOver = isUnknown(error) && status.uploading_phase?.status === 'complete';
		if (isProcessed(status) || isOver) break;
		if (!mayPass(error)) throw refusedSession(error, trace, [UNUSABLE_FILE]);
		await tries.goOn(error);
	}
	trace.state = 'finished';
}

/** Whether Meta may have refused because there is nothing to finish any more. */
function isUnknown({ details }: GraphError): boolean {
	return ['invalidParameter', 'notFound', 'policy', 'unknown'].includes(details.class);
}
