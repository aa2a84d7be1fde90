import { DateTime } from 'luxon';

import type { GraphValue } from '../graph/types';
import { labelOf } from '../operation/naming';
import type { Check } from '../operation/types';

/** At most one of the fields may be given. */
export function exclusive(names: string[], reason: string): Check {
	return (values) => {
		const given = names.filter((name) => values[name] !== undefined);
		if (given.length < 2) return undefined;
		return {
			field: labelOf(given[0]),
			message: `cannot be combined with ${given.slice(1).map(labelOf).join(', ')}: ${reason}`,
		};
	};
}

/** The second moment must come after the first. */
export function inOrder(startName: string, endName: string): Check {
	return (values) => {
		const start = toMillis(values[startName]);
		const end = toMillis(values[endName]);
		if (start === undefined || end === undefined || end > start) return undefined;
		return {
			field: labelOf(endName),
			message: `must be after ${labelOf(startName)} (${String(values[startName])})`,
		};
	};
}

/** Wire values of dates: Unix seconds or ISO text. */
function toMillis(value: GraphValue | undefined): number | undefined {
	if (typeof value === 'number') return value * 1000;
	if (typeof value !== 'string') return undefined;
	const moment = DateTime.fromISO(value);
	return moment.isValid ? moment.toMillis() : undefined;
}

/** A field that needs another one to have one of some values. */
export function needs(name: string, other: string, allowed: GraphValue[], reason: string): Check {
	return (values) => {
		if (values[name] === undefined) return undefined;
		const actual = values[other];
		if (actual !== undefined && allowed.includes(actual)) return undefined;
		return {
			field: labelOf(name),
			message: `needs ${labelOf(other)} to be ${allowed.map(String).join(' or ')}: ${reason}`,
		};
	};
}
