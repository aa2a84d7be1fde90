import { omit } from 'lodash';

import type { GraphParameters, GraphValue } from '../../graph/types';
import { Reading } from '../parse';
import type { Field, ParseContext, Parsed } from '../types';
import { refusal, type FieldOptions } from './field';
import { json, jsonObject, tryJson } from './json';

/** What builders of values that are made of fields take. */
export interface NestedOptions extends FieldOptions {
	/** Also offers the object as JSON, whose members win over the form's. */
	wholeAsJson?: boolean;
}

const WHOLE = '_json';

/** The members of a nested value, with the one that takes the whole as JSON when it is offered. */
export function allMembers(
	members: readonly Field[],
	options: NestedOptions,
	label: string,
): readonly Field[] {
	if (!options.wholeAsJson) return members;
	const whole = json(WHOLE, {
		label: `${label} (JSON)`,
		description: 'More members as JSON; they win over the fields above',
		to: '',
		shape: jsonObject,
	});
	return [...members, { ...whole, wins: true }];
}

type Source = { value: unknown } | { reason: string };

/** JSON text as what it says; anything else as it is. */
export function fromJson(raw: unknown): Source {
	return typeof raw === 'string' ? tryJson(raw) : { value: raw };
}

/** A `parse` for what may be given as JSON text. */
export function parseWith<Value extends GraphValue>(
	source: (raw: unknown) => Source,
	parse: (given: unknown, context: ParseContext) => Parsed<Value>,
): Field<string, Value>['parse'] {
	return (raw, context) => {
		const given = source(raw);
		if ('reason' in given) return refusal(`is not valid JSON: ${given.reason}`, raw);
		return parse(given.value, context);
	};
}

/**
 * Checks and encodes the members that have a field. Others can only come from an expression or from
 * JSON text; they are sent as they are, for what Meta adds tomorrow. An object without any member is
 * not given.
 */
export function parseMembers(
	members: readonly Field[],
	raw: unknown,
	context: ParseContext,
): Parsed<GraphParameters> {
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
		return refusal('must be an object', raw);
	}
	const record = raw as Record<string, unknown>;
	const names = members.flatMap(({ name, inAccountCurrency }) => [
		name,
		...(inAccountCurrency ? [inAccountCurrency.name] : []),
	]);
	const reading = new Reading(context.formOnly ? {} : defined(omit(record, names)));
	reading.take(members, (name) => record[name], context);
	if (reading.issues.length > 0) return { issues: reading.issues };
	const sent = reading.parameters;
	return { value: Object.keys(sent).length > 0 ? sent : undefined };
}

function defined(record: object): GraphParameters {
	return Object.fromEntries(
		Object.entries(record).filter(([, value]) => value !== undefined),
	) as GraphParameters;
}
