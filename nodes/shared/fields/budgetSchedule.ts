import { dateTime, group, integer, options } from '../operation/fields';
import type { Check, Field } from '../operation/types';

/** Times in which more may be spent (High Demand Period). */
export function budgetScheduleSpecs(): Field {
	return group(
		'budget_schedule_specs',
		[
			dateTime('time_start', {
				format: 'unix',
				required: true,
				description: 'Start of the period',
			}),
			dateTime('time_end', { format: 'unix', required: true, description: 'End of the period' }),
			integer('budget_value', {
				label: 'Budget Value (Minor Units or Multiplier)',
				required: true,
				min: 1,
				description:
					'What the budget grows by: an amount in minor units, whatever Amounts In says, or a multiplier',
			}),
			options('budget_value_type', ['ABSOLUTE', 'MULTIPLIER'], {
				default: 'ABSOLUTE',
				description: 'Whether the value is an amount or a multiplier of the budget',
			}),
		],
		{
			entryLabel: 'High Demand Period',
			label: 'Budget Schedule (High Demand Periods)',
			description: 'Periods in which the budget grows',
		},
	);
}

export const budgetScheduleInOrder: Check = ({ budget_schedule_specs: specs }) => {
	const periods = (Array.isArray(specs) ? specs : []) as Array<{
		time_start: number;
		time_end: number;
	}>;
	const index = periods.findIndex(({ time_start, time_end }) => time_end <= time_start);
	return index < 0
		? undefined
		: { field: `Budget Schedule ${index + 1} > Time End`, message: 'must be after Time Start' };
};
