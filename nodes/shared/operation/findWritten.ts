import type { IDataObject, JsonObject } from 'n8n-workflow';
import { isMatch, mapValues, omitBy } from 'lodash';

import type {
	FindWritten,
	GraphClient,
	GraphParameters,
	GraphReply,
	GraphValue,
} from '../graph/types';
import { nextCursor } from './cursor';

/** Rows per call, and calls, when searching for what a write may have made. */
const PAGE_SIZE = 500;
const MAX_PAGES = 10;
/** The server tells its time in whole seconds. */
const CLOCK_ROUNDING_MS = 2_000;

interface FindOptions {
	/** Edge that lists objects of the kind: `/act_1/campaigns`. */
	path: string;
	parameters?: GraphParameters;
	/** What the object would have, among the fields that read as they were written. */
	contents: Record<string, GraphValue | undefined>;
	/** The reply that the write would have had. */
	toReply: (id: string) => JsonObject;
}

/**
 * Looks for an object that a lost write may have made: created since the first attempt by the
 * server's own clock, with the same contents, and not made by another request of this run.
 */
export function findByContents({ path, parameters, contents, toReply }: FindOptions): FindWritten {
	const expected = mapValues(
		omitBy(contents, (value) => value === undefined),
		asText,
	);
	const fields = ['id', 'created_time', ...Object.keys(expected)].join(',');
	return async (client, sentAt, taken) => {
		for await (const { body, headers } of replies(client, path, { ...parameters, fields })) {
			const serverAhead = headers.date ? Date.parse(headers.date) - Date.now() : 0;
			const since = sentAt + serverAhead - CLOCK_ROUNDING_MS;
			const found = ((body.data ?? []) as IDataObject[]).find(
				(row) =>
					!taken.has(String(row.id)) &&
					Date.parse(String(row.created_time)) >= since &&
					isMatch(mapValues(row, asText), expected),
			);
			if (found) return toReply(String(found.id));
		}
		return undefined;
	};
}

/** Pages with their headers, which tell the server's time. */
async function* replies(
	client: GraphClient,
	path: string,
	parameters: GraphParameters,
): AsyncGenerator<GraphReply> {
	let after: string | undefined;
	for (let page = 0; page < MAX_PAGES; page++) {
		const reply = await client.request({
			method: 'GET',
			path,
			parameters: { ...parameters, limit: PAGE_SIZE, ...(after ? { after } : {}) },
			useCase: 'ads_management',
		});
		yield reply;
		after = nextCursor(reply.body);
		if (!after) return;
	}
}

/** Numbers come back as text. */
function asText(value: unknown): unknown {
	return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
