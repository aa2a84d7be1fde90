import { GraphFault } from '../graph/errors';
import type { Digest } from './digest';
import { isCutShort, isMp4 } from './mp4';
import type { VideoOptions } from './options';

/** How files that are no videos begin. */
const OTHER_KINDS = [
	'%PDF-',
	'\x89PNG',
	'\xff\xd8\xff',
	'GIF8',
	'PK\x03\x04',
	'<!DOCTYPE',
	'<html',
];

/**
 * Refuses what is no video ("Ad Videos, Error Codes": 382, 352, 351).
 * @param mimeType empty when nobody said
 * @throws GraphFault
 */
export function checkVideo(digest: Digest, mimeType: string, options: VideoOptions): void {
	checkSize(digest.size, options);
	const start = digest.head.toString('latin1', 0, 16);
	const isOther = OTHER_KINDS.some((kind) => start.startsWith(kind));
	const isVideoType = mimeType === '' || /^video\/|^application\/octet-stream$/.test(mimeType);
	if (isOther || !isVideoType) {
		throw new GraphFault({
			code: 352,
			message: "The video file you selected is in a format that we don't support.",
		});
	}
	if (isMp4(digest) && isCutShort(digest)) {
		throw new GraphFault({
			code: 351,
			message: 'There was a problem with your video file. Please try again with another file,',
		});
	}
}

/** @throws GraphFault 382 for a video that is too small */
export function checkSize(size: number, { minBytes }: VideoOptions): void {
	if (size >= minBytes) return;
	throw new GraphFault({
		code: 382,
		subcode: 1363022,
		message:
			'The video file you tried to upload is too small. Please try again with a larger file.',
	});
}

/** @throws GraphFault 351 for a video that is too large for one request */
export function checkSingleSize(size: number, { maxSingleBytes }: VideoOptions): void {
	if (maxSingleBytes === null || size <= maxSingleBytes) return;
	throw new GraphFault({
		code: 351,
		subcode: 1363023,
		message: 'The video you tried to upload is too large. Please try again with a smaller file.',
	});
}
