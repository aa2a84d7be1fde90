import { get } from 'lodash';
import type { INodeProperties, NodePropertyTypes } from 'n8n-workflow';
import { z, type ZodTypeAny } from 'zod';

import type { GraphValue } from '../../graph/types';
import { labelOf } from '../naming';
import type { Field, Issue, ParseContext, Parsed, ShowWhen } from '../types';

/** What every field builder takes. */
export interface FieldOptions {
	/** Label; made from the API name when absent. */
	label?: string;
	description?: string;
	hint?: string;
	placeholder?: string;
	required?: boolean;
	showWhen?: ShowWhen;
	/** See `Field.to`. */
	to?: Field['to'];
	default?: INodeProperties['default'];
}

/** What builders of texts and lists take besides. */
export interface EmptyOptions {
	/** Whether an empty one is sent, to clear a value, instead of being taken for "not given". */
	keepEmpty?: boolean;
}

/**
 * A `parse` that checks with a zod schema, then encodes. Messages of the schema complete the
 * sentence "<Field> ...".
 */
export function checked<Schema extends ZodTypeAny, Value extends GraphValue>(
	schema: Schema,
	encode: (value: z.infer<Schema>, context: ParseContext) => Value | undefined,
): Field<string, Value>['parse'] {
	return (raw, context) => {
		const result = schema.safeParse(raw, { errorMap: sentences });
		if (result.success) return { value: encode(result.data, context) };
		return {
			issues: result.error.issues.map(({ path, message }) => ({
				path,
				message: `${message}${given(valueAt(raw, path))}`,
			})),
		};
	};
}

/** A `checked` for lists: an empty one is not given, unless the field keeps empty values. */
export function checkedList<Schema extends ZodTypeAny, Entry extends GraphValue>(
	schema: Schema,
	{ keepEmpty }: EmptyOptions,
): Field<string, Entry[]>['parse'] {
	return checked(schema, (list: Entry[]) => (list.length === 0 && !keepEmpty ? undefined : list));
}

/** What to answer to a value that cannot be taken. */
export function refusal(message: string, raw: unknown) {
	return { issues: [{ path: [], message: `${message}${given(raw)}` }] };
}

/** The same field whose value is another one in what is sent, or is none there (`undefined`). */
export function mapped<Name extends string, In extends GraphValue, Out extends GraphValue>(
	field: Field<Name, In>,
	encode: (value: In, context: ParseContext) => Out | undefined,
): Field<Name, Out> {
	return {
		...field,
		parse: (raw, context): Parsed<Out> => {
			const parsed = field.parse(raw, context);
			if ('issues' in parsed) return parsed;
			return { value: parsed.value === undefined ? undefined : encode(parsed.value, context) };
		},
	};
}

/** The same field with further demands on its value: what is wrong with it, with paths within it. */
export function refined<Name extends string, Value extends GraphValue>(
	field: Field<Name, Value>,
	issuesOf: (value: Value) => Issue[],
): Field<Name, Value> {
	return {
		...field,
		parse: (raw, context) => {
			const parsed = field.parse(raw, context);
			if ('issues' in parsed || parsed.value === undefined) return parsed;
			const issues = issuesOf(parsed.value);
			return issues.length > 0 ? { issues } : parsed;
		},
	};
}

/** The same field that first brings what was given into the form in which it reads it. */
export function prepared<Name extends string, Value extends GraphValue>(
	field: Field<Name, Value>,
	prepare: (raw: unknown) => unknown,
): Field<Name, Value> {
	return { ...field, parse: (raw, context) => field.parse(prepare(raw), context) };
}

/** The same fields without a place in the form; see `Field.unseen`. */
export function unseen<Fields extends Field>(fields: readonly Fields[]): Fields[] {
	return fields.map((field) => ({ ...field, unseen: true }));
}

/** What a choice in another field stands for: sent while the condition holds, never seen. */
export function constant(to: string, value: GraphValue, showWhen: ShowWhen): Field<never> {
	return {
		name: to as never,
		to,
		constant: value,
		showWhen,
		property: { displayName: labelOf(to), name: to, type: 'hidden', default: '' },
		parse: () => ({ value }),
	};
}

/** Fields that stand side by side in the form and go into an object of the request. */
export function within<Fields extends Field>(
	path: string,
	fields: readonly Fields[],
	showWhen?: ShowWhen,
): Fields[] {
	return fields.map((field) => {
		const to = field.to ?? field.name;
		return {
			...field,
			to: to === false ? to : to === '' ? path : `${path}.${to}`,
			...(showWhen ? { showWhen: { ...field.showWhen, ...showWhen } } : {}),
		};
	});
}

/** Ends the sentence "<Field> ..." where a schema brings no words of its own. */
const sentences: z.ZodErrorMap = (issue, context) => {
	const { defaultError } = context;
	if (defaultError !== z.defaultErrorMap(issue, context).message) return { message: defaultError };
	if (issue.code !== 'invalid_type') return { message: `is not valid: ${defaultError}` };
	const missing = issue.received === 'undefined';
	return { message: missing ? 'is required' : `must be of type ${issue.expected}` };
};

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
export function makeField<Name extends string, Value extends GraphValue>(
	name: Name,
	options: FieldOptions & EmptyOptions,
	own: Pick<Field<Name, Value>, 'parse' | 'members' | 'choices'> & {
		type: NodePropertyTypes;
		default: INodeProperties['default'];
		property?: Partial<INodeProperties>;
	},
): Field<Name, Value> {
	const sendsDefault = options.required || options.default !== undefined;
	return {
		name,
		...(options.to !== undefined ? { to: options.to } : {}),
		...(own.members ? { members: own.members } : {}),
		...(own.choices ? { choices: own.choices } : {}),
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
