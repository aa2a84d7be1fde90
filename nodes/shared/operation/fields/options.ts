import { once } from 'lodash';
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
import { matcherOf, type Matcher } from './matching';
import { splitList, textLike } from './text';

/** Values that a message lists before it says "...". */
const MAX_LISTED_VALUES = 30;

/** Made when the first value is read: most lists of a node are never asked. */
function matcherWhenAsked(choices: Choices): () => Matcher {
	return once(() => matcherOf(entriesOf(choices).filter(({ value }) => value !== '')));
}

/** A name as the API writes it. */
const API_NAME = /^[\w.]+$/;

/**
 * Accepts values and labels, whatever their case: the documentation prints both for some. Of a list that
 * `grows` other names of the API are taken too, since Meta may have more of them.
 */
function enumSchema(choices: Choices, matcher: () => Matcher, grows = false) {
	const values = valuesOf(choices).filter((value) => value !== '');
	const listed = values.slice(0, MAX_LISTED_VALUES).join(', ');
	const more = values.length > MAX_LISTED_VALUES ? ', ...' : '';
	return z.unknown().transform((raw, context) => {
		const text = typeof raw === 'string' || typeof raw === 'number' ? String(raw) : undefined;
		const value = text === undefined ? undefined : matcher().match(text);
		if (value !== undefined) return value;
		const word = text?.trim() ?? '';
		if (grows && API_NAME.test(word)) return word;
		const near = text === undefined ? [] : matcher().nearest(text);
		const nearest = near.length > 0 ? `; nearest: ${near.join(', ')}` : '';
		context.addIssue({ code: 'custom', message: `must be one of: ${listed}${more}${nearest}` });
		return z.NEVER;
	});
}

/** Accepts any text; a label stands for its value. */
function openSchema(matcher: () => Matcher) {
	return textLike.transform((text) => {
		const word = text.trim();
		return API_NAME.test(word) ? word : (matcher().match(word) ?? word);
	});
}

/** What a list of values takes besides. */
interface ListOptions extends FieldOptions {
	/** Whether any text that the list does not have is sent as it is. */
	open?: boolean;
	/** Whether Meta adds to the list: names that it does not have are sent then. */
	grows?: boolean;
}

/** One value of a list. */
export function options<Name extends string>(
	name: Name,
	choices: readonly Choice[],
	fieldOptions: ListOptions = {},
): Field<Name, string> {
	const matcher = matcherWhenAsked(choices);
	const schema = fieldOptions.open
		? openSchema(matcher)
		: enumSchema(choices, matcher, fieldOptions.grows);
	return makeField(name, fieldOptions, {
		type: 'options',
		default: valuesOf(choices)[0],
		choices: entriesOf(choices),
		property: { options: entriesOf(choices) },
		parse: checked(schema, (value: string) => value),
	});
}

/** Several values of a list; also a comma-separated text from an expression. */
export function multiOptions<Name extends string>(
	name: Name,
	choices: Choices,
	fieldOptions: ListOptions & EmptyOptions = {},
): Field<Name, string[]> {
	const matcher = matcherWhenAsked(choices);
	const list = z.array(enumSchema(choices, matcher, fieldOptions.grows), {
		invalid_type_error: 'must be a list',
	});
	// A label may hold commas itself.
	const asList = (raw: unknown) =>
		typeof raw === 'string' && matcher().match(raw) !== undefined ? [raw] : splitList(raw);
	const label = fieldLabel(name, fieldOptions);
	return makeField(name, fieldOptions, {
		type: 'multiOptions',
		default: [],
		choices: entriesOf(choices),
		property: offered(choices, { ...fieldOptions, displayName: label }),
		parse: checkedList(z.preprocess(asList, list), fieldOptions),
	});
}
