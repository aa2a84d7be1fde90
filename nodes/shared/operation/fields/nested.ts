import { omit, omitBy } from 'lodash';

import type { GraphParameters } from '../../graph/types';
import { parseFields } from '../parse';
import type { Complaint, Field, Parsed, WireContext } from '../types';
import { refusal, type FieldOptions } from './field';
import { json, jsonObject, tryJson } from './json';

/** What builders of values that are made of fields take. */
export interface NestedOptions extends FieldOptions {
	/** Also offers the object as JSON, whose members win over the form's. */
	wholeAsJson?: boolean;
}

const WHOLE = '_json';

/** The members of a nested value, with the one that takes the whole as JSON when it is offered. */
export function allMembers(members: Field[], options: NestedOptions, label: string): Field[] {
	if (!options.wholeAsJson) return members;
	const whole = json(WHOLE, {
		label: `${label} (JSON)`,
		description: 'More members as a JSON object; they win over the fields above',
		place: 'merge',
		shape: jsonObject,
	});
	return [...members, whole];
}

/** JSON text as what it says; anything else as it is. */
export function fromJson(raw: unknown): { value: unknown } | { reason: string } {
	return typeof raw === 'string' ? tryJson(raw) : { value: raw };
}

/**
 * Checks and encodes the members that have a field. Others can only come from an expression or from
 * JSON text; they are sent as they are, for what Meta adds tomorrow. An object without any member is
 * not given.
 */
export function parseMembers(
	members: Field[],
	raw: unknown,
	label: string,
	wire: WireContext,
): Parsed {
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
