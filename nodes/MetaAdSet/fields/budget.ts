import { DATED, sentenceOf } from '../../shared/dated';
import { changedBudget } from '../../shared/fields/budget';
import { budgetScheduleSpecs } from '../../shared/fields/budgetSchedule';
import { boolean, integer, mapped, money, options } from '../../shared/operation/fields';

/** Takes a spend cap away (Ad Account Adsets, `daily_spend_cap`). */
export const NO_CAP = 922_337_203_685_478;

/** What the ad set spends a day or in all, where it has its budget already. */
export function ownBudget() {
	return changedBudget(
		'Budget per day, for ad sets that run longer than 24 hours. Leave out when the campaign holds the budget.',
		'Budget for the whole run; needs an end time. Leave out when the campaign holds the budget.',
	);
}

/** What of a campaign's budget the ad set is to spend, and fixed impressions (Ad Account Adsets). */
export function budgetFields() {
	return [
		budgetScheduleSpecs(),
		money('daily_min_spend_target', {
			label: 'Daily Minimum Spend Target',
			description: "What to spend at least of the campaign's daily budget, where possible",
		}),
		money('daily_spend_cap', {
			description: "Most that this ad set may spend of the campaign's daily budget",
		}),
		removeCap('remove_daily_spend_cap', 'daily_spend_cap'),
		money('lifetime_min_spend_target', {
			label: 'Lifetime Minimum Spend Target',
			description: "What to spend at least of the campaign's lifetime budget, where possible",
		}),
		money('lifetime_spend_cap', {
			description: "Most that this ad set may spend of the campaign's lifetime budget",
		}),
		removeCap('remove_lifetime_spend_cap', 'lifetime_spend_cap'),
		integer('min_budget_spend_percentage', {
			label: 'Minimum Budget Spend Percentage',
			min: 0,
			description: "Least that this ad set should spend of the campaign's budget, in percent",
		}),
		integer('max_budget_spend_percentage', {
			label: 'Maximum Budget Spend Percentage',
			min: 0,
			description: "Most that this ad set may spend of the campaign's budget, in percent",
		}),
		integer('existing_customer_budget_percentage', {
			label: 'Existing Customer Budget Percentage (Legacy)',
			min: 0,
			max: 100,
			description: `Share of the budget of an Advantage+ shopping campaign that may go to existing customers, in percent. ${sentenceOf(DATED.customerBudgetEnds)}.`,
		}),
		integer('daily_imps', {
			label: 'Daily Impressions',
			min: 0,
			description: 'Impressions to deliver per day, for campaigns bought at a fixed CPM',
		}),
		integer('lifetime_imps', {
			label: 'Lifetime Impressions',
			min: 0,
			description: 'Impressions to deliver in all, for campaigns bought at a fixed CPM',
		}),
	];
}

/** Whose budget it is; only a new ad set can be given it. */
export function budgetSource() {
	return options('budget_source', ['NONE', { value: 'RMN', name: 'RMN (Retail Media Network)' }], {
		description: 'Where the budget comes from, for ads of retail media networks',
	});
}

function removeCap<Name extends string>(name: Name, cap: string) {
	const remove = boolean(name, {
		description: 'Whether to take this cap away, so that only the budget limits spending',
		to: cap,
	});
	return mapped(remove, (isChosen) => (isChosen ? NO_CAP : undefined));
}
