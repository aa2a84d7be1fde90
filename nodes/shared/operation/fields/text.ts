import { z } from 'zod';

import type { Field } from '../types';
import { checked, checkedList, makeField, type EmptyOptions, type FieldOptions } from './field';
import { tryJson } from './json';

interface TextOptions extends FieldOptions, EmptyOptions {
	/** In characters. */
	maxLength?: number;
	/** Lines of the input box. */
	rows?: number;
	/** What the text must look like, with the end of the sentence "<Field> ...". */
	pattern?: { test: RegExp; message: string };
}

/** Expressions give numbers where a form gives text. */
export const textLike = z.preprocess(
	(raw) => (typeof raw === 'number' || typeof raw === 'bigint' ? String(raw) : raw),
	z.string({ invalid_type_error: 'must be text' }),
);

/** Text; numbers are taken as text. */
export function text<Name extends string>(
	name: Name,
	options: TextOptions = {},
): Field<Name, string> {
	let schema = z.string();
	if (options.maxLength) {
		schema = schema.max(options.maxLength, `must have at most ${options.maxLength} characters`);
	}
	if (options.pattern) schema = schema.regex(options.pattern.test, options.pattern.message);
	return makeField(name, options, {
		type: 'string',
		default: '',
		property: options.rows ? { typeOptions: { rows: options.rows } } : {},
		parse: checked(textLike.pipe(schema), (value) => value),
	});
}

/** A list of texts: separated by commas, or a list from an expression. */
export function textList<Name extends string>(
	name: Name,
	options: FieldOptions & EmptyOptions & { max?: number } = {},
): Field<Name, string[]> {
	const entry = textLike.pipe(z.string().min(1, 'must not be empty'));
	let list = z.array(entry, { invalid_type_error: 'must be a list of texts' });
	if (options.max) list = list.max(options.max, `must have at most ${options.max} entries`);
	return makeField(name, options, {
		type: 'string',
		default: '',
		parse: checkedList(z.preprocess(splitList, list), options),
	});
}

/** `a, b` or `["a","b"]` as a list, a number as a list of one; anything else as it is. */
export function splitList(raw: unknown): unknown {
	if (typeof raw === 'number') return [raw];
	if (typeof raw !== 'string') return raw;
	const trimmed = raw.trim();
	if (trimmed.startsWith('[')) {
		const parsed = tryJson(trimmed);
		if ('value' in parsed && Array.isArray(parsed.value)) return parsed.value;
	}
	return trimmed
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
