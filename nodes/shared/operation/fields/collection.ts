import type { Field } from '../types';
import { fieldLabel, makeField } from './field';
import { addedProperties } from './member';
import { allMembers, parseMembers, parseWith, fromJson, type NestedOptions } from './nested';
import { inListOrder } from './order';
import type { GraphParameters } from '../../graph/types';

/**
 * An object of which the user adds the members he wants: n8n's type `collection`. What was not added
 * is neither shown nor sent; what was added is sent even with the value it begins with (0, `false`).
 * Members may be fields of any kind, collections, objects and groups included. In the request one JSON
 * value; JSON text and objects from expressions are taken, unknown members of them sent as they are.
 *
 * A `required` member is missed only when the collection has any other. `showWhen` of a member names
 * members beside it (one that was not added has no value), or with a slash a field at the top level.
 */
export function collection<Name extends string>(
	name: Name,
	members: readonly Field[],
	options: NestedOptions = {},
): Field<Name, GraphParameters> {
	const label = fieldLabel(name, options);
	const all = allMembers(members, options, label);
	return makeField(
		name,
		{ placeholder: `Add ${label} Field`, ...options },
		{
			type: 'collection',
			default: {},
			members: all,
			property: {
				options: inListOrder(all.flatMap(addedProperties), ({ displayName }) => displayName),
			},
			parse: parseWith(fromJson, (given, { written, ...context }) =>
				parseMembers(all, given, {
					...context,
					...(written ? { written: { ...written, isAdded: true } } : {}),
				}),
			),
		},
	);
}
