import { z } from 'zod';

import type { Field } from '../types';
import { entriesOf, offered, valuesOf, type Choice, type Choices } from './choices';
import {
	checked,
	checkedList,
	fieldLabel,
	makeField,
	type EmptyOptions,
	type FieldOptions,
} from './field';
import { splitList } from './text';

/** Values that a message lists before it says "...". */
const MAX_LISTED_VALUES = 30;

/** Accepts the documented spelling whatever its case: the documentation prints both for some. */
function enumSchema(choices: Choices) {
	const values = valuesOf(choices).filter((value) => value !== '');
	const byUpperCase = new Map(values.map((value) => [value.toUpperCase(), value]));
	const listed = values.slice(0, MAX_LISTED_VALUES).join(', ');
	const more = values.length > MAX_LISTED_VALUES ? ', ...' : '';
	return z.unknown().transform((raw, context) => {
		const isText = typeof raw === 'string' || typeof raw === 'number';
		const value = isText ? byUpperCase.get(String(raw).trim().toUpperCase()) : undefined;
		if (value === undefined) {
			context.addIssue({ code: 'custom', message: `must be one of: ${listed}${more}` });
			return z.NEVER;
		}
		return value;
	});
}

/** One value of a list. */
export function options<Name extends string>(
	name: Name,
	choices: readonly Choice[],
	fieldOptions: FieldOptions = {},
): Field<Name, string> {
	return makeField(name, fieldOptions, {
		type: 'options',
		default: valuesOf(choices)[0],
		choices: entriesOf(choices),
		property: { options: entriesOf(choices) },
		parse: checked(enumSchema(choices), (value) => value),
	});
}

/** Several values of a list; also a comma-separated text from an expression. */
export function multiOptions<Name extends string>(
	name: Name,
	choices: Choices,
	fieldOptions: FieldOptions & EmptyOptions = {},
): Field<Name, string[]> {
	const list = z.array(enumSchema(choices), { invalid_type_error: 'must be a list' });
	const label = fieldLabel(name, fieldOptions);
	return makeField(name, fieldOptions, {
		type: 'multiOptions',
		default: [],
		choices: entriesOf(choices),
		property: offered(choices, { ...fieldOptions, displayName: label }),
		parse: checkedList(z.preprocess(splitList, list), fieldOptions),
	});
}
