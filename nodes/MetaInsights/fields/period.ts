import { date, group, integer, object, options } from '../../shared/operation/fields';
import type { Check, Field, Values } from '../../shared/operation/types';
import { datePresets, timeRangeInOrder } from '../../shared/fields/insightsRange';
import type { GraphParameters } from '../../shared/graph/types';

/** Most days of one slice (Ad Account Insights, Parameters: `time_increment`). */
const MAX_INCREMENT_DAYS = 90;

const rangeMembers = () => [
	date('since', { required: true, description: 'First day' }),
	date('until', { required: true, description: 'Last day' }),
];

/** Which days a report covers and how it slices them. */
export const periodFields: Field[] = [
	options(
		'period',
		[
			{ value: 'preset', name: 'Relative', description: 'Such as the last 7 days' },
			{ value: 'range', name: 'From and To' },
			{ value: 'ranges', name: 'Several Ranges', description: 'One result for each' },
		],
		{ description: 'How the days are given. They are days of the ad account.', place: 'local' },
	),
	options('date_preset', datePresets, {
		label: 'Days',
		description: 'Days that the report covers',
		default: 'last_30d',
		showWhen: { period: ['preset'] },
	}),
	object('time_range', rangeMembers(), {
		description: 'First and last day that the report covers',
		required: true,
		showWhen: { period: ['range'] },
	}),
	group('time_ranges', rangeMembers(), {
		entryLabel: 'Range',
		description: 'First and last days of each result; they may overlap',
		required: true,
		showWhen: { period: ['ranges'] },
	}),
	options(
		'time_increment',
		[
			{ value: '', name: 'As in the Preset, or All Days' },
			{ value: 'all_days', name: 'All Days' },
			{ value: '1', name: 'Each Day' },
			{ value: '7', name: 'Each 7 Days' },
			{ value: 'monthly', name: 'Each Month' },
			{ value: 'custom', name: 'Other Number of Days' },
		],
		{
			label: 'One Row For',
			description: 'Whether a row covers all days or a slice of them',
			showWhen: { period: ['preset', 'range'] },
		},
	),
	integer('time_increment_days', {
		label: 'Days per Row',
		description: 'Number of days that a row covers',
		min: 1,
		max: MAX_INCREMENT_DAYS,
		place: 'local',
		showWhen: { period: ['preset', 'range'], time_increment: ['custom'] },
	}),
];

/** The parameters that say which days are reported, from the fields above. */
export function periodParameters(values: Values): GraphParameters {
	const { date_preset: preset, time_range: range, time_ranges: ranges } = values;
	const increment = incrementOf(values);
	return {
		...(preset === undefined ? {} : { date_preset: preset }),
		...(range === undefined ? {} : { time_range: range }),
		...(ranges === undefined ? {} : { time_ranges: ranges }),
		...(increment === undefined ? {} : { time_increment: increment }),
	};
}

function incrementOf({
	time_increment: increment,
	time_increment_days: days,
}: Values): string | number | undefined {
	if (increment === 'custom') return Number(days ?? 1);
	const isDays = typeof increment === 'string' && /^\d+$/.test(increment);
	return isDays ? Number(increment) : (increment as string | undefined);
}

/** No range ends before it begins. */
export const rangesInOrder: Check = (values, wire) => {
	const single = timeRangeInOrder(values, wire);
	if (single) return single;
	const ranges = (values.time_ranges ?? []) as Array<{ since: string; until: string }>;
	const wrong = ranges.findIndex(({ since, until }) => until < since);
	return wrong < 0
		? undefined
		: {
				field: `Time Ranges ${wrong + 1} > Until`,
				message: `must not be before Since (${ranges[wrong].since})`,
			};
};
