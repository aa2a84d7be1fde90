import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { createGraphClient } from '../graph/client';
import type { GraphClient, GraphParameters } from '../graph/types';
import { nextCursor } from '../operation/cursor';
import { nodeError } from '../operation/failure';

/** Rows per call of a picker. */
const PAGE_SIZE = 100;
/** Calls a picker makes at most before it offers "load more", while few rows match. */
const MAX_CALLS = 5;
/** Enough rows to fill a picker's list. */
const ENOUGH_RESULTS = 20;
/** A person is waiting: a picker does not wait long for rate limits. */
const MAX_WAIT_MS = 5_000;

/** An edge whose rows a picker offers. */
export interface Search {
	/** `/act_1/campaigns` */
	path: string;
	/** Fields of a row that label, value and filter need. */
	fields: string;
	parameters?: GraphParameters;
	/** Parameters that make Meta filter by a text; without them the picker filters what it reads. */
	filteredBy?: (text: string) => GraphParameters;
	/** Whether a row can be chosen; all can when absent. */
	isOffered?: (row: IDataObject) => boolean;
	toResult: (row: IDataObject) => { name: string; value: string; url?: string };
}

/**
 * One page of a picker: reads the edge from where the last page ended until enough rows match the
 * text that was typed.
 */
export async function searchEdge(
	context: ILoadOptionsFunctions,
	search: Search,
	filter?: string,
	after?: string,
): Promise<INodeListSearchResult> {
	try {
		const client = await createGraphClient(context, { maxWait: MAX_WAIT_MS });
		return await readEdge(client, search, filter?.trim() ?? '', after);
	} catch (cause) {
		throw nodeError(context.getNode(), cause);
	}
}

async function readEdge(
	client: GraphClient,
	{ path, fields, parameters, filteredBy, isOffered, toResult }: Search,
	text: string,
	after?: string,
): Promise<INodeListSearchResult> {
	const results: INodeListSearchResult['results'] = [];
	let next = after;
	for (let call = 0; call < MAX_CALLS; call++) {
		const { body } = await client.request({
			method: 'GET',
			path,
			parameters: {
				fields,
				limit: PAGE_SIZE,
				...parameters,
				...(text && filteredBy ? filteredBy(text) : {}),
				...(next ? { after: next } : {}),
			},
		});
		const rows = ((body.data ?? []) as IDataObject[]).filter((row) => isOffered?.(row) ?? true);
		results.push(...rows.map(toResult).filter(({ name, value }) => matches(text, name, value)));
		next = nextCursor(body);
		if (!next || results.length >= ENOUGH_RESULTS) break;
	}
	return { results, ...(next ? { paginationToken: next } : {}) };
}

function matches(text: string, name: string, value: string): boolean {
	return text === '' || name.toLowerCase().includes(text.toLowerCase()) || value.includes(text);
}
