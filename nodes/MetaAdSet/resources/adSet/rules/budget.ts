import { exclusive, isOther, membersOf, toMillis } from '../../../../shared/fields/rules';
import { NO_CAP } from '../../../fields/budget';
import type { AdSetRule, AdSetValues, NewAdSetRule, NewAdSetValues } from './values';

const DAY_MS = 86_400_000;

const BUDGETS = ['daily_budget', 'lifetime_budget'] as const;
const DAILY_SHARES = ['daily_min_spend_target', 'daily_spend_cap'] as const;
const LIFETIME_SHARES = ['lifetime_min_spend_target', 'lifetime_spend_cap'] as const;

type Share = (typeof DAILY_SHARES | typeof LIFETIME_SHARES)[number];

/** Whether something is spent by it: a cap that is taken away is no cap. */
function limits(values: AdSetValues, name: Share): boolean {
	return values[name] !== undefined && values[name] !== NO_CAP;
}

function lastsMoreThanADay({ start_time: start, end_time: end }: AdSetValues): boolean {
	const [from, to] = [toMillis(start), toMillis(end)];
	return from === undefined || to === undefined || to - from > DAY_MS;
}

/** Ad Account Adsets: budgets, spend targets and caps, impressions. */
const ALWAYS: AdSetRule[] = [
	{
		at: 'daily_budget',
		when: (values) => values.daily_budget !== undefined && !lastsMoreThanADay(values),
		message: 'needs a run of more than 24 hours: move the end time or use a lifetime budget',
	},
	{
		at: 'lifetime_budget',
		when: ({ lifetime_budget: budget, end_time: end }) => budget !== undefined && end === 0,
		message: 'needs an end: only a daily budget can run without one',
	},
	...[...DAILY_SHARES, ...LIFETIME_SHARES].map((field) => ({
		at: field,
		when: (values: AdSetValues) =>
			limits(values, field) && BUDGETS.some((name) => values[name] !== undefined),
		message:
			"is a part of the campaign's budget and cannot be combined with a budget of the ad set",
	})),
	...LIFETIME_SHARES.map((field) => ({
		at: field,
		when: (values: AdSetValues) =>
			limits(values, field) && DAILY_SHARES.some((name) => limits(values, name)),
		message: 'cannot be combined with daily ones: the campaign has one of the two budgets',
	})),
];

const ON_CREATION: NewAdSetRule[] = [
	{
		at: 'end_time',
		when: ({ lifetime_budget: budget, end_time: end }) => budget !== undefined && end === undefined,
		message: 'is required with a lifetime budget',
	},
	...(['daily_imps', 'lifetime_imps'] as const).map((field) => ({
		at: field,
		when: (values: NewAdSetValues) =>
			values[field] !== undefined &&
			isOther(membersOf(values.campaign_spec).buying_type, ['FIXED_CPM']),
		message: 'is only for campaigns with the buying type Fixed CPM',
	})),
];

const oneBudget = exclusive(BUDGETS, 'an ad set has one of the two');

export const budgetRules: AdSetRule[] = [oneBudget, ...ALWAYS];
export const budgetRulesOnCreation: NewAdSetRule[] = ON_CREATION;
