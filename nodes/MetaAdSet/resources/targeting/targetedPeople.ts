import { targetingSpec } from '../../../shared/fields/targeting';
import type { Field } from '../../../shared/operation/types';

/** The targeting that an estimate is about. */
export function targetedPeople(): Field {
	return targetingSpec('targeting_spec', {
		required: true,
		description: 'Who is to see the ads, and where',
	});
}
