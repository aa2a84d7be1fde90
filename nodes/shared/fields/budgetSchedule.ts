import { dateTime, group, integer, options } from '../operation/fields';
import { entriesOf, membersOf } from './rules';
import type { RuleOn } from '../operation/types';

/** Times in which more may be spent (High Demand Period). */
export function budgetScheduleSpecs() {
	return group(
		'budget_schedule_specs',
		[
			dateTime('time_start', {
				format: 'unix',
				required: true,
				description: 'When the period starts and the budget begins to grow',
			}),
			dateTime('time_end', {
				format: 'unix',
				required: true,
				description: 'When the period ends and the budget is as before',
			}),
			integer('budget_value', {
				label: 'Budget Value (Minor Units or Multiplier)',
				required: true,
				min: 1,
				description:
					'What the budget grows by: an amount in minor units, whatever Amounts In says, or a multiplier',
			}),
			options('budget_value_type', ['ABSOLUTE', 'MULTIPLIER'], {
				default: 'ABSOLUTE',
				description: 'Whether the budget value is an amount to add or a factor for the budget',
			}),
		],
		{
			entryLabel: 'High Demand Period',
			label: 'Budget Schedule (High Demand Periods)',
			description: 'Periods, such as a sale, in which the budget grows by an amount or a factor',
		},
	);
}

export const budgetScheduleInOrder: RuleOn<'budget_schedule_specs'> = {
	at: 'budget_schedule_specs',
	when: ({ budget_schedule_specs: specs }) => {
		const index = entriesOf(specs)
			.map(membersOf)
			.findIndex(({ time_start: start, time_end: end }) => Number(end) <= Number(start));
		return index < 0 ? undefined : [index, 'time_end'];
	},
	message: 'must be after {budget_schedule_specs.time_start}',
};
