import { date, object, options } from '../operation/fields';
import { membersOf } from './rules';
import type { RuleOn } from '../operation/types';

/** Named ranges of days (Ad Account, Ad Campaigns, Reading). */
export const datePresets = [
	'today',
	'yesterday',
	'this_month',
	'last_month',
	'this_quarter',
	'maximum',
	'data_maximum',
	'last_3d',
	'last_7d',
	'last_14d',
	'last_28d',
	'last_30d',
	'last_90d',
	'last_week_mon_sun',
	'last_week_sun_sat',
	'last_quarter',
	'last_year',
	'this_week_mon_today',
	'this_week_sun_today',
	'this_year',
];

/**
 * Days over which insights in an answer are summed up, by name. Ad sets have the names in upper case
 * (Ad Account Adsets, Reading).
 */
export function datePreset({ upperCase = false } = {}) {
	const names = upperCase ? datePresets.map((name) => name.toUpperCase()) : datePresets;
	return options('date_preset', names, {
		description: 'Days over which insights in the answer are summed up',
	});
}

/** Days over which insights in an answer are summed up, from and to. */
export function timeRange() {
	return object(
		'time_range',
		[
			date('since', { required: true, description: 'First day' }),
			date('until', { required: true, description: 'Last day' }),
		],
		{ description: 'First and last day over which insights in the answer are summed up' },
	);
}

export const timeRangeInOrder: RuleOn<'time_range'> = {
	at: ['time_range', 'until'],
	when: ({ time_range: range }) => {
		const { since, until } = membersOf(range);
		return since !== undefined && until !== undefined && String(until) < String(since);
	},
	message: ({ time_range: range }) =>
		`must not be before {time_range.since} (${String(membersOf(range).since)})`,
};
