import { DATED, holds } from '../../../shared/dated';
import { isOther } from '../../../shared/fields/rules';
import type { RuleOn } from '../../../shared/operation/types';

export const automatedTypesEnded: RuleOn<'smart_promotion_type'> = {
	at: 'smart_promotion_type',
	when: ({ smart_promotion_type: type }, context) =>
		(type === 'AUTOMATED_SHOPPING_ADS' || type === 'SMART_APP_PROMOTION') &&
		holds(DATED.automatedTypesEnd, context),
	message: ({ smart_promotion_type: type }, { apiVersion }) => {
		const { since, then } = DATED.automatedTypesEnd;
		return `cannot be ${String(type)} from ${since} on (this run uses ${apiVersion}): ${then}`;
	},
};

/** Advantage+ Shopping Campaigns, Create. */
export const shoppingCampaignsSell: RuleOn<'smart_promotion_type' | 'objective'> = {
	at: 'smart_promotion_type',
	when: ({ smart_promotion_type: type, objective }) =>
		type === 'AUTOMATED_SHOPPING_ADS' && isOther(objective, ['OUTCOME_SALES']),
	message: 'needs {objective} to be OUTCOME_SALES: Advantage+ shopping sells',
};

/** The field is never empty by itself, but an expression can give nothing (Ad Account, Ad Campaigns). */
export const categoriesAreGiven: RuleOn<'special_ad_categories'> = {
	at: 'special_ad_categories',
	when: ({ special_ad_categories: categories }) => categories === undefined,
	message: 'is required: give an empty list when no category applies',
};

export const noneStandsAlone: RuleOn<'special_ad_categories'> = {
	at: 'special_ad_categories',
	when: ({ special_ad_categories: categories }) =>
		Array.isArray(categories) && categories.length > 1 && categories.includes('NONE'),
	message: 'cannot have None together with a category',
};

/** Ad Account, Ad Campaigns, `spend_cap`. */
export const noCapOnReservedCampaigns: RuleOn<'spend_cap' | 'buying_type'> = {
	at: 'spend_cap',
	when: ({ buying_type: type, spend_cap: cap }) => type === 'RESERVED' && cap !== undefined,
	message: 'is not available for reach and frequency campaigns',
};

/** Without a date "archived before" would mean all that is archived. */
export const needsDateForStrategy: RuleOn<'before_date' | 'delete_strategy'> = {
	at: 'before_date',
	when: ({ delete_strategy: strategy, before_date: date }) =>
		strategy === 'DELETE_ARCHIVED_BEFORE' && date === undefined,
	message: 'is required to delete what was archived before a date',
};
