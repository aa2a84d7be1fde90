import fastify, { type FastifyRequest } from 'fastify';
import { pick } from 'lodash';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { GoldenRequest } from '../tools/golden';
import { pairs, readBytes, readForm, readMultipart, type RecordedBody } from './body';

/** Headers that Meta reads and that are not there for HTTP. */
const META_HEADERS = ['offset', 'file_size', 'file_offset', 'file_url'];
/** Larger than any file of a golden. */
const MAX_BODY_BYTES = 100_000_000;

/** A request as it came in, and the header that proves who sent it. */
export interface RecordedRequest extends GoldenRequest {
	authorization: string | undefined;
}

/** A server that keeps every request and answers with what it was given, one after another. */
export interface Recorder {
	baseUrl: string;
	/** Forgets what came in and answers with these from now on. */
	answerWith(replies: unknown[]): void;
	requests(): RecordedRequest[];
	close(): Promise<void>;
}

/** Starts a recorder on a free port. Without an answer left it answers as Meta does to nonsense. */
export async function startRecorder(): Promise<Recorder> {
	const server = fastify({ bodyLimit: MAX_BODY_BYTES });
	let requests: RecordedRequest[] = [];
	let replies: unknown[] = [];
	server.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, body, done) => done(null, readForm(String(body))),
	);
	server.addContentTypeParser(
		'application/octet-stream',
		{ parseAs: 'buffer' },
		(_request, body, done) => done(null, readBytes(Buffer.from(body))),
	);
	server.addContentTypeParser(
		'multipart/form-data',
		async (request: FastifyRequest, payload: IncomingMessage) =>
			await readMultipart(request.headers, payload),
	);
	server.all('*', async (request, reply) => {
		const { pathname, searchParams } = new URL(request.url, 'http://localhost');
		requests.push({
			method: request.method as GoldenRequest['method'],
			path: pathname,
			query: pairs(searchParams),
			...((request.body ?? { body: {} }) as RecordedBody),
			...metaHeaders(request.headers),
			authorization: request.headers.authorization,
		});
		const answer = replies.shift();
		if (isFile(answer)) return await reply.type(answer.contentType).send(answer.file);
		if (answer !== undefined) return await reply.send(answer);
		const error = { message: 'No answer left', type: 'OAuthException', code: 100 };
		return await reply.status(400).send({ error });
	});
	await server.listen({ host: '127.0.0.1', port: 0 });
	const { port } = server.server.address() as AddressInfo;
	const baseUrl = `http://127.0.0.1:${port}`;
	return {
		baseUrl,
		answerWith: (next) => {
			requests = [];
			replies = JSON.parse(JSON.stringify(next).replaceAll('{baseUrl}', baseUrl)) as unknown[];
		},
		requests: () => requests,
		close: async () => await server.close(),
	};
}

/** A reply that is a file instead of JSON. */
function isFile(reply: unknown): reply is { file: string; contentType: string } {
	return typeof reply === 'object' && reply !== null && 'file' in reply && 'contentType' in reply;
}

function metaHeaders(headers: IncomingHttpHeaders): Pick<GoldenRequest, 'headers'> {
	const found = pick(headers, META_HEADERS) as Record<string, string>;
	return Object.keys(found).length > 0 ? { headers: found } : {};
}
