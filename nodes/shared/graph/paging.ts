import type { JsonObject } from 'n8n-workflow';

import { plainError } from './errors';
import type {
	GraphError,
	GraphOutcome,
	GraphPage,
	GraphParameters,
	GraphRequest,
	PageOptions,
} from './types';

/** Pages that have to go well before a page size that was too much is tried again. */
const GOOD_PAGES_TO_GROW = 3;

/** What may be taken out of a `next` link: where the next page begins, and nothing else. */
const POSITION_NAMES = ['after', 'since', 'until', 'offset', '__paging_token'];

/** The API words no code of its own for this end of an edge (Paginated Results). */
const CURSOR_LIMIT = /cursor specified exceeds the max limit/i;

type Send = (request: GraphRequest) => Promise<GraphOutcome>;

/**
 * Walks through an edge page by page (Paginated Results). The `next` link is read, never followed:
 * it carries the token and could point anywhere. Only its absence ends the walk; a page may be
 * empty before.
 *
 * @throws GraphError of the page that could not be read, after the pages before it were given
 */
export async function* walkPages<Row>(
	send: Send,
	request: GraphRequest,
	{ pageSize, limit = Infinity }: PageOptions,
): AsyncGenerator<GraphPage<Row>> {
	const size = new PageSize(Math.min(pageSize, limit));
	const visited = new Set<string>();
	let position: GraphParameters | undefined = {};
	let left = limit;
	while (position && left > 0) {
		const asked = Math.min(size.now, left);
		const parameters: GraphParameters = { ...request.parameters, ...position, limit: asked };
		const outcome: GraphOutcome = await send({ ...request, parameters });
		if ('error' in outcome) {
			if (outcome.error.details.class === 'tooMuchData' && size.shrink(asked)) continue;
			throw readable(outcome.error, request);
		}
		size.grow();
		const { body } = outcome.reply;
		const rows = rowsOf(body).slice(0, left) as Row[];
		left -= rows.length;
		yield { rows, ...(isObject(body.summary) ? { summary: body.summary } : {}) };
		position = left > 0 ? nextPosition(body, request, visited) : undefined;
	}
}

/** The rows of a page; some answers hold one object in place of a list (`adgeolocationmeta`). */
function rowsOf({ data }: JsonObject): unknown[] {
	if (Array.isArray(data)) return data;
	return isObject(data) ? [data] : [];
}

/** How many rows to ask for: halved while it is too much, doubled again when it is not. */
class PageSize {
	private goodPages = 0;
	now: number;

	constructor(private readonly wanted: number) {
		this.now = Math.max(1, wanted);
	}

	/** Whether less can be asked for than was. */
	shrink(asked: number): boolean {
		this.goodPages = 0;
		this.now = Math.max(1, Math.floor(asked / 2));
		return asked > 1;
	}

	grow(): void {
		if (this.now >= this.wanted) return;
		this.goodPages += 1;
		if (this.goodPages < GOOD_PAGES_TO_GROW) return;
		this.goodPages = 0;
		this.now = Math.min(this.wanted, this.now * 2);
	}
}

/** Where the next page begins; `undefined` on the last one. */
function nextPosition(
	body: JsonObject,
	request: GraphRequest,
	visited: Set<string>,
): GraphParameters | undefined {
	const paging = isObject(body.paging) ? body.paging : {};
	if (typeof paging.next !== 'string' || paging.next === '') return undefined;
	const cursors = isObject(paging.cursors) ? paging.cursors : {};
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

function readable(error: GraphError, request: GraphRequest): GraphError {
	if (error.details.code !== 100 || !CURSOR_LIMIT.test(error.details.message)) return error;
	return plainError(
		'invalidParameter',
		'Meta does not page any further into this list',
		'Set a limit, or filter by date, status or parent, so that the list gets shorter.',
		request,
	);
}

function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
