import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { createGraphClient } from '../../../../nodes/shared/graph/client';
import type { GraphClient, GraphContext } from '../../../../nodes/shared/graph/types';
import { VirtualClock } from './virtualClock';

export const TOKEN = 'test-token-of-nobody';
export const APP_SECRET = 'test-app-secret';

/** One HTTP request as n8n's helper gets it. */
export interface SeenRequest {
	credentialType: string;
	method: string;
	url: string;
	query: Record<string, string>;
	form: Record<string, string>;
	/** Steps of a batch. */
	steps: Array<{ method: string; relative_url: string; body?: string }>;
	options: IHttpRequestOptions;
}

export interface FakeReply {
	statusCode?: number;
	headers?: Record<string, string | string[]>;
	/** JSON value, or text as it is. */
	body: unknown;
}

/** Answers a request: a reply, or an error to throw as n8n's helper would. */
export type Answer = (request: SeenRequest) => FakeReply | Error | Promise<FakeReply | Error>;

export interface FakeOptions {
	clock?: VirtualClock;
	maxWait?: number;
	/** How long an answer takes, in ms. */
	latency?: number;
	signal?: AbortSignal;
	credentials?: IDataObject;
	authentication?: string;
	credentialId?: string;
	apiVersion?: string;
	random?: () => number;
}

export interface FakeMeta {
	client: GraphClient;
	clock: VirtualClock;
	seen: SeenRequest[];
	/** Runs with the virtual clock. */
	run<Value>(work: Promise<Value>): Promise<Value>;
}

let credentialCount = 0;

/** The parts of n8n's context that the client uses. */
export function fakeContext(
	answer: Answer,
	seen: SeenRequest[],
	clock: VirtualClock,
	options: FakeOptions = {},
): GraphContext {
	const { authentication = 'accessToken', latency = 10 } = options;
	const credentialId = options.credentialId ?? `test-${credentialCount++}`;
	const type = authentication === 'accessToken' ? 'metaAdsApi' : 'metaAdsOAuth2Api';
	const context = {
		getNode: () => ({
			id: '1',
			name: 'Node',
			type: 'test',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
			credentials: { [type]: { id: credentialId, name: 'Test' } },
		}),
		getInputData: () => [],
		getNodeParameter: () => authentication,
		getCredentials: async () => options.credentials ?? { accessToken: TOKEN },
		getExecutionCancelSignal: () => options.signal,
		helpers: {
			async httpRequestWithAuthentication(credentialType: string, http: IHttpRequestOptions) {
				const request = readRequest(credentialType, http);
				seen.push(request);
				if (latency > 0) await clock.sleep(latency / 2);
				const reply = await answer(request);
				if (latency > 0) await clock.sleep(latency / 2);
				if (options.signal?.aborted) throw new Error('canceled');
				if (reply instanceof Error) throw reply;
				const { statusCode = 200, headers = {}, body } = reply;
				// A file comes as it is when it was asked for so.
				const asText = typeof body === 'string' ? body : JSON.stringify(body);
				const wantsBytes = http.encoding === 'arraybuffer';
				const bytes = Buffer.isBuffer(body) ? body : Buffer.from(asText);
				return { statusCode, headers, body: wantsBytes ? bytes : asText };
			},
		},
	};
	return context as unknown as GraphContext;
}

/** A client whose requests are answered by a function, on a virtual clock. */
export async function fakeMeta(answer: Answer, options: FakeOptions = {}): Promise<FakeMeta> {
	const clock = options.clock ?? new VirtualClock();
	const seen: SeenRequest[] = [];
	const context = fakeContext(answer, seen, clock, options);
	const client = await createGraphClient(
		context,
		{ maxWait: options.maxWait ?? 600_000, apiVersion: options.apiVersion },
		{ clock, random: options.random ?? (() => 0.5) },
	);
	return { client, clock, seen, run: async (work) => await clock.run(work) };
}

/** Answers in turn; the last one again and again. */
export function script(...answers: Array<FakeReply | Error | Answer>): Answer {
	let turn = 0;
	return (request) => {
		const answer = answers[Math.min(turn++, answers.length - 1)];
		return typeof answer === 'function' ? answer(request) : answer;
	};
}

/** Answers every step of a batch, or a request that came alone, by the same function. */
export function perStep(
	answer: (step: {
		method: string;
		path: string;
		body: Record<string, string>;
	}) => FakeReply | null,
): Answer {
	return (request) => {
		if (request.steps.length === 0) {
			const path = new URL(request.url).pathname.replace(/^\/v[\d.]+/, '');
			const reply = answer({ method: request.method, path, body: request.form });
			return reply ?? { statusCode: 500, body: '' };
		}
		const steps = request.steps.map((step) => {
			const body = Object.fromEntries(new URLSearchParams(step.body ?? ''));
			const path = `/${step.relative_url.split('?')[0]}`;
			const reply = answer({ method: step.method, path, body });
			return reply && stepOf(reply);
		});
		return { body: steps };
	};
}

function stepOf({ statusCode = 200, headers = {}, body }: FakeReply) {
	return {
		code: statusCode,
		headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
		body: typeof body === 'string' ? body : JSON.stringify(body),
	};
}

/** An error as Meta words it. */
export function graphFault(code: number, extra: IDataObject = {}, statusCode = 400): FakeReply {
	const error = { message: `(#${code}) test`, type: 'OAuthException', code, fbtrace_id: 'T1' };
	return { statusCode, body: { error: { ...error, ...extra } } };
}

/** An error as n8n's helper throws it. */
export function networkError(code: string, message = code): Error {
	return Object.assign(new Error(message), { code });
}

/** The header of one quota. */
export function usageHeader(
	percent: number,
	extra: IDataObject = {},
	object = '1',
): Record<string, string> {
	const entry = {
		type: 'ads_management',
		call_count: percent,
		total_cputime: 0,
		total_time: 0,
		estimated_time_to_regain_access: 0,
		...extra,
	};
	return { 'X-Business-Use-Case-Usage': JSON.stringify({ [object]: [entry] }) };
}

function readRequest(credentialType: string, options: IHttpRequestOptions): SeenRequest {
	const form = Object.fromEntries(new URLSearchParams(String(options.body ?? '')));
	return {
		credentialType,
		method: options.method ?? 'GET',
		url: options.url,
		query: { ...(options.qs as Record<string, string>) },
		form,
		steps: form.batch ? JSON.parse(form.batch) : [],
		options,
	};
}
