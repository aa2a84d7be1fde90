import { z } from 'zod';

import type { Field } from '../types';
import { checked, makeField, type FieldOptions } from './field';

/** What builders of numbers take. */
export interface NumberOptions extends FieldOptions {
	min?: number;
	max?: number;
	/** Digits after the point; 0 takes whole numbers only. */
	precision?: number;
}

/** Text that is plainly a number. */
export const NUMBER_TEXT = /^[+-]?\d+(\.\d+)?$/;

/** A number; text that is plainly a number is taken too, as expressions often give it. */
export function number<Name extends string>(
	name: Name,
	options: NumberOptions = {},
): Field<Name, number> {
	const { min, max, precision } = options;
	const whole = precision === 0;
	const kind = whole ? 'a whole number' : 'a number';
	let schema = z.number({ invalid_type_error: `must be ${kind}` }).finite(`must be ${kind}`);
	if (whole) {
		schema = schema.int(`must be ${kind}`).safe('is too large to be kept exactly');
	}
	if (min !== undefined) schema = schema.min(min, `must be at least ${min}`);
	if (max !== undefined) schema = schema.max(max, `must be at most ${max}`);
	const numberLike = z.preprocess(
		(raw) => (typeof raw === 'string' && NUMBER_TEXT.test(raw.trim()) ? Number(raw) : raw),
		schema,
	);
	return makeField(name, options, {
		type: 'number',
		default: min !== undefined && min > 0 ? min : 0,
		property: {
			typeOptions: {
				...(min !== undefined ? { minValue: min } : {}),
				...(precision !== undefined ? { numberPrecision: precision } : {}),
			},
		},
		parse: checked(numberLike, (value) => value),
	});
}

/** A whole number. */
export function integer<Name extends string>(
	name: Name,
	options: Omit<NumberOptions, 'precision'> = {},
): Field<Name, number> {
	return number(name, { ...options, precision: 0 });
}
