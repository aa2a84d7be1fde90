import type { GraphParameters } from '../../shared/graph/types';
import type { InsightsQuery, Row } from '../report/types';
import { askedFields, breakdownColumns, listOf } from './query';

const LEVEL_IDS: Record<string, string> = {
	account: 'account_id',
	campaign: 'campaign_id',
	adset: 'adset_id',
	ad: 'ad_id',
};

/** Without a level rows are of the objects that were asked: the lowest ID is theirs. */
const ANY_LEVEL_IDS = ['ad_id', 'adset_id', 'campaign_id', 'account_id'];

/**
 * The same parameters with the fields that row keys are made of: without them rows of different
 * objects would get the same key.
 *
 * @param objects what is reported on: `act_1` or other IDs
 */
export function withKeyFields(parameters: GraphParameters, objects: string[]): GraphParameters {
	const level = levelOf(parameters);
	const isOnAccounts = objects.every((object) => object.startsWith('act_'));
	const needed =
		level !== undefined
			? [LEVEL_IDS[level]]
			: isOnAccounts
				? [LEVEL_IDS.account]
				: objects.some((object) => object.startsWith('act_'))
					? ANY_LEVEL_IDS
					: ANY_LEVEL_IDS.slice(0, -1);
	const fields = askedFields(parameters);
	const missing = needed.filter((name) => !fields.includes(name));
	return missing.length === 0 ? parameters : { ...parameters, fields: [...missing, ...fields] };
}

/** Marketing mix rows are of ad sets (Marketing Mix Modeling Breakdown). */
function levelOf({ level, breakdowns }: GraphParameters): string | undefined {
	if (typeof level === 'string' && level in LEVEL_IDS) return level;
	return listOf(breakdowns).includes('mmm') ? 'adset' : undefined;
}

/**
 * A text that is the same for the same row in every run and differs between all rows of a report:
 * period, object, values of the breakdowns. For updating rows that were stored before.
 *
 * `2024-05-01|2024-05-01|120211|age=18-24|gender=male`
 */
export function rowKey(row: Row, query: InsightsQuery): string {
	return rowKeyMaker(query)(row);
}

/** `rowKey` for many rows of one query. */
export function rowKeyMaker(query: InsightsQuery): (row: Row) => string {
	const level = levelOf(query.parameters);
	const ids = level === undefined ? ANY_LEVEL_IDS : [LEVEL_IDS[level]];
	// Breakdowns of the same names in another order give the same rows.
	const breakdowns = [...new Set(breakdownColumns(query.parameters))].sort();
	return (row) => {
		const idField = ids.find((name) => row[name] !== undefined);
		const id = idField === undefined ? query.object : row[idField];
		let key = `${plain(row.date_start)}|${plain(row.date_stop)}|${plain(id)}`;
		for (const name of breakdowns) key += `|${name}=${plain(row[name])}`;
		return key;
	};
}

/** Assets are objects: `{id, text}`, `{id, hash, url}`; the ID is what stays. */
function plain(value: Row[string] | undefined): string {
	if (value === undefined || value === null) return '';
	if (typeof value !== 'object') return escaped(String(value));
	const { id, hash } = value as Row;
	return escaped(
		typeof id === 'object' ? JSON.stringify(value) : String(id ?? hash ?? JSON.stringify(value)),
	);
}

/** No value can look like the border between two. */
function escaped(text: string): string {
	return /[|%]/.test(text) ? text.replace(/%/g, '%25').replace(/\|/g, '%7C') : text;
}
