import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import busboy from 'busboy';

/** What goes wrong with one request that carries bytes. */
export type Fault =
	| 'none'
	/** The connection breaks after so many bytes of the file. */
	| { cutAfter: number }
	/** All is taken, but the connection breaks before the answer. */
	| 'lostReply'
	/** Only so many bytes are kept. */
	| { keep: number }
	/** Bytes that were there are forgotten down to an offset; then the request is refused. */
	| { backTo: number }
	/** This is answered, and nothing kept. */
	| { reply: Reply };

export interface Reply {
	statusCode?: number;
	body: unknown;
}

export interface Seen {
	method: string;
	path: string;
	query: Record<string, string>;
	headers: IncomingHttpHeaders;
	fields: Record<string, string>;
	/** Bytes of the file that came. */
	bytes: number;
	/** Of other files in the form, by name: their text. */
	files: Record<string, string>;
}

/** An error as Meta words it. */
export function graphError(code: number, message: string, more: object = {}): object {
	return { error: { message: `(#${code}) ${message}`, type: 'OAuthException', code, ...more } };
}

/** The same as an answer. */
export function refusal(code: number, subcode?: number, statusCode = 400): Reply {
	const more = subcode === undefined ? {} : { error_subcode: subcode };
	return { statusCode, body: graphError(code, 'test', more) };
}

export function sha256(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}

export function isCut(fault?: Fault): fault is { cutAfter: number } {
	return typeof fault === 'object' && 'cutAfter' in fault;
}

/** Reads a form without files. */
export async function readText(request: IncomingMessage, seen: Seen): Promise<undefined> {
	let text = '';
	for await (const data of request) text += String(data);
	seen.fields = Object.fromEntries(new URLSearchParams(text));
}

/** Reads a form with files; gives the piece of a video in it, which is only taken as a whole. */
export async function readForm(
	request: IncomingMessage,
	seen: Seen,
	onBytes: () => void,
): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	const form = busboy({ headers: request.headers });
	form.on('field', (name, value) => (seen.fields[name] = value));
	form.on('file', (name, stream) => {
		stream.on('data', (data: Buffer) => {
			if (name !== 'video_file_chunk') {
				seen.files[name] = (seen.files[name] ?? '') + data.toString();
				return;
			}
			chunks.push(data);
			seen.bytes += data.length;
			onBytes();
		});
	});
	await new Promise<void>((resolve) => {
		form.on('close', resolve).on('error', () => resolve());
		request.on('close', resolve);
		request.pipe(form);
	});
	return chunks.length > 0 ? Buffer.concat(chunks) : undefined;
}
