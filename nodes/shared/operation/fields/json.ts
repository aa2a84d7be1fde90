import { z, type ZodTypeAny } from 'zod';

import type { GraphValue } from '../../graph/types';
import type { Field } from '../types';
import { checked, makeField, type FieldOptions } from './field';

interface JsonOptions extends FieldOptions {
	/** What the parsed value must look like; anything when absent. */
	shape?: ZodTypeAny;
}

/** Reads JSON text: its value, or why it is none. */
export function tryJson(source: string): { value: unknown } | { reason: string } {
	try {
		return { value: JSON.parse(source) as unknown };
	} catch (cause) {
		return { reason: cause instanceof Error ? cause.message : String(cause) };
	}
}

/** JSON text or a value from an expression, as a parsed value. */
export function jsonSchema(shape: ZodTypeAny = z.unknown()) {
	return z
		.unknown()
		.transform((raw, context) => {
			if (typeof raw !== 'string') return raw;
			const parsed = tryJson(raw);
			if ('value' in parsed) return parsed.value;
			context.addIssue({ code: 'custom', message: `is not valid JSON: ${parsed.reason}` });
			return z.NEVER;
		})
		.pipe(shape);
}

/** Any JSON object. */
export const jsonObject = z.record(z.unknown(), {
	invalid_type_error: 'must be a JSON object such as {"key": "value"}',
});

/** JSON, as text or as a value from an expression. */
export function json<Name extends string>(name: Name, options: JsonOptions = {}): Field<Name> {
	return makeField(name, options, {
		type: 'json',
		default: '',
		property: { typeOptions: { rows: 4 } },
		parse: checked(jsonSchema(options.shape), (value) => value as GraphValue),
	});
}
