import { z } from 'zod';

import type { Field } from '../types';
import { checked, makeField, type FieldOptions } from './field';

const TEXTS: Record<string, boolean> = { true: true, false: false, '1': true, '0': false };

const booleanLike = z.preprocess(
	(raw) =>
		typeof raw === 'string' || typeof raw === 'number'
			? (TEXTS[String(raw).trim().toLowerCase()] ?? raw)
			: raw,
	z.boolean({ invalid_type_error: 'must be true or false' }),
);

/** Yes or no; `true`, `false`, 1 and 0 from expressions are taken too. */
export function boolean<Name extends string>(
	name: Name,
	options: FieldOptions & { description: string },
): Field<Name, boolean> {
	return makeField(name, options, {
		type: 'boolean',
		default: false,
		parse: checked(booleanLike, (value) => value),
	});
}
