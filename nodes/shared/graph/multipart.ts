import { randomUUID } from 'node:crypto';

import type { Bytes, FormFile } from './types';

const LINE_END = '\r\n';

/** A form with files, as it is sent. */
export interface Multipart {
	/** Value of the Content-Type header. */
	contentType: string;
	body: Bytes;
}

/** Puts fields and files into one form (RFC 7578); the files are read while it is sent. */
export function toMultipart(
	fields: Record<string, string>,
	files: Record<string, FormFile>,
): Multipart {
	const boundary = `n8n-${randomUUID()}`;
	const head = (name: string, rest = '') =>
		`--${boundary}${LINE_END}Content-Disposition: form-data; name="${quotable(name)}"${rest}${LINE_END}${LINE_END}`;
	const texts = Object.entries(fields).map(([name, value]) => `${head(name)}${value}${LINE_END}`);
	const parts: Array<Buffer | Bytes> = [Buffer.from(texts.join(''))];
	for (const [name, { bytes, fileName, mimeType }] of Object.entries(files)) {
		const type = `${LINE_END}Content-Type: ${mimeType.replace(/[\r\n]/g, '')}`;
		parts.push(Buffer.from(head(name, `; filename="${quotable(fileName)}"${type}`)));
		parts.push(bytes, Buffer.from(LINE_END));
	}
	parts.push(Buffer.from(`--${boundary}--${LINE_END}`));
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		body: {
			size: parts.reduce((sum, part) => sum + sizeOf(part), 0),
			read: () => readAll(parts),
		},
	};
}

async function* readAll(parts: Array<Buffer | Bytes>): AsyncGenerator<Buffer> {
	for (const part of parts) {
		if (Buffer.isBuffer(part)) yield part;
		else yield* part.read();
	}
}

function sizeOf(part: Buffer | Bytes): number {
	return Buffer.isBuffer(part) ? part.length : part.size;
}

/** As browsers write names into a form. */
function quotable(name: string): string {
	return name.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}
