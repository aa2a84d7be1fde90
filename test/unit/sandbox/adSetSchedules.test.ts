import type { Json } from '../../sandbox/json';
import { describeRules, type Rules, openAdSets } from './adSetSupport';

const sets = openAdSets();

const END = '2026-03-20';
const rotation = (times: Json[], blocks: Json[] = [['1'], ['2']]) => ({
	start_time: '2026-03-05T00:00:00+0000',
	end_time: '2026-03-10T00:00:00+0000',
	time_based_ad_rotation_intervals: times,
	time_based_ad_rotation_id_blocks: blocks,
});
const START_S = Date.UTC(2026, 2, 5) / 1000;
const DAY_S = 86_400;
const schedule = (start: number, end: number) => ({
	adset_schedule: [{ start_minute: start, end_minute: end, days: [0] }],
	pacing_type: ['day_parting'],
	daily_budget: null,
	lifetime_budget: 20000,
	end_time: END,
});

const RULES: Rules = {
	'a rotation without lists of ads': {
		bad: rotation([START_S, START_S + DAY_S], []),
		good: rotation([START_S, START_S + DAY_S]),
		blames: ['time_based_ad_rotation_id_blocks'],
	},
	'a rotation of one range': {
		bad: rotation([START_S], [['1']]),
		good: rotation([START_S, START_S + DAY_S]),
		blames: ['time_based_ad_rotation_intervals'],
	},
	'a rotation that begins later': {
		bad: rotation([START_S + 1, START_S + DAY_S]),
		good: rotation([START_S, START_S + DAY_S]),
		blames: ['time_based_ad_rotation_intervals'],
	},
	'a rotation that goes back': {
		bad: rotation([START_S, START_S]),
		good: rotation([START_S, START_S + 1]),
		blames: ['time_based_ad_rotation_intervals'],
	},
	'a rotation up to the end': {
		bad: rotation([START_S, START_S + 5 * DAY_S - 3599]),
		good: rotation([START_S, START_S + 5 * DAY_S - 3600]),
		blames: ['time_based_ad_rotation_intervals'],
	},
	'a schedule under a daily budget': {
		bad: { ...schedule(0, 60), daily_budget: 2000, lifetime_budget: null },
		good: schedule(0, 60),
		blames: ['adset_schedule'],
	},
	'a schedule without day parting': {
		bad: { ...schedule(0, 60), pacing_type: ['standard'] },
		good: schedule(0, 60),
		blames: ['pacing_type'],
	},
	'day parting without schedule': {
		bad: { pacing_type: ['day_parting'] },
		good: { pacing_type: ['standard'] },
		blames: ['adset_schedule'],
	},
	'a schedule of half an hour': {
		bad: schedule(0, 30),
		good: schedule(0, 120),
		blames: ['adset_schedule'],
	},
};

describeRules(sets, RULES);
