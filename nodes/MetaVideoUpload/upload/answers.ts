import type { JsonObject } from 'n8n-workflow';

import { plainError } from '../../shared/graph/errors';
import { GraphError } from '../../shared/graph/types';
import type { ExpectedRange, GraphReply, GraphRequest } from '../../shared/graph/types';

/** What came back for a request, or why nothing did; other errors than Meta's are thrown on. */
export async function outcomeOf(
	sending: Promise<GraphReply>,
): Promise<{ body: JsonObject } | { error: GraphError }> {
	return await sending.then(
		({ body }) => ({ body }),
		(error: unknown) => (error instanceof GraphError ? { error } : Promise.reject(error)),
	);
}

/** A number of bytes: Meta writes them as texts of digits. `undefined` for anything else. */
export function bytesIn(value: unknown): number | undefined {
	const isDigits = typeof value === 'string' && /^\d{1,15}$/.test(value);
	const number = isDigits ? Number(value) : value;
	return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0
		? number
		: undefined;
}

/** An ID or another text that an answer has to hold. */
export function textIn(body: JsonObject, name: string, request: GraphRequest): string {
	const value = body[name];
	if (typeof value === 'string' && value !== '') return value;
	if (typeof value === 'number') return String(value);
	throw senseless(`Meta's answer holds no "${name}"`, request);
}

/**
 * The next piece that Meta asks for.
 *
 * @throws GraphError when that is no part of the file
 */
export function checkedRange(
	{ start, end }: Partial<ExpectedRange>,
	size: number,
	request: GraphRequest,
): ExpectedRange {
	if (start === undefined || end === undefined) {
		throw senseless('Meta does not say which bytes of the video it wants next', request);
	}
	if (start > size || end > size) throw otherFile(Math.max(start, end), size, request);
	if (end < start || (start === end && start < size)) {
		const told = `Meta asks for bytes ${start} to ${end} of a video of ${size} bytes`;
		throw senseless(told, request);
	}
	return { start, end };
}

/** What the session was begun for is longer than the file. */
export function otherFile(wanted: number, size: number, request: GraphRequest): GraphError {
	return plainError(
		'invalidParameter',
		`The upload session is at byte ${wanted}, but the file has only ${size} bytes`,
		'The session was begun with another file: give that one, or start the upload anew.',
		request,
	);
}

/** An answer that cannot be acted on. */
export function senseless(message: string, request: GraphRequest): GraphError {
	return plainError('unknown', message, 'Start the upload anew.', request);
}
