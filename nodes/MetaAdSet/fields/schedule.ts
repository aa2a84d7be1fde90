import { numbers } from '../../shared/fields/numbers';
import { adKind } from '../../shared/fields/objectKinds';
import {
	boolean,
	byUse,
	dateTime,
	group,
	integer,
	listOf,
	multiOptions,
	mapped,
	objectIdList,
	options,
} from '../../shared/operation/fields';

/** `end_time` of an ad set that runs on (Ad Account Adsets, `end_time`). */
const NO_END = 0;
const MINUTES_PER_DAY = 1_440;

const days = byUse({
	common: [
		{ value: '1', name: 'Monday' },
		{ value: '2', name: 'Tuesday' },
		{ value: '3', name: 'Wednesday' },
		{ value: '4', name: 'Thursday' },
		{ value: '5', name: 'Friday' },
		{ value: '6', name: 'Saturday' },
		{ value: '0', name: 'Sunday' },
	],
});

/** When the ad set runs (Ad Account Adsets). */
export function runFields() {
	return [
		dateTime('start_time', {
			description: 'When the ad set starts delivering; at once when left out',
		}),
		dateTime('end_time', {
			zeroForNone: true,
			description: 'When the ad set ends; it runs on when left out. A lifetime budget needs it.',
		}),
	];
}

/** At which hours it delivers, and what else there is about its times (Pacing and Scheduling). */
export function scheduleFields() {
	return [
		runWithoutEnd('Whether an ad set with a daily budget runs until it is stopped'),
		dateTime('time_start', {
			description: 'Start under an older name; Start Time is the one to use',
		}),
		dateTime('time_stop', { description: 'End under an older name; End Time is the one to use' }),
		adSetSchedule(),
		multiOptions(
			'pacing_type',
			[
				{ value: 'standard', name: 'Standard' },
				{
					value: 'day_parting',
					name: 'Ad Scheduling',
					description: 'Only in the hours of the ad set schedule',
				},
				{ value: 'no_pacing', name: 'Accelerated' },
			],
			{ description: 'How spending is spread over time; evenly when left out' },
		),
		...rotationFields(),
	];
}

/** Takes an end away, or says that there is none. */
export function runWithoutEnd(description: string) {
	const choice = boolean('run_without_end', {
		description,
		to: 'end_time',
	});
	return mapped(choice, (isChosen) => (isChosen ? NO_END : undefined));
}

/** Hours of delivery (Ad Account Adsets, `adset_schedule`). */
function adSetSchedule() {
	return group(
		'adset_schedule',
		[
			integer('start_minute', {
				required: true,
				min: 0,
				max: MINUTES_PER_DAY - 1,
				description: 'Minute of the day when delivery starts, from 0 on: 540 is 9:00',
			}),
			integer('end_minute', {
				required: true,
				min: 1,
				max: MINUTES_PER_DAY,
				default: MINUTES_PER_DAY,
				description: 'Minute of the day when delivery ends, up to 1440, which is midnight',
			}),
			numbers(
				multiOptions('days', days, {
					required: true,
					description: 'Days of the week on which ads are delivered in these hours',
				}),
			),
			options(
				'timezone_type',
				[
					{ value: 'USER', name: 'People Who See the Ads' },
					{ value: 'ADVERTISER', name: 'Ad Account' },
				],
				{
					label: 'Time Zone',
					description:
						'Whose time the minutes are in; that of the people who see the ads when left out',
				},
			),
		],
		{
			label: 'Ad Set Schedule',
			entryLabel: 'Time Slot',
			description:
				'Hours in which ads are delivered. Needs a lifetime budget and the pacing type Ad Scheduling.',
		},
	);
}

/** Which ads show in which part of the run (Ad Account Adsets, `time_based_ad_rotation_...`). */
function rotationFields() {
	return [
		listOf(
			'time_based_ad_rotation_intervals',
			dateTime('start', {
				format: 'unix',
				required: true,
				description: 'When the range of days starts; the next range ends it',
			}),
			{
				label: 'Ad Rotation: Date Ranges',
				entryLabel: 'Range',
				description:
					'At least two ranges over the whole run. The first starts with the ad set, the last at least an hour before it ends.',
			},
		),
		listOf(
			'time_based_ad_rotation_id_blocks',
			objectIdList('ads', adKind, {
				label: 'Ad IDs',
				required: true,
				description: 'IDs of the ads that show in the range, separated by commas',
			}),
			{
				label: 'Ad Rotation: Ads',
				entryLabel: 'Ads of a Range',
				description: 'The ads that show in each date range, in the order of the ranges',
			},
		),
	];
}
