import { listFiltering } from '../../../shared/fields/listFiltering';
import { businessKind } from '../../../shared/fields/objectKinds';
import { objectId } from '../../../shared/operation/fields';

/** How lists of audiences compare besides what others do (Ad Account Customaudiences, Reading). */
const OWN_OPERATORS = [
	'AFTER',
	'BEFORE',
	'CONTAINS_ANY',
	'ENDS_WITH',
	'NOT_CONTAINS_ANY',
	'ON_OR_AFTER',
	'ON_OR_BEFORE',
	'STARTS_WITH',
	'TOP',
];

/** Which audiences a list has. */
export function audienceFilters() {
	return [
		objectId('business_id', businessKind, {
			label: 'Business',
			description: 'Business that filters such as recently used ask for',
		}),
		listFiltering(OWN_OPERATORS),
	];
}
