import { omit, omitBy } from 'lodash';
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import type { GraphParameters, GraphValue } from '../../graph/types';
import { parseFields } from '../parse';
import type { Complaint, Field, Parsed, WireContext } from '../types';
import {
	checked,
	fieldLabel,
	makeField,
	refusal,
	type EmptyOptions,
	type FieldOptions,
} from './field';
import { json, jsonObject, jsonSchema, tryJson } from './json';
import { memberProperty } from './member';
import { inListOrder } from './order';
import { textLike } from './text';

interface NestedOptions extends FieldOptions {
	/** Also offers the object as JSON, whose members win over the form's. */
	wholeAsJson?: boolean;
}

/** Name of the only group of the n8n collection that holds an object's fields. */
const GROUP = 'value';
const WHOLE = '_json';

function membersOf(members: Field[], options: NestedOptions, label: string): Field[] {
	if (!options.wholeAsJson) return members;
	const whole = json(WHOLE, {
		label: `${label} (JSON)`,
		description: 'More members as a JSON object; they win over the fields above',
		place: 'merge',
		shape: jsonObject,
	});
	return [...members, whole];
}

function collection(
	values: INodeProperties[],
	label: string,
	several: boolean,
): Partial<INodeProperties> {
	return {
		...(several ? { typeOptions: { multipleValues: true } } : {}),
		placeholder: `Add ${label}`,
		options: [
			{
				displayName: label,
				name: GROUP,
				values: inListOrder(values, ({ displayName }) => displayName),
			},
		],
	};
}

/**
 * Checks and encodes the members that have a field. Others can only come from an expression or from
 * JSON text; they are sent as they are, for what Meta adds tomorrow.
 */
function parseMembers(members: Field[], raw: unknown, label: string, wire: WireContext): Parsed {
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
		return refusal(label, 'must be an object', raw);
	}
	const record = raw as Record<string, unknown>;
	const { values, complaints } = parseFields(members, (name) => record[name], wire);
	if (complaints.length > 0) return { complaints: complaints.map(within(label)) };
	const others = omit(
		record,
		members.map(({ name }) => name),
	);
	const sent = omitBy({ ...others, ...values }, (value) => value === undefined) as GraphParameters;
	return { value: Object.keys(sent).length > 0 ? sent : undefined };
}

function within(label: string): (complaint: Complaint) => Complaint {
	return ({ field, message }) => ({ field: `${label} > ${field}`, message });
}

/**
 * What was entered, without the wrapping of n8n's collection; JSON text as what it says. Plain
 * objects and lists of expressions stay as they are.
 */
function unwrap(raw: unknown): { value: unknown } | { reason: string } {
	if (typeof raw === 'string') return tryJson(raw);
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { value: raw };
	const { [GROUP]: grouped, ...others } = raw as Record<string, unknown>;
	const isWrapping = typeof grouped === 'object' && Object.keys(others).length === 0;
	return { value: isWrapping ? grouped : raw };
}

/** An object with fields of its own, sent as one JSON value. */
export function object(name: string, members: Field[], options: NestedOptions = {}): Field {
	const label = fieldLabel(name, options);
	const all = membersOf(members, options, label);
	return makeField(name, options, {
		type: 'fixedCollection',
		default: {},
		property: collection(all.map(memberProperty), label, false),
		parse: (raw, wire) => {
			const given = unwrap(raw);
			if ('reason' in given) return refusal(label, `is not valid JSON: ${given.reason}`, raw);
			return parseMembers(all, given.value, label, wire);
		},
	});
}

/** A list of objects with fields of their own, sent as one JSON list. */
export function group(
	name: string,
	members: Field[],
	options: NestedOptions & EmptyOptions & { entryLabel: string; max?: number },
): Field {
	const label = fieldLabel(name, options);
	const all = membersOf(members, options, options.entryLabel);
	const { max = Infinity } = options;
	return makeField(name, options, {
		type: 'fixedCollection',
		default: {},
		property: collection(all.map(memberProperty), options.entryLabel, true),
		parse: (raw, wire) => {
			const given = unwrap(raw);
			if ('reason' in given) return refusal(label, `is not valid JSON: ${given.reason}`, raw);
			const entries = isEmptyForm(given.value) ? [] : given.value;
			if (!Array.isArray(entries)) return refusal(label, 'must be a list', raw);
			if (entries.length > max) {
				return { complaints: [{ field: label, message: `must have at most ${max} entries` }] };
			}
			const parsed = parseEntries(entries, all, label, wire);
			const nothing = 'value' in parsed && parsed.value.length === 0 && !options.keepEmpty;
			return nothing ? { value: undefined } : parsed;
		},
	});
}

/** A collection that was added without an entry. */
function isEmptyForm(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function parseEntries(
	entries: unknown[],
	members: Field[],
	label: string,
	wire: WireContext,
): { value: GraphValue[] } | { complaints: Complaint[] } {
	const parsed = entries.map((entry, index) =>
		parseMembers(members, entry, `${label} ${index + 1}`, wire),
	);
	const complaints = parsed.flatMap((entry) => ('complaints' in entry ? entry.complaints : []));
	if (complaints.length > 0) return { complaints };
	return {
		value: parsed.flatMap((entry) =>
			'value' in entry && entry.value !== undefined ? [entry.value] : [],
		),
	};
}

const pair = z.object({
	key: textLike.pipe(z.string().trim().min(1, 'is required')),
	value: z.unknown(),
});

const pairs = z
	.array(pair, { invalid_type_error: 'must be keys with values' })
	.transform((list) => Object.fromEntries(list.map(({ key, value }) => [key, value])));

/** Free keys with values, sent as one JSON object. */
export function keyValue(name: string, options: FieldOptions = {}): Field {
	const label = fieldLabel(name, options);
	const fields: INodeProperties[] = [
		{ displayName: 'Key', name: 'key', type: 'string', default: '' },
		{ displayName: 'Value', name: 'value', type: 'string', default: '' },
	];
	const plain = checked(label, jsonSchema(jsonObject), (value) => value as GraphValue);
	const listed = checked(label, pairs, (value) => value as GraphValue);
	return makeField(name, options, {
		type: 'fixedCollection',
		default: {},
		property: collection(fields, label, true),
		parse: (raw, wire) => {
			const given = unwrap(raw);
			const entries = 'value' in given ? given.value : undefined;
			if (!Array.isArray(entries)) return plain(raw, wire);
			return entries.length > 0 ? listed(entries, wire) : { value: undefined };
		},
	});
}
