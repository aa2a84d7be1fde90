import type { INodeProperties } from 'n8n-workflow';

import type { GraphParameters } from '../../graph/types';
import { below, writtenBelow } from '../parse';
import type { Field, Issue, ParseContext, Parsed } from '../types';
import { fieldLabel, makeField, refusal, type EmptyOptions } from './field';
import { memberProperties } from './member';
import { allMembers, fromJson, parseMembers, parseWith, type NestedOptions } from './nested';
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
export function object<Name extends string>(
	name: Name,
	members: readonly Field[],
	options: NestedOptions = {},
): Field<Name, GraphParameters> {
	const label = fieldLabel(name, options);
	const all = allMembers(members, options, label);
	return makeField(name, options, {
		type: 'fixedCollection',
		default: {},
		members: all,
		property: entriesProperty(all.flatMap(memberProperties), label, false),
		parse: parseWith(unwrap, (given, context) =>
			parseMembers(all, given, writtenBelow(context, GROUP)),
		),
	});
}

/** What `group` takes. */
export interface GroupOptions extends NestedOptions, EmptyOptions {
	/** What one entry is called: `Cell`. */
	entryLabel: string;
	/** Most entries. */
	max?: number;
}

/** A list of objects with fields of their own, sent as one JSON list. */
export function group<Name extends string>(
	name: Name,
	members: readonly Field[],
	options: GroupOptions,
): Field<Name, GraphParameters[]> {
	const all = allMembers(members, options, options.entryLabel);
	const { max = Infinity } = options;
	return makeField(name, options, {
		type: 'fixedCollection',
		default: {},
		members: all,
		property: entriesProperty(all.flatMap(memberProperties), options.entryLabel, true),
		parse: parseWith(unwrap, (given, context): Parsed<GraphParameters[]> => {
			const entries = isEmptyForm(given) ? [] : given;
			if (!Array.isArray(entries)) return refusal('must be a list', given);
			if (entries.length > max) {
				return { issues: [{ path: [], message: `must have at most ${max} entries` }] };
			}
			const parsed = parseEntries(entries, all, writtenBelow(context, GROUP));
			const nothing = 'value' in parsed && parsed.value.length === 0 && !options.keepEmpty;
			return nothing ? { value: undefined } : parsed;
		}),
	});
}

/** A collection that was added without an entry. */
function isEmptyForm(value: unknown): boolean {
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function parseEntries(
	entries: unknown[],
	members: readonly Field[],
	context: ParseContext,
): { value: GraphParameters[] } | { issues: Issue[] } {
	const parsed = entries.map((entry, index) =>
		parseMembers(members, entry, writtenBelow(context, index)),
	);
	const issues = parsed.flatMap((entry, index) =>
		'issues' in entry ? below(entry.issues, index) : [],
	);
	if (issues.length > 0) return { issues };
	return {
		value: parsed.flatMap((entry) =>
			'value' in entry && entry.value !== undefined ? [entry.value] : [],
		),
	};
}
