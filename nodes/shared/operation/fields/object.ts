import type { INodeProperties } from 'n8n-workflow';

import type { GraphValue } from '../../graph/types';
import type { Complaint, Field, WireContext } from '../types';
import { fieldLabel, makeField, refusal, type EmptyOptions } from './field';
import { memberProperties } from './member';
import { moneyIn } from './money';
import { allMembers, fromJson, parseMembers, type NestedOptions } from './nested';
import { inListOrder } from './order';

/** Name of the only group of the n8n collection that holds an object's fields. */
const GROUP = 'value';

/** What an n8n collection of fixed fields needs: of one entry or of several. */
export function entriesProperty(
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
 * What was entered, without the wrapping of n8n's collection; JSON text as what it says. Plain
 * objects and lists of expressions stay as they are.
 */
export function unwrap(raw: unknown): { value: unknown } | { reason: string } {
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return fromJson(raw);
	const { [GROUP]: grouped, ...others } = raw as Record<string, unknown>;
	const isWrapping = typeof grouped === 'object' && Object.keys(others).length === 0;
	return { value: isWrapping ? grouped : raw };
}

/** An object with fields of its own, sent as one JSON value. */
export function object(name: string, members: Field[], options: NestedOptions = {}): Field {
	const label = fieldLabel(name, options);
	const all = allMembers(members, options, label);
	const field = makeField(name, options, {
		type: 'fixedCollection',
		default: {},
		property: entriesProperty(all.flatMap(memberProperties), label, false),
		parse: (raw, wire) => {
			const given = unwrap(raw);
			if ('reason' in given) return refusal(label, `is not valid JSON: ${given.reason}`, raw);
			return parseMembers(all, given.value, label, wire);
		},
	});
	return { ...field, ...moneyIn(members) };
}

/** What `group` takes. */
export interface GroupOptions extends NestedOptions, EmptyOptions {
	/** What one entry is called: `Cell`. */
	entryLabel: string;
	/** Most entries. */
	max?: number;
}

/** A list of objects with fields of their own, sent as one JSON list. */
export function group(name: string, members: Field[], options: GroupOptions): Field {
	const label = fieldLabel(name, options);
	const all = allMembers(members, options, options.entryLabel);
	const { max = Infinity } = options;
	const field = makeField(name, options, {
		type: 'fixedCollection',
		default: {},
		property: entriesProperty(all.flatMap(memberProperties), options.entryLabel, true),
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
	return { ...field, ...moneyIn(members) };
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
