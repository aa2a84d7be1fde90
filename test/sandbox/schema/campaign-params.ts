import { COUNTRIES } from './countries';
import { anyObject, bool, id, int, list, oneOf, required, shape, text, time } from './specs';
import { AD_STATUSES } from './status-values';
import type { Params } from './types';

/** ("Ad Account, Ad Campaigns") */
export const OBJECTIVES = [
	'APP_INSTALLS',
	'BRAND_AWARENESS',
	'CONVERSIONS',
	'EVENT_RESPONSES',
	'LEAD_GENERATION',
	'LINK_CLICKS',
	'LOCAL_AWARENESS',
	'MESSAGES',
	'OFFER_CLAIMS',
	'OUTCOME_APP_PROMOTION',
	'OUTCOME_AWARENESS',
	'OUTCOME_ENGAGEMENT',
	'OUTCOME_LEADS',
	'OUTCOME_SALES',
	'OUTCOME_TRAFFIC',
	'PAGE_LIKES',
	'POST_ENGAGEMENT',
	'PRODUCT_CATALOG_SALES',
	'REACH',
	'STORE_VISITS',
	'VIDEO_VIEWS',
] as const;

export const SPECIAL_AD_CATEGORIES = [
	'NONE',
	'EMPLOYMENT',
	'HOUSING',
	'CREDIT',
	'ISSUES_ELECTIONS_POLITICS',
	'ONLINE_GAMBLING_AND_GAMING',
	'FINANCIAL_PRODUCTS_SERVICES',
] as const;

export const DATE_PRESETS = [
	'today',
	'yesterday',
	'this_month',
	'last_month',
	'this_quarter',
	'maximum',
	'data_maximum',
	'last_3d',
	'last_7d',
	'last_14d',
	'last_28d',
	'last_30d',
	'last_90d',
	'last_week_mon_sun',
	'last_week_sun_sat',
	'last_quarter',
	'last_year',
	'this_week_mon_today',
	'this_week_sun_today',
	'this_year',
] as const;

const promotedObject = shape({
	application_id: id,
	custom_conversion_id: id,
	custom_event_str: text(),
	custom_event_type: text(),
	event_id: id,
	object_store_url: text(),
	offer_id: id,
	offline_conversion_data_set_id: id,
	omnichannel_object: anyObject,
	page_id: id,
	pixel_id: id,
	place_page_set_id: id,
	product_catalog_id: id,
	product_set_id: id,
});

export const budgetSchedule = shape({
	time_start: required(time),
	time_end: required(time),
	budget_value: required(int(1)),
	budget_value_type: required(oneOf('ABSOLUTE', 'MULTIPLIER')),
});

/** What creating and changing a campaign have in common. */
const common: Params = {
	adlabels: list(shape({ id, name: text() })),
	bid_strategy: oneOf(
		'LOWEST_COST_WITHOUT_CAP',
		'LOWEST_COST_WITH_BID_CAP',
		'COST_CAP',
		'LOWEST_COST_WITH_MIN_ROAS',
	),
	budget_schedule_specs: list(budgetSchedule),
	daily_budget: int(),
	execution_options: list(oneOf('validate_only', 'include_recommendations')),
	is_adset_budget_sharing_enabled: bool,
	is_skadnetwork_attribution: bool,
	is_using_l3_schedule: bool,
	iterative_split_test_configs: list(anyObject),
	lifetime_budget: int(),
	name: text(400),
	objective: oneOf(...OBJECTIVES),
	promoted_object: promotedObject,
	smart_promotion_type: oneOf('AUTOMATED_SHOPPING_ADS', 'GUIDED_CREATION', 'SMART_APP_PROMOTION'),
	special_ad_categories: list(oneOf(...SPECIAL_AD_CATEGORIES)),
	special_ad_category_country: list(oneOf(...COUNTRIES)),
	spend_cap: int(0),
	start_time: time,
	status: oneOf('ACTIVE', 'PAUSED', 'DELETED', 'ARCHIVED'),
	stop_time: time,
	topline_id: id,
};

export const createParams: Params = {
	...common,
	buying_type: oneOf('AUCTION', 'RESERVED'),
	campaign_optimization_type: oneOf('NONE', 'ICO_ONLY'),
	name: required(text(400)),
	objective: required(oneOf(...OBJECTIVES)),
	source_campaign_id: id,
	special_ad_categories: required(list(oneOf(...SPECIAL_AD_CATEGORIES))),
};

export const updateParams: Params = {
	...common,
	migrate_to_advantage_plus: bool,
	pacing_type: list(text()),
};

export const listParams: Params = {
	date_preset: oneOf(...DATE_PRESETS),
	effective_status: list(oneOf(...AD_STATUSES)),
	is_completed: bool,
	time_range: shape({ since: required(text()), until: required(text()) }),
};

export const removeManyParams: Params = {
	before_date: time,
	delete_strategy: required(oneOf('DELETE_ANY', 'DELETE_OLDEST', 'DELETE_ARCHIVED_BEFORE')),
	object_count: int(1),
};

export const renameOptions = shape({
	rename_prefix: text(),
	rename_strategy: oneOf('DEEP_RENAME', 'ONLY_TOP_LEVEL_RENAME', 'NO_RENAME'),
	rename_suffix: text(),
});

export const copyParams: Params = {
	deep_copy: bool,
	end_time: time,
	migrate_to_advantage_plus: bool,
	rename_options: renameOptions,
	start_time: time,
	status_option: oneOf('ACTIVE', 'INHERITED_FROM_SOURCE', 'PAUSED'),
};
