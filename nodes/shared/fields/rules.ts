import { isEmpty } from 'lodash';
import { DateTime } from 'luxon';

import { isObject } from '../graph/json';
import type { GraphParameters, GraphValue } from '../graph/types';
import type { RuleOn } from '../operation/types';

/** At most one of the fields may be given. */
export function exclusive<Names extends string>(
	names: readonly [Names, ...Names[]],
	reason: string,
): RuleOn<Names> {
	type Given = Record<Names, GraphValue | undefined>;
	const given = (values: Given) => names.filter((name) => values[name] !== undefined);
	return {
		at: names[0],
		when: (values) => given(values).length > 1,
		message: (values) => {
			const others = given(values).filter((name) => name !== names[0]);
			return `cannot be combined with ${others.map((name) => `{${name}}`).join(', ')}: ${reason}`;
		},
	};
}

/** The second moment must come after the first. */
export function inOrder<Start extends string, End extends string>(
	start: Start,
	end: End,
): RuleOn<Start | End> {
	return {
		at: end,
		when: (values) => {
			const [from, to] = [toMillis(values[start]), toMillis(values[end])];
			return from !== undefined && to !== undefined && to <= from;
		},
		message: (values) => `must be after {${start}} (${String(values[start])})`,
	};
}

/** Dates as they are sent, in milliseconds: Unix seconds, of which 0 stands for no moment, or ISO text. */
export function toMillis(value: GraphValue | undefined): number | undefined {
	if (value === 0) return undefined;
	if (typeof value === 'number') return value * 1000;
	if (typeof value !== 'string') return undefined;
	const moment = DateTime.fromISO(value);
	return moment.isValid ? moment.toMillis() : undefined;
}

/** Whether the value was given and is none of those allowed. */
export function isOther(value: GraphValue | undefined, allowed: readonly GraphValue[]): boolean {
	return value !== undefined && !allowed.includes(value);
}

/** A nested value; one without members when it was not given. */
export function membersOf(value: GraphValue | undefined): GraphParameters {
	return isObject<GraphParameters>(value) ? value : {};
}

/** The entries of a list; none when it was not given. */
export function entriesOf(value: GraphValue | undefined): GraphValue[] {
	return Array.isArray(value) ? value : [];
}

/** An update that would change nothing has lost what was meant to be in it. */
export const changesSomething: RuleOn<never> = {
	when: (_values, { parameters }) => isEmpty(parameters) && ['additional_fields'],
	message: 'have nothing to change: add one, or look why its expression gives nothing',
};
