import { budgetSchedule, DATE_PRESETS, renameOptions } from './campaignParams';
import { BILLING_EVENTS, GOALS } from './adSetGoals';
import { documented } from './documented';
import { promotedObject } from './promotedObjectParams';
import { anyObject, bool, id, int, list, oneOf, required, shape, text, time } from './specs';
import { AD_STATUSES, LIVE_STATUSES } from './statusValues';
import { targeting } from './targetingParams';
import type { Params } from './types';

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

/** ("Ad Account Adsets, Creating") */
const all = documented('metaAdSet.adSet.create', {
	adlabels: list(shape({ id, name: text() })),
	adset_schedule: list(daySchedule),
	attribution_spec: list(attribution),
	bid_amount: int(0),
	bid_constraints: shape({ roas_average_floor: int() }),
	billing_event: oneOf(...BILLING_EVENTS),
	budget_schedule_specs: list(budgetSchedule),
	campaign_attribution: text(),
	campaign_id: id,
	daily_budget: int(),
	daily_imps: int(0),
	daily_min_spend_target: int(0),
	daily_spend_cap: int(0),
	existing_customer_budget_percentage: int(0, 100),
	frequency_control_specs: list(frequencyControl),
	instagram_user_id: id,
	lifetime_imps: int(0),
	lifetime_min_spend_target: int(0),
	lifetime_spend_cap: int(0),
	name: required(text(400)),
	optimization_goal: oneOf(...GOALS),
	pacing_type: list(oneOf('standard', 'day_parting', 'no_pacing')),
	promoted_object: promotedObject,
	regional_regulated_categories: list(text()),
	regional_regulation_identities: anyObject,
	targeting: required(targeting),
	time_based_ad_rotation_id_blocks: list(list(id)),
	time_based_ad_rotation_intervals: list(int(0)),
});

export const adSetCreateParams = all;

const {
	campaign_id: _campaign,
	campaign_spec: _spec,
	source_adset_id: _source,
	...changeable
} = all;

export const adSetUpdateParams: Params = { ...changeable, name: text(400), targeting };

/** Upper case is the documented spelling of ad sets, lower case that of the other lists. */
export const adSetListParams = documented('metaAdSet.adSet.getMany', {
	date_preset: oneOf(...DATE_PRESETS.map((preset) => preset.toUpperCase()), ...DATE_PRESETS),
	effective_status: list(oneOf(...AD_STATUSES, ...LIVE_STATUSES)),
	time_range: shape({ since: required(text()), until: required(text()) }),
	updated_since: time,
});

export const adSetCopyParams: Params = {
	campaign_id: id,
	deep_copy: bool,
	end_time: time,
	rename_options: renameOptions,
	start_time: time,
	status_option: oneOf('ACTIVE', 'INHERITED_FROM_SOURCE', 'PAUSED'),
};
