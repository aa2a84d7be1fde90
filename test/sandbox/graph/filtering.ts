import { isJsonObject, type Json } from '../json';
import type { ObjectType, View } from '../schema/types';
import type { StoredObject } from '../store';
import { invalid } from './errors';
import { readValue } from './params';
import { rawField } from './render';

const OPERATORS = [
	'EQUAL',
	'NOT_EQUAL',
	'GREATER_THAN',
	'GREATER_THAN_OR_EQUAL',
	'LESS_THAN',
	'LESS_THAN_OR_EQUAL',
	'IN',
	'NOT_IN',
	'CONTAIN',
	'NOT_CONTAIN',
	'STARTS_WITH',
] as const;

type Operator = (typeof OPERATORS)[number];

export interface Condition {
	field: string;
	operator: Operator;
	value: Json;
}

/**
 * Reads the parameter `filtering`: `[{field, operator, value}]`. A field may be written with its
 * level in front, as `campaign.name`.
 */
export function readFiltering(value: unknown, type: ObjectType, level: string): Condition[] {
	if (value === undefined || value === '') return [];
	const list = readValue(value, { type: 'list' }, 'filtering');
	if (!Array.isArray(list)) return [];
	return list.map((item, i) => {
		const path = `filtering[${i}]`;
		if (!isJsonObject(item)) throw invalid(`Param ${path} must be a JSON object`, 'filtering');
		for (const key of ['field', 'operator', 'value']) {
			if (item[key] === undefined) {
				throw invalid(`The parameter ${path}[${key}] is required`, 'filtering');
			}
		}
		const operator = readValue(
			item.operator,
			{ type: 'enum', values: OPERATORS },
			`${path}[operator]`,
		);
		const name = String(item.field);
		const field = name.startsWith(`${level}.`) ? name.slice(level.length + 1) : name;
		if (type.fields[field] === undefined) {
			throw invalid(
				`Filtering field ${name} is invalid on node type (${type.nodeType})`,
				'filtering',
			);
		}
		const operand = item.value as Json;
		if ((operator === 'IN' || operator === 'NOT_IN') && !Array.isArray(operand)) {
			throw invalid(`Param ${path}[value] must be an array.`, 'filtering');
		}
		return { field, operator: operator as Operator, value: operand };
	});
}

export function matches(
	object: StoredObject,
	type: ObjectType,
	conditions: readonly Condition[],
	view: View,
): boolean {
	return conditions.every(({ field, operator, value }) => {
		const raw = rawField(object, type, field, view);
		return holds(raw === undefined || raw === null ? '' : raw, operator, value);
	});
}

function holds(raw: Json, operator: Operator, operand: Json): boolean {
	const text = typeof raw === 'object' ? JSON.stringify(raw) : String(raw);
	switch (operator) {
		case 'EQUAL':
			return text === String(operand);
		case 'NOT_EQUAL':
			return text !== String(operand);
		case 'GREATER_THAN':
			return Number(raw) > Number(operand);
		case 'GREATER_THAN_OR_EQUAL':
			return Number(raw) >= Number(operand);
		case 'LESS_THAN':
			return Number(raw) < Number(operand);
		case 'LESS_THAN_OR_EQUAL':
			return Number(raw) <= Number(operand);
		case 'IN':
			return Array.isArray(operand) && operand.map(String).includes(text);
		case 'NOT_IN':
			return Array.isArray(operand) && !operand.map(String).includes(text);
		case 'CONTAIN':
			return lower(text).includes(lower(String(operand)));
		case 'NOT_CONTAIN':
			return !lower(text).includes(lower(String(operand)));
		case 'STARTS_WITH':
			return lower(text).startsWith(lower(String(operand)));
	}
}

function lower(text: string): string {
	return text.toLowerCase();
}
