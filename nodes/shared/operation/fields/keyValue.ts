import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import type { GraphValue } from '../../graph/types';
import type { Field } from '../types';
import { checked, fieldLabel, makeField, type FieldOptions } from './field';
import { jsonObject, jsonSchema } from './json';
import { entriesProperty, unwrap } from './object';
import { textLike } from './text';

const pair = z.object({
	key: textLike.pipe(z.string().trim().min(1, 'is required')),
	value: z.unknown(),
});

const pairs = z
	.array(pair, { invalid_type_error: 'must be keys with values' })
	.transform((list) => Object.fromEntries(list.map(({ key, value }) => [key, value])));

/** Free keys with values, sent as one JSON object. */
export function keyValue<Name extends string>(name: Name, options: FieldOptions = {}): Field<Name> {
	const label = fieldLabel(name, options);
	const fields: INodeProperties[] = [
		{
			displayName: 'Key',
			name: 'key',
			type: 'string',
			default: '',
			description: 'Name of the setting in the API',
		},
		{
			displayName: 'Value',
			name: 'value',
			type: 'string',
			default: '',
			description: 'Value that is sent under this name',
		},
	];
	const plain = checked(jsonSchema(jsonObject), (value) => value as GraphValue);
	const listed = checked(pairs, (value) => value as GraphValue);
	return makeField(name, options, {
		type: 'fixedCollection',
		default: {},
		property: entriesProperty(fields, label, true),
		parse: (raw, context) => {
			const given = unwrap(raw);
			const entries = 'value' in given ? given.value : undefined;
			if (!Array.isArray(entries)) return plain(raw, context);
			return entries.length > 0 ? listed(entries, context) : { value: undefined };
		},
	});
}
