import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { request } from 'undici';
import { madeBytes } from '../../sandbox';
import type { JsonObject } from '../../sandbox/json';
import type { Bench, Reply } from './support';

/** A made file of a size, the same for the same seed. */
export function fileOf(size: number, seed = 'video'): Buffer {
	return Buffer.concat([...madeBytes(seed, 0, size)]);
}

export function sha256(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}

export interface FormPart {
	bytes: Buffer;
	fileName?: string;
	mimeType?: string;
}

/** Posts a form with files; fields come first. */
export async function postForm(
	bench: Bench,
	path: string,
	fields: Record<string, string>,
	files: Record<string, FormPart> = {},
	token = 'test-token',
): Promise<Reply> {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	for (const [name, { bytes, fileName, mimeType }] of Object.entries(files)) {
		const blob = new Blob([new Uint8Array(bytes)], { type: mimeType ?? 'video/mp4' });
		form.set(name, blob, fileName ?? 'video.mp4');
	}
	const response = await fetch(`${bench.sandbox.url}/v24.0/${path}`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}` },
		body: form,
	});
	return await replyOf(response);
}

/** Posts raw bytes to an upload address. */
export async function postBytes(
	address: string,
	bytes: Buffer | undefined,
	headers: Record<string, string>,
	scheme = 'OAuth',
): Promise<Reply> {
	const response = await fetch(address, {
		method: 'POST',
		headers: { authorization: `${scheme} test-token`, ...headers },
		...(bytes ? { body: new Uint8Array(bytes) } : {}),
	});
	return await replyOf(response);
}

async function replyOf(response: Response): Promise<Reply> {
	const headers: Record<string, string> = {};
	response.headers.forEach((value, name) => (headers[name] = value));
	return {
		status: response.status,
		headers,
		body: (await response.json()) as JsonObject,
	};
}

/** Sends the head of a request and a part of its body, then breaks the connection. */
export async function postAndBreak(
	bench: Bench,
	path: string,
	headers: Record<string, string>,
	part: Buffer,
): Promise<void> {
	const { requests, port } = bench.sandbox;
	const before = requests.length;
	const socket = connect(port, '127.0.0.1');
	await once(socket, 'connect');
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
	socket.write(`POST ${path} HTTP/1.1\r\nhost: sandbox\r\n${lines.join('')}\r\n`);
	await new Promise<void>((resolve) => socket.write(new Uint8Array(part), () => resolve()));
	await until(() => requests.length > before);
	socket.end();
	socket.destroy();
	await until(() => requests[before].bodyBytes !== undefined);
}

/** Posts the first part of a body at once, and the second one when told to. */
export async function pausedPost(
	bench: Bench,
	address: string,
	headers: Record<string, string>,
	first: Buffer,
	second: Buffer,
): Promise<{ goOn: () => Promise<JsonObject> }> {
	const before = bench.sandbox.requests.length;
	let goOn = () => {};
	const isTold = new Promise<void>((resolve) => (goOn = resolve));
	async function* body() {
		yield first;
		await isTold;
		yield second;
	}
	const reply = request(address, { method: 'POST', headers, body: Readable.from(body()) });
	await until(() => bench.sandbox.requests.length > before);
	// The head of the request is there; its first bytes follow at once.
	await new Promise((resolve) => setTimeout(resolve, 50));
	return {
		goOn: async () => {
			goOn();
			return (await (await reply).body.json()) as JsonObject;
		},
	};
}

/** Waits until something is so, as long as the test may take. */
export async function until(isSo: () => boolean): Promise<void> {
	while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** An MP4 file with nothing in it but its length. */
export function mp4(seconds: number, paddingBytes = 2000): Buffer {
	const box = (type: string, content: Buffer) => {
		const head = Buffer.alloc(8);
		head.writeUInt32BE(8 + content.length);
		head.write(type, 4, 'latin1');
		return Buffer.concat([head, content]);
	};
	const header = Buffer.alloc(100);
	header.writeUInt32BE(600, 12);
	header.writeUInt32BE(600 * seconds, 16);
	return Buffer.concat([
		box('ftyp', Buffer.from('isom\0\0\0\0isom')),
		box('mdat', Buffer.alloc(paddingBytes, 7)),
		box('moov', box('mvhd', header)),
	]);
}

/** What a GET with a body and nothing else gives; the documentation has such a sample. */
export async function getWithBody(url: string, body: string): Promise<JsonObject> {
	const reply = await request(url, {
		method: 'GET',
		headers: {
			authorization: 'OAuth test-token',
			'content-type': 'application/x-www-form-urlencoded',
		},
		body,
	});
	return (await reply.body.json()) as JsonObject;
}
