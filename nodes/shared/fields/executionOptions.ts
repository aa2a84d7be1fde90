import { multiOptions } from '../operation/fields';
import type { RuleOn } from '../operation/types';

/** Lets Meta check a request without carrying it out. */
export function executionOptions() {
	return multiOptions(
		'execution_options',
		[
			{
				value: 'validate_only',
				name: 'Validate Only',
				description: 'Check the values and change nothing',
			},
			{
				value: 'include_recommendations',
				name: 'Include Recommendations',
				description: 'Also return recommendations; only together with another option',
			},
		],
		{
			description: 'Whether Meta only checks the request, and whether it gives recommendations',
		},
	);
}

/** `include_recommendations` never stands alone (Ad Account, Ad Campaigns, Creating). */
export const recommendationsNeedCompany: RuleOn<'execution_options'> = {
	at: 'execution_options',
	when: ({ execution_options: chosen }) =>
		Array.isArray(chosen) && chosen.length === 1 && chosen[0] === 'include_recommendations',
	message: 'must have Validate Only when Include Recommendations is chosen',
};
