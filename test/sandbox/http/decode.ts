import busboy from 'busboy';
import { isJsonObject, parseJson } from '../json';
import { GraphFault } from '../graph/errors';

/** Parameters of a request body, by its content type; an empty body has none. */
export async function decodeBody(
	body: Buffer | undefined,
	contentType: string,
): Promise<Record<string, unknown>> {
	if (!body || body.length === 0) return {};
	if (contentType.startsWith('multipart/form-data'))
		return await decodeMultipart(body, contentType);
	const text = body.toString('utf8');
	if (contentType.startsWith('application/json')) return decodeJson(text);
	return Object.fromEntries(new URLSearchParams(text));
}

function decodeJson(text: string): Record<string, unknown> {
	let value: unknown;
	try {
		value = parseJson(text);
	} catch {
		value = undefined;
	}
	if (isJsonObject(value)) return value;
	throw new GraphFault({ code: 100, message: 'The request body must be a valid JSON object' });
}

function decodeMultipart(body: Buffer, contentType: string): Promise<Record<string, unknown>> {
	return new Promise((resolve, reject) => {
		const params: Record<string, unknown> = {};
		const parser = busboy({ headers: { 'content-type': contentType } });
		parser.on('field', (name, value) => {
			params[name] = value;
		});
		parser.on('file', (name, stream, { filename }) => {
			let size = 0;
			stream.on('data', (chunk: Buffer) => (size += chunk.length));
			stream.on('end', () => (params[name] = { filename, size }));
		});
		parser.on('close', () => resolve(params));
		parser.on('error', () =>
			reject(new GraphFault({ code: 100, message: 'The multipart body cannot be read' })),
		);
		parser.end(body);
	});
}

/** The token of an `Authorization` header; Graph takes the schemes Bearer and OAuth. */
export function headerToken(header: string | undefined): string | undefined {
	return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(header ?? '')?.[1];
}
