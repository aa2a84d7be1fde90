import { invalid } from '../graph/errors';
import { readValue } from '../graph/params';
import { isJsonObject, type Json } from '../json';
import { MMM_COLUMNS } from './dimensions';
import { NUMBER_FIELDS } from './fieldNames';
import { BREAKDOWNS } from './names';

const OPERATORS = [
	'EQUAL',
	'NOT_EQUAL',
	'GREATER_THAN',
	'GREATER_THAN_OR_EQUAL',
	'LESS_THAN',
	'LESS_THAN_OR_EQUAL',
	'IN_RANGE',
	'NOT_IN_RANGE',
	'CONTAIN',
	'NOT_CONTAIN',
	'CONTAINS_ANY',
	'NOT_CONTAINS_ANY',
	'IN',
	'NOT_IN',
	'STARTS_WITH',
	'ENDS_WITH',
	'ANY',
	'ALL',
	'NONE',
	'AFTER',
	'BEFORE',
	'ON_OR_AFTER',
	'ON_OR_BEFORE',
] as const;

type Operator = (typeof OPERATORS)[number];

/**
 * What a condition is about: something an object is, the sum of a metric of an object, the value of
 * a breakdown, the metric of a row, or the type of an action.
 */
export type Subject = 'object' | 'objectMetric' | 'breakdown' | 'rowMetric' | 'actionType';

export interface Condition {
	subject: Subject;
	/** Level in front of the dot. */
	level?: 'account' | 'campaign' | 'adset' | 'ad';
	field: string;
	operator: Operator;
	value: Json;
}

const LIST_OPERATORS: ReadonlySet<string> = new Set([
	'IN',
	'NOT_IN',
	'IN_RANGE',
	'NOT_IN_RANGE',
	'CONTAINS_ANY',
	'NOT_CONTAINS_ANY',
	'ANY',
	'ALL',
	'NONE',
]);

/** What objects can be filtered by. */
const ATTRIBUTES = new Set([
	'adlabels',
	'buying_type',
	'created_time',
	'delivery_info',
	'effective_status',
	'id',
	'name',
	'objective',
	'optimization_goal',
	'start_time',
	'status',
	'stop_time',
	'updated_time',
]);

const NOT_FILTERABLE = new Set(['app_id', 'skan_conversion_id']);

/** Reads `filtering` of a report: `[{field, operator, value}]`, with the dot notation of levels. */
export function readConditions(value: Json | undefined): Condition[] {
	if (!Array.isArray(value)) return [];
	return value.map((item, i) => {
		const path = `filtering[${i}]`;
		if (!isJsonObject(item)) throw invalid(`Param ${path} must be a JSON object`, 'filtering');
		for (const key of ['field', 'operator', 'value']) {
			if (item[key] === undefined) {
				throw invalid(`The parameter ${path}[${key}] is required`, 'filtering');
			}
		}
		const spec = { type: 'enum', values: OPERATORS } as const;
		const operator = readValue(item.operator, spec, `${path}[operator]`) as Operator;
		const operand = item.value ?? null;
		if (LIST_OPERATORS.has(operator) && !Array.isArray(operand)) {
			throw invalid(`Param ${path}[value] must be an array.`, 'filtering');
		}
		return { ...subjectOf(String(item.field)), operator, value: operand };
	});
}

function subjectOf(name: string): Pick<Condition, 'subject' | 'level' | 'field'> {
	const prefixed = /^(account|campaign|adset|ad)\.(\w+)$/.exec(name);
	if (prefixed) {
		const level = prefixed[1] as Condition['level'];
		const field = prefixed[2];
		if (ATTRIBUTES.has(field)) return { subject: 'object', level, field };
		if (NUMBER_FIELDS.includes(field)) return { subject: 'objectMetric', level, field };
	} else if (name === 'action_type') return { subject: 'actionType', field: name };
	else if (NOT_FILTERABLE.has(name)) {
		throw invalid(`Filtering by ${name} is not supported`, 'filtering');
	} else if (NUMBER_FIELDS.includes(name)) return { subject: 'rowMetric', field: name };
	else if (BREAKDOWNS.includes(name) || MMM_COLUMNS.includes(name)) {
		return { subject: 'breakdown', field: name };
	}
	throw invalid(`Filtering field ${name} is invalid`, 'filtering');
}

/** Whether a text, a number or a list of texts (labels) meets a condition. */
export function holds(raw: Json, { operator, value }: Condition): boolean {
	const texts = (Array.isArray(raw) ? raw : [raw]).map(String);
	const operands = (Array.isArray(value) ? value : [value]).map(String);
	const isOneOf = texts.some((text) => operands.includes(text));
	const contains = texts.some((text) =>
		operands.some((operand) => lower(text).includes(lower(operand))),
	);
	const number = Number(texts[0]);
	switch (operator) {
		case 'EQUAL':
		case 'IN':
		case 'ANY':
			return isOneOf;
		case 'NOT_EQUAL':
		case 'NOT_IN':
		case 'NONE':
			return !isOneOf;
		case 'ALL':
			return operands.every((operand) => texts.includes(operand));
		case 'GREATER_THAN':
			return number > Number(operands[0]);
		case 'GREATER_THAN_OR_EQUAL':
			return number >= Number(operands[0]);
		case 'LESS_THAN':
			return number < Number(operands[0]);
		case 'LESS_THAN_OR_EQUAL':
			return number <= Number(operands[0]);
		case 'IN_RANGE':
			return number >= Number(operands[0]) && number <= Number(operands[1]);
		case 'NOT_IN_RANGE':
			return number < Number(operands[0]) || number > Number(operands[1]);
		case 'CONTAIN':
		case 'CONTAINS_ANY':
			return contains;
		case 'NOT_CONTAIN':
		case 'NOT_CONTAINS_ANY':
			return !contains;
		case 'STARTS_WITH':
			return lower(texts[0]).startsWith(lower(operands[0]));
		case 'ENDS_WITH':
			return lower(texts[0]).endsWith(lower(operands[0]));
		case 'AFTER':
			return time(texts[0]) > time(operands[0]);
		case 'BEFORE':
			return time(texts[0]) < time(operands[0]);
		case 'ON_OR_AFTER':
			return time(texts[0]) >= time(operands[0]);
		case 'ON_OR_BEFORE':
			return time(texts[0]) <= time(operands[0]);
	}
}

/** UNIX seconds of a whole number or of a date. */
function time(text: string): number {
	return /^\d+$/.test(text) ? Number(text) : Date.parse(text) / 1000;
}

function lower(text: string): string {
	return text.toLowerCase();
}
