import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import omit from 'lodash/omit';
import { setTimeout as sleep } from 'node:timers/promises';
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
import { DEFAULT_VERSION, splitVersion, versionNumber } from '../graph/version';
import { EXPORT_PATH, exportReport } from '../insights/export';
import type { JsonObject } from '../json';
import { headersWithoutSecrets, withoutSecrets, type LoggedRequest } from '../log';
import { decodeBody, headerToken } from './decode';
import { accessToken, debugToken, dialogRedirect } from './oauth';

const BODY_LIMIT_BYTES = 64 * 1024 * 1024;
const METHODS: Method[] = ['GET', 'POST', 'DELETE'];

/** A request, taken apart. */
interface Incoming extends GraphCall {
	query: Record<string, unknown>;
	body: Record<string, unknown>;
}

/** The HTTP side of the sandbox: everything that is not under `/__sandbox/` is the Graph API. */
export function createServer(env: Environment): FastifyInstance {
	const app = Fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	app.route({
		method: METHODS,
		url: '/*',
		handler: async (request, reply) => await answerHttp(env, request, reply),
	});
	return app;
}

async function answerHttp(env: Environment, request: FastifyRequest, reply: FastifyReply) {
	const url = new URL(request.raw.url ?? '/', 'http://sandbox');
	const { version, path } = splitVersion(url.pathname);
	const point = { method: request.method, path: `/${path}` };
	const delay = env.faults.take(point, 'delay');
	const fault = env.faults.take(point, 'other');
	const entry = logHttp(env, request, point, version, fault ?? delay);
	await sleepMs(delay?.delayMs);
	if (fault?.fault === 'reset') return cut(reply);
	if (fault?.fault === 'timeout' && !fault.executed) return hang(reply);

	const query = Object.fromEntries(url.searchParams);
	const refusedWithoutWork = fault && !fault.executed ? refusal(env, fault, version) : undefined;
	const answer =
		refusedWithoutWork ?? (await work(env, request, { version, path, query }, entry, fault));
	await sleepMs(env.settings.latencyMs);
	if (fault?.fault === 'lostReply') return cut(reply);
	if (fault?.fault === 'timeout') return hang(reply);
	if (fault?.fault === 'truncated') return truncate(reply, answer, entry);
	const sent = fault?.executed ? (refusal(env, fault, version) ?? answer) : answer;
	entry.status = sent.status;
	entry.error = sent.error;
	return reply.code(sent.status).headers(sent.headers).send(textOf(sent));
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

async function work(
	env: Environment,
	request: FastifyRequest,
	address: { version?: string; path: string; query: Record<string, unknown> },
	entry: LoggedRequest,
	fault: FaultSpec | undefined,
): Promise<GraphAnswer> {
	const versionText = address.version ?? DEFAULT_VERSION;
	try {
		const raw = Buffer.isBuffer(request.body) ? request.body : undefined;
		const body = await decodeBody(raw, request.headers['content-type'] ?? '');
		const incoming = readIncoming(request, address, body);
		noteInLog(entry, incoming, request.headers.authorization);
		const isCut = fault?.fault === 'emptyPage' || fault?.fault === 'shortPage';
		return answerGraph(env, { ...incoming, ...(isCut ? { fault } : {}) }, entry);
	} catch (error) {
		return errorAnswer(env, asFault(error), versionText);
	}
}

function readIncoming(
	request: FastifyRequest,
	{ version, path, query }: { version?: string; path: string; query: Record<string, unknown> },
	body: Record<string, unknown>,
): Incoming {
	const params = { ...query, ...body };
	const asked = String(params.method ?? request.method).toUpperCase();
	// Long reads may be sent as POST with `method=GET`.
	const method = METHODS.find((known) => known === asked);
	if (!method) throw new GraphFault({ code: 100, message: `Unsupported method ${asked}` });
	const given = headerToken(request.headers.authorization) ?? params.access_token;
	const token = given === undefined ? undefined : String(given);
	return { method, path, version, query, body, params, token };
}

function answerGraph(env: Environment, call: Incoming, entry: LoggedRequest): GraphAnswer {
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
		return performBatch(env, call, entry);
	}
	return performCall(env, call);
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

function noteInLog(entry: LoggedRequest, { query, body }: Incoming, authorization?: string): void {
	entry.query = withoutSecrets(query);
	entry.body = withoutSecrets(omit(body, 'batch'));
	entry.hasProof = 'appsecret_proof' in query || 'appsecret_proof' in body;
	if (headerToken(authorization) !== undefined) entry.tokenIn = 'header';
	else if ('access_token' in query) entry.tokenIn = 'query';
	else if ('access_token' in body) entry.tokenIn = 'body';
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

async function sleepMs(ms: number | undefined): Promise<void> {
	if (ms !== undefined && ms > 0) await sleep(ms);
}
