import type { GraphValue } from '../graph/types';
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

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Reads, checks and encodes fields. `read` gives what the user entered by field name. Members of
 * `merge` fields win over fields of their name, but cannot set a `reserved` one: what fills the
 * path or steers the node is not a parameter.
 */
export function parseFields(
	fields: readonly Field[],
	read: (name: string) => unknown,
	wire: WireContext,
	reserved = NOTHING,
): { values: Values; complaints: Complaint[] } {
	const values: Values = {};
	const complaints: Complaint[] = [];
	const merged: Values = {};
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
			if (field.property.required) complaints.push({ field: label, message: 'is required' });
		} else if (field.place === 'merge') {
			const members = parsed.value as Record<string, GraphValue>;
			complaints.push(...complaintsAbout(label, Object.keys(members), reserved));
			Object.assign(merged, members);
		} else {
			values[field.name] = parsed.value;
		}
	}
	return { values: { ...values, ...merged }, complaints };
}

function complaintsAbout(
	label: string,
	names: string[],
	reserved: ReadonlySet<string>,
): Complaint[] {
	return names
		.filter((name) => reserved.has(name))
		.map((name) => ({ field: label, message: `cannot set ${name}: use its own field` }));
}
