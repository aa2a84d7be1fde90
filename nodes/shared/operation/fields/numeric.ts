import type { Field } from '../types';
import { boolean } from './boolean';
import { textList } from './text';

/** The same field for a list whose chosen values are numbers on the wire: days, genders. */
export function numeric(field: Field): Field {
	return {
		...field,
		parse: (raw, wire) => {
			const parsed = field.parse(raw, wire);
			if ('complaints' in parsed || !Array.isArray(parsed.value)) return parsed;
			return { value: parsed.value.map(Number) };
		},
	};
}

/** Yes or no in the form, 1 or 0 on the wire. */
export function flag(name: string, options: { label?: string; description: string }): Field {
	const field = boolean(name, options);
	return {
		...field,
		parse: (raw, wire) => {
			const parsed = field.parse(raw, wire);
			return 'complaints' in parsed ? parsed : { value: Number(parsed.value) };
		},
	};
}

/** A list of whole numbers, separated by commas; years. */
export function integerList(name: string, options: { label?: string; description: string }): Field {
	const field = numeric(textList(name, options));
	return {
		...field,
		parse: (raw, wire) => {
			const parsed = field.parse(raw, wire);
			if ('complaints' in parsed || !Array.isArray(parsed.value)) return parsed;
			if (parsed.value.every(Number.isInteger)) return parsed;
			const { displayName } = field.property;
			return {
				complaints: [{ field: displayName, message: 'must be whole numbers separated by commas' }],
			};
		},
	};
}
