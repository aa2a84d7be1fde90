import { Reading } from '../../../../nodes/shared/operation/parse';
import { formOf } from '../../../../nodes/shared/operation/standardFields';
import type { Item, Operation } from '../../../../nodes/shared/operation/types';
import { context } from '../../operation/support';

/** What an operation's form makes of what was entered, wherever it was; fails the test on an issue. */
export function itemOf(operation: Operation, given: Record<string, unknown>): Item {
	const { topLevel, additional } = formOf(operation);
	const reading = new Reading();
	const all = [...topLevel, ...additional];
	const begins = Object.fromEntries(all.map(({ name, property }) => [name, property.default]));
	const fields = all.filter(({ name }) => given[name] !== undefined);
	reading.take(fields, (name) => given[name] ?? begins[name], context);
	if (reading.issues.length > 0) throw new Error(JSON.stringify(reading.issues));
	const { values, parameters } = reading;
	return { values: { ...values, ...parameters }, parameters };
}
