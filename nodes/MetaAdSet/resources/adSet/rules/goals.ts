import { entriesOf, isOther, membersOf } from '../../../../shared/fields/rules';
import { goalLabel, objectiveProblem } from '../../../fields/goals';
import type { AdSetRule, AdSetValues, NewAdSetRule, NewAdSetValues } from './values';

/** Goals under which people can be limited to a frequency (Ad Account Adsets). */
const FREQUENCY_GOALS = ['REACH', 'THRUPLAY'];
const STRATEGIES_WITH_AMOUNT = ['LOWEST_COST_WITH_BID_CAP', 'COST_CAP'];

/** Goals that Reels of one platform do not serve (Reels Ads, Limitations). */
const NOT_ON_FACEBOOK_REELS = ['VISIT_INSTAGRAM_PROFILE', 'REMINDERS_SET'];
const NOT_ON_INSTAGRAM_REELS = [
	'TWO_SECOND_CONTINUOUS_VIDEO_VIEWS',
	'QUALITY_CALL',
	'EVENT_RESPONSES',
	'PAGE_LIKES',
];

/** Only these goals can be paid for by what they aim at; all can be paid for by impressions. */
const GOAL_EVENTS = ['LINK_CLICKS', 'THRUPLAY'];

function hasPosition({ targeting }: AdSetValues, list: string, positions: string[]): boolean {
	const chosen = entriesOf(membersOf(targeting)[list]);
	return positions.some((position) => chosen.includes(position));
}

function isOneOf(value: unknown, allowed: string[]): boolean {
	return typeof value === 'string' && allowed.includes(value);
}

/** Ad Account Adsets; Advantage+ Shopping Campaigns, Create Ad Set; Reels Ads. */
const ALWAYS: AdSetRule[] = [
	{
		at: 'billing_event',
		when: ({ billing_event: event, optimization_goal: goal }) =>
			event === 'APP_INSTALLS' && goal === 'APP_INSTALLS',
		message: 'cannot be App Installs with the goal App Installs: choose Impressions',
	},
	...GOAL_EVENTS.map((event) => ({
		at: 'billing_event' as const,
		waivable: true,
		when: ({ billing_event: paid, optimization_goal: goal }: AdSetValues) =>
			paid === event && isOther(goal, [event]),
		message: ({ optimization_goal: goal }: AdSetValues) =>
			`needs the goal ${goalLabel(event)}, and the goal is ${goalLabel(goal)}: choose Impressions`,
	})),
	{
		at: 'frequency_control_specs',
		when: (values) =>
			values.frequency_control_specs !== undefined &&
			isOther(values.optimization_goal, FREQUENCY_GOALS),
		message: 'needs the goal Reach or ThruPlay',
	},
	{
		at: 'bid_constraints',
		when: (values) =>
			values.bid_constraints !== undefined &&
			isOther(values.bid_strategy, ['LOWEST_COST_WITH_MIN_ROAS']),
		message: 'needs the bid strategy ROAS Goal',
	},
	{
		at: 'bid_constraints',
		when: (values) =>
			values.bid_constraints !== undefined && isOther(values.optimization_goal, ['VALUE']),
		message: 'needs the goal Value',
	},
	{
		at: ['targeting', 'facebook_positions'],
		when: (values) =>
			hasPosition(values, 'facebook_positions', ['facebook_reels']) &&
			isOneOf(values.optimization_goal, NOT_ON_FACEBOOK_REELS),
		message: 'cannot include Facebook Reels: the goal is for Instagram only',
	},
	{
		at: ['targeting', 'instagram_positions'],
		when: (values) =>
			hasPosition(values, 'instagram_positions', ['reels', 'profile_reels']) &&
			isOneOf(values.optimization_goal, NOT_ON_INSTAGRAM_REELS),
		message: 'cannot include Reels: the goal is for Facebook only',
	},
];

function outsideObjective(values: NewAdSetValues): string | undefined {
	return objectiveProblem(values.optimization_goal, membersOf(values.campaign_spec).objective);
}

const ON_CREATION: NewAdSetRule[] = [
	{
		at: 'optimization_goal',
		waivable: true,
		when: (values) => outsideObjective(values) !== undefined,
		message: (values) => outsideObjective(values) ?? '',
	},
	{
		at: 'bid_amount',
		when: (values) =>
			isOneOf(values.bid_strategy, STRATEGIES_WITH_AMOUNT) &&
			values.bid_amount === undefined &&
			values.rf_prediction_id === undefined,
		message: 'is required by the bid strategies Bid Cap and Cost per Result Goal',
	},
	{
		at: 'bid_constraints',
		when: (values) =>
			values.bid_strategy === 'LOWEST_COST_WITH_MIN_ROAS' && values.bid_constraints === undefined,
		message: 'is required by the bid strategy ROAS Goal: it holds the minimum',
	},
];

export const goalRules: AdSetRule[] = ALWAYS;
export const goalRulesOnCreation: NewAdSetRule[] = ON_CREATION;
