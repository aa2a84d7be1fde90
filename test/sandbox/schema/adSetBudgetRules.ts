import { invalid, refused } from '../graph/errors';
import { budgetConflict } from './campaignRules';
import { hasCampaignBudget, isReserved, type AdSetCase, type AdSetRule } from './adSetCase';

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;

const BUDGETS = ['daily_budget', 'lifetime_budget'] as const;
const otherBudget = (budget: string) =>
	budget === 'daily_budget' ? 'lifetime_budget' : 'daily_budget';

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
	{
		when: (subject) =>
			hasCampaignBudget(subject) && BUDGETS.some((name) => subject.merged[name] !== undefined),
		error: ({ merged }) =>
			budgetConflict(
				'You can only set an ad set budget or a campaign budget.',
				BUDGETS.find((name) => merged[name] !== undefined) ?? '',
			),
	},
	{
		when: ({ merged }) => BUDGETS.every((name) => merged[name] !== undefined),
		error: (subject) =>
			budgetConflict(
				'Set either a daily budget or a lifetime budget, not both.',
				switched(subject) ?? 'lifetime_budget',
			),
	},
	{
		// An ad set without budget may be there already: made ready by a test.
		when: (subject) =>
			(!subject.adSet || BUDGETS.some((name) => subject.call.params[name] !== undefined)) &&
			!hasCampaignBudget(subject) &&
			!isReserved(subject) &&
			BUDGETS.every((name) => !(Number(subject.merged[name]) > 0)),
		error: () =>
			invalid('Either daily_budget or lifetime_budget must be greater than 0', 'daily_budget'),
	},
	{
		when: (subject) =>
			BUDGETS.some((name) => Number(subject.merged[name] ?? Infinity) < minBudget(subject)),
		error: (subject) =>
			refused(
				1885272,
				'Budget is too low',
				`The budget must be at least ${minBudget(subject)}.`,
				BUDGETS.find((name) => subject.merged[name] !== undefined),
			),
	},
	{
		when: ({ merged, end }) => merged.lifetime_budget !== undefined && end === undefined,
		error: () => invalid('The parameter end_time is required with lifetime_budget', 'end_time'),
	},
	{
		when: ({ start, end }) => end !== undefined && end <= start,
		error: () => invalid('The end time of an ad set must be later than its start time', 'end_time'),
	},
	{
		when: ({ call, end }) =>
			call.params.end_time !== undefined && end !== undefined && end <= call.now,
		error: () =>
			refused(
				1487033,
				'End date is in the past',
				"Your campaign's end date must be in the future. Please choose a different end date and try again.",
				'end_time',
			),
	},
	{
		when: ({ merged, start, end }) =>
			merged.daily_budget !== undefined && end !== undefined && end - start <= DAY_S,
		error: () =>
			invalid(
				'A daily budget is allowed only for ad sets that run longer than 24 hours',
				'end_time',
			),
	},
	{
		when: (subject) => homelessLimit(subject) !== undefined,
		error: (subject) => {
			const limit = homelessLimit(subject) ?? '';
			const kind = limit.startsWith('daily') ? 'daily' : 'lifetime';
			return invalid(`${limit} needs a ${kind} budget of the campaign`, limit);
		},
	},
	...(['daily', 'lifetime'] as const).map(
		(kind): AdSetRule => ({
			when: ({ merged }) =>
				Number(merged[`${kind}_min_spend_target`] ?? 0) >
				Number(merged[`${kind}_spend_cap`] ?? Infinity),
			error: () =>
				invalid(
					'The minimum spend target must not be above the spend cap',
					`${kind}_min_spend_target`,
				),
		}),
	),
	...['daily_imps', 'lifetime_imps'].map(
		(name): AdSetRule => ({
			when: ({ merged, campaign }) =>
				merged[name] !== undefined && campaign.buying_type !== 'FIXED_CPM',
			error: () =>
				invalid(`${name} is available only for campaigns with buying_type FIXED_CPM`, name),
		}),
	),
];
