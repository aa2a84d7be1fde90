import type { GraphParameters } from '../../graph/types';
import { nameInLabel } from '../pickerLabel';
import type { Field } from '../types';
import { isPickerValue, makeField, prepared, refusal, type FieldOptions } from './field';
import { tryJson } from './json';
import { group, type GroupOptions } from './object';
import { howToChoose, parseObjectId, pickerOf, type ObjectKind } from './objectId';
import { splitList } from './text';

interface EntityOptions extends FieldOptions {
	/** What the ID is called in the request; places of the geo search have a `key`. */
	key?: 'id' | 'key';
}

interface EntityListOptions extends GroupOptions, Pick<EntityOptions, 'key'> {
	/** Fields of an entry besides its picker: the radius around a city. */
	members?: readonly Field[];
}

/**
 * A thing that is sent as `{id, name}`, or `{key, name}`: chosen from a list, which also
 * gives the name, or typed as its ID alone. From expressions also such an object, whose other members
 * are sent as they are. With `to: ''` the members become those of the object around it.
 */
export function entity<Name extends string>(
	name: Name,
	kind: ObjectKind,
	options: EntityOptions = {},
): Field<Name, GraphParameters> {
	const { key = 'id' } = options;
	return makeField(
		name,
		{ description: howToChoose(kind), ...options },
		{
			...pickerOf(kind),
			parse: (raw) => {
				const { id: given, others } = partsOf(raw, key);
				const result = parseObjectId(given, kind);
				if ('issue' in result) return refusal(result.issue, raw);
				return { value: { [key]: result.id, ...others } };
			},
		},
	);
}

/** The ID as it was given, and what goes with it. */
function partsOf(raw: unknown, key: string): { id: unknown; others: GraphParameters } {
	const given = typeof raw === 'string' && raw.trim().startsWith('{') ? parsedOr(raw) : raw;
	if (typeof given !== 'object' || given === null) return { id: given, others: {} };
	if (!isPickerValue(given)) {
		const { [key]: id = given, ...others } = given as Record<string, unknown>;
		return { id, others: others as GraphParameters };
	}
	const { mode, value, cachedResultName: name } = given as Record<string, unknown>;
	return {
		id: value,
		others: mode === 'list' && typeof name === 'string' ? { name: nameInLabel(name) } : {},
	};
}

function parsedOr(source: string): unknown {
	const parsed = tryJson(source);
	return 'value' in parsed ? parsed.value : source;
}

/**
 * A list of things that are sent as `{id, name}`, or `{key, name}`, with the further `members`
 * of an entry if it has some. In the form one picker per entry, under "Add <entryLabel>". Also taken:
 * IDs separated by commas, a list of IDs, of pickers' values or of such objects.
 */
export function entityList<Name extends string>(
	name: Name,
	kind: ObjectKind,
	options: EntityListOptions,
): Field<Name, GraphParameters[]> {
	const { key = 'id', members = [], ...groupOptions } = options;
	const picker = entity(key, kind, {
		key,
		label: options.entryLabel,
		required: true,
		to: '',
	});
	const list = group(name, [picker, ...members], groupOptions);
	return prepared(list, (raw) => asEntries(raw, key));
}

/** IDs that stand alone as entries of the form; what is a form or JSON text already stays as it is. */
function asEntries(raw: unknown, key: string): unknown {
	const isJson = typeof raw === 'string' && raw.trim().startsWith('{');
	const given = isJson ? raw : splitList(raw);
	if (!Array.isArray(given)) return given;
	return given.map((entry: unknown) => {
		const isWhole = typeof entry === 'object' && entry !== null && !isPickerValue(entry);
		return isWhole ? entry : { [key]: entry };
	});
}
