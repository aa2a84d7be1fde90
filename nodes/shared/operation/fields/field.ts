import { get } from 'lodash';
import type { INodeProperties, NodePropertyTypes } from 'n8n-workflow';
import { z, type ZodTypeAny } from 'zod';

import type { GraphValue } from '../../graph/types';
import { labelOf } from '../naming';
import type { Field, Parsed, ShowWhen, WireContext } from '../types';

/** What every field builder takes. */
export interface FieldOptions {
	/** Label; made from the API name when absent. */
	label?: string;
	description?: string;
	hint?: string;
	placeholder?: string;
	required?: boolean;
	showWhen?: ShowWhen;
	place?: Field['place'];
	default?: INodeProperties['default'];
}

/** What builders of texts and lists take besides. */
export interface EmptyOptions {
	/** Whether an empty one is sent, to clear a value, instead of being taken for "not given". */
	keepEmpty?: boolean;
}

type Encode<Value> = (value: Value, wire: WireContext) => GraphValue | undefined;

/**
 * A `parse` that checks with a zod schema, then encodes. Messages of the schema complete the
 * sentence "<Field> ...".
 */
export function checked<Schema extends ZodTypeAny>(
	label: string,
	schema: Schema,
	encode: Encode<z.infer<Schema>>,
): Field['parse'] {
	return (raw, wire): Parsed => {
		const result = schema.safeParse(raw, { errorMap: sentences });
		if (result.success) return { value: encode(result.data, wire) };
		return {
			complaints: result.error.issues.flatMap(
				({ path, message }) =>
					refusal(`${label}${nestedLabel(path)}`, message, valueAt(raw, path)).complaints,
			),
		};
	};
}

/** A `checked` for lists: an empty one is not given, unless the field keeps empty values. */
export function checkedList<Schema extends ZodTypeAny>(
	label: string,
	schema: Schema,
	{ keepEmpty }: EmptyOptions,
): Field['parse'] {
	return checked(label, schema, (list: GraphValue[]) =>
		list.length === 0 && !keepEmpty ? undefined : list,
	);
}

/** What to answer to a value that cannot be taken. */
export function refusal(field: string, message: string, raw: unknown) {
	return { complaints: [{ field, message: `${message}${given(raw)}` }] };
}

/** Ends the sentence "<Field> ..." where a schema brings no words of its own. */
const sentences: z.ZodErrorMap = (issue, context) => {
	const { defaultError } = context;
	if (defaultError !== z.defaultErrorMap(issue, context).message) return { message: defaultError };
	if (issue.code !== 'invalid_type') return { message: `is not valid: ${defaultError}` };
	const missing = issue.received === 'undefined';
	return { message: missing ? 'is required' : `must be of type ${issue.expected}` };
};

/** Where in a nested value the complaint is; entries of lists count from 1. */
function nestedLabel(path: Array<string | number>): string {
	return path.map((part) => (typeof part === 'number' ? ` ${part + 1}` : ` > ${part}`)).join('');
}

/** The refused part; of a list that was given as text, the whole text. */
function valueAt(raw: unknown, path: Array<string | number>): unknown {
	return path.length > 0 && typeof raw === 'object' ? get(raw, path) : raw;
}

/** Longest part of a refused value that a message repeats. */
const MAX_SHOWN_CHARACTERS = 80;

function given(raw: unknown): string {
	const value = isPickerValue(raw) ? raw.value : raw;
	if (value === undefined || value === null) return '';
	const text = typeof value === 'string' ? `"${value}"` : (toJson(value) ?? typeof value);
	const shown =
		text.length > MAX_SHOWN_CHARACTERS ? `${text.slice(0, MAX_SHOWN_CHARACTERS)}...` : text;
	return ` (given: ${shown})`;
}

/** Expressions can give what JSON cannot say, such as a list that holds itself. */
function toJson(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch {
		return String(value);
	}
}

/** What n8n keeps for a picker. */
export function isPickerValue(raw: unknown): raw is { mode: unknown; value: unknown } {
	return typeof raw === 'object' && raw !== null && 'mode' in raw && 'value' in raw;
}

/** The parts that all fields have in common. */
export function makeField(
	name: string,
	options: FieldOptions & EmptyOptions,
	own: Pick<Field, 'parse'> & {
		type: NodePropertyTypes;
		default: INodeProperties['default'];
		property?: Partial<INodeProperties>;
	},
): Field {
	const sendsDefault = options.required || options.default !== undefined;
	return {
		name,
		place: options.place ?? 'parameters',
		parse: own.parse,
		...(options.keepEmpty ? { keepEmpty: true } : {}),
		...(sendsDefault ? { sendsDefault: true } : {}),
		...(options.showWhen ? { showWhen: options.showWhen } : {}),
		property: {
			displayName: fieldLabel(name, options),
			name,
			type: own.type,
			default: options.default ?? own.default,
			...(options.required ? { required: true } : {}),
			...(options.description ? { description: options.description } : {}),
			...(options.hint ? { hint: options.hint } : {}),
			...(options.placeholder ? { placeholder: options.placeholder } : {}),
			...own.property,
		},
	};
}

/** The label of a field as makeField gives it. */
export function fieldLabel(name: string, options: FieldOptions): string {
	return options.label ?? labelOf(name);
}
