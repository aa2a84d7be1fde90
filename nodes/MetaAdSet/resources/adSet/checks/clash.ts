import { shownLabel } from '../../../../shared/fields/checks';
import type { GraphParameters, GraphValue } from '../../../../shared/graph/types';
import type { Check, Values, WireContext } from '../../../../shared/operation/types';

/** Something the documentation excludes: when it is so, what to say of which field. */
export interface Clash {
	/** Name of the field to look at; the label of a member follows it after " > ". */
	field: string;
	member?: string;
	when: (values: Values, wire: WireContext) => boolean;
	/** Completes the sentence "<Field> ...". */
	message: string;
}

/** One check per row of a table. */
export function checksOf(table: Clash[]): Check[] {
	return table.map(({ field, member, when, message }) => (values, wire) => {
		if (!when(values, wire)) return undefined;
		const label = shownLabel(field, wire);
		return { field: member ? `${label} > ${member}` : label, message };
	});
}

/** Whether the field was given and is none of the values. */
export function isOther(values: Values, name: string, allowed: GraphValue[]): boolean {
	const value = values[name];
	return value !== undefined && !allowed.includes(value);
}

/** A nested value; one without members when it was not given. */
export function membersOf(value: GraphValue | undefined): GraphParameters {
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	return isObject ? (value as GraphParameters) : {};
}

/** The entries of a list; none when it was not given. */
export function entriesOf(value: GraphValue | undefined): GraphValue[] {
	return Array.isArray(value) ? value : [];
}
