import { omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import type { RunContext } from '../../shared/operation/types';
import { maxProcessingWaitOf } from '../fields/wait';
import { waitUntilReady } from '../upload/ready';
import type { UploadContext, VideoDetails } from '../upload/types';
import { setThumbnail, type ThumbnailChoice } from './thumbnail';

/** Who pays and who acts for a video. */
export interface Owner {
	/** Number of the ad account or Page. */
	quotaOf?: string;
	asPage?: string;
}

/**
 * What comes after the bytes of a video: its thumbnail is set and, when the user wants it, its processing
 * is waited for.
 *
 * @returns what the item tells of the video besides its ID; nothing when it is not waited for
 * @throws GraphError when Meta could not process the video, or not in time
 */
export async function completeVideo(
	{ client, values }: RunContext,
	upload: UploadContext,
	videoId: string,
	owner: Owner,
	thumbnail?: ThumbnailChoice,
): Promise<IDataObject> {
	const target = { client, videoId, quotaOf: owner.quotaOf };
	if (values.wait_until_ready === false) {
		if (thumbnail) await setThumbnail(target, thumbnail, []);
		return {};
	}
	const wait = { timeout: maxProcessingWaitOf(values), ...owner };
	const details = await waitUntilReady(upload, videoId, wait);
	if (!thumbnail) return membersOf(details);
	await setThumbnail(target, thumbnail, details.thumbnails);
	// The picture that the video shows is another one now.
	return membersOf(await waitUntilReady(upload, videoId, wait));
}

/** A video that is ready, as members of an item. */
export function membersOf(details: VideoDetails): IDataObject {
	return omit(details, 'id') as unknown as IDataObject;
}
