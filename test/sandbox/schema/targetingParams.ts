import { COUNTRIES } from './countries';
import {
	anyObject,
	bool,
	float,
	id,
	idAndName,
	int,
	list,
	oneOf,
	required,
	shape,
	text,
} from './specs';
import type { Params, ParamSpec } from './types';

export const COUNTRY_GROUPS = [
	'worldwide',
	'africa',
	'afta',
	'android_app_store',
	'android_free_store',
	'apec',
	'asia',
	'caribbean',
	'central_america',
	'cisfta',
	'eea',
	'emerging_markets',
	'europe',
	'gcc',
	'itunes_app_store',
	'mercosur',
	'nafta',
	'north_america',
	'oceania',
	'south_america',
] as const;

/** Positions by their platform, for each member `<platform>_positions`. */
export const POSITIONS = {
	facebook: [
		'feed',
		'right_hand_column',
		'marketplace',
		'video_feeds',
		'story',
		'search',
		'instream_video',
		'facebook_reels',
		'facebook_reels_overlay',
		'profile_feed',
		'notification',
	],
	instagram: [
		'stream',
		'story',
		'explore',
		'explore_home',
		'reels',
		'profile_feed',
		'profile_reels',
		'ig_search',
	],
	messenger: ['messenger_home', 'sponsored_messages', 'story'],
	audience_network: ['classic', 'rewarded_video', 'instream_video'],
	threads: ['threads_stream'],
	whatsapp: ['status'],
} as const;

export type Platform = keyof typeof POSITIONS;
export const PLATFORMS = Object.keys(POSITIONS) as Platform[];

const distance = { distance_unit: oneOf('mile', 'kilometer') };
const place: Params = {
	key: required(text()),
	name: text(),
	country: text(),
	region: text(),
	region_id: text(),
	primary_city_id: text(),
};
const places = (max?: number) => list(shape(place), undefined, max);

const location = shape({
	...distance,
	address_string: text(),
	country: text(),
	country_group: text(),
	custom_type: oneOf('multi_city'),
	latitude: float(-90, 90),
	longitude: float(-180, 180),
	max_population: int(0),
	min_population: int(0),
	name: text(),
	primary_city_id: text(),
	radius: float(),
	region_id: text(),
});

/** Members of `geo_locations` with the documented limits ("Targeting, Location"). */
export const GEO_PARAMS: Params = {
	cities: list(shape({ ...place, ...distance, radius: float() }), undefined, 250),
	countries: list(oneOf(...COUNTRIES)),
	country_groups: list(oneOf(...COUNTRY_GROUPS)),
	custom_locations: list(location, undefined, 200),
	electoral_districts: places(),
	geo_markets: places(2500),
	large_geo_areas: places(),
	location_cluster_ids: places(),
	location_types: list(oneOf('home', 'recent', 'travel_in')),
	medium_geo_areas: places(),
	metro_areas: places(),
	neighborhoods: places(),
	places: list(shape({ ...place, ...distance, radius: float() }), undefined, 200),
	regions: places(200),
	small_geo_areas: places(),
	subcities: places(),
	subneighborhoods: places(),
	zips: places(50_000),
};

/** Kinds of detailed targeting whose options have ids. */
export const OPTION_KINDS = [
	'behaviors',
	'education_majors',
	'education_schools',
	'family_statuses',
	'income',
	'industries',
	'interests',
	'life_events',
	'user_adclusters',
	'work_employers',
	'work_positions',
] as const;

/** Detailed targeting: what `flexible_spec` and `exclusions` hold too. */
export const DETAILED_PARAMS: Params = {
	...Object.fromEntries(OPTION_KINDS.map((kind) => [kind, list(idAndName)])),
	college_years: list(int(1980)),
	education_statuses: list(int(1, 13)),
	interested_in: list(int(1, 6)),
	relationship_statuses: list(int(1, 13)),
};

const eventWindow = shape({
	event_sources: list(anyObject),
	retention_seconds: required(int(1)),
	rule: required(anyObject),
});

/** ("Advantage+ Catalog Ads, Ad Set") The same events make a product audience. */
export const PRODUCT_EVENTS: Params = {
	exclusions: list(eventWindow),
	inclusions: list(eventWindow),
};

const productAudience = shape({
	...PRODUCT_EVENTS,
	product_set_id: required(id),
	inclusions: required(list(eventWindow, 1)),
});

/** Gone by the error reference: taken apart only to be refused with the documented code. */
export const CONNECTION_KEYS = ['connections', 'excluded_connections', 'friends_of_connections'];

const flag = int(0, 1);

/** Members of a targeting spec. */
export const TARGETING_PARAMS: Params = {
	...DETAILED_PARAMS,
	...Object.fromEntries(CONNECTION_KEYS.map((key) => [key, list(idAndName)])),
	...Object.fromEntries(
		PLATFORMS.map((platform) => [`${platform}_positions`, list(oneOf(...POSITIONS[platform]))]),
	),
	age_max: int(13, 65),
	age_min: int(13, 65),
	age_range: list(int(13, 65), 2, 2),
	app_install_state: oneOf('installed', 'not_installed'),
	brand_safety_content_filter_levels: list(text()),
	catalog_based_targeting: anyObject,
	contextual_targeting_categories: list(idAndName),
	custom_audiences: list(idAndName),
	device_platforms: list(oneOf('mobile', 'desktop')),
	dynamic_audience_ids: list(id),
	engagement_specs: list(anyObject),
	exclude_reached_since: list(text()),
	excluded_brand_safety_content_types: list(text()),
	excluded_custom_audiences: list(idAndName),
	excluded_dynamic_audience_ids: list(id),
	excluded_engagement_specs: list(anyObject),
	excluded_geo_locations: shape(GEO_PARAMS),
	excluded_mobile_device_model: list(text()),
	excluded_product_audience_specs: list(productAudience),
	excluded_publisher_categories: list(text()),
	excluded_publisher_list_ids: list(id),
	excluded_user_device: list(text()),
	exclusions: shape(DETAILED_PARAMS),
	fb_deal_id: id,
	flexible_spec: list(shape({ ...DETAILED_PARAMS, custom_audiences: list(idAndName) }), 1, 25),
	genders: list(int(1, 2), undefined, 2),
	geo_locations: shape(GEO_PARAMS),
	instream_video_skippable_excluded: bool,
	is_whatsapp_destination_ad: bool,
	keywords: list(text()),
	locales: list(int(), undefined, 90),
	place_page_set_ids: list(id),
	product_audience_specs: list(productAudience),
	prospecting_audience: anyObject,
	publisher_platforms: list(oneOf(...PLATFORMS)),
	site_category: list(text()),
	targeting_automation: shape({
		advantage_audience: flag,
		individual_setting: shape({ age: flag, gender: flag, geo: flag }),
		shared_audiences: flag,
		value_expression: flag,
	}),
	targeting_optimization: oneOf('none', 'expansion_all'),
	targeting_relaxation_types: shape({ custom_audience: flag, lookalike: flag }),
	user_age_unknown: bool,
	user_device: list(text()),
	user_event: list(int()),
	user_os: list(text()),
	wireless_carrier: list(text()),
};

export const targeting: ParamSpec = shape(TARGETING_PARAMS);
