import {
	boolean,
	byUse,
	mapped,
	money,
	multiOptions,
	objectId,
	options,
} from '../operation/fields';
import type { GraphParameters } from '../graph/types';
import type { ParseContext, ReadableObject } from '../operation/types';
import { DATED, holds, sentenceOf } from '../dated';
import { campaignKind } from './objectKinds';

/** The campaign that a request is about: `/{campaign_id}...`. */
export function campaignId() {
	return objectId('campaign_id', campaignKind, {
		label: 'Campaign',
		required: true,
		to: false,
		description: 'Campaign that the operation is about, by list, ID or address in Ads Manager',
	});
}

/** Goals of a campaign: the six of today, as Ads Manager shows them, then those of older campaigns. */
export const objectives = byUse({
	common: [
		{ value: 'OUTCOME_AWARENESS', name: 'Awareness' },
		{ value: 'OUTCOME_TRAFFIC', name: 'Traffic' },
		{ value: 'OUTCOME_ENGAGEMENT', name: 'Engagement' },
		{ value: 'OUTCOME_LEADS', name: 'Leads' },
		{ value: 'OUTCOME_APP_PROMOTION', name: 'App Promotion' },
		{ value: 'OUTCOME_SALES', name: 'Sales' },
	],
	legacy: [
		'APP_INSTALLS',
		'BRAND_AWARENESS',
		'CONVERSIONS',
		'EVENT_RESPONSES',
		'LEAD_GENERATION',
		'LINK_CLICKS',
		'LOCAL_AWARENESS',
		'MESSAGES',
		'OFFER_CLAIMS',
		'PAGE_LIKES',
		'POST_ENGAGEMENT',
		{ value: 'PRODUCT_CATALOG_SALES', name: 'Catalog Sales' },
		'REACH',
		'STORE_TRAFFIC',
		'STORE_VISITS',
		'VIDEO_VIEWS',
	],
});

/** What a new campaign begins with. */
export const DEFAULT_OBJECTIVE = 'OUTCOME_TRAFFIC';

export const bidStrategies = byUse({
	common: [
		{
			value: 'LOWEST_COST_WITHOUT_CAP',
			name: 'Highest Volume or Value',
			description: 'Lowest cost: the most for the budget, without a limit on bids',
		},
		{
			value: 'LOWEST_COST_WITH_BID_CAP',
			name: 'Bid Cap',
			description: 'No bid above a cap; every ad set then needs a bid amount',
		},
		{
			value: 'COST_CAP',
			name: 'Cost per Result Goal',
			description: 'Cost cap: keeps the average cost per result near it',
		},
		{
			value: 'LOWEST_COST_WITH_MIN_ROAS',
			name: 'ROAS Goal',
			description: 'Minimum ROAS: keeps the return on ad spend above it',
		},
	],
});

/** Categories that carry legal restrictions (Ad Account, Ad Campaigns). */
export const specialAdCategoryValues = byUse({
	common: [
		'NONE',
		'EMPLOYMENT',
		{ value: 'FINANCIAL_PRODUCTS_SERVICES', name: 'Financial Products and Services' },
		'HOUSING',
		{ value: 'ISSUES_ELECTIONS_POLITICS', name: 'Social Issues, Elections or Politics' },
		'ONLINE_GAMBLING_AND_GAMING',
	],
	legacy: [
		{
			value: 'CREDIT',
			description: sentenceOf(DATED.creditEnds),
		},
	],
});

/** Categories that carry legal restrictions; an empty list says that none applies. */
export function specialAdCategories() {
	return multiOptions('special_ad_categories', specialAdCategoryValues, {
		keepEmpty: true,
		description:
			'Categories with legal restrictions that the ads fall under. Leave empty for none.',
	});
}

export function smartPromotionType() {
	return options(
		'smart_promotion_type',
		byUse({
			common: [{ value: 'GUIDED_CREATION', name: 'Guided Creation (Advantage+ Campaign)' }],
			legacy: [
				{
					value: 'AUTOMATED_SHOPPING_ADS',
					name: 'Advantage+ Shopping',
					description: sentenceOf(DATED.automatedTypesEnd),
				},
				{
					value: 'SMART_APP_PROMOTION',
					name: 'Advantage+ App',
					description: sentenceOf(DATED.automatedTypesEnd),
				},
			],
		}),
		{
			description: 'Kind of automated campaign. Advantage+ campaigns of today need no value here.',
		},
	);
}

/** What `spend_cap` is set to for no cap (Ad Account, Ad Campaigns, `spend_cap`). */
const NO_SPEND_CAP = 922_337_203_685_478;

/** Most that a campaign may spend in all. */
export function spendCap() {
	return money('spend_cap', {
		description:
			'Most that the campaign may spend in all, at least 100 US dollars or their equivalent',
	});
}

/** Takes the spend cap away. */
export function noSpendCap() {
	const remove = boolean('remove_spend_cap', {
		description:
			'Whether to let the campaign spend without a cap of its own; budgets still limit it',
		to: 'spend_cap',
	});
	return mapped(remove, (isChosen) => (isChosen ? NO_SPEND_CAP : undefined));
}

/** Statuses that lists of campaigns can be filtered by. */
export const campaignEffectiveStatuses = [
	'ACTIVE',
	'PAUSED',
	'DELETED',
	'PENDING_REVIEW',
	'DISAPPROVED',
	'PREAPPROVED',
	'PENDING_BILLING_INFO',
	'CAMPAIGN_PAUSED',
	'ARCHIVED',
	'ADSET_PAUSED',
	'IN_PROCESS',
	'WITH_ISSUES',
];

/** What can be read of a campaign. */
export const readableCampaign: ReadableObject = {
	amounts: ['budget_remaining', 'daily_budget', 'lifetime_budget', 'spend_cap'],
	simplified: [
		'id',
		'name',
		'objective',
		'status',
		'effective_status',
		'daily_budget',
		'lifetime_budget',
		'bid_strategy',
		'start_time',
		'stop_time',
		'created_time',
		'updated_time',
	],
	fields: [
		{ name: 'account_id' },
		{ name: 'adlabels' },
		{
			name: 'advantage_state_info',
			description: 'Which Advantage+ levers are on: budget, audience, placement',
		},
		{ name: 'bid_strategy' },
		{ name: 'budget_remaining' },
		{ name: 'buying_type' },
		{ name: 'configured_status', description: 'The status that was set' },
		{ name: 'created_time' },
		{ name: 'daily_budget', description: 'In minor units of the currency' },
		{ name: 'effective_status', description: 'The status, that of the ad account considered' },
		{ name: 'id' },
		{ name: 'is_adset_budget_sharing_enabled' },
		{ name: 'is_skadnetwork_attribution' },
		{ name: 'issues_info', description: 'What keeps the campaign from delivering' },
		{ name: 'lifetime_budget', description: 'In minor units of the currency' },
		{ name: 'name' },
		{ name: 'objective' },
		{ name: 'promoted_object' },
		{ name: 'recommendations' },
		{
			name: 'smart_promotion_type',
			description: 'Tells Advantage+ shopping and app campaigns apart from others',
		},
		{ name: 'source_campaign_id', description: 'The campaign this one was copied from' },
		{ name: 'special_ad_categories' },
		{ name: 'special_ad_category_country' },
		{ name: 'spend_cap', description: 'In minor units of the currency' },
		{ name: 'start_time' },
		{ name: 'status' },
		{ name: 'stop_time' },
		{ name: 'topline_id' },
		{ name: 'updated_time' },
	],
};

/** Refusals 4834011 and 4834002: said without a budget on the campaign, and never with one. */
export function budgetSharing(
	campaign: GraphParameters,
	context: Pick<ParseContext, 'apiVersion'>,
): GraphParameters | undefined {
	const hasBudget = campaign.daily_budget !== undefined || campaign.lifetime_budget !== undefined;
	const isSaid = holds(DATED.budgetSharingIsSaid, context);
	return hasBudget || campaign.buying_type === 'RESERVED' || !isSaid
		? undefined
		: { is_adset_budget_sharing_enabled: false };
}
