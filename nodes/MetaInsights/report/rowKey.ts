import type { Row } from './types';

/** What identifies an asset of a breakdown; its URL is signed anew for every answer. */
const ASSET_IDS = ['id', 'hash', 'asset_id'];

/**
 * What tells a row from the others of its report: all that it holds but the named values. That covers
 * IDs, dates and whatever columns a breakdown makes.
 */
export function keyOf(row: Row, values: ReadonlySet<string>): string {
	const members = Object.keys(row)
		.filter((name) => !values.has(name))
		.sort();
	return JSON.stringify(members.map((name) => [name, identityOf(row[name])]));
}

function identityOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(identityOf);
	if (typeof value !== 'object' || value === null) return String(value);
	const members = value as Record<string, unknown>;
	const id = ASSET_IDS.find((name) => members[name] !== undefined);
	if (id) return String(members[id]);
	return Object.keys(members)
		.sort()
		.map((name) => [name, identityOf(members[name])]);
}
