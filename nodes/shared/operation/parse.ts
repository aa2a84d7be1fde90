import { has } from 'lodash';

import type { GraphValue } from '../graph/types';
import { unitlessLabel } from './naming';
import type { Complaint, Field, ShowWhen, Values, WireContext } from './types';

/** Nothing was given: n8n keeps these for a field that was left alone. */
function isEmpty(raw: unknown): boolean {
	if (raw === undefined || raw === null) return true;
	if (typeof raw === 'string') return raw.trim() === '';
	if (Array.isArray(raw)) return raw.length === 0;
	if (typeof raw === 'object' && raw.constructor === Object) {
		if ('mode' in raw && 'value' in raw) return isEmpty(raw.value);
		return Object.keys(raw).length === 0;
	}
	return false;
}

function isGiven(raw: unknown, { keepEmpty }: Field): boolean {
	return keepEmpty ? raw !== undefined && raw !== null : !isEmpty(raw);
}

function isShown(showWhen: ShowWhen | undefined, valueOf: (name: string) => unknown): boolean {
	return Object.entries(showWhen ?? {}).every(([name, allowed]) =>
		allowed.some((value) => value === valueOf(name)),
	);
}

/** What `parseFields` may be told besides. */
interface ParseOptions {
	/** Names that `merge` fields cannot set: what fills the path or steers the node is no parameter. */
	reserved?: ReadonlySet<string>;
	/** Where values are put as they are read; an object of its own when absent. */
	into?: Values;
}

/**
 * Reads, checks and encodes fields. `read` gives what the user entered by field name. Members of
 * `merge` fields win over fields of their name, also over required ones without a value, except those
 * of a field that `setsAlone`.
 */
export function parseFields(
	fields: readonly Field[],
	read: (name: string) => unknown,
	wire: WireContext,
	{ reserved, into: values = {} }: ParseOptions = {},
): { values: Values; complaints: Complaint[] } {
	const complaints: Complaint[] = [];
	const merged: Values = {};
	const missing = new Map<Complaint, string>();
	const valueOf = (name: string): unknown => {
		if (name.startsWith('/')) return wire.top?.[name.slice(1)];
		return name in values ? values[name] : read(name);
	};
	for (const field of fields) {
		if (!isShown(field.showWhen, valueOf)) continue;
		const label = field.property.displayName;
		const raw = read(field.name);
		const parsed = isGiven(raw, field) ? field.parse(raw, wire) : { value: undefined };
		if ('complaints' in parsed) {
			complaints.push(...parsed.complaints);
		} else if (parsed.value === undefined) {
			if (!field.property.required) continue;
			const complaint = { field: label, message: 'is required' };
			missing.set(complaint, field.name);
			complaints.push(complaint);
		} else if (field.place === 'merge') {
			const members = parsed.value as Record<string, GraphValue>;
			const names = Object.keys(members);
			complaints.push(...complaintsAbout(label, names, reserved));
			if (field.setsAlone) {
				const isGivenToo = (own: Field) => isGiven(read(own.name), own);
				complaints.push(...complaintsAboutTwice(label, names, fields, isGivenToo));
			}
			Object.assign(merged, members);
		} else {
			values[field.name] = parsed.value;
		}
	}
	const lasting = complaints.filter((complaint) => !has(merged, [missing.get(complaint) ?? '']));
	return { values: Object.assign(values, merged), complaints: lasting };
}

/** Complains of a `merge` field whose members were also given in fields of their own. */
function complaintsAboutTwice(
	label: string,
	names: string[],
	fields: readonly Field[],
	isGivenToo: (field: Field) => boolean,
): Complaint[] {
	return fields
		.filter((field) => names.includes(field.name) && isGivenToo(field))
		.map((field) => ({
			field: label,
			message: `cannot be combined with ${unitlessLabel(field)}: give one of the two`,
		}));
}

function complaintsAbout(
	label: string,
	names: string[],
	reserved: ReadonlySet<string> | undefined,
): Complaint[] {
	return names
		.filter((name) => reserved?.has(name))
		.map((name) => ({ field: label, message: `cannot set ${name}: use its own field` }));
}
