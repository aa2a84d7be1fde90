import type { IDataObject } from 'n8n-workflow';

import { plainError } from '../../shared/graph/errors';
import type { GraphClient } from '../../shared/graph/types';
import type { Values } from '../../shared/operation/types';
import type { BinaryFile } from '../../shared/upload/types';
import { thumbnailsIn } from '../upload/ready';
import { videoRequest } from '../upload/status';
import type { VideoThumbnail } from '../upload/types';

/** Which picture a video is to show: one's own, one of Meta's by number (from 1) or by ID. */
export type ThumbnailChoice = { file: BinaryFile } | { number: number } | { id: string };

interface Target {
	client: GraphClient;
	videoId: string;
	/** Number of the ad account. */
	quotaOf?: string;
}

/**
 * Chooses the picture that a video shows.
 *
 * @param thumbnails the pictures that Meta made, for a choice by number
 * @returns ID of the chosen thumbnail, as far as Meta tells
 * @throws GraphError when there are fewer pictures than the number says
 */
export async function setThumbnail(
	target: Target,
	choice: ThumbnailChoice,
	thumbnails: VideoThumbnail[],
): Promise<string | undefined> {
	if ('file' in choice) return await addPicture(target, choice.file);
	if ('id' in choice) return await prefer(target, choice.id);
	const chosen = thumbnails[choice.number - 1];
	if (chosen) return await prefer(target, chosen.id);
	throw plainError(
		'notFound',
		`Video ${target.videoId} has no thumbnail ${choice.number}: Meta made ${thumbnails.length}`,
		'Choose a lower number, or a picture of your own, with Set Thumbnail.',
		{ method: 'GET', path: `/${target.videoId}` },
	);
}

/** The choice that an item's fields make, if they make one. */
export function chosenThumbnail(
	{ thumbnail_number: number, thumbnail_id: id }: Values,
	file?: BinaryFile,
): ThumbnailChoice | undefined {
	if (file) return { file };
	if (number !== undefined) return { number: Number(number) };
	return id === undefined ? undefined : { id: String(id) };
}

/** The pictures that Meta has made of a video so far. */
export async function readThumbnails({
	client,
	videoId,
	quotaOf,
}: Target): Promise<VideoThumbnail[]> {
	const fields = 'thumbnails{id,uri,width,height,is_preferred}';
	const { body } = await client.request(videoRequest(videoId, fields, { quotaOf }));
	return thumbnailsIn(body as IDataObject);
}

async function addPicture({ client, videoId, quotaOf }: Target, file: BinaryFile) {
	const { fileName, mimeType } = file;
	const { body } = await client.request({
		method: 'POST',
		path: `/${videoId}/thumbnails`,
		parameters: { is_preferred: true },
		files: { source: { bytes: file.slice(0), fileName, mimeType } },
		useCase: 'ads_management',
		...(quotaOf ? { quotaOf } : {}),
		// Done twice, the video shows the same picture as done once.
		repeat: 'always',
	});
	return body.id === undefined ? undefined : String(body.id);
}

async function prefer({ client, videoId, quotaOf }: Target, id: string): Promise<string> {
	await client.request({
		method: 'POST',
		path: `/${videoId}`,
		parameters: { preferred_thumbnail_id: id },
		useCase: 'ads_management',
		...(quotaOf ? { quotaOf } : {}),
		repeat: 'always',
	});
	return id;
}
