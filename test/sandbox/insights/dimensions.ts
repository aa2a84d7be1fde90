import type { Json } from '../json';
import { hashOf, mix } from './hash';
import { personOf } from './units';

const AGES = ['18-24', '25-34', '35-44', '45-54', '55-64', '65+'];
const GENDERS = ['female', 'male', 'unknown'];
const COUNTRIES = ['US', 'DE', 'FR', 'GB', 'JP'];
/** Of each country. */
const REGIONS: readonly string[][] = [
	['California', 'Texas'],
	['Bayern', 'Berlin'],
	['Normandie', 'Bretagne'],
	['England', 'Scotland'],
	['Tokyo'],
];
const DMAS = ['New York', 'Los Angeles', 'Chicago', 'Dallas-Ft. Worth'];
const PLATFORMS = ['facebook', 'instagram', 'audience_network', 'messenger'];
const POSITIONS: readonly string[][] = [
	['feed', 'facebook_reels', 'facebook_stories'],
	['feed', 'instagram_reels', 'instagram_stories'],
	['an_classic', 'rewarded_video'],
	['messenger_inbox'],
];
const DEVICES = ['iphone', 'android_smartphone', 'desktop', 'ipad'];
const DEVICE_PLATFORMS = ['mobile_app', 'mobile_web', 'desktop'];
const MEDIA_TYPES = ['image', 'video', 'carousel'];

/** Products, assets and the like that have no values of their own here. */
const OTHER_VALUES = 3;
const PRODUCTS = 8;

/** People keep their age, gender and place; devices and placements change with each unit. */
const TEXTS: Record<string, (unit: number) => string> = {
	age: (unit) => pick(AGES, mix(personOf(unit), 11)),
	gender: (unit) => pick(GENDERS, mix(personOf(unit), 12)),
	country: (unit) => COUNTRIES[countryIndex(unit)],
	region: (unit) => pick(REGIONS[countryIndex(unit)], mix(personOf(unit), 14)),
	dma: (unit) => pick(DMAS, mix(personOf(unit), 15)),
	publisher_platform: (unit) => PLATFORMS[platformIndex(unit)],
	platform_position: (unit) => pick(POSITIONS[platformIndex(unit)], mix(unit, 17)),
	impression_device: (unit) => pick(DEVICES, mix(unit, 18)),
	device_platform: (unit) => pick(DEVICE_PLATFORMS, mix(unit, 19)),
	hourly_stats_aggregated_by_advertiser_time_zone: (unit) => hour(mix(unit, 20) % 24),
	hourly_stats_aggregated_by_audience_time_zone: (unit) =>
		hour((mix(unit, 20) + mix(personOf(unit), 21)) % 24),
	frequency_value: (unit) => String(1 + (mix(personOf(unit), 22) % 5)),
	product_id: (unit) =>
		`70000${1 + (mix(unit, 23) % PRODUCTS)}, Product ${1 + (mix(unit, 23) % PRODUCTS)}`,
	creative_media_type: (unit) => pick(MEDIA_TYPES, mix(unit, 24)),
	user_segment_key: (unit) => pick(['existing', 'new', 'unknown'], mix(personOf(unit), 25)),
	is_conversion_id_modeled: (unit) => String(mix(unit, 26) % 2),
};

/** Breakdowns whose values are objects ("Dynamic Creative, Insights"). */
export const ASSET_BREAKDOWNS = [
	'ad_format_asset',
	'body_asset',
	'call_to_action_asset',
	'description_asset',
	'image_asset',
	'link_url_asset',
	'title_asset',
	'video_asset',
];

/** The value of a breakdown for a unit, as text that groups; `breakdownValue` writes it. */
export function breakdownKey(name: string, unit: number): string {
	const known = TEXTS[name];
	if (known) return known(unit);
	return String(1 + (mix(unit, hashOf(name)) % OTHER_VALUES));
}

/** What a row says for the group. */
export function breakdownValue(name: string, key: string): Json {
	if (name in TEXTS) return key;
	const id = `60517326720${key}0`;
	switch (name) {
		case 'body_asset':
		case 'title_asset':
		case 'description_asset':
			return { text: `Text ${key}`, id };
		case 'image_asset':
			return { hash: `hash${key}`, url: `https://example.com/image-${key}.png`, id };
		case 'video_asset':
			return { video_id: `8${key}`, url: `https://example.com/video-${key}.mp4`, id };
		case 'link_url_asset':
			return { website_url: `https://example.com/page-${key}`, id };
		case 'call_to_action_asset':
			return { name: 'LEARN_MORE', id };
		case 'ad_format_asset':
			return id;
		default:
			return `${name}_${key}`;
	}
}

/** The columns that `breakdowns=mmm` adds ("Marketing Mix Modeling Breakdown on Insights API"). */
export const MMM_COLUMNS = [
	'country',
	'region',
	'dma',
	'device_platform',
	'platform_position',
	'publisher_platform',
	'creative_media_type',
];

function countryIndex(unit: number): number {
	return mix(personOf(unit), 13) % COUNTRIES.length;
}

function platformIndex(unit: number): number {
	return mix(unit, 16) % PLATFORMS.length;
}

function pick(values: readonly string[], h: number): string {
	return values[h % values.length];
}

function hour(number: number): string {
	const text = String(number).padStart(2, '0');
	return `${text}:00:00 - ${text}:59:59`;
}
