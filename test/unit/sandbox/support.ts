import { request } from 'undici';
import {
	DEFAULT_TOKEN,
	startSandbox,
	type LoggedRequest,
	type Sandbox,
	type SandboxOptions,
} from '../../sandbox';
import { isJsonObject, type Json, type JsonObject } from '../../sandbox/json';

/** What came back, with the body parsed. */
export interface Reply {
	status: number;
	headers: Record<string, string>;
	body: JsonObject;
}

export interface Ask {
	method?: 'GET' | 'POST' | 'DELETE';
	query?: Record<string, Json>;
	form?: Record<string, Json>;
	json?: JsonObject;
	token?: string | null;
	headers?: Record<string, string>;
}

/** A sandbox for all tests of a file, with a clock that they set; each test begins with it as new. */
export function openBench(options: SandboxOptions = {}): Bench {
	const bench = new Bench();
	beforeAll(async () => await bench.start(options));
	afterAll(async () => await bench.sandbox.close());
	beforeEach(() => bench.reset());
	return bench;
}

export class Bench {
	/** 2026-03-02T00:00:00Z in ms. */
	static readonly START_MS = Date.UTC(2026, 2, 2);

	sandbox!: Sandbox;
	private nowMs = Bench.START_MS;

	async start(options: SandboxOptions): Promise<void> {
		this.sandbox = await startSandbox({ now: () => this.nowMs, ...options });
	}

	advance(ms: number): void {
		this.nowMs += ms;
	}

	reset(): void {
		this.nowMs = Bench.START_MS;
		this.sandbox.reset();
	}

	async ask(path: string, { method, query, form, json, token, headers }: Ask = {}): Promise<Reply> {
		const url = new URL(`${this.sandbox.url}/${path.replace(/^\//, '')}`);
		for (const [name, value] of Object.entries(query ?? {}))
			url.searchParams.set(name, text(value));
		const body = form
			? new URLSearchParams(Object.entries(form).map(([name, value]) => [name, text(value)]))
			: undefined;
		const type = json
			? { 'content-type': 'application/json' }
			: form
				? { 'content-type': 'application/x-www-form-urlencoded' }
				: {};
		const authorization =
			token === null ? {} : { authorization: `Bearer ${token ?? DEFAULT_TOKEN}` };
		const reply = await request(url, {
			method: method ?? (body || json ? 'POST' : 'GET'),
			headers: { ...authorization, ...type, ...headers },
			body: json ? JSON.stringify(json) : body?.toString(),
		});
		const parsed = JSON.parse(await reply.body.text()) as Json;
		return {
			status: reply.statusCode,
			headers: reply.headers as Record<string, string>,
			body: isJsonObject(parsed) ? parsed : { list: parsed },
		};
	}

	async get(path: string, query: Record<string, Json> = {}): Promise<JsonObject> {
		return (await this.ask(`v24.0/${path}`, { query })).body;
	}

	async post(path: string, form: Record<string, Json>): Promise<JsonObject> {
		return (await this.ask(`v24.0/${path}`, { form })).body;
	}

	async remove(path: string, query: Record<string, Json> = {}): Promise<JsonObject> {
		return (await this.ask(`v24.0/${path}`, { method: 'DELETE', query })).body;
	}

	/** Creates a campaign with what is required, and what is given, and returns its id. */
	async campaign(values: Record<string, Json> = {}): Promise<string> {
		const body = await this.post('act_1001/campaigns', { ...CAMPAIGN, ...values });
		if (typeof body.id !== 'string') throw new Error(JSON.stringify(body));
		return body.id;
	}

	async batch(steps: JsonObject[], form: Record<string, Json> = {}): Promise<StepReply[]> {
		const { body } = await this.ask('v24.0/', { form: { batch: steps, ...form } });
		if (!Array.isArray(body.list)) throw new Error(JSON.stringify(body));
		return body.list.map(stepReply);
	}

	get lastRequest(): LoggedRequest {
		return this.sandbox.requests[this.sandbox.requests.length - 1];
	}
}

export interface StepReply {
	code: number;
	headers: Record<string, string>;
	body: JsonObject;
}

/** A null step has code 0. */
function stepReply(step: Json): StepReply {
	if (!isJsonObject(step)) return { code: 0, headers: {}, body: {} };
	const headers = (step.headers ?? []) as Array<{ name: string; value: string }>;
	return {
		code: Number(step.code),
		headers: Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value])),
		body: JSON.parse(String(step.body)) as JsonObject,
	};
}

export const CAMPAIGN = {
	name: 'My campaign',
	objective: 'OUTCOME_TRAFFIC',
	status: 'PAUSED',
	special_ad_categories: [],
	is_adset_budget_sharing_enabled: 'false',
};

function text(value: Json): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The error of an answer; empty when there is none. */
export function errorOf(body: JsonObject): JsonObject {
	return isJsonObject(body.error) ? body.error : {};
}

/** The rows of a list. */
export function rowsOf(body: JsonObject): JsonObject[] {
	if (!Array.isArray(body.data)) throw new Error(JSON.stringify(body));
	return body.data as JsonObject[];
}

export function pagingOf(body: JsonObject): { next?: string; cursors?: { after: string } } {
	return (body.paging ?? {}) as { next?: string; cursors?: { after: string } };
}
