import { majorOf } from '../../../shared/fields/checks';
import type { Check } from '../../../shared/operation/types';

/** First version without automated campaigns of their own type (Advantage+ Shopping Campaigns). */
const FIRST_MAJOR_WITHOUT_AUTOMATED_TYPES = 25;

export const automatedTypesEndedWithV25: Check = (
	{ smart_promotion_type: type },
	{ apiVersion },
) => {
	const automated = type === 'AUTOMATED_SHOPPING_ADS' || type === 'SMART_APP_PROMOTION';
	return automated && majorOf(apiVersion) >= FIRST_MAJOR_WITHOUT_AUTOMATED_TYPES
		? {
				field: 'Smart Promotion Type',
				message: `cannot be ${type} from v25.0 on (this run uses ${apiVersion}): leave it out and let budget, audience and placements be automatic`,
			}
		: undefined;
};

/** The field is never empty by itself, but an expression can give nothing (Ad Account, Ad Campaigns). */
export const categoriesAreGiven: Check = ({ special_ad_categories: categories }) =>
	categories === undefined
		? {
				field: 'Special Ad Categories',
				message: 'is required: give an empty list when no category applies',
			}
		: undefined;

export const noneStandsAlone: Check = ({ special_ad_categories: categories }) =>
	Array.isArray(categories) && categories.length > 1 && categories.includes('NONE')
		? { field: 'Special Ad Categories', message: 'cannot have None together with a category' }
		: undefined;

/** Ad Account, Ad Campaigns, `spend_cap`. */
export const noCapOnReservedCampaigns: Check = ({ buying_type: type, spend_cap: cap }) =>
	type === 'RESERVED' && cap !== undefined
		? { field: 'Spend Cap', message: 'is not available for reach and frequency campaigns' }
		: undefined;

/** Without a date "archived before" would mean all that is archived. */
export const needsDateForStrategy: Check = ({ delete_strategy: strategy, before_date: date }) =>
	strategy === 'DELETE_ARCHIVED_BEFORE' && date === undefined
		? { field: 'Before Date', message: 'is required to delete what was archived before a date' }
		: undefined;
