import { ONE_BUDGET } from './campaignRules';
import { hasCampaignBudget, isReserved, type AdSetCase, type AdSetRule } from './adSetCase';
import { refusal, rule } from './rules';

const DAY_S = 86_400;

const BUDGETS = ['daily_budget', 'lifetime_budget'] as const;
const otherBudget = (budget: string) =>
	budget === 'daily_budget' ? 'lifetime_budget' : 'daily_budget';

const budgetOf = ({ merged }: AdSetCase) => BUDGETS.find((name) => merged[name] !== undefined);

/** The budget that a call sets although the ad set has one of the other kind. */
const switched = ({ call, adSet }: AdSetCase) =>
	BUDGETS.find(
		(budget) =>
			call.params[budget] !== undefined && adSet?.values[otherBudget(budget)] !== undefined,
	);

/** Spend targets and caps by the kind of campaign budget they need. */
const SPEND_LIMITS = {
	daily_budget: ['daily_min_spend_target', 'daily_spend_cap'],
	lifetime_budget: ['lifetime_min_spend_target', 'lifetime_spend_cap'],
} as const;

const homelessLimit = ({ merged, campaign }: AdSetCase) =>
	BUDGETS.flatMap((budget): readonly string[] =>
		campaign[budget] === undefined ? SPEND_LIMITS[budget] : [],
	).find((limit) => merged[limit] !== undefined);

const minBudget = ({ call }: AdSetCase) => {
	const account = call.env.store.get(`act_${call.target.accountId}`);
	return Number(account?.values.min_daily_budget ?? 0);
};

/** ("Ad Account Adsets, Creating": budgets, spend targets and times) */
export const budgetRules: AdSetRule[] = [
	refusal(
		(subject) => hasCampaignBudget(subject) && budgetOf(subject) !== undefined,
		[...ONE_BUDGET, 'You can only set an ad set budget or a campaign budget.'],
		(subject) => budgetOf(subject) ?? '',
	),
	refusal(
		({ merged }) => BUDGETS.every((name) => merged[name] !== undefined),
		[...ONE_BUDGET, 'Set either a daily budget or a lifetime budget, not both.'],
		(subject) => switched(subject) ?? 'lifetime_budget',
	),
	rule(
		// An ad set without budget may be there already: made ready by a test.
		(subject) =>
			(!subject.adSet || BUDGETS.some((name) => subject.call.params[name] !== undefined)) &&
			!hasCampaignBudget(subject) &&
			!isReserved(subject) &&
			BUDGETS.every((name) => !(Number(subject.merged[name]) > 0)),
		'Either daily_budget or lifetime_budget must be greater than 0',
		'daily_budget',
	),
	refusal(
		(subject) =>
			BUDGETS.some((name) => Number(subject.merged[name] ?? Infinity) < minBudget(subject)),
		[
			1885272,
			'Budget is too low',
			(subject) => `The budget must be at least ${minBudget(subject)}.`,
		],
		(subject) => budgetOf(subject) ?? '',
	),
	rule(
		({ merged, end }) => merged.lifetime_budget !== undefined && end === undefined,
		'The parameter end_time is required with lifetime_budget',
		'end_time',
	),
	rule(
		({ start, end }) => end !== undefined && end <= start,
		'The end time of an ad set must be later than its start time',
		'end_time',
	),
	refusal(
		({ call, end }) => call.params.end_time !== undefined && end !== undefined && end <= call.now,
		[
			1487033,
			'End date is in the past',
			"Your campaign's end date must be in the future. Please choose a different end date and try again.",
		],
		'end_time',
	),
	rule(
		({ merged, start, end }) =>
			merged.daily_budget !== undefined && end !== undefined && end - start <= DAY_S,
		'A daily budget is allowed only for ad sets that run longer than 24 hours',
		'end_time',
	),
	rule(
		(subject) => homelessLimit(subject) !== undefined,
		(subject) => {
			const limit = homelessLimit(subject);
			return `${limit} needs a ${limit?.split('_')[0]} budget of the campaign`;
		},
		(subject) => homelessLimit(subject) ?? '',
	),
	...['daily', 'lifetime'].map(
		(kind): AdSetRule =>
			rule(
				({ merged }) =>
					Number(merged[`${kind}_min_spend_target`] ?? 0) >
					Number(merged[`${kind}_spend_cap`] ?? Infinity),
				'The minimum spend target must not be above the spend cap',
				`${kind}_min_spend_target`,
			),
	),
	...['daily_imps', 'lifetime_imps'].map(
		(name): AdSetRule =>
			rule(
				({ merged, campaign }) =>
					merged[name] !== undefined && campaign.buying_type !== 'FIXED_CPM',
				`${name} is available only for campaigns with buying_type FIXED_CPM`,
				name,
			),
	),
];
