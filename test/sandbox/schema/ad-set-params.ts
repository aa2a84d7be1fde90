import {
	budgetSchedule,
	DATE_PRESETS,
	renameOptions,
	SPECIAL_AD_CATEGORIES,
} from './campaign-params';
import { BILLING_EVENTS, GOALS } from './ad-set-goals';
import { promotedObject } from './promoted-object-params';
import { anyObject, bool, id, int, list, oneOf, required, shape, text, time } from './specs';
import { AD_STATUSES, LIVE_STATUSES } from './status-values';
import { targeting } from './targeting-params';
import type { Params } from './types';

const DESTINATIONS = [
	'WEBSITE',
	'APP',
	'MESSENGER',
	'APPLINKS_AUTOMATIC',
	'WHATSAPP',
	'INSTAGRAM_DIRECT',
	'FACEBOOK',
	'MESSAGING_MESSENGER_WHATSAPP',
	'MESSAGING_INSTAGRAM_DIRECT_MESSENGER',
	'MESSAGING_INSTAGRAM_DIRECT_MESSENGER_WHATSAPP',
	'MESSAGING_INSTAGRAM_DIRECT_WHATSAPP',
	'SHOP_AUTOMATIC',
	'ON_AD',
	'ON_POST',
	'ON_EVENT',
	'ON_VIDEO',
	'ON_PAGE',
	'INSTAGRAM_PROFILE',
	'FACEBOOK_PAGE',
	'INSTAGRAM_PROFILE_AND_FACEBOOK_PAGE',
	'INSTAGRAM_LIVE',
	'FACEBOOK_LIVE',
	'IMAGINE',
];

const SUB_EVENTS = [
	'NONE',
	'VIDEO_SOUND_ON',
	'TRIP_CONSIDERATION',
	'TRAVEL_INTENT',
	'TRAVEL_INTENT_NO_DESTINATION_INTENT',
	'TRAVEL_INTENT_BUCKET_01',
	'TRAVEL_INTENT_BUCKET_02',
	'TRAVEL_INTENT_BUCKET_03',
	'TRAVEL_INTENT_BUCKET_04',
	'TRAVEL_INTENT_BUCKET_05',
	'POST_INTERACTION',
];

/** Minutes of a day, of one or several days of the week (0 is Sunday). */
const daySchedule = shape({
	days: required(list(int(0, 6), 1, 7)),
	end_minute: required(int(0, 1440)),
	start_minute: required(int(0, 1439)),
	timezone_type: oneOf('USER', 'ADVERTISER'),
});

const frequencyControl = shape({
	event: required(oneOf('IMPRESSIONS', 'VIDEO_VIEWS', 'VIDEO_VIEWS_2S', 'VIDEO_VIEWS_15S')),
	interval_days: required(int(1, 90)),
	max_frequency: required(int(1, 90)),
	type: oneOf('CAP', 'TARGET'),
});

const attribution = shape({
	event_type: required(oneOf('CLICK_THROUGH', 'VIEW_THROUGH', 'ENGAGED_VIDEO_VIEW')),
	window_days: required(int(1, 28)),
});

/** What creating and changing an ad set have in common ("Ad Account Adsets, Creating"). */
const common: Params = {
	adlabels: list(shape({ id, name: text() })),
	adset_schedule: list(daySchedule),
	anchor_event_attribution_window_days: int(),
	attribution_spec: list(attribution),
	automatic_manual_state: oneOf('UNSET', 'AUTOMATIC', 'MANUAL'),
	bid_amount: int(0),
	bid_constraints: shape({ roas_average_floor: int() }),
	bid_strategy: oneOf(
		'LOWEST_COST_WITHOUT_CAP',
		'LOWEST_COST_WITH_BID_CAP',
		'COST_CAP',
		'LOWEST_COST_WITH_MIN_ROAS',
	),
	billing_event: oneOf(...BILLING_EVENTS),
	budget_schedule_specs: list(budgetSchedule),
	budget_source: oneOf('NONE', 'RMN'),
	budget_split_set_id: id,
	campaign_attribution: text(),
	contextual_bundling_spec: anyObject,
	creative_sequence: list(id),
	daily_budget: int(),
	daily_imps: int(0),
	daily_min_spend_target: int(0),
	daily_spend_cap: int(0),
	destination_type: oneOf(...DESTINATIONS),
	dsa_beneficiary: text(),
	dsa_payor: text(),
	end_time: time,
	execution_options: list(oneOf('validate_only', 'include_recommendations')),
	existing_customer_budget_percentage: int(0, 100),
	frequency_control_specs: list(frequencyControl),
	instagram_user_id: id,
	is_dynamic_creative: bool,
	is_sac_cfca_terms_certified: bool,
	lifetime_budget: int(),
	lifetime_imps: int(0),
	lifetime_min_spend_target: int(0),
	lifetime_spend_cap: int(0),
	max_budget_spend_percentage: int(),
	min_budget_spend_percentage: int(),
	multi_optimization_goal_weight: oneOf('UNDEFINED', 'BALANCED', 'PREFER_INSTALL', 'PREFER_EVENT'),
	name: text(400),
	optimization_goal: oneOf(...GOALS),
	optimization_sub_event: oneOf(...SUB_EVENTS),
	pacing_type: list(oneOf('standard', 'day_parting', 'no_pacing')),
	promoted_object: promotedObject,
	regional_regulated_categories: list(text()),
	regional_regulation_identities: anyObject,
	rf_prediction_id: id,
	start_time: time,
	status: oneOf('ACTIVE', 'PAUSED', 'DELETED', 'ARCHIVED'),
	targeting,
	time_based_ad_rotation_id_blocks: list(list(id)),
	time_based_ad_rotation_intervals: list(int(0)),
	time_start: time,
	time_stop: time,
	tune_for_category: oneOf(...SPECIAL_AD_CATEGORIES),
	value_rule_set_id: id,
	value_rules_applied: bool,
};

export const adSetCreateParams: Params = {
	...common,
	campaign_id: id,
	campaign_spec: anyObject,
	name: required(text(400)),
	source_adset_id: id,
	targeting: required(targeting),
};

export const adSetUpdateParams: Params = common;

/** Upper case is the documented spelling of ad sets, lower case that of the other lists. */
export const adSetListParams: Params = {
	date_preset: oneOf(...DATE_PRESETS.map((preset) => preset.toUpperCase()), ...DATE_PRESETS),
	effective_status: list(oneOf(...AD_STATUSES, ...LIVE_STATUSES)),
	is_completed: bool,
	time_range: shape({ since: required(text()), until: required(text()) }),
	updated_since: time,
};

export const adSetCopyParams: Params = {
	campaign_id: id,
	deep_copy: bool,
	end_time: time,
	rename_options: renameOptions,
	start_time: time,
	status_option: oneOf('ACTIVE', 'INHERITED_FROM_SOURCE', 'PAUSED'),
};
