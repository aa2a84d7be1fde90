import { intersection, isPlainObject, mapKeys, mapValues, merge } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { isInAccountCurrency, shownProperty } from '../../nodes/shared/operation/fields/money';
import { ADDITIONAL_FIELDS, formOf } from '../../nodes/shared/operation/standardFields';
import type { Field, Operation, Values } from '../../nodes/shared/operation/types';
import { packageNodes } from '../tools/nodes';

/**
 * Parameters of a node where its form keeps them. Tests name optional fields among the additional fields
 * and amounts by one name; the form may have them at the top, in another collection, under the name for
 * their unit or below a choice, which then is made.
 */
export function inForm(type: string, parameters: IDataObject): IDataObject {
	const operation = operationOf(type, parameters);
	if (!operation) return parameters;
	const { topLevel, sections } = formOf(operation);
	const placed = amountsPlaced(topLevel, parameters, parameters);
	const rest: IDataObject = {};
	/** What the fields that are given leave of the choices that show them. */
	const choices = new Map<string, unknown[]>();
	const optional = (parameters[ADDITIONAL_FIELDS] ?? {}) as IDataObject;
	if (!isPlainObject(optional)) return parameters;
	const given = new Set(Object.keys(parameters));
	for (const [name, value] of Object.entries(optional)) {
		const section = sections.find(({ fields }) => fields.some((field) => isOf(field, name)));
		const atTop = topLevel.find((field) => isOf(field, name));
		if (section) {
			const before = (section.name === ADDITIONAL_FIELDS ? rest : placed[section.name]) ?? {};
			const member = amountsPlaced(section.fields, { [name]: value }, parameters);
			const both = { ...(before as IDataObject), ...member };
			if (section.name === ADDITIONAL_FIELDS) Object.assign(rest, both);
			else placed[section.name] = both;
		} else if (atTop) {
			const member = amountsPlaced([atTop], { [name]: value }, parameters);
			merge(placed, member);
			given.add(atTop.name);
		} else rest[name] = value;
	}
	for (const field of topLevel.filter(({ name }) => given.has(name))) {
		for (const [choice, allowed] of Object.entries(field.showWhen ?? {})) {
			choices.set(choice, intersection(choices.get(choice) ?? allowed, allowed));
		}
	}
	for (const [choice, [first]] of choices) placed[choice] ??= first as string;
	for (const choice of topLevel) placed[choice.name] ??= chosen(choice, topLevel, placed);
	delete placed[ADDITIONAL_FIELDS];
	return Object.keys(rest).length > 0 ? { ...placed, [ADDITIONAL_FIELDS]: rest } : placed;
}

function isOf({ name, inAccountCurrency }: Field, parameter: string): boolean {
	return [name, inAccountCurrency?.name].includes(parameter);
}

/** A choice that asks for nothing but what is given, where the one that a form begins with asks for more. */
function chosen(choice: Field, topLevel: readonly Field[], given: IDataObject) {
	const asksForMore = (value: unknown) =>
		topLevel.some(
			({ name, property, showWhen }) =>
				property.required &&
				given[name] === undefined &&
				showWhen?.[choice.name]?.some((each) => each === value),
		);
	if (!asksForMore(choice.property.default)) return undefined;
	return choice.choices?.find(({ value }) => !asksForMore(value))?.value;
}

function operationOf(type: string, { resource, operation }: IDataObject): Operation | undefined {
	const found = packageNodes.find(({ node }) => type.endsWith(`.${node.description.name}`));
	return found?.resources[String(resource)]?.operations[String(operation)];
}

/** The same values, amounts under the names that they have in the unit of the form. */
function amountsPlaced(
	fields: readonly Field[],
	values: IDataObject,
	{ amounts_in: unit }: IDataObject,
): IDataObject {
	const top: Values = { amounts_in: unit as string };
	if (!isInAccountCurrency(top)) return { ...values };
	const names = new Map(
		allFields(fields).map((field) => [field.name, shownProperty(field, top).name]),
	);
	const renamed = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(renamed);
		if (!isPlainObject(value)) return value;
		const members = mapKeys(value as IDataObject, (_own, name) => names.get(name) ?? name);
		return mapValues(members, renamed);
	};
	return renamed(values) as IDataObject;
}

function allFields(fields: readonly Field[]): Field[] {
	return fields.flatMap((field) => [field, ...allFields(field.members ?? [])]);
}
