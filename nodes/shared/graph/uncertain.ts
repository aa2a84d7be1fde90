import { isEqual } from 'lodash';
import type { JsonObject } from 'n8n-workflow';

import type { Clock } from './clock';
import type { FindWritten, GraphClient, GraphReply, GraphRequest } from './types';

/**
 * Waits before looking for what a lost write may have made, in ms: the write may still be running, and
 * lists show new objects late.
 */
const LOOK_DELAYS_MS = [2_000, 5_000];

/** A write of which nobody knows whether it was done, and how to find out. */
export interface LostWrite {
	readonly request: GraphRequest;
	/** Time of the first attempt, ms since 1970. */
	readonly firstSentAt: number;
}

/** What looking has shown. */
export type LookResult =
	| { kind: 'found'; reply: GraphReply }
	/** It was not done and can be sent again. */
	| { kind: 'absent' }
	/** Looking did not work, so it is still not known. */
	| { kind: 'unclear' };

/** IDs and credentials remembered; the oldest are forgotten first. */
const MAX_TAKEN = 20_000;
const MAX_CREDENTIALS = 200;

/**
 * Per credential the IDs that were made or found: two equal writes must not claim the same object,
 * be they of one node or of two that follow each other.
 */
const takenByCredential = new Map<string, Set<string>>();

/** Forgets what was made: for tests that begin anew. */
export function forgetTaken(): void {
	takenByCredential.clear();
}

/** Finds out what became of lost writes, and keeps the IDs that were made. */
export class WriteFinder {
	private readonly taken: Set<string>;
	/** Writes that are on their way: what looks like that of a lost one may be theirs. */
	private readonly underWay = new Set<GraphRequest>();
	/** One search at a time, so that what one finds is taken before the next looks. */
	private turn: Promise<unknown> = Promise.resolve();

	constructor(
		credentialKey: string,
		private readonly clock: Clock,
		private readonly signal?: AbortSignal,
	) {
		this.taken = takenByCredential.get(credentialKey) ?? new Set();
		remember(takenByCredential, credentialKey, this.taken, MAX_CREDENTIALS);
	}

	/** Sends requests, which are on their way until then. */
	async during<Result>(requests: GraphRequest[], send: () => Promise<Result>): Promise<Result> {
		for (const request of requests) this.underWay.add(request);
		return await send().finally(() => {
			for (const request of requests) this.underWay.delete(request);
		});
	}

	/** Remembers what a write has made, by all IDs in its reply. */
	take(request: GraphRequest, body: JsonObject): void {
		if (request.method !== 'POST') return;
		for (const [name, value] of Object.entries(body)) {
			if ((name === 'id' || name.endsWith('_id')) && value) this.claim(String(value));
		}
	}

	private claim(id: string): void {
		this.taken.delete(id);
		this.taken.add(id);
		if (this.taken.size > MAX_TAKEN) this.taken.delete(this.taken.values().next().value ?? '');
	}

	/** Whether another write that would make the same is on its way: nobody can tell the two apart. */
	private hasTwin({ path, parameters }: GraphRequest): boolean {
		return [...this.underWay].some(
			(other) => other.path === path && isEqual(other.parameters, parameters),
		);
	}

	/**
	 * Looks for all of the writes, twice at most; one result per write, in the same order. What one
	 * finds in the first round is out of the way of the others in the second.
	 */
	async look(client: GraphClient, writes: LostWrite[]): Promise<LookResult[]> {
		const results = writes.map((): LookResult => ({ kind: 'absent' }));
		for (const delay of LOOK_DELAYS_MS) {
			const open = writes.filter((_write, index) => results[index].kind !== 'found');
			if (open.length === 0) break;
			await this.clock.sleep(delay, this.signal);
			for (const write of open) {
				if (this.signal?.aborted) return results.map(unclearIfAbsent);
				results[writes.indexOf(write)] = await this.inTurn(client, write);
			}
		}
		return results;
	}

	private async inTurn(client: GraphClient, write: LostWrite): Promise<LookResult> {
		const result = this.turn.then(async () => await this.lookOnce(client, write));
		this.turn = result;
		return await result;
	}

	/** Never rejects. */
	private async lookOnce(client: GraphClient, write: LostWrite): Promise<LookResult> {
		const { request, firstSentAt } = write;
		const find = request.repeat as FindWritten;
		const hadTwin = this.hasTwin(request);
		return await find(client, firstSentAt, this.taken).then(
			(body): LookResult => {
				if (!body) return { kind: 'absent' };
				const isClear = body !== 'unclear' && !hadTwin && !this.hasTwin(request);
				if (!isClear) return { kind: 'unclear' };
				this.take(request, body);
				return { kind: 'found', reply: { body, headers: {}, statusCode: 200 } };
			},
			(): LookResult => ({ kind: 'unclear' }),
		);
	}
}

function unclearIfAbsent(result: LookResult): LookResult {
	return result.kind === 'absent' ? { kind: 'unclear' } : result;
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
	map.delete(key);
	map.set(key, value);
	if (map.size > most) map.delete(map.keys().next().value ?? '');
}
