import { plainError } from '../../shared/graph/errors';
import { sendBytes } from '../../shared/upload/sendBytes';
import type { BinaryFile } from '../../shared/upload/types';
import type { GraphRequest } from '../../shared/graph/types';
import { bytesIn, otherFile, outcomeOf, senseless, textIn } from './answers';
import { mayPass, refusedSession, Tries } from './tries';
import type { UploadContext, UploadFile } from './types';

/** `upload:MTphdHRhY2...==?sig=ARb...`: the path, and what goes into the query. */
const SESSION_ID = /^(upload:[\w.~=:-]+)(?:\?([\w-]+=[\w.~=-]*(?:&[\w-]+=[\w.~=-]*)*))?$/;

/**
 * Sends a file through a session of the Resumable Upload API (Upload a file); gives its handle. Where
 * it breaks off the next request goes on from what Meta has.
 *
 * @throws GraphError when Meta refuses, or five tries in a row bring no new bytes
 * @throws NodeOperationError when the file cannot be read
 */
export const uploadFile: UploadFile = async (context, file, options) => {
	const { trace } = context;
	Object.assign(trace, { session: 'file', size: file.size });
	const isResumed = 'resume' in options;
	const uploadSessionId = isResumed
		? options.resume.uploadSessionId.trim()
		: await start(context, file, options.appId);
	const session = fileSessionRequest('POST', uploadSessionId);
	Object.assign(trace, { uploadSessionId, state: 'open' });

	const offset = isResumed ? await offsetOf(context, session, file.size) : 0;
	const handle = await transfer(context, file, session, offset);
	trace.state = 'finished';
	return { handle, uploadSessionId };
};

/**
 * A request to a session, of which the ID goes into the address as Meta wrote it.
 *
 * @throws GraphError when it has not the form of such an ID
 */
export function fileSessionRequest(method: 'GET' | 'POST', uploadSessionId: string): GraphRequest {
	const [, path, query] = SESSION_ID.exec(uploadSessionId) ?? [];
	if (path === undefined) {
		throw plainError(
			'invalidParameter',
			`"${uploadSessionId}" is not the ID of an upload session`,
			'Enter it as Upload File gave it; it begins with "upload:".',
			{ method, path: '/upload:' },
		);
	}
	const pairs = (query ?? '').split('&').filter(Boolean);
	const parameters = Object.fromEntries(
		pairs.map((pair) => {
			const end = pair.indexOf('=');
			return [pair.slice(0, end), pair.slice(end + 1)];
		}),
	);
	return { method, path: `/${path}`, parameters, scheme: 'OAuth' };
}

async function start(
	{ client }: UploadContext,
	{ fileName, size, mimeType }: BinaryFile,
	appId: string,
): Promise<string> {
	const request: GraphRequest = {
		method: 'POST',
		path: `/${appId}/uploads`,
		parameters: { file_name: fileName, file_length: size, file_type: mimeType },
		// A session too many does no harm: it only holds what is sent to it.
		repeat: 'always',
	};
	const { body } = await client.request(request);
	return textIn(body, 'id', request);
}

async function transfer(
	context: UploadContext,
	file: BinaryFile,
	session: GraphRequest,
	firstOffset: number,
): Promise<string> {
	const { client, trace } = context;
	const tries = new Tries(context);
	let offset = firstOffset;
	tries.reached(offset);
	const look = async () => {
		offset = await offsetOf(context, session, file.size);
		tries.reached(offset);
	};
	for (;;) {
		tries.begin();
		// At the end of the file there is nothing left to send, but the handle is still to be had.
		const sending = sendBytes(
			file.slice(offset),
			async (bytes) =>
				await client.request({
					...session,
					bytes,
					headers: { file_offset: String(offset) },
					repeat: 'never',
				}),
		);
		const outcome = await outcomeOf(sending);
		if ('body' in outcome && typeof outcome.body.h === 'string' && outcome.body.h !== '') {
			tries.reached(file.size);
			return outcome.body.h;
		}
		const error =
			'error' in outcome
				? outcome.error
				: senseless('Meta took the bytes, but gave no handle of the file', session);
		if ('error' in outcome && !mayPass(error)) throw refusedSession(error, trace);
		await look();
		await tries.goOn(error);
		// More may have arrived meanwhile.
		await look();
	}
}

/** Upload a file, Resume an interrupted upload. */
async function offsetOf(
	{ client, trace }: UploadContext,
	session: GraphRequest,
	size: number,
): Promise<number> {
	const request: GraphRequest = { ...session, method: 'GET' };
	const outcome = await outcomeOf(client.request(request));
	if ('error' in outcome) throw refusedSession(outcome.error, trace);
	const offset = bytesIn(outcome.body.file_offset);
	if (offset === undefined) throw senseless('Meta\'s answer holds no "file_offset"', request);
	if (offset > size) throw otherFile(offset, size, request);
	return offset;
}
