import {
	byUse,
	date,
	group,
	integer,
	mapped,
	options,
	within,
} from '../../shared/operation/fields';
import { entriesOf, membersOf } from '../../shared/fields/rules';
import type { RuleOn } from '../../shared/operation/types';
import { datePresets } from '../../shared/fields/insightsRange';

/** Most days of one slice (Ad Account Insights, Parameters: `time_increment`). */
const MAX_INCREMENT_DAYS = 90;

const rangeMembers = () => [
	date('since', {
		label: 'From',
		required: true,
		description: 'First day of the range, in the time zone of the ad account',
	}),
	date('until', {
		label: 'To',
		required: true,
		description: 'Last day of the range, which counts in full',
	}),
];

const slices = options(
	'time_increment',
	byUse({
		common: [
			{ value: '', name: 'As in the Preset, or All Days' },
			{ value: 'all_days', name: 'All Days' },
			{ value: '1', name: 'Each Day' },
			{ value: '7', name: 'Each 7 Days' },
			{ value: 'monthly', name: 'Each Month' },
			{ value: 'custom', name: 'Other Number of Days' },
		],
	}),
	{
		label: 'One Row For',
		description:
			'Whether a row covers all days of the period or only a slice of them, such as one day',
		showWhen: { period: ['preset', 'range'] },
	},
);

/** Days as a number; another number of them has a field of its own. */
const timeIncrement = mapped(slices, (value) => {
	if (value === 'custom') return undefined;
	return /^\d+$/.test(value) ? Number(value) : value;
});

/** Which days a report covers and how it slices them. */
export const periodFields = [
	options(
		'period',
		[
			{ value: 'preset', name: 'Relative', description: 'Such as the last 7 days' },
			{ value: 'range', name: 'From and To' },
			{ value: 'ranges', name: 'Several Ranges', description: 'One result for each' },
		],
		{ description: 'How the days are given. They are days of the ad account.', to: false },
	),
	options('date_preset', datePresets(), {
		label: 'Days',
		description: 'Days that the report covers, in the time zone of the ad account',
		default: 'last_30d',
		showWhen: { period: ['preset'] },
	}),
	...within('time_range', rangeMembers(), { period: ['range'] }),
	group('time_ranges', rangeMembers(), {
		entryLabel: 'Range',
		description: 'First and last days of each result; they may overlap',
		required: true,
		showWhen: { period: ['ranges'] },
	}),
	timeIncrement,
	integer('time_increment_days', {
		label: 'Days per Row',
		description: 'Number of days that each row covers, from 1 to 90',
		min: 1,
		max: MAX_INCREMENT_DAYS,
		to: 'time_increment',
		showWhen: { period: ['preset', 'range'], time_increment: ['custom'] },
	}),
];

/** No range ends before it begins. */
export const rangesInOrder: Array<RuleOn<'since' | 'until' | 'time_ranges'>> = [
	{
		at: 'until',
		when: ({ since, until }) =>
			since !== undefined && until !== undefined && String(until) < String(since),
		message: ({ since }) => `must not be before {since} (${String(since)})`,
	},
	{
		at: 'time_ranges',
		when: ({ time_ranges: ranges }) => {
			const wrong = entriesOf(ranges)
				.map(membersOf)
				.findIndex(({ since, until }) => String(until) < String(since));
			return wrong < 0 ? undefined : [wrong, 'until'];
		},
		message: 'must not be before {time_ranges.since}',
	},
];
