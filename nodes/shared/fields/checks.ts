import { DateTime } from 'luxon';

import type { GraphValue } from '../graph/types';
import { labelOf } from '../operation/naming';
import type { Check, WireContext } from '../operation/types';

/** The label that a field has in the form at hand, without a unit. */
export function shownLabel(name: string, { labels }: WireContext): string {
	return labels?.get(name) ?? labelOf(name);
}

/** At most one of the fields may be given. */
export function exclusive(names: string[], reason: string): Check {
	return (values, wire) => {
		const given = names.filter((name) => values[name] !== undefined);
		if (given.length < 2) return undefined;
		const [first, ...others] = given.map((name) => shownLabel(name, wire));
		return { field: first, message: `cannot be combined with ${others.join(', ')}: ${reason}` };
	};
}

/** The second moment must come after the first. */
export function inOrder(startName: string, endName: string): Check {
	return (values, wire) => {
		const start = toMillis(values[startName]);
		const end = toMillis(values[endName]);
		if (start === undefined || end === undefined || end > start) return undefined;
		return {
			field: shownLabel(endName, wire),
			message: `must be after ${shownLabel(startName, wire)} (${String(values[startName])})`,
		};
	};
}

/** Wire values of dates in milliseconds: Unix seconds, of which 0 stands for no moment, or ISO text. */
export function toMillis(value: GraphValue | undefined): number | undefined {
	if (value === 0) return undefined;
	if (typeof value === 'number') return value * 1000;
	if (typeof value !== 'string') return undefined;
	const moment = DateTime.fromISO(value);
	return moment.isValid ? moment.toMillis() : undefined;
}

/** A field that needs another one to have one of some values. */
export function needs(name: string, other: string, allowed: GraphValue[], reason: string): Check {
	return (values, wire) => {
		if (values[name] === undefined) return undefined;
		const actual = values[other];
		if (actual !== undefined && allowed.includes(actual)) return undefined;
		return {
			field: shownLabel(name, wire),
			message: `needs ${shownLabel(other, wire)} to be ${allowed.map(String).join(' or ')}: ${reason}`,
		};
	};
}

/** The number of a version before the point: 24 of `v24.0`. */
export function majorOf(apiVersion: string): number {
	return Number(apiVersion.slice(1).split('.')[0]);
}
