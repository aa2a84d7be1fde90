import { COUNTRIES } from './countries';
import { documented, documentedValues } from './documented';
import { anyObject, bool, id, int, list, oneOf, required, shape, text, time } from './specs';
import { AD_STATUSES } from './statusValues';
import type { Params } from './types';

const CREATE = 'metaCampaign.campaign.create';

export const OBJECTIVES = documentedValues(CREATE, 'objective');
export const SPECIAL_AD_CATEGORIES = documentedValues(CREATE, 'special_ad_categories');
export const DATE_PRESETS = documentedValues('metaCampaign.campaign.getMany', 'date_preset');

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

export const createParams = documented(CREATE, {
	adlabels: list(shape({ id, name: text() })),
	budget_schedule_specs: list(budgetSchedule),
	iterative_split_test_configs: list(anyObject),
	name: required(text(400)),
	objective: required(oneOf(...OBJECTIVES)),
	promoted_object: promotedObject,
	special_ad_category_country: list(oneOf(...COUNTRIES)),
	spend_cap: int(0),
	start_time: time,
	stop_time: time,
});

const {
	buying_type: _buyingType,
	campaign_optimization_type: _type,
	source_campaign_id: _source,
	...changeable
} = createParams;

export const updateParams: Params = {
	...changeable,
	migrate_to_advantage_plus: bool,
	name: text(400),
	objective: oneOf(...OBJECTIVES),
	pacing_type: list(text()),
	special_ad_categories: list(oneOf(...SPECIAL_AD_CATEGORIES)),
};

export const listParams = documented('metaCampaign.campaign.getMany', {
	effective_status: list(oneOf(...AD_STATUSES)),
	time_range: shape({ since: required(text()), until: required(text()) }),
});

export const removeManyParams = documented('metaCampaign.campaign.deleteMany', {
	object_count: int(1),
});

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
