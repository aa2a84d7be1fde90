import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { LoggedRequest, VideoOptions } from '../../sandbox';
import { keepFile } from '../../support/binaryStore';
import {
	workflowWith,
	type EngineRun,
	type NodeSketch,
	type WorkflowJson,
} from '../../support/engine';
import { mp4 } from '../../support/mp4';
import { Bench, jsonOf } from './bench';
import { byId } from './campaigns';

export const PIECE_BYTES = 100_000;
/** Six pieces, the last one shorter. */
export const FILM = mp4({ width: 1280, height: 720, paddingBytes: 520_000 });
export const PICTURE = Buffer.alloc(3_000, 'picture');

export const PAGE = '100000000003001';
export const SPONSOR = '100000000003002';
export const ACCOUNT = { ad_account: byId('1001') };
/** Ad Video > Upload of the item's file. */
export const UPLOAD = { ...ACCOUNT, source: 'file', input_field: 'data' };
export const PIECES = { ...UPLOAD, upload_method: 'pieces', wait_until_ready: false };

/** Where each kind of upload sends its bytes, as faults and `calls` name it. */
export const LIBRARY = '/advideos$';
export const RUPLOAD = '^/video-ads-upload/';
export const FILE_SESSION = '^/upload:';

/** Small pieces, and processing that is over at the second look. */
const VIDEOS = { pieceBytes: PIECE_BYTES, processingMs: 3_000 };

/** The sandbox for tests of uploads. */
export async function openVideoBench(videos: Partial<VideoOptions> = {}): Promise<Bench> {
	return await Bench.open({ videos: { ...VIDEOS, ...videos } });
}

/** A node of Meta Video Upload: `adVideo.upload` with its parameters. */
export function videoNode(
	what: string,
	parameters: IDataObject = {},
	rest: Partial<NodeSketch> = {},
): NodeSketch {
	const [resource, operation] = what.split('.');
	return {
		type: 'n8n-nodes-meta-ads.metaVideoUpload',
		credentials: ['metaAdsApi'],
		...rest,
		parameters: { authentication: 'accessToken', resource, operation, ...parameters },
	};
}

/** A workflow of a trigger and one node. */
export function oneVideoNode(
	what: string,
	parameters: IDataObject = {},
	rest: Partial<NodeSketch> = {},
): WorkflowJson {
	return workflowWith(videoNode(what, parameters, rest));
}

/** Goes on with the next node when an item does not go through. */
export const CONTINUE = { onError: 'continueRegularOutput' } as const;

/** A file for an item's binary field. */
export interface Upload {
	content: Buffer | Readable;
	fileName?: string;
	mimeType?: string;
}

export const film: Upload = { content: FILM };
export const picture: Upload = { content: PICTURE, fileName: 'cover.png', mimeType: 'image/png' };

/** An item whose files are where n8n keeps files. */
export async function itemWith(
	files: Record<string, Upload> = { data: film },
	json: IDataObject = {},
): Promise<INodeExecutionData> {
	const kept = Object.entries(files).map(async ([field, { content, fileName, mimeType }]) => {
		const names = { fileName: fileName ?? 'film.mp4', mimeType: mimeType ?? 'video/mp4' };
		return [field, await keepFile(content, names)] as const;
	});
	return { json, binary: Object.fromEntries(await Promise.all(kept)) };
}

export function sha256(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** How the sandbox tells of a file that has arrived. */
export function whole(id: unknown, bytes = FILM) {
	return { id, size: bytes.length, sha256: sha256(bytes) };
}

/** Bytes that the requests brought, forms around files included. */
export function bytesSent(requests: LoggedRequest[]): number {
	return requests.reduce((sum, { bodyBytes = 0 }) => sum + bodyBytes, 0);
}

/** Bytes of the file's pieces in requests that came whole. */
export function pieceSizes(requests: LoggedRequest[]): number[] {
	return requests.flatMap(({ body }) => {
		const piece = body.video_file_chunk as { size: number } | undefined;
		return piece ? [piece.size] : [];
	});
}

/** What the item of an upload that broke off tells for Resume Upload. */
export function progressIn(run: EngineRun): IDataObject {
	const { upload } = (jsonOf(run)[0].details ?? {}) as { upload?: IDataObject };
	if (!upload) throw new Error(`The item tells of no upload: ${JSON.stringify(jsonOf(run)[0])}`);
	return upload;
}

/** An expression for it. */
export const fed = (name: string) => `={{ $json.details.upload.${name} }}`;
