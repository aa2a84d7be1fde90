import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { defaultsDeep } from 'lodash';

import type { GraphParameters } from '../graph/types';
import { operationError } from './failure';
import { brokenRules, sentenceOf } from './labels';
import { otherUnitName, shownProperty } from './fields/money';
import { Reading, writtenBelow } from './parse';
import { formOf, NODE_OPTIONS, nodeOptions, type NodeOptions } from './standardFields';
import type { Field, Issue, Item, Operation, ParseContext, Rule, Values } from './types';

/** What was read for one item, or what is wrong with it. */
export type ReadResult = Item | { error: NodeOperationError };

/** Everything the fields of one item say, checked and encoded. */
export function readItem(
	execution: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
	context: ParseContext,
): ReadResult {
	try {
		const { issues, values, parameters, inner } = readForm(
			execution,
			operation,
			itemIndex,
			context,
		);
		if (issues.length === 0) {
			issues.push(...ruleIssues(execution, operation, itemIndex, { values, parameters }, inner));
		}
		if (issues.length === 0) {
			const said = operation.defaults?.(values, { ...inner, parameters });
			return { values, parameters: defaultsDeep(parameters, said) as GraphParameters };
		}
		return { error: issuesError(execution, operation, issues, values, itemIndex) };
	} catch (cause) {
		return { error: new NodeOperationError(execution.getNode(), cause, { itemIndex }) };
	}
}

function readForm(
	execution: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
	context: ParseContext,
): Item & { issues: Issue[]; inner: ParseContext } {
	const { topLevel, sections, unsent } = formOf(operation);
	const reading = new Reading();
	// Fields of nested values already see the top level fields that stand before them.
	const inner = { ...context, top: reading.values };
	const readTop = (name: string) => execution.getNodeParameter(name, itemIndex, null);
	reading.take(topLevel, readTop, inner);
	for (const { name, fields } of sections) {
		const given = readCollection(execution, name, fields, itemIndex);
		const below = writtenBelow(inner, name, true);
		reading.take(added(fields, given, inner), (member) => given[member], below, unsent);
	}
	const { issues, parameters } = reading;
	return { issues, parameters, values: { ...reading.values, ...parameters }, inner };
}

/** What the rules find wrong with what the form says; what JSON adds is Meta's to judge. */
function ruleIssues(
	execution: IExecuteFunctions,
	operation: Operation,
	itemIndex: number,
	item: Item,
	context: ParseContext,
): Issue[] {
	const { topLevel, additional } = formOf(operation);
	const judge = ({ values, parameters }: Item, rules: readonly Rule[]) =>
		rules.filter(
			({ waivable, when }) =>
				!(waivable && context.sendUnusual) && when(values, { ...context, parameters }),
		);
	const broken = judge(item, operation.rules ?? []);
	if (broken.length === 0) return [];
	const form = readForm(execution, operation, itemIndex, { ...context, formOnly: true });
	const all = [...topLevel, ...additional];
	return brokenRules(judge(form, broken), all, item, context);
}

/**
 * The node's options, read once per run.
 *
 * @throws NodeOperationError for an option that cannot be used
 */
export function readNodeOptions(execution: IExecuteFunctions): NodeOptions {
	const given = readCollection(execution, NODE_OPTIONS, nodeOptions, 0);
	const reading = new Reading();
	const context = { timezone: execution.getTimezone(), apiVersion: '' };
	reading.take(added(nodeOptions, given, context), (name) => given[name], context);
	const { issues, values } = reading;
	if (issues.length > 0) throw inputError(execution, nodeOptions, issues, values, 0);
	return values as NodeOptions;
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
function added(
	fields: readonly Field[],
	given: Record<string, unknown>,
	{ top = {} }: ParseContext,
): Field[] {
	return fields.filter(
		(field) =>
			field.constant !== undefined ||
			[shownProperty(field, top).name, otherUnitName(field, top) ?? ''].some(
				(name) => name in given,
			),
	);
}

/** The error of an item whose form has issues. */
export function issuesError(
	execution: IExecuteFunctions,
	operation: Operation,
	issues: readonly Issue[],
	values: Values,
	itemIndex: number,
): NodeOperationError {
	const { topLevel, additional } = formOf(operation);
	return inputError(execution, [...topLevel, ...additional], issues, values, itemIndex);
}

function inputError(
	execution: IExecuteFunctions,
	fields: readonly Field[],
	issues: readonly Issue[],
	values: Values,
	itemIndex: number,
): NodeOperationError {
	const [first, ...others] = issues.map((issue) => sentenceOf(fields, issue, values));
	const description = [
		'Nothing was sent to Meta for this item.',
		...others.map((sentence) => `Also: ${sentence}.`),
	].join(' ');
	return operationError(execution.getNode(), first, description, itemIndex);
}
