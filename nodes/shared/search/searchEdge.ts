import { countBy } from 'lodash';
import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { withDetail } from '../operation/pickerLabel';
import { createGraphClient } from '../graph/client';
import type { GraphClient, GraphParameters } from '../graph/types';
import { nextCursor } from '../graph/paging';
import { nodeError } from '../operation/failure';

/** Rows per call of a picker. */
const PAGE_SIZE = 100;
/** Calls a picker makes at most before it offers "load more", while few rows match. */
const MAX_CALLS = 5;
/** Enough rows to fill a picker's list. */
const ENOUGH_RESULTS = 20;
/** A person is waiting: a picker does not wait long for rate limits. */
const MAX_WAIT_MS = 5_000;

/** What n8n calls while a picker is open. */
export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** An edge whose rows a picker offers. */
export interface EdgeSearch {
	/** `/act_1/campaigns` */
	path: string;
	/** Fields, page size and what else is the same for every call. */
	parameters: GraphParameters;
	/** Parameters that make Meta filter by a text; without them the picker filters what it reads. */
	filteredBy?: (text: string) => GraphParameters;
	/** Whether nothing is listed before something is typed. */
	needsText?: boolean;
	/** What the picker shows of a row, mostly one entry. */
	toResults: (row: IDataObject) => INodeListSearchItems[];
}

/**
 * One page of a picker: reads the edge from where the last page ended until enough rows match the
 * text that was typed.
 *
 * @throws NodeApiError or NodeOperationError with what to do, as the editor shows it
 */
export async function searchEdge(
	context: ILoadOptionsFunctions,
	search: EdgeSearch,
	filter?: string,
	after?: string,
): Promise<INodeListSearchResult> {
	const text = filter?.trim() ?? '';
	if (search.needsText && text === '') return { results: [] };
	try {
		const client = await createGraphClient(context, { maxWait: MAX_WAIT_MS });
		return await readEdge(client, search, text, after);
	} catch (cause) {
		throw nodeError(context.getNode(), cause);
	}
}

async function readEdge(
	client: GraphClient,
	{ path, parameters, filteredBy, toResults }: EdgeSearch,
	text: string,
	after?: string,
): Promise<INodeListSearchResult> {
	const results: INodeListSearchItems[] = [];
	let next = after;
	for (let call = 0; call < MAX_CALLS; call++) {
		const { body } = await client.request({
			method: 'GET',
			path,
			parameters: {
				limit: PAGE_SIZE,
				...parameters,
				...(text && filteredBy ? filteredBy(text) : {}),
				...(next ? { after: next } : {}),
			},
		});
		const found = ((body.data ?? []) as IDataObject[]).flatMap(toResults);
		// What Meta looks for it finds under other names, too: "NYC" is New York.
		results.push(...(filteredBy ? found : found.filter((result) => matches(text, result))));
		next = nextCursor(body);
		if (!next || results.length >= ENOUGH_RESULTS) break;
	}
	return { results: toldApart(results), ...(next ? { paginationToken: next } : {}) };
}

/** Characters of an ID that tell things of one label apart. */
const ID_END_CHARACTERS = 5;

/** Things of one label with the end of their IDs, which Ads Manager shows too. */
function toldApart(results: INodeListSearchItems[]): INodeListSearchItems[] {
	const times = countBy(results, ({ name }) => name);
	return results.map((result) => {
		const { name, value } = result;
		if (times[name] < 2) return result;
		return {
			...result,
			name: withDetail(name, `ID ...${String(value).slice(-ID_END_CHARACTERS)}`),
		};
	});
}

function matches(text: string, { name, value }: INodeListSearchItems): boolean {
	return name.toLowerCase().includes(text.toLowerCase()) || String(value).includes(text);
}
