import { isEqual, uniqBy } from 'lodash';
import type { JsonObject } from 'n8n-workflow';

import type { Clock } from './clock';
import { nextCursor } from './paging';
import { setLru } from './lru';
import type {
	FindWritten,
	GraphClient,
	GraphOutcome,
	GraphReply,
	GraphRequest,
	ClaimedIds,
} from './types';

/** In ms. The write may still be running, and lists show new objects late. */
const FIND_DELAYS_MS = [2_000, 5_000];

/** Per list. */
const MAX_PAGES = 10;
/** Batch Requests, Limitations. */
const LISTS_PER_CALL = 50;

/** A write with an unknown outcome. */
export interface LostWrite {
	readonly request: GraphRequest;
	/** Time of the first attempt, ms since 1970. */
	readonly firstSentAt: number;
}

export type FindResult =
	| { kind: 'found'; reply: GraphReply }
	/** It had no effect and can be sent again. */
	| { kind: 'absent' }
	/** The outcome is still unknown. */
	| { kind: 'unclear' };

/** Sizes of the LRU maps. */
const MAX_CLAIMED = 20_000;
const MAX_CREDENTIALS = 200;

/**
 * IDs of made or found objects, per credential. Two equal writes must not claim the same object, even
 * from different nodes.
 */
const claimedByCredential = new Map<string, Map<string, true>>();

/** For tests. */
export function forgetClaimedIds(): void {
	claimedByCredential.clear();
}

/** Finds what lost writes have made, and keeps the IDs of all objects made. */
export class WriteFinder {
	private readonly claimed: Map<string, true>;
	/** Writes that may have made what looks like the object of a lost one. */
	private readonly inFlight = new Set<GraphRequest>();
	/** Serializes searches, so that an object is claimed before the next search. */
	private lock: Promise<unknown> = Promise.resolve();

	constructor(
		credentialKey: string,
		private readonly clock: Clock,
		private readonly signal?: AbortSignal,
	) {
		const claimed = claimedByCredential.get(credentialKey) ?? new Map<string, true>();
		this.claimed = setLru(claimedByCredential, credentialKey, claimed, MAX_CREDENTIALS);
	}

	/** Counts requests as in flight until `send` is done. */
	async track<Result>(requests: GraphRequest[], send: () => Promise<Result>): Promise<Result> {
		for (const request of requests) this.inFlight.add(request);
		return await send().finally(() => {
			for (const request of requests) this.inFlight.delete(request);
		});
	}

	/** Claims all IDs in the reply to a write. */
	claim(request: GraphRequest, body: JsonObject): void {
		if (request.method !== 'POST') return;
		for (const [name, value] of Object.entries(body)) {
			if ((name === 'id' || name.endsWith('_id')) && value) {
				setLru(this.claimed, String(value), true, MAX_CLAIMED);
			}
		}
	}

	/** Objects of equal writes cannot be told apart. */
	private hasDuplicateInFlight({ path, parameters }: GraphRequest): boolean {
		return [...this.inFlight].some(
			(other) => other.path === path && isEqual(other.parameters, parameters),
		);
	}

	/** One result per write, in the same order. */
	async find(client: GraphClient, writes: LostWrite[]): Promise<FindResult[]> {
		const results = writes.map((): FindResult => ({ kind: 'absent' }));
		for (const delay of FIND_DELAYS_MS) {
			const open = writes.filter((_write, index) => results[index].kind !== 'found');
			if (open.length === 0) break;
			await this.clock.sleep(delay, this.signal);
			if (this.signal?.aborted) return results.map(unclearIfAbsent);
			const found = await this.exclusively(async () => await this.findOnce(client, open));
			open.forEach((write, index) => (results[writes.indexOf(write)] = found[index]));
		}
		return results;
	}

	private async exclusively<Result>(search: () => Promise<Result>): Promise<Result> {
		const result = this.lock.then(search);
		// A failed search must not block those after it.
		this.lock = result.catch(() => undefined);
		return await result;
	}

	/** Reads each list once for all writes, page by page until all are found. Never rejects. */
	private async findOnce(client: GraphClient, writes: LostWrite[]): Promise<FindResult[]> {
		const searches = writes.map(
			(write) => new WriteSearch(write, this.hasDuplicateInFlight(write.request)),
		);
		let requests = uniqBy(
			searches.map(({ list }) => list),
			keyOf,
		);
		for (let page = 0; page < MAX_PAGES && requests.length > 0; page++) {
			const replies = await readAll(client, requests);
			for (const search of searches) {
				if (!search.isOpen) continue;
				const reply = replies.get(keyOf(search.list));
				const body = search.inspect(reply, this.claimed);
				if (body) this.claim(search.write.request, body);
			}
			requests = uniqBy(
				searches.filter(({ isOpen }) => isOpen).map(({ list }) => list),
				keyOf,
			);
		}
		return searches.map((search) => search.result(this.hasDuplicateInFlight(search.write.request)));
	}
}

/** Replies by `keyOf`; `undefined` where a list could not be read. */
async function readAll(
	client: GraphClient,
	requests: GraphRequest[],
): Promise<Map<string, GraphReply | undefined>> {
	const outcomes = await client
		.requestMany(requests, LISTS_PER_CALL)
		.catch((): GraphOutcome[] => []);
	return new Map(
		requests.map((request, index) => {
			const outcome = outcomes[index];
			return [keyOf(request), outcome && 'reply' in outcome ? outcome.reply : undefined];
		}),
	);
}

function keyOf({ path, parameters }: GraphRequest): string {
	return JSON.stringify([path, parameters]);
}

class WriteSearch {
	/** The page to read next. */
	list: GraphRequest;
	isOpen = true;
	private found?: JsonObject;
	private isUnclear = false;

	/** @param hadDuplicate whether an equal write was in flight */
	constructor(
		readonly write: LostWrite,
		private readonly hadDuplicate: boolean,
	) {
		this.list = this.finder.list;
	}

	private get finder(): FindWritten {
		return this.write.request.repeat as FindWritten;
	}

	/** @returns what this write certainly made, if the page has it */
	inspect(reply: GraphReply | undefined, claimed: ClaimedIds): JsonObject | undefined {
		if (!reply) {
			this.isUnclear = true;
			this.isOpen = false;
			return undefined;
		}
		const body = this.finder.findIn(reply, this.write.firstSentAt, claimed);
		if (body === 'unclear') this.isUnclear = true;
		if (body && body !== 'unclear') {
			this.isOpen = false;
			if (this.hadDuplicate) this.isUnclear = true;
			else this.found = body;
			return this.found;
		}
		const after = nextCursor(reply.body);
		this.isOpen = after !== undefined;
		if (after) this.list = { ...this.list, parameters: { ...this.list.parameters, after } };
		return undefined;
	}

	result(hasDuplicate: boolean): FindResult {
		if (this.found && !hasDuplicate) {
			return { kind: 'found', reply: { body: this.found, headers: {}, statusCode: 200 } };
		}
		return { kind: this.found || this.isUnclear ? 'unclear' : 'absent' };
	}
}

function unclearIfAbsent(result: FindResult): FindResult {
	return result.kind === 'absent' ? { kind: 'unclear' } : result;
}
