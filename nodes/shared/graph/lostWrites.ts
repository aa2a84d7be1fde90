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

/**
 * Waits before looking for what a lost write may have made, in ms: the write may still be running, and
 * lists show new objects late.
 */
const FIND_DELAYS_MS = [2_000, 5_000];

/** Pages of a list that are looked through at most. */
const MAX_PAGES = 10;
/** Lists that are read in one HTTP call at most (Batch Requests, Limitations). */
const LISTS_PER_CALL = 50;

/** A write of which nobody knows whether it was done, and how to find out. */
export interface LostWrite {
	readonly request: GraphRequest;
	/** Time of the first attempt, ms since 1970. */
	readonly firstSentAt: number;
}

/** What looking has shown. */
export type FindResult =
	| { kind: 'found'; reply: GraphReply }
	/** It was not done and can be sent again. */
	| { kind: 'absent' }
	/** Looking did not work, so it is still not known. */
	| { kind: 'unclear' };

/** IDs and credentials remembered; the oldest are forgotten first. */
const MAX_CLAIMED = 20_000;
const MAX_CREDENTIALS = 200;

/**
 * Per credential the IDs that were made or found: two equal writes must not claim the same object,
 * be they of one node or of two that follow each other.
 */
const claimedByCredential = new Map<string, Map<string, true>>();

/** Forgets what was made: for tests that begin anew. */
export function forgetClaimedIds(): void {
	claimedByCredential.clear();
}

/** Finds out what became of lost writes, and keeps the IDs that were made. */
export class WriteFinder {
	private readonly claimed: Map<string, true>;
	/** Writes that are on their way: what looks like that of a lost one may be theirs. */
	private readonly inFlight = new Set<GraphRequest>();
	/** One search at a time, so that what one finds is taken before the next looks. */
	private lock: Promise<unknown> = Promise.resolve();

	constructor(
		credentialKey: string,
		private readonly clock: Clock,
		private readonly signal?: AbortSignal,
	) {
		const taken = claimedByCredential.get(credentialKey) ?? new Map<string, true>();
		this.claimed = setLru(claimedByCredential, credentialKey, taken, MAX_CREDENTIALS);
	}

	/** Sends requests, which are on their way until then. */
	async track<Result>(requests: GraphRequest[], send: () => Promise<Result>): Promise<Result> {
		for (const request of requests) this.inFlight.add(request);
		return await send().finally(() => {
			for (const request of requests) this.inFlight.delete(request);
		});
	}

	/** Remembers what a write has made, by all IDs in its reply. */
	claim(request: GraphRequest, body: JsonObject): void {
		if (request.method !== 'POST') return;
		for (const [name, value] of Object.entries(body)) {
			if ((name === 'id' || name.endsWith('_id')) && value) {
				setLru(this.claimed, String(value), true, MAX_CLAIMED);
			}
		}
	}

	/** Whether another write that would make the same is on its way: nobody can tell the two apart. */
	private hasDuplicateInFlight({ path, parameters }: GraphRequest): boolean {
		return [...this.inFlight].some(
			(other) => other.path === path && isEqual(other.parameters, parameters),
		);
	}

	/**
	 * Looks for all of the writes, twice at most; one result per write, in the same order. What one
	 * finds in the first round is out of the way of the others in the second.
	 */
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

	private async exclusively<Result>(look: () => Promise<Result>): Promise<Result> {
		const result = this.lock.then(look);
		// A look that breaks does not hold up those after it.
		this.lock = result.catch(() => undefined);
		return await result;
	}

	/**
	 * Looks for writes together: each list is read once, many lists in one HTTP call, page by page as long
	 * as somebody is not found. Never rejects.
	 */
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

/** What was answered to each list, by `keyOf`; nothing where it could not be read. */
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

/** The search for what one write may have made. */
class WriteSearch {
	/** The page to read next. */
	list: GraphRequest;
	isOpen = true;
	private found?: JsonObject;
	private isUnclear = false;

	/** `hadTwin`: another write was under way that would make the same. */
	constructor(
		readonly write: LostWrite,
		private readonly hadDuplicate: boolean,
	) {
		this.list = this.finder.list;
	}

	private get finder(): FindWritten {
		return this.write.request.repeat as FindWritten;
	}

	/** Looks at a page; gives what is certainly of this write. */
	inspect(reply: GraphReply | undefined, taken: ClaimedIds): JsonObject | undefined {
		if (!reply) {
			this.isUnclear = true;
			this.isOpen = false;
			return undefined;
		}
		const body = this.finder.findIn(reply, this.write.firstSentAt, taken);
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

	result(hasTwin: boolean): FindResult {
		if (this.found && !hasTwin) {
			return { kind: 'found', reply: { body: this.found, headers: {}, statusCode: 200 } };
		}
		return { kind: this.found || this.isUnclear ? 'unclear' : 'absent' };
	}
}

function unclearIfAbsent(result: FindResult): FindResult {
	return result.kind === 'absent' ? { kind: 'unclear' } : result;
}
