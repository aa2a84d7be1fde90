import type { IDataObject } from 'n8n-workflow';

export const START = '2030-01-01T00:00:00Z';
export const NOON = '2030-01-01T12:00:00Z';
export const NEXT = '2030-01-02T12:00:00Z';
export const END = '2030-01-09T00:00:00Z';

export const NO_BUDGET = { daily_budget: null };
export const LIFETIME = { ...NO_BUDGET, lifetime_budget: 9000, end_time: END };

const slot = (own: IDataObject = {}) => [
	{ start_minute: 540, end_minute: 1080, days: ['1'], ...own },
];
const PACED = { ...LIFETIME, pacing_type: ['day_parting'] };
const rotation = (starts: string[], ads: string[], own: IDataObject = {}) => ({
	start_time: START,
	end_time: END,
	time_based_ad_rotation_intervals: starts,
	time_based_ad_rotation_id_blocks: ads,
	...own,
});
/** Title, times that cannot be, and what has to be said of them. */
export const BAD_TIMES: Array<[title: string, bad: IDataObject, expected: RegExp]> = [
	[
		'an end before the start',
		{ ...LIFETIME, start_time: END, end_time: START },
		/^End Time must be after Start/,
	],
	['a stop before the start', { time_start: END, time_stop: START }, /^Time Stop must be after Ti/],
	[
		'a slot that ends first',
		{ ...PACED, adset_schedule: slot({ end_minute: 60 }) },
		/^Ad Set Sche/,
	],
	['a day of 25 hours', { ...PACED, adset_schedule: slot({ end_minute: 1500 }) }, /at most 1440/],
	['slots with a daily budget', { adset_schedule: slot() }, /^Ad Set Schedule needs a lifetime bu/],
	[
		'slots without pacing',
		{ ...LIFETIME, adset_schedule: slot() },
		/^Pacing Type must be Ad Sched/,
	],
	[
		'slots with another pacing',
		{ ...LIFETIME, adset_schedule: slot(), pacing_type: ['standard'] },
		/^Pacing Type must include Ad Scheduling/,
	],
	['ads without ranges', { time_based_ad_rotation_id_blocks: ['1', '2'] }, /^Ad Rotation: Date R/],
	['one range', rotation([START], ['1']), /^Ad Rotation: Date Ranges needs at least two ranges/],
	['fewer ads than ranges', rotation([START, NEXT], ['1']), /^Ad Rotation: Ads must have as many/],
	['ranges out of order', rotation([NEXT, START], ['1', '2']), /must be in the order of time/],
	['a late first range', rotation([NOON, NEXT], ['1', '2']), /must begin with the start time/],
	[
		'a short last range',
		rotation([START, NEXT], ['1', '2'], { end_time: '2030-01-02T12:30:00Z' }),
		/must end with a range that starts at least an hour before the end time/,
	],
];
