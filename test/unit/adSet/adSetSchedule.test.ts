import { testRows, type Form } from './adSetRuns';

jest.mock('../../../nodes/shared/graph/client');

const START = '2026-05-09T00:00:00Z';
const END = '2026-05-11T23:59:00Z';
const DAY_PARTING = ['day_parting'];

function extra(additionalFields: Form): Form {
	return { additionalFields };
}

function slot(start_minute: number, end_minute: number) {
	return { value: [{ start_minute, end_minute, days: ['1'] }] };
}

function rotation(starts: string[], blocks = starts.map(() => '1'), own: Form = {}): Form {
	return extra({
		time_based_ad_rotation_intervals: { value: starts.map((start) => ({ start })) },
		time_based_ad_rotation_id_blocks: { value: blocks.map((ads) => ({ ads })) },
		...own,
	});
}

const everywhere = (['create', 'update'] as const).map((operation) => [operation] as const);

describe.each(everywhere)('%s', (operation) => {
	testRows(operation, [
		[
			'an end before the start',
			extra({ start_time: START, end_time: START }),
			'End Time must be after Start Time (2026-05-09T00:00:00+0000)',
			extra({ start_time: START, end_time: END }),
		],
		[
			'a stop before the start, in the older parameters',
			extra({ time_start: END, time_stop: START }),
			'Time Stop must be after Time Start (2026-05-11T23:59:00+0000)',
			extra({ time_start: START, run_without_end: true }),
		],
		[
			'a time slot that ends as it starts',
			extra({ adset_schedule: slot(540, 540), pacing_type: DAY_PARTING }),
			'Ad Set Schedule has a time slot that does not end after it starts',
			extra({ adset_schedule: slot(540, 600), pacing_type: DAY_PARTING }),
		],
		[
			'a schedule with a daily budget',
			extra({ adset_schedule: slot(0, 1440), pacing_type: DAY_PARTING, daily_budget: 1000 }),
			'Ad Set Schedule needs a lifetime budget instead of a daily one',
			extra({
				adset_schedule: slot(0, 1440),
				pacing_type: DAY_PARTING,
				lifetime_budget: 1000,
				end_time: END,
			}),
		],
		[
			'a schedule with standard pacing',
			extra({ adset_schedule: slot(0, 60), pacing_type: ['standard'] }),
			'Pacing Type must include Ad Scheduling where there is an ad set schedule',
			extra({ adset_schedule: slot(0, 60), pacing_type: DAY_PARTING }),
		],
		[
			'a frequency limit over more than 90 days',
			extra({
				frequency_control_specs: {
					value: [{ event: 'IMPRESSIONS', interval_days: 91, max_frequency: 1 }],
				},
			}),
			'Frequency Control 1 > Interval Days must be at most 90 (given: 91)',
			extra({
				frequency_control_specs: {
					value: [{ event: 'IMPRESSIONS', interval_days: 90, max_frequency: 90 }],
				},
			}),
		],
		[
			'date ranges without ads',
			extra({ time_based_ad_rotation_intervals: { value: [{ start: START }, { start: END }] } }),
			'Ad Rotation: Date Ranges and Ad Rotation: Ads belong together: give both',
			rotation([START, END]),
		],
		[
			'one date range',
			rotation([START]),
			'Ad Rotation: Date Ranges needs at least two ranges',
			rotation([START, END]),
		],
		[
			'more ads than date ranges',
			rotation([START, END], ['1', '2', '3']),
			'Ad Rotation: Ads must have as many entries as there are date ranges',
			rotation([START, END], ['1, 2', '3']),
		],
		[
			'date ranges in disorder',
			rotation([END, START]),
			'Ad Rotation: Date Ranges must be in the order of time',
			rotation([START, END]),
		],
		[
			'date ranges that begin later than the ad set',
			rotation(['2026-05-10T00:00:00Z', END], undefined, { start_time: START }),
			'Ad Rotation: Date Ranges must begin with the start time of the ad set',
			rotation([START, END], undefined, { start_time: START }),
		],
		[
			'a last date range of less than an hour',
			rotation([START, '2026-05-11T23:00:00Z'], undefined, { end_time: END }),
			'Ad Rotation: Date Ranges must end with a range that starts at least an hour before the end time',
			rotation([START, '2026-05-11T22:59:00Z'], undefined, { end_time: END }),
		],
	]);
});

testRows('create', [
	[
		'a schedule without pacing',
		extra({ adset_schedule: slot(0, 60) }),
		'Pacing Type must be Ad Scheduling where there is an ad set schedule',
		extra({ adset_schedule: slot(0, 60), pacing_type: DAY_PARTING }),
	],
]);

testRows('update', [
	[
		'pacing alone that does not exist',
		extra({ pacing_type: ['fast'] }),
		'Pacing Type 1 must be one of: standard, day_parting, no_pacing (given: "fast")',
		extra({ adset_schedule: slot(0, 60) }),
	],
]);
