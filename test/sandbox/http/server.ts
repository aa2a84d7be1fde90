import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import omit from 'lodash/omit';
import type { Environment } from '../environment';
import type { FaultSpec } from '../faults';
import { performBatch } from '../graph/batch';
import {
	errorAnswer,
	faultError,
	faultHeaders,
	performCall,
	plainHeaders,
	type GraphAnswer,
	type GraphCall,
	type Method,
} from '../graph/call';
import { asFault, GraphFault } from '../graph/errors';
import { readAddress, type Address } from '../graph/address';
import { DEFAULT_VERSION, versionNumber } from '../graph/version';
import { EXPORT_PATH, exportReport } from '../insights/export';
import type { JsonObject } from '../json';
import { headersWithoutSecrets, withoutSecrets, type LoggedRequest } from '../log';
import { pieceOf } from '../videos/pieces';
import { openUpload, type Upload } from '../videos/upload';
import { headerToken } from './decode';
import { accessToken, debugToken, dialogRedirect } from './oauth';
import { receiveBody, type ReceivedBody } from './receive';

const METHODS: Method[] = ['GET', 'POST', 'DELETE'];

/** The HTTP side of the sandbox: everything that is not under `/__sandbox/` is the Graph API. */
export function createServer(env: Environment): FastifyInstance {
	const app = Fastify({ forceCloseConnections: true });
	app.removeAllContentTypeParsers();
	// Handlers read the body themselves: it may be a file of any size.
	app.addContentTypeParser('*', (_request, _payload, done) => done(null));
	app.route({
		method: METHODS,
		url: '/*',
		handler: async (request, reply) => await answerHttp(env, request, reply),
	});
	return app;
}

async function answerHttp(env: Environment, request: FastifyRequest, reply: FastifyReply) {
	const address = readAddress(request.raw.url ?? '/');
	const { version } = address;
	const point = { method: request.method, path: address.shownPath };
	const delay = env.faults.take(point, 'delay');
	const fault = env.faults.take(point, 'other');
	const entry = logHttp(env, request, point, version, fault ?? delay);
	const { remotePort } = request.raw.socket;
	const holdBack = async (ms = 0) => {
		if (ms > 0) await env.sleep(ms, remotePort);
	};
	if (!delay?.executed) await holdBack(delay?.delayMs);
	if (fault?.fault === 'reset') return cut(reply);
	if (fault?.fault === 'timeout' && !fault.executed) return hang(reply);

	const refusedWithoutWork = fault && !fault.executed ? refusal(env, fault, version) : undefined;
	const upload = refusedWithoutWork ? undefined : openUpload(env, address, request);
	const body = await receive(env, request, address, upload, fault);
	noteInLog(entry, address.query, body, request.headers.authorization);
	if (!body.isWhole || fault?.fault === 'cut') return cut(reply);
	const answer =
		refusedWithoutWork ?? (await work(env, request, { address, body, upload }, entry, fault));
	if (delay?.executed) await holdBack(delay.delayMs);
	await holdBack(timeFor(env, entry.steps));
	if (fault?.fault === 'lostReply') return cut(reply);
	if (fault?.fault === 'timeout') return hang(reply);
	if (fault?.fault === 'truncated') return truncate(reply, answer, entry);
	const sent = fault?.executed ? (refusal(env, fault, version) ?? answer) : answer;
	entry.status = sent.status;
	entry.error = sent.error;
	return reply.code(sent.status).headers(sent.headers).send(textOf(sent));
}

/** Ms until an answer: a batch does its steps some at a time. */
function timeFor({ settings }: Environment, steps = 1): number {
	const { latencyMs, stepMs, stepsAtOnce } = settings;
	return latencyMs + stepMs * Math.ceil(steps / stepsAtOnce);
}

/** Reads the whole body, also of a request that is refused: a client may not look up before. */
async function receive(
	env: Environment,
	request: FastifyRequest,
	{ isUpload, query }: Address,
	upload: Upload | undefined,
	fault: FaultSpec | undefined,
): Promise<ReceivedBody> {
	const half = Math.floor(Number(request.headers['content-length'] ?? 0) / 2);
	return await receiveBody(request.raw, {
		isHashing: env.settings.videos.hash,
		isRaw: isUpload,
		openSink: (name, fields) =>
			isUpload ? upload?.transfer : pieceOf(env, name, { ...query, ...fields }),
		cutAfterBytes: fault?.fault === 'cut' ? (fault.afterBytes ?? half) : undefined,
	});
}

/** The answer of a fault that stands in for the real one. */
function refusal(env: Environment, fault: FaultSpec, version?: string): GraphAnswer | undefined {
	const versionText = version ?? DEFAULT_VERSION;
	if (fault.fault === 'html') {
		const title = 'Sorry, something went wrong.';
		return {
			status: fault.status ?? 503,
			headers: { 'content-type': 'text/html; charset=utf-8', ...faultHeaders(fault) },
			body: `<!DOCTYPE html><html><head><title>Error</title></head><body><h1>${title}</h1></body></html>`,
		};
	}
	if (fault.fault !== 'error' && fault.fault !== 'status') return undefined;
	return errorAnswer(env, faultError(fault), versionText, faultHeaders(fault));
}

/** A request that was read. */
interface Received {
	address: Address;
	body: ReceivedBody;
	upload?: Upload;
}

async function work(
	env: Environment,
	request: FastifyRequest,
	received: Received,
	entry: LoggedRequest,
	fault: FaultSpec | undefined,
): Promise<GraphAnswer> {
	const versionText = received.address.version ?? DEFAULT_VERSION;
	try {
		if (received.body.refusal) throw received.body.refusal;
		const call = readCall(request, received);
		const isCut = fault?.fault === 'emptyPage' || fault?.fault === 'shortPage';
		return await answerGraph(env, { ...call, ...(isCut ? { fault } : {}) }, entry);
	} catch (error) {
		return errorAnswer(env, asFault(error), versionText);
	}
}

function readCall(
	request: FastifyRequest,
	{ address: { version, path, query }, body, upload }: Received,
): GraphCall {
	const params = { ...query, ...body.params };
	const asked = String(params.method ?? request.method).toUpperCase();
	// Long reads may be sent as POST with `method=GET`.
	const method = METHODS.find((known) => known === asked);
	if (!method) throw new GraphFault({ code: 100, message: `Unsupported method ${asked}` });
	const given = headerToken(request.headers.authorization) ?? params.access_token;
	const token = given === undefined ? undefined : String(given);
	return { method, path, version, params, token, upload };
}

async function answerGraph(
	env: Environment,
	call: GraphCall,
	entry: LoggedRequest,
): Promise<GraphAnswer> {
	const plain = (body: JsonObject): GraphAnswer => {
		versionNumber(call.version ?? DEFAULT_VERSION);
		return { status: 200, headers: plainHeaders(env, call.version ?? DEFAULT_VERSION), body };
	};
	switch (call.path) {
		case EXPORT_PATH:
			return exportReport(env, call.params, call.token);
		case 'oauth/access_token':
			return plain(accessToken(env, call.params));
		case 'debug_token':
			return plain(debugToken(env, call.params, call.token));
		case 'dialog/oauth':
			return {
				status: 302,
				headers: { location: dialogRedirect(env, call.params) },
				body: null,
			};
	}
	if (call.method === 'POST' && call.params.batch !== undefined) {
		return await performBatch(env, call, entry);
	}
	return await performCall(env, call);
}

function logHttp(
	env: Environment,
	request: FastifyRequest,
	point: { method: string; path: string },
	version: string | undefined,
	fault: FaultSpec | undefined,
): LoggedRequest {
	return env.log.add({
		at: env.now(),
		...point,
		version,
		query: {},
		body: {},
		headers: headersWithoutSecrets(request.headers),
		status: 0,
		tokenIn: 'none',
		hasProof: false,
		...(fault ? { fault: fault.fault } : {}),
	});
}

function noteInLog(
	entry: LoggedRequest,
	query: Record<string, string>,
	{ params, file, size }: ReceivedBody,
	authorization?: string,
): void {
	const bytes = file && file.digest.size > 0 ? { bytes: file } : {};
	entry.query = withoutSecrets(query);
	entry.body = withoutSecrets({ ...omit(params, 'batch'), ...bytes });
	entry.bodyBytes = size;
	entry.hasProof = 'appsecret_proof' in query || 'appsecret_proof' in params;
	if (headerToken(authorization) !== undefined) entry.tokenIn = 'header';
	else if ('access_token' in query) entry.tokenIn = 'query';
	else if ('access_token' in params) entry.tokenIn = 'body';
}

function textOf({ body }: GraphAnswer): string {
	return typeof body === 'string' ? body : JSON.stringify(body);
}

function cut(reply: FastifyReply): FastifyReply {
	reply.hijack();
	reply.raw.socket?.resetAndDestroy();
	return reply;
}

/** Leaves the connection open without a word; closing the server ends it. */
function hang(reply: FastifyReply): FastifyReply {
	reply.hijack();
	return reply;
}

/** Half of the text in chunks, ended as if it were all. */
function truncate(reply: FastifyReply, answer: GraphAnswer, entry: LoggedRequest): FastifyReply {
	const text = textOf(answer);
	entry.status = answer.status;
	reply.hijack();
	reply.raw.writeHead(answer.status, answer.headers);
	reply.raw.write(text.slice(0, Math.floor(text.length / 2)));
	reply.raw.end();
	return reply;
}
