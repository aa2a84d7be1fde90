import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { operationError } from './failure';
import { parseFields } from './parse';
import { ADDITIONAL_FIELDS, formOf, NODE_OPTIONS, nodeOptions } from './standardFields';
import type { Complaint, Field, Operation, Values, WireContext } from './types';

/** What was read for one item: its values, or what is wrong with them. */
export type ItemParameters = { values: Values } | { error: NodeOperationError };

/** Everything the fields of one item say, checked and encoded, `local` fields included. */
export function readItem(
	execution: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
	wire: WireContext,
): ItemParameters {
	const { topLevel, additional, labels, unsent } = formOf(operation);
	// Objects at the top level already see the fields that stand before them.
	const into: Values = {};
	const inner = { ...wire, labels, top: into };
	try {
		const top = parseFields(
			topLevel,
			(name) => execution.getNodeParameter(name, itemIndex, null),
			inner,
			{ into },
		);
		const given = readCollection(execution, ADDITIONAL_FIELDS, additional, itemIndex);
		const collected = parseFields(added(additional, given), (name) => given[name], inner, {
			reserved: unsent,
		});
		const values = { ...top.values, ...collected.values };
		const complaints = [...top.complaints, ...collected.complaints];
		if (complaints.length === 0) complaints.push(...failedChecks(operation, values, inner));
		if (complaints.length === 0) return { values };
		return { error: complaintError(execution, complaints, itemIndex) };
	} catch (cause) {
		return { error: new NodeOperationError(execution.getNode(), cause, { itemIndex }) };
	}
}

/**
 * The node's options, read once per run.
 *
 * @throws NodeOperationError for an option that cannot be used
 */
export function readNodeOptions(execution: IExecuteFunctions): Values {
	const given = readCollection(execution, NODE_OPTIONS, nodeOptions, 0);
	const { values, complaints } = parseFields(added(nodeOptions, given), (name) => given[name], {
		timezone: execution.getTimezone(),
		apiVersion: '',
	});
	if (complaints.length > 0) throw complaintError(execution, complaints, 0);
	return values;
}

function readCollection(
	execution: IExecuteFunctions,
	name: string,
	fields: readonly Field[],
	itemIndex: number,
): Record<string, unknown> {
	if (fields.length === 0) return {};
	return (execution.getNodeParameter(name, itemIndex, {}) ?? {}) as Record<string, unknown>;
}

/** What is not in a collection was not added by the user: only what is there is looked at. */
function added(fields: readonly Field[], given: Record<string, unknown>): Field[] {
	return fields.filter(({ name }) => given[name] !== undefined);
}

function failedChecks(operation: Operation, values: Values, wire: WireContext): Complaint[] {
	return (operation.checks ?? []).flatMap((check) => check(values, wire) ?? []);
}

function complaintError(
	execution: IExecuteFunctions,
	complaints: Complaint[],
	itemIndex: number,
): NodeOperationError {
	const [first, ...others] = complaints;
	const description = [
		'Nothing was sent to Meta for this item.',
		...others.map(({ field, message }) => `Also: ${field} ${message}.`),
	].join(' ');
	return operationError(
		execution.getNode(),
		`${first.field} ${first.message}`,
		description,
		itemIndex,
	);
}
