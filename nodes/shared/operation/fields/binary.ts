import type { Field } from '../types';
import { type FieldOptions } from './field';
import { text } from './text';

/** The name of the item's binary field that holds a file; the operation itself reads the file. */
export function file<Name extends string>(
	name: Name,
	options: FieldOptions = {},
): Field<Name, string> {
	return text(name, {
		default: 'data',
		hint: 'The name of the input binary field containing the file',
		to: false,
		...options,
	});
}
