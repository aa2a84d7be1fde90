import fastify from 'fastify';
import type { AddressInfo } from 'node:net';

import type { GoldenRequest } from '../tools/golden';

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
	const server = fastify();
	let requests: RecordedRequest[] = [];
	let replies: unknown[] = [];
	server.addContentTypeParser(
		'application/x-www-form-urlencoded',
		{ parseAs: 'string' },
		(_request, body, done) => done(null, body),
	);
	server.all('*', async (request, reply) => {
		const { pathname, searchParams } = new URL(request.url, 'http://localhost');
		requests.push({
			method: request.method as GoldenRequest['method'],
			path: pathname,
			query: pairs(searchParams),
			body: pairs(new URLSearchParams(typeof request.body === 'string' ? request.body : '')),
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
	return {
		baseUrl: `http://127.0.0.1:${port}`,
		answerWith: (next) => {
			requests = [];
			replies = [...next];
		},
		requests: () => requests,
		close: async () => await server.close(),
	};
}

/** A reply that is a file instead of JSON. */
function isFile(reply: unknown): reply is { file: string; contentType: string } {
	return typeof reply === 'object' && reply !== null && 'file' in reply && 'contentType' in reply;
}

/** A key that came twice shows up, instead of the last one winning. */
function pairs(parameters: URLSearchParams): Record<string, string> {
	const keys = [...new Set(parameters.keys())];
	return Object.fromEntries(keys.map((key) => [key, parameters.getAll(key).join(' AND ')]));
}
