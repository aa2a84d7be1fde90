import { group, objectId, options, text } from '../../../shared/operation/fields';
import type { Field } from '../../../shared/operation/types';
import { businessKind } from '../../../shared/fields/objectKinds';

/** How a field is compared (Ad Account Customaudiences, Reading). */
const operators = [
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
	'AFTER',
	'BEFORE',
	'ON_OR_AFTER',
	'ON_OR_BEFORE',
	'NONE',
	'TOP',
];

/** Which audiences a list has. */
export function audienceFilters(): Field[] {
	return [
		objectId('business_id', businessKind, {
			label: 'Business',
			description: 'Business that filters such as recently used ask for',
		}),
		group(
			'filtering',
			[
				text('field', { required: true, placeholder: 'e.g. name' }),
				options('operator', operators, { required: true, default: 'CONTAIN' }),
				text('value', { required: true }),
			],
			{ entryLabel: 'Filter', description: 'Only audiences for which all of these hold' },
		),
	];
}
