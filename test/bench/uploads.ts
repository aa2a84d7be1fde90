import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { IBinaryData, IDataObject, INodeType } from 'n8n-workflow';
import { request } from 'undici';

import { madeBytes } from '../sandbox';
import { keepFile } from '../support/binaryStore';
import { runFacebookNode, runNode } from './contestants';

export const ACCOUNT = '1001';
const TOKEN = 'test-token';
const VERSION = 'v24.0';
/** What our node reads at once too. */
const READ_BYTES = 1024 * 1024;
const BOUNDARY = 'bench-boundary';

/** How a video reaches the library of an ad account. */
export type UploadMethod = 'pieces' | 'videoAd' | 'single';

export interface UploadRun {
	seconds: number;
	videoId: string;
}

/** Keeps a file in n8n's store whose bytes differ from place to place; the same for every size. */
export async function keepVideo(size: number): Promise<IBinaryData> {
	const content = Readable.from(madeBytes('bench', 0, size), { objectMode: false });
	return await keepFile(content, { fileName: 'bench.mp4', mimeType: 'video/mp4' });
}

/** Uploads with our node in n8n's engine; it does not wait for the video's processing. */
export async function uploadOurs(
	graphBaseUrl: string,
	upload_method: UploadMethod,
	data: IBinaryData,
): Promise<UploadRun> {
	const parameters: IDataObject = {
		resource: 'adVideo',
		operation: 'upload',
		ad_account: { __rl: true, mode: 'id', value: ACCOUNT },
		source: 'file',
		input_field: 'data',
		upload_method,
		wait_until_ready: false,
	};
	const items = [{ json: {}, binary: { data } }];
	const { seconds, outputs } = await runNode('metaVideoUpload', graphBaseUrl, parameters, {
		items,
	});
	return { seconds, videoId: String(outputs.Node[0][0].json.id) };
}

/** Uploads with n8n's own Facebook node, which can send a file in one request. */
export async function uploadFacebook(
	facebookNode: INodeType,
	host: string,
	data: IBinaryData,
): Promise<UploadRun> {
	const parameters: IDataObject = {
		httpRequestMethod: 'POST',
		node: `act_${ACCOUNT}`,
		edge: 'advideos',
		sendBinaryData: true,
		binaryPropertyName: 'source:data',
	};
	const items = [{ json: {}, binary: { data } }];
	const { seconds, items: sent } = await runFacebookNode(facebookNode, host, parameters, items);
	return { seconds, videoId: String(sent[0].json.id) };
}

/** The same requests with nothing around them: a file of the disk goes out as it is read. */
export async function uploadBare(
	graphBaseUrl: string,
	method: Exclude<UploadMethod, 'single'>,
	file: { path: string; size: number },
): Promise<UploadRun> {
	const started = performance.now();
	const send = method === 'pieces' ? barePieces : bareSession;
	const videoId = await send(`${graphBaseUrl}/${VERSION}/act_${ACCOUNT}`, file);
	return { seconds: (performance.now() - started) / 1000, videoId };
}

async function barePieces(account: string, { path, size }: { path: string; size: number }) {
	const edge = `${account}/advideos`;
	const begun = await post(edge, { upload_phase: 'start', file_size: String(size) });
	const { upload_session_id: session } = begun;
	let next = begun;
	while (next.start_offset !== next.end_offset) {
		const [start, end] = [Number(next.start_offset), Number(next.end_offset)];
		const head = Buffer.from(
			[
				...Object.entries({
					upload_phase: 'transfer',
					upload_session_id: session,
					start_offset: String(start),
				}).map(([name, value]) => part(`name="${name}"`) + value),
				`${part('name="video_file_chunk"; filename="bench.mp4"', 'video/mp4')}`,
			].join('\r\n'),
		);
		const tail = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
		const length = head.length + end - start + tail.length;
		const body = Readable.from(joined(head, bytesOf(path, start, end), tail));
		next = await send(edge, body, {
			'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
			'content-length': String(length),
		});
	}
	await post(edge, { upload_phase: 'finish', upload_session_id: session });
	return begun.video_id;
}

async function bareSession(account: string, { path, size }: { path: string; size: number }) {
	const edge = `${account}/video_ads`;
	const { video_id: videoId, upload_url: url } = await post(edge, { upload_phase: 'start' });
	await send(url, bytesOf(path, 0, size), {
		authorization: `OAuth ${TOKEN}`,
		'content-type': 'application/octet-stream',
		'content-length': String(size),
		offset: '0',
		file_size: String(size),
	});
	await post(edge, { upload_phase: 'finish', video_id: videoId });
	return videoId;
}

function part(disposition: string, type?: string): string {
	const typeLine = type ? `Content-Type: ${type}\r\n` : '';
	return `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n${typeLine}\r\n`;
}

function bytesOf(path: string, start: number, end: number): Readable {
	return createReadStream(path, { start, end: end - 1, highWaterMark: READ_BYTES });
}

async function* joined(head: Buffer, middle: Readable, tail: Buffer) {
	yield head;
	yield* middle as AsyncIterable<Buffer>;
	yield tail;
}

async function post(url: string, fields: Record<string, string>) {
	return await send(url, new URLSearchParams(fields).toString(), {
		'content-type': 'application/x-www-form-urlencoded',
	});
}

/** Rejects with Meta's answer when it is a refusal. */
async function send(url: string, body: Readable | string, headers: Record<string, string>) {
	const reply = await request(url, {
		method: 'POST',
		headers: { authorization: `Bearer ${TOKEN}`, ...headers },
		body,
		headersTimeout: 0,
		bodyTimeout: 0,
	});
	const text = await reply.body.text();
	if (reply.statusCode !== 200) throw new Error(text);
	return JSON.parse(text) as Record<string, string>;
}
