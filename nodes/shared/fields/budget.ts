import { money, options } from '../operation/fields';

/** Whose budget is chosen, and in whose hands it lies otherwise. */
interface BudgetOptions {
	/** Sends no budget: `On the Ad Sets`. */
	elsewhere: { value: string; name: string; description: string };
	/** Completes "Budget per day ..." */
	daily: string;
	/** Completes "Budget for the whole run ..." */
	lifetime: string;
	/** Whether what is elsewhere comes first and so is what a new form begins with. */
	beginsElsewhere: boolean;
}

/** The two budgets of what exists: of one that is 0 the other is meant. */
export function changedBudget(daily: string, lifetime: string) {
	return [
		{
			...money('daily_budget', { min: 1, description: daily }),
			zeroBeside: 'lifetime_budget',
		},
		{
			...money('lifetime_budget', { min: 1, description: lifetime }),
			zeroBeside: 'daily_budget',
		},
	];
}

/** The budget of something new as Ads Manager asks for it: of which kind, then how much. */
export function newBudget({ elsewhere, daily, lifetime, beginsElsewhere }: BudgetOptions) {
	const own = [
		{ value: 'daily', name: 'Daily', description: `Budget per day ${daily}` },
		{ value: 'lifetime', name: 'Lifetime', description: `Budget for the whole run ${lifetime}` },
	];
	return [
		options('budget', beginsElsewhere ? [elsewhere, ...own] : [...own, elsewhere], {
			to: false,
			description: 'Budgets are on the campaign or on each of its ad sets, never on both',
		}),
		money('daily_budget', {
			required: true,
			min: 1,
			showWhen: { budget: ['daily'] },
			description: `Budget per day ${daily}`,
		}),
		money('lifetime_budget', {
			required: true,
			min: 1,
			showWhen: { budget: ['lifetime'] },
			description: `Budget for the whole run ${lifetime}`,
		}),
	];
}
