import type { Values, WriteCall, Written } from '../schema/types';
import { checkSingleSize, checkVideo } from './check';
import type { Digest, ReceivedFile } from './digest';
import { finishVideo, newVideo } from './finish';

/** Makes a video of a file that came in one request. */
export function videoOf(
	{ digest, mimeType }: ReceivedFile,
	values: Values,
	call: WriteCall,
): Written {
	const { videos } = call.env.settings;
	checkSingleSize(digest.size, videos);
	checkVideo(digest, mimeType, videos);
	return publish(digest, values, call);
}

/** Makes a video of bytes that need no check any more. */
export function publish(digest: Digest, values: Values, call: WriteCall): Written {
	const video = newVideo(call.target, call);
	finishVideo(video, call.target, digest, values, call);
	return { answer: { id: video.id }, node: video };
}
