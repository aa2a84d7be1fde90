import {
	ACTION_FIELDS,
	HISTOGRAM_FIELDS,
	NUMBER_FIELDS,
	OBJECT_FIELDS,
	RESULT_FIELDS,
	TEXT_FIELDS,
} from './fieldNames';

export type FieldKind = 'number' | 'text' | 'actions' | 'results' | 'histogram' | 'object';

const KINDS: ReadonlyArray<readonly [FieldKind, readonly string[]]> = [
	['number', NUMBER_FIELDS],
	['text', TEXT_FIELDS],
	['actions', ACTION_FIELDS],
	['results', RESULT_FIELDS],
	['histogram', HISTOGRAM_FIELDS],
	['object', OBJECT_FIELDS],
];

/** The shape of the values of every field that a report may have. */
export const FIELD_KINDS: Readonly<Record<string, FieldKind | undefined>> = Object.fromEntries(
	KINDS.flatMap(([kind, names]) => names.map((name) => [name, kind] as const)),
);
