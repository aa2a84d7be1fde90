import type { JsonObject } from 'n8n-workflow';

import { AdaptiveSize } from './adaptiveSize';
import { plainError } from './errors';
import type {
	Edge,
	EdgeResult,
	GraphError,
	GraphOutcome,
	GraphPage,
	GraphParameters,
	GraphRequest,
	PageOptions,
	SendOptions,
} from './types';
import { isObject } from './json';

/** Parameters of a `next` link that say where the next page begins. */
const POSITION_NAMES = ['after', 'since', 'until', 'offset', '__paging_token'];

/** This end of an edge has no error code of its own (Paginated Results). */
const CURSOR_LIMIT = /cursor specified exceeds the max limit/i;

type Send = (request: GraphRequest) => Promise<GraphOutcome>;

/**
 * Paginates an edge (Paginated Results). The `next` link is never followed, because it carries the token
 * and could point anywhere. Only its absence ends the list; a page may be empty before.
 *
 * @throws GraphError of the page that could not be read, after the pages before it were given
 */
export async function* paginate<Row>(
	send: Send,
	request: GraphRequest,
	options: PageOptions,
): AsyncGenerator<GraphPage<Row>> {
	const edge = new EdgePaginator<Row>(request, options);
	for (let next = edge.next(); next; next = edge.next()) {
		const page = edge.accept(await send(next));
		if (page) yield page;
	}
}

/** Paginates many edges together; one result per edge, in the same order. */
export async function paginateMany<Row>(
	sendMany: (requests: GraphRequest[]) => Promise<GraphOutcome[]>,
	edges: Edge[],
	{ stopOnError = false }: SendOptions = {},
): Promise<Array<EdgeResult<Row>>> {
	const paginators = edges.map(({ request, page }) => new EdgePaginator<Row>(request, page));
	const pages = paginators.map((): Array<GraphPage<Row>> => []);
	const errors = new Map<number, GraphError>();
	const attempt = <Result>(index: number, step: () => Result): Result | undefined => {
		try {
			return step();
		} catch (cause) {
			errors.set(index, cause as GraphError);
			return undefined;
		}
	};
	for (;;) {
		const asked = paginators.flatMap((paginator, index) => {
			if (errors.has(index)) return [];
			const request = attempt(index, () => paginator.next());
			return request ? [{ index, request }] : [];
		});
		if (asked.length === 0 || (stopOnError && errors.size > 0)) break;
		const outcomes = await sendMany(asked.map(({ request }) => request));
		asked.forEach(({ index }, position) => {
			const page = attempt(index, () => paginators[index].accept(outcomes[position]));
			if (page) pages[index].push(page);
		});
	}
	return paginators.map((_paginator, index) => {
		const error = errors.get(index);
		return error ? { error } : { pages: pages[index] };
	});
}

class EdgePaginator<Row> {
	private readonly size: AdaptiveSize;

	private readonly visited = new Set<string>();

	private position: GraphParameters | undefined = {};

	/** The page whose successor is to be found. */
	private lastPage?: JsonObject;

	private remaining: number;

	private asked = 0;

	constructor(
		private readonly request: GraphRequest,
		{ pageSize, limit = Infinity }: PageOptions,
	) {
		this.remaining = limit;
		this.size = new AdaptiveSize(Math.min(pageSize, limit));
	}

	/**
	 * @returns `undefined` after the last page
	 * @throws GraphError when there is a next page without a position
	 */
	next(): GraphRequest | undefined {
		if (this.remaining <= 0) return undefined;
		if (this.lastPage) {
			this.position = nextPosition(this.lastPage, this.request, this.visited);
			this.lastPage = undefined;
		}
		if (!this.position) return undefined;
		this.asked = Math.min(this.size.current, this.remaining);
		const parameters = { ...this.request.parameters, ...this.position, limit: this.asked };
		return { ...this.request, parameters };
	}

	/**
	 * @returns `undefined` where a smaller page is to be requested
	 * @throws GraphError when the page could not be read
	 */
	accept(outcome: GraphOutcome): GraphPage<Row> | undefined {
		if ('error' in outcome) {
			const { error } = outcome;
			if (error.details.class === 'tooMuchData' && this.size.shrink(this.asked)) return undefined;
			throw clarified(error, this.request);
		}
		this.size.grow();
		const { body } = outcome.reply;
		const rows = rowsOf(body).slice(0, this.remaining) as Row[];
		this.remaining -= rows.length;
		this.lastPage = body;
		return { rows, ...(isObject<JsonObject>(body.summary) ? { summary: body.summary } : {}) };
	}
}

/** Some replies hold one object in place of a list (`adgeolocationmeta`). */
function rowsOf({ data }: JsonObject): unknown[] {
	if (Array.isArray(data)) return data;
	return isObject<JsonObject>(data) ? [data] : [];
}

/** The cursor of the next page; `undefined` on the last one. */
export function nextCursor(body: JsonObject): string | undefined {
	const paging = body.paging as { next?: string; cursors?: { after?: string } } | undefined;
	return paging?.next ? paging.cursors?.after : undefined;
}

/** `undefined` on the last page. */
function nextPosition(
	body: JsonObject,
	request: GraphRequest,
	visited: Set<string>,
): GraphParameters | undefined {
	const paging = isObject<JsonObject>(body.paging) ? body.paging : {};
	if (typeof paging.next !== 'string' || paging.next === '') return undefined;
	const cursors = isObject<JsonObject>(paging.cursors) ? paging.cursors : {};
	const position =
		typeof cursors.after === 'string' && cursors.after !== ''
			? { after: cursors.after }
			: positionIn(paging.next);
	const key = JSON.stringify(position);
	if (Object.keys(position).length === 0 || visited.has(key)) {
		throw plainError(
			'unknown',
			'Meta says that there are more rows, but not where they begin',
			'The rows read so far may not be all. Run the node again, or narrow down what it reads.',
			request,
		);
	}
	visited.add(key);
	return position;
}

function positionIn(link: string): GraphParameters {
	const query = new URLSearchParams(link.slice(link.indexOf('?') + 1));
	const found = POSITION_NAMES.map((name) => [name, query.get(name)] as const);
	return Object.fromEntries(found.filter(([, value]) => value !== null && value !== ''));
}

function clarified(error: GraphError, request: GraphRequest): GraphError {
	if (error.details.code !== 100 || !CURSOR_LIMIT.test(error.details.message)) return error;
	return plainError(
		'invalidParameter',
		'Meta does not page any further into this list',
		'Set a limit, or filter by date, status or parent, so that the list gets shorter.',
		request,
	);
}
