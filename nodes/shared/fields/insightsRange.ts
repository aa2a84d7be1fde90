import { byUse, date, object, options } from '../operation/fields';
import { membersOf } from './rules';
import type { RuleOn } from '../operation/types';

/** Named ranges of days, from short to long (Ad Account, Ad Campaigns, Reading). */
const PRESETS = {
	today: 'Today',
	yesterday: 'Yesterday',
	last_3d: 'Last 3 Days',
	last_7d: 'Last 7 Days',
	last_14d: 'Last 14 Days',
	last_28d: 'Last 28 Days',
	last_30d: 'Last 30 Days',
	last_90d: 'Last 90 Days',
	this_week_mon_today: 'This Week (Monday to Today)',
	this_week_sun_today: 'This Week (Sunday to Today)',
	last_week_mon_sun: 'Last Week (Monday to Sunday)',
	last_week_sun_sat: 'Last Week (Sunday to Saturday)',
	this_month: 'This Month',
	last_month: 'Last Month',
	this_quarter: 'This Quarter',
	last_quarter: 'Last Quarter',
	this_year: 'This Year',
	last_year: 'Last Year',
	maximum: 'Maximum',
	data_maximum: 'Maximum With Data',
};

/** The ranges as choices. Ad sets have their names in upper case (Ad Account Adsets, Reading). */
export function datePresets({ upperCase = false } = {}) {
	return byUse({
		common: Object.entries(PRESETS).map(([value, name]) => ({
			value: upperCase ? value.toUpperCase() : value,
			name,
		})),
	});
}

/** Days over which insights in an answer are summed up, by name. */
export function datePreset(names: { upperCase?: boolean } = {}) {
	return options('date_preset', datePresets(names), {
		description:
			'Days over which insights in the answer are summed up. Time Range names other days.',
	});
}

/** Days over which insights in an answer are summed up, from and to. */
export function timeRange() {
	return object(
		'time_range',
		[
			date('since', {
				required: true,
				description: 'First day of the range, in the time zone of the ad account',
			}),
			date('until', { required: true, description: 'Last day of the range, which counts in full' }),
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
