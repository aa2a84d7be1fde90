import { shownProperty } from './fields/money';
import { labelOf } from './naming';
import type { Field, Issue, Item, ParseContext, Path, Rule, Values } from './types';

const HOW_TO_WAIVE = '(Send Unusual Combinations in Options sends it all the same)';

/** `{name}` or `{name.member}` in the message of a rule. */
const PLACEHOLDER = /\{(\w+(?:\.\w+)*)\}/g;

/**
 * The labels on the way to a part of a form: `Promoted Object > Pixel`, `Cells 2 > Name`. A step is the
 * name of a field or where it goes in the request; what has no field is worded from its name.
 */
export function labelAt(fields: readonly Field[], path: Path, values: Values): string {
	let members = fields;
	let label = '';
	for (let at = 0; at < path.length; ) {
		const step = path[at];
		if (typeof step === 'number') {
			label += ` ${step + 1}`;
			at += 1;
			continue;
		}
		const { field, length } = fieldAt(members, path.slice(at), at === 0 ? values : {});
		label += `${label ? ' > ' : ''}${field ? shownProperty(field, values).displayName : labelOf(step)}`;
		members = field?.members ?? [];
		at += length;
	}
	return label;
}

/**
 * The field that a path begins with, and how many of its steps lead to it. Where two lead there, the
 * one that has a value and not what it is laid into.
 */
function fieldAt(
	fields: readonly Field[],
	path: Path,
	values: Values = {},
): { field?: Field; length: number } {
	const laid = fields.find(
		({ name, to }) =>
			to && to.includes('.') && values[name] !== undefined && isPrefix(to.split('.'), path),
	);
	if (laid?.to) return { field: laid, length: laid.to.split('.').length };
	const byName = fields.find(({ name }) => name === path[0]);
	if (byName) return { field: byName, length: 1 };
	for (let length = path.length; length > 0; length--) {
		const place = path.slice(0, length).join('.');
		const field = fields.find(({ to }) => to === place);
		if (field) return { field, length };
	}
	// A list of plain values has one field for all its entries, which has no name in the request.
	const [only, ...others] = fields;
	if (only?.members && others.length === 0) {
		const inside = fieldAt(only.members, path);
		if (inside.field) return inside;
	}
	return { length: 1 };
}

function isPrefix(steps: readonly string[], path: Path): boolean {
	return steps.every((step, index) => step === path[index]);
}

/** An issue as a sentence. */
export function sentenceOf(fields: readonly Field[], issue: Issue, values: Values): string {
	return `${labelAt(fields, issue.path, values)} ${issue.message}`;
}

/** What the rules find wrong with an item's values. */
export function brokenRules(
	rules: readonly Rule[],
	fields: readonly Field[],
	{ values, parameters }: Item,
	parsing: ParseContext,
): Issue[] {
	const context = { ...parsing, parameters };
	return rules.flatMap(({ at = [], when, message, waivable }) => {
		const found = when(values, context);
		if (!found) return [];
		const path = [...(typeof at === 'string' ? [at] : at), ...(found === true ? [] : found)];
		const text = typeof message === 'string' ? message : message(values, context);
		const worded = text.replace(PLACEHOLDER, (_whole, names: string) =>
			labelBeside(fields, path, names.split('.'), values),
		);
		return [{ path, message: waivable ? `${worded} ${HOW_TO_WAIVE}` : worded }];
	});
}

/** The label of a part as seen from another one: without what both are in. */
function labelBeside(
	fields: readonly Field[],
	seenFrom: Path,
	path: readonly string[],
	values: Values,
): string {
	const shared = path.findIndex((step, index) => step !== seenFrom[index]);
	const label = labelAt(fields, path, values);
	if (shared <= 0) return label;
	return label.slice(`${labelAt(fields, path.slice(0, shared), values)} > `.length);
}
