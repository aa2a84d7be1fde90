import busboy from 'busboy';
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import type { GoldenRequest } from '../tools/golden';

/** A longer content is told by its digest. */
const MAX_TEXT_BYTES = 1_000;

/** What a request carries, in the terms of a golden file. */
export type RecordedBody = Pick<GoldenRequest, 'body' | 'files' | 'bytes'>;

/** Reads a form with files. */
export async function readMultipart(
	headers: IncomingHttpHeaders,
	stream: Readable,
): Promise<RecordedBody> {
	const body = new URLSearchParams();
	const files: Array<Promise<[string, NonNullable<RecordedBody['files']>[string]]>> = [];
	const parser = busboy({ headers });
	parser.on('field', (name, value) => body.append(name, value));
	parser.on('file', (name, file, { filename, mimeType }) => {
		files.push(
			buffer(file).then((read) => [
				name,
				{ fileName: filename ?? '', mimeType, ...contentOf(read) },
			]),
		);
	});
	await new Promise((resolve, reject) => {
		parser.on('close', resolve).on('error', reject);
		stream.pipe(parser);
	});
	return { body: pairs(body), files: Object.fromEntries(await Promise.all(files)) };
}

/** Reads a form without files. */
export function readForm(text: string): RecordedBody {
	return { body: pairs(new URLSearchParams(text)) };
}

/** Bytes that are no form. */
export function readBytes(read: Buffer): RecordedBody {
	return { body: {}, bytes: contentOf(read) };
}

function contentOf(read: Buffer): NonNullable<RecordedBody['bytes']> {
	if (read.length <= MAX_TEXT_BYTES) return { text: read.toString('utf8') };
	return { size: read.length, sha256: createHash('sha256').update(read).digest('hex') };
}

/** A key that came twice shows up, instead of the last one winning. */
export function pairs(parameters: URLSearchParams): Record<string, string> {
	const keys = [...new Set(parameters.keys())];
	return Object.fromEntries(keys.map((key) => [key, parameters.getAll(key).join(' AND ')]));
}
