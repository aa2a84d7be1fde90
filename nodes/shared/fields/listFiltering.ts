import type { GraphParameters, GraphValue } from '../graph/types';
import { byUse, group, mapped, options, text, type Choice } from '../operation/fields';
import { splitList } from '../operation/fields/text';

const LIST_OPERATORS = [
	'ALL',
	'ANY',
	'CONTAINS_ANY',
	'IN',
	'IN_RANGE',
	'NONE',
	'NOT_CONTAINS_ANY',
	'NOT_IN',
	'NOT_IN_RANGE',
];
const OPERATORS = byUse({
	common: [
		{ value: 'CONTAIN', name: 'Contains' },
		{ value: 'NOT_CONTAIN', name: 'Does Not Contain' },
		{ value: 'EQUAL', name: 'Equals' },
		{ value: 'NOT_EQUAL', name: 'Does Not Equal' },
		'IN',
		{ value: 'NOT_IN', name: 'Not In' },
		'GREATER_THAN',
		'GREATER_THAN_OR_EQUAL',
		'LESS_THAN',
		'LESS_THAN_OR_EQUAL',
	],
	others: ['ALL', 'ANY', 'IN_RANGE', 'NONE', 'NOT_IN_RANGE'],
});

/**
 * Conditions that the rows of a list have to meet (Manage Your Ad Object's Status, `filtering`), with
 * the operators that only this list has.
 */
export function listFiltering(ownOperators: readonly Choice[] = []) {
	const conditions = group(
		'filtering',
		[
			text('field', {
				required: true,
				description: 'Field to filter by, under its name in the API',
				placeholder: 'e.g. name',
			}),
			options('operator', [...OPERATORS, ...ownOperators], {
				required: true,
				description: 'How to compare the field with the value. In and Not In take several values.',
			}),
			text('value', {
				required: true,
				description: 'What to compare with; several values separated by commas',
			}),
		],
		{
			label: 'Filters',
			entryLabel: 'Filter',
			description: 'Conditions; only what meets all of them is returned',
		},
	);
	return mapped(conditions, (entries) => entries.map(withList));
}

function withList(condition: GraphParameters): GraphParameters {
	const { operator, value } = condition;
	return LIST_OPERATORS.includes(String(operator))
		? { ...condition, value: splitList(value) as GraphValue }
		: condition;
}
