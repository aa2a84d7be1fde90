import { boolean, mapped } from '../operation/fields';
import type { Field } from '../operation/types';

/** The same field for a list whose values are sent as numbers: days, genders. */
export function numbers<Name extends string>(field: Field<Name, string[]>): Field<Name, number[]> {
	return mapped(field, (texts) => texts.map(Number));
}

/** Yes or no in the form, sent as 1 or 0. */
export function flag<Name extends string>(
	name: Name,
	options: { label?: string; description: string },
): Field<Name, number> {
	return mapped(boolean(name, options), Number);
}
