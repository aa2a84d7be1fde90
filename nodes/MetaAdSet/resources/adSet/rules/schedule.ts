import { entriesOf, inOrder, toMillis } from '../../../../shared/fields/rules';
import type { AdSetRule, AdSetValues, NewAdSetRule } from './values';
import type { GraphParameters } from '../../../../shared/graph/types';

const HOUR_MS = 3_600_000;
const INTERVALS = 'time_based_ad_rotation_intervals';
const BLOCKS = 'time_based_ad_rotation_id_blocks';

function paces(values: AdSetValues): boolean {
	return entriesOf(values.pacing_type).includes('day_parting');
}

function startsOf(values: AdSetValues): number[] {
	return entriesOf(values[INTERVALS]).map((start) => Number(start) * 1000);
}

function isAscending(starts: number[]): boolean {
	return starts.every((start, index) => index === 0 || start > starts[index - 1]);
}

/** Ad Account Adsets, ad rotation; Pacing and Scheduling, Ad Scheduling. */
const ALWAYS: AdSetRule[] = [
	{
		at: 'adset_schedule',
		when: (values) =>
			entriesOf(values.adset_schedule).some((slot) => {
				const { start_minute: start, end_minute: end } = slot as GraphParameters;
				return Number(end) <= Number(start);
			}),
		message: 'has a time slot that does not end after it starts',
	},
	{
		at: 'adset_schedule',
		waivable: true,
		when: (values) => values.adset_schedule !== undefined && values.daily_budget !== undefined,
		message: 'needs a lifetime budget instead of a daily one',
	},
	{
		at: 'pacing_type',
		waivable: true,
		when: (values) =>
			values.adset_schedule !== undefined && values.pacing_type !== undefined && !paces(values),
		message: 'must include Ad Scheduling where there is an ad set schedule',
	},
	{
		at: INTERVALS,
		when: (values) => (values[INTERVALS] === undefined) !== (values[BLOCKS] === undefined),
		message: 'and Ad Rotation: Ads belong together: give both',
	},
	{
		at: INTERVALS,
		when: (values) => startsOf(values).length === 1,
		message: 'needs at least two ranges',
	},
	{
		at: BLOCKS,
		when: (values) =>
			values[BLOCKS] !== undefined &&
			values[INTERVALS] !== undefined &&
			entriesOf(values[BLOCKS]).length !== startsOf(values).length,
		message: 'must have as many entries as there are date ranges',
	},
	{
		at: INTERVALS,
		when: (values) => !isAscending(startsOf(values)),
		message: 'must be in the order of time',
	},
	{
		at: INTERVALS,
		when: (values) => {
			const [first] = startsOf(values);
			const start = toMillis(values.start_time);
			return first !== undefined && start !== undefined && first !== start;
		},
		message: 'must begin with the start time of the ad set',
	},
	{
		at: INTERVALS,
		when: (values) => {
			const starts = startsOf(values);
			const end = toMillis(values.end_time);
			return end !== undefined && starts.length > 0 && end - starts[starts.length - 1] < HOUR_MS;
		},
		message: 'must end with a range that starts at least an hour before the end time',
	},
];

const ON_CREATION: NewAdSetRule[] = [
	{
		at: 'pacing_type',
		waivable: true,
		when: (values) => values.adset_schedule !== undefined && values.pacing_type === undefined,
		message: 'must be Ad Scheduling where there is an ad set schedule',
	},
];

export const scheduleRules: AdSetRule[] = [
	inOrder('start_time', 'end_time'),
	inOrder('time_start', 'time_stop'),
	...ALWAYS,
];
export const scheduleRulesOnCreation: NewAdSetRule[] = ON_CREATION;
