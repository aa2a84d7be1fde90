import type { GraphValue } from '../../graph/types';
import type { Field } from '../types';
import { mapped, prepared } from './field';
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
 * A list of values with one field per entry: in the form entries to add, in the request the values of
 * `member` one after another. Lists and JSON text of plain values are taken too.
 */
export function listOf<Name extends string, Value extends GraphValue>(
	name: Name,
	member: Field<string, Value>,
	options: ListOptions,
): Field<Name, Value[]> {
	const list = group(name, [member], options);
	return mapped(
		prepared(list, (raw) => asEntries(raw, member.name)),
		(entries) => entries.map((entry) => entry[member.name] as Value),
	);
}

/** Values that stand alone as entries of the form. */
function asEntries(raw: unknown, name: string): unknown {
	const given = splitList(raw);
	if (!Array.isArray(given)) return given;
	return given.map((entry: unknown) =>
		typeof entry === 'object' && entry !== null && name in entry ? entry : { [name]: entry },
	);
}
