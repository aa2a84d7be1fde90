import type { Field } from '../types';
import { group } from './object';
import { splitList } from './text';

interface ListOptions {
	label?: string;
	description: string;
	/** What one entry is called: "Add Range". */
	entryLabel: string;
	max?: number;
}

/**
 * A list of values with one field per entry: in the form entries to add, on the wire the values of
 * `member` one after another. Lists and JSON text of plain values are taken too.
 */
export function listOf(name: string, member: Field, options: ListOptions): Field {
	const list = group(name, [member], options);
	return {
		...list,
		parse: (raw, wire) => {
			const parsed = list.parse(asEntries(raw, member.name), wire);
			if ('complaints' in parsed || !Array.isArray(parsed.value)) return parsed;
			const entries = parsed.value as Array<Record<string, never>>;
			return { value: entries.map((entry) => entry[member.name]) };
		},
	};
}

/** Values that stand alone as entries of the form. */
function asEntries(raw: unknown, name: string): unknown {
	const given = splitList(raw);
	if (!Array.isArray(given)) return given;
	return given.map((entry: unknown) =>
		typeof entry === 'object' && entry !== null && name in entry ? entry : { [name]: entry },
	);
}
