import { uniq } from 'lodash';
import type { INodePropertyOptions } from 'n8n-workflow';

/** Most values that a message calls near. */
const MAX_NEAREST = 3;
/** Of so many letters one may be wrong. */
const LETTERS_PER_SLIP = 3;
/** Fewer letters are part of too many words. */
const MIN_PART_LETTERS = 4;

/** What stands behind a label in brackets: `Germany (DE)`. */
const BRACKETS = / \([^)]*\)$/;

/** Finds which value of a list a text means. */
export interface Matcher {
	/** The value that is written or labelled so; nothing when none is, or several are. */
	match: (text: string) => string | undefined;
	/** Values that are written or labelled most like it, with their labels; none when none is. */
	nearest: (text: string) => string[];
}

/** Letters and digits in one case, without accents: `Last 14 Days` and `last_14_days` are one. */
function plain(text: string): string {
	return text
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}+]/gu, '');
}

/** How a text is read, from strict to lenient, and what of an entry it then has to equal. */
const READINGS = [
	{ read: upperCase, spell: ({ value }: INodePropertyOptions) => upperCase(String(value)) },
	{ read: plain, spell: ({ value }: INodePropertyOptions) => plain(String(value)) },
	{ read: plain, spell: ({ name }: INodePropertyOptions) => plain(name) },
	{ read: plain, spell: ({ name }: INodePropertyOptions) => plain(name.replace(BRACKETS, '')) },
];

function upperCase(text: string): string {
	return text.trim().toUpperCase();
}

/**
 * A text means the value that it spells in any case, else the one that has it as its label, whole or
 * without what stands there in brackets.
 */
export function matcherOf(entries: readonly INodePropertyOptions[]): Matcher {
	const tables = READINGS.map(({ read, spell }) => ({ read, table: tableOf(entries, spell) }));
	return {
		match: (text) => {
			const found = tables.map(({ read, table }) => table.get(read(text)) ?? []);
			const values = found.find(({ length }) => length > 0) ?? [];
			return values.length === 1 ? values[0] : undefined;
		},
		nearest: (text) => nearestOf(entries, plain(text)),
	};
}

/** Values by how they are spelled. */
function tableOf(
	entries: readonly INodePropertyOptions[],
	spell: (entry: INodePropertyOptions) => string,
): Map<string, string[]> {
	const table = new Map<string, string[]>();
	for (const entry of entries) {
		const key = spell(entry);
		table.set(key, [...(table.get(key) ?? []), String(entry.value)]);
	}
	return table;
}

function nearestOf(entries: readonly INodePropertyOptions[], text: string): string[] {
	const slips = Math.floor(text.length / LETTERS_PER_SLIP);
	const distances = entries.map((entry) => {
		const spellings = uniq(READINGS.slice(1).map(({ spell }) => spell(entry)));
		return Math.min(...spellings.map((spelling) => distance(text, spelling)));
	});
	const least = Math.min(...distances);
	if (least > slips) return [];
	return entries
		.filter((_entry, index) => distances[index] === least)
		.slice(0, MAX_NEAREST)
		.map(({ name, value }) =>
			plain(name) === plain(String(value)) ? String(value) : `${String(value)} (${name})`,
		);
}

/** Letters to change, add or take away; a part of the whole is as near as one wrong letter. */
function distance(text: string, spelling: string): number {
	const isPart =
		(text.length >= MIN_PART_LETTERS && spelling.includes(text)) ||
		(spelling.length >= MIN_PART_LETTERS && text.includes(spelling));
	return isPart ? 1 : edits(text, spelling);
}

/** Levenshtein's distance, row by row. */
function edits(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_unused, index) => index);
	for (let i = 1; i <= one.length; i++) {
		const next = [i];
		for (let j = 1; j <= other.length; j++) {
			const replaced = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
			next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
		}
		row = next;
	}
	return row[other.length];
}
