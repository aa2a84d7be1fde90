import type { INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod';

import { labelOf } from '../naming';
import type { Field } from '../types';
import {
	checked,
	checkedList,
	fieldLabel,
	makeField,
	type EmptyOptions,
	type FieldOptions,
} from './field';
import { inListOrder } from './order';
import { splitList } from './text';

/** One value of an enum; its label is made from the value when absent. */
export type Choice = string | { value: string; name?: string; description?: string };

/** Values that a message lists before it says "...". */
const MAX_LISTED_VALUES = 30;

function toOptions(choices: readonly Choice[]): INodePropertyOptions[] {
	const options = choices
		.map((choice) => (typeof choice === 'string' ? { value: choice } : choice))
		.map(({ value, name, description }) => ({
			name: name ?? labelOf(value),
			value,
			...(description ? { description } : {}),
		}));
	return inListOrder(options, ({ name }) => name);
}

function valuesOf(choices: readonly Choice[]): string[] {
	return choices.map((choice) => (typeof choice === 'string' ? choice : choice.value));
}

/** Accepts the documented spelling whatever its case: the documentation prints both for some. */
function enumSchema(choices: readonly Choice[]) {
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
export function options(
	name: string,
	choices: readonly Choice[],
	fieldOptions: FieldOptions = {},
): Field {
	return makeField(name, fieldOptions, {
		type: 'options',
		default: valuesOf(choices)[0],
		property: { options: toOptions(choices) },
		parse: checked(fieldLabel(name, fieldOptions), enumSchema(choices), (value) => value),
	});
}

/** Several values of a list; also a comma-separated text from an expression. */
export function multiOptions(
	name: string,
	choices: readonly Choice[],
	fieldOptions: FieldOptions & EmptyOptions = {},
): Field {
	const list = z.array(enumSchema(choices), { invalid_type_error: 'must be a list' });
	return makeField(name, fieldOptions, {
		type: 'multiOptions',
		default: [],
		property: { options: toOptions(choices) },
		parse: checkedList(fieldLabel(name, fieldOptions), z.preprocess(splitList, list), fieldOptions),
	});
}
