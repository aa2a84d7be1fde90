import type { IDataObject, JsonObject } from 'n8n-workflow';
import { isEqual, pickBy, sortBy } from 'lodash';
import { DateTime } from 'luxon';

import type { FindWritten, GraphParameters, GraphValue } from '../graph/types';

/** Rows per page when searching for what a write may have made. */
const PAGE_SIZE = 500;
/** The server tells its time in whole seconds. */
const CLOCK_ROUNDING_MS = 2_000;
const DATE_WITH_TIME = /^\d{4}-\d\d-\d\dT/;

type Contents = Record<string, GraphValue | undefined>;

interface FindOptions {
	/** Edge that lists objects of the kind: `/act_1/campaigns`. */
	path: string;
	parameters?: GraphParameters;
	/** Field that holds the moment of creation: ISO text, or Unix seconds as audiences have it. */
	createdField?: 'created_time' | 'time_created';
	/** What the object has in any case. An object with nothing but this in common may be it. */
	key: Contents;
	/** What else was written and can be read again. An object that has all of it is it. */
	contents: Contents;
	/** A further sign in a field that does not read as it was written. */
	sign?: { field: string; test: (value: unknown) => boolean };
	/** The reply that the write would have had. */
	toReply: (id: string) => JsonObject;
}

/**
 * Looks for an object that a lost write may have made: created since the first attempt by the
 * server's own clock, with the same contents, and not made by another request.
 */
export function findByContents(options: FindOptions): FindWritten {
	const { path, parameters, createdField = 'created_time', sign, toReply } = options;
	const key = comparable(options.key);
	const contents = comparable(options.contents);
	const names = [...Object.keys(key), ...Object.keys(contents), ...(sign ? [sign.field] : [])];
	const fields = ['id', createdField, ...new Set(names)].join(',');
	return {
		list: {
			method: 'GET',
			path,
			parameters: { ...parameters, fields, limit: PAGE_SIZE },
			useCase: 'ads_management',
		},
		findIn: ({ body, headers }, sentAt, taken) => {
			const serverAhead = headers.date ? Date.parse(headers.date) - Date.now() : 0;
			const since = sentAt + serverAhead - CLOCK_ROUNDING_MS;
			const candidates = ((body.data ?? []) as IDataObject[]).filter(
				(row) =>
					!taken.has(String(row.id)) && toMillis(row[createdField]) >= since && has(row, key),
			);
			const found = candidates.find(
				(row) => has(row, contents) && (sign?.test(row[sign.field]) ?? true),
			);
			if (found) return toReply(String(found.id));
			return candidates.length > 0 ? 'unclear' : undefined;
		},
	};
}

/** A moment as Meta gives it, in milliseconds. */
function toMillis(moment: unknown): number {
	return typeof moment === 'number' ? moment * 1000 : Date.parse(String(moment));
}

function comparable(contents: Contents): Record<string, unknown> {
	const given = pickBy(contents, (value) => value !== undefined);
	return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, plain(value)]));
}

function has(row: IDataObject, expected: Record<string, unknown>): boolean {
	return Object.entries(expected).every(([name, value]) => isEqual(plain(row[name]), value));
}

/** Numbers come back as text, dates in the ad account's zone, lists in any order. */
function plain(value: unknown): unknown {
	if (Array.isArray(value)) return sortBy(value.map(plain));
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (typeof value === 'string' && DATE_WITH_TIME.test(value)) {
		return DateTime.fromISO(value).toMillis();
	}
	return value;
}
