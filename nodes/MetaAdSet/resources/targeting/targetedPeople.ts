import { targetingRules, targetingSpec } from '../../../shared/fields/targeting';
import type { RuleOn } from '../../../shared/operation/types';

/** The targeting that an estimate is about. */
export function targetedPeople() {
	return targetingSpec({ to: 'targeting_spec' });
}

export const peopleAreTargeted: Array<RuleOn<'targeting'>> = [
	{
		at: 'targeting',
		when: ({ targeting }) => targeting === undefined,
		message: 'is required: choose at least a place, such as a country',
	},
	...targetingRules,
];
