import type { JsonObject } from '../json';
import type { AdSetCase, AdSetRule } from './adSetCase';
import { refusal, rule } from './rules';

const HOUR_S = 3600;

const BLOCKS = 'time_based_ad_rotation_id_blocks';
const INTERVALS = 'time_based_ad_rotation_intervals';

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 0);
const intervals = ({ merged }: AdSetCase) => ((merged[INTERVALS] ?? []) as number[]).map(Number);
const schedules = ({ merged }: AdSetCase) => (merged.adset_schedule ?? []) as JsonObject[];
const pacing = ({ merged }: AdSetCase) => (merged.pacing_type ?? []) as string[];

/** An ad set whose end has passed can only be edited by moving its end. */
const isOver = ({ adSet, call }: AdSetCase) => {
	const end = Number(adSet?.values.end_time ?? 0);
	const isEdit = Object.keys(call.params).some((name) => name !== 'name' && name !== 'status');
	return end > 0 && end <= call.now && isEdit && call.params.end_time === undefined;
};

/** ("Ad Account Adsets, Creating": rotation; "Pacing and Scheduling" for schedules) */
export const scheduleRules: AdSetRule[] = [
	refusal(
		isOver,
		[
			1487007,
			'Ad set has ended',
			"You can't edit this ad because it's part of a scheduled ad set that has reached its end date. Change the end date to a date in the future and then try your edits again.",
		],
		'end_time',
	),
	rule(
		({ merged }) => lengthOf(merged[BLOCKS]) !== lengthOf(merged[INTERVALS]),
		'An ad rotation needs one list of ads for each date range',
		BLOCKS,
	),
	rule(
		({ merged }) => lengthOf(merged[INTERVALS]) === 1,
		'An ad rotation needs at least two date ranges',
		INTERVALS,
	),
	rule(
		(subject) => intervals(subject).some((time, i, times) => i > 0 && time <= times[i - 1]),
		'The date ranges of an ad rotation must follow each other',
		INTERVALS,
	),
	rule(
		(subject) => intervals(subject).length > 0 && intervals(subject)[0] !== subject.start,
		'The first date range must begin when the ad set starts',
		INTERVALS,
	),
	rule(
		(subject) => Number(intervals(subject).at(-1)) > (subject.end ?? 0) - HOUR_S,
		'The last date range must begin at least 1 hour before the ad set ends',
		INTERVALS,
	),
	rule(
		(subject) => schedules(subject).length > 0 && !pacing(subject).includes('day_parting'),
		'An ad schedule needs pacing_type ["day_parting"]',
		'pacing_type',
	),
	rule(
		(subject) => pacing(subject).includes('day_parting') && schedules(subject).length === 0,
		'pacing_type day_parting needs an adset_schedule',
		'adset_schedule',
	),
	rule(
		(subject) =>
			schedules(subject).length > 0 &&
			subject.merged.lifetime_budget === undefined &&
			subject.campaign.lifetime_budget === undefined,
		'An ad schedule needs a lifetime budget',
		'adset_schedule',
	),
	rule(
		(subject) =>
			schedules(subject).some(
				({ start_minute: start, end_minute: end }) =>
					Number(end) - Number(start) < 60 || Number(start) % 60 !== 0 || Number(end) % 60 !== 0,
			),
		'Each entry of an ad schedule must cover one or more full hours',
		'adset_schedule',
	),
];
