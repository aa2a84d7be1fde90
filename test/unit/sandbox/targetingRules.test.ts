import { ASSET_IDS } from '../../sandbox';
import type { Json } from '../../sandbox/json';
import { OPTIONS } from '../../sandbox/targeting/options';
import { blamed, describeTargeting, openAdSets, placed, US, type Form } from './adSetSupport';
import { errorOf } from './support';

const sets = openAdSets();
const { bench } = sets;

const geo = (geo_locations: Json): Form => ({ geo_locations });
const city = (radius: number, distance_unit: string) =>
	geo({ cities: [{ key: '777934', radius, distance_unit }] });
const point = (...custom_locations: Json[]) => geo({ custom_locations });
const regions = (count: number) => geo({ regions: Array<Json>(count).fill({ key: '3847' }) });
const inCountry = (code: string, spec: Form = {}) => ({ ...geo({ countries: [code] }), ...spec });

const PAST_HOME = { countries: ['US'], location_types: ['home'] };
describeTargeting(sets, [
	[{ age_min: 20 }, geo({ regions: [{ key: '3886' }] }), 'geo_locations'],
	[geo({ countries: [] }), { custom_audiences: [{ id: ASSET_IDS.audiences[0] }] }, 'geo_locations'],
	[inCountry('XX'), inCountry('DE'), ''],
	[geo({ cities: [{ key: '5' }] }), geo({ cities: [{ key: 777934 }] }), 'geo_locations'],
	[
		placed({ excluded_geo_locations: { countries: ['US'] } }),
		placed({ excluded_geo_locations: { regions: [{ key: '3847' }] } }),
		'excluded_geo_locations',
	],
	[city(9, 'mile'), city(10, 'mile'), 'geo_locations'],
	[city(81, 'kilometer'), city(80, 'kilometer'), 'geo_locations'],
	[
		point({ latitude: 36, longitude: -121, radius: 51 }),
		point({ latitude: '36', longitude: '-121.0', radius: '0.63' }),
		'geo_locations',
	],
	[
		point({ latitude: 36, radius: 5 }),
		point({ address_string: '1601 Willow Road, Menlo Park, CA', radius: 5 }),
		'geo_locations.custom_locations',
	],
	[
		geo(PAST_HOME),
		geo({ ...PAST_HOME, location_types: ['recent', 'home'] }),
		'geo_locations.location_types',
		1870199,
	],
	[regions(201), regions(200), ''],
]);

const idOf = (name: string) => ({ id: String(OPTIONS.find((one) => one.name === name)?.id) });
const TENNIS = { id: '6003397425735' };
const from = (age_min: number) => placed({ age_min, interests: [TENNIS] });
const gamers = [idOf('Console gamers')];
const behaving = (id: string) => placed({ flexible_spec: [{ behaviors: [{ id }] }] });
describeTargeting(sets, [
	[placed({ age_min: 12 }), placed({ age_min: 13 }), ''],
	[placed({ age_max: 66 }), placed({ age_max: 65 }), ''],
	[placed({ age_min: 40, age_max: 39 }), placed({ age_min: 40, age_max: 40 }), 'age_min'],
	[placed({ genders: [3] }), placed({ genders: [1, 2] }), ''],
	[from(17), from(18), 'age_min', 1870165],
	[{ ...from(19), ...inCountry('TH') }, inCountry('TH', { age_min: 19 }), 'age_min', 1870165],
	[placed({ locales: [999] }), placed({ locales: [6, 24] }), 'locales'],
	[
		placed({ interests: [{ id: '5' }] }),
		placed({ interests: [6003139266461, { ...TENNIS, name: 'Tennis' }] }),
		'',
		1487694,
	],
	[behaving(idOf('Old photo sharers').id), behaving('6002714895372'), '', 1487694],
	[
		placed({ exclusions: { behaviors: gamers } }),
		placed({ behaviors: gamers }),
		'exclusions',
		2446394,
	],
	[placed({ excluded_connections: [{ id: '1' }] }), US, 'excluded_connections', 1870088],
	[placed({ page_types: ['desktopfeed'] }), placed({ publisher_platforms: ['facebook'] }), ''],
]);

const [CUSTOMERS, VIEWERS, , DISABLED] = ASSET_IDS.audiences;
const among = (...ids: string[]) => ({ custom_audiences: ids.map((id) => ({ id })) });
const except = (id: string, more: Form = {}) =>
	placed({ ...more, excluded_custom_audiences: [{ id }] });
const did = (rule: Json, product_set_id: string = ASSET_IDS.productSet) =>
	placed({
		product_audience_specs: [{ product_set_id, inclusions: [{ retention_seconds: 1, rule }] }],
	});
const A = { event: { eq: 'A' } };
describeTargeting(sets, [
	[except('5'), except(CUSTOMERS), 'excluded_custom_audiences'],
	[placed(among(DISABLED)), placed(among(VIEWERS)), 'custom_audiences', 1870065],
	[
		except(CUSTOMERS, among(CUSTOMERS)),
		except(VIEWERS, among(CUSTOMERS)),
		'excluded_custom_audiences',
	],
	[placed({ dynamic_audience_ids: [CUSTOMERS] }), US, 'dynamic_audience_ids'],
	[placed({ place_page_set_ids: ['5'] }), US, 'place_page_set_ids'],
	[did({ event: { contains: 'A' } }), did(A), 'product_audience_specs'],
	[
		did({ and: [A, { event: { eq: 'B' } }] }),
		did({ and: [A, { userAgent: { i_contains: 'iPhone' } }] }),
		'product_audience_specs',
	],
	[did(A, '5'), did(A), 'product_audience_specs', 1487831],
]);

const facebook = (...facebook_positions: string[]) => placed({ facebook_positions });
const instagram = (...instagram_positions: string[]) => placed({ instagram_positions });
const on = (...publisher_platforms: string[]) => placed({ publisher_platforms });
const threads = (...instagram_positions: string[]) => ({
	...on('instagram', 'threads'),
	instagram_positions,
	threads_positions: ['threads_stream'],
});
describeTargeting(sets, [
	[{ ...facebook('feed'), ...on('instagram') }, facebook('feed'), 'facebook_positions'],
	[instagram('explore'), instagram('stream', 'explore'), 'instagram_positions'],
	[
		instagram('stream', 'explore_home'),
		instagram('stream', 'explore', 'explore_home'),
		'instagram_positions',
	],
	[instagram('ig_search'), instagram('stream', 'ig_search'), 'instagram_positions'],
	[on('threads'), on('instagram', 'threads'), 'publisher_platforms'],
	[threads('story', 'profile_feed'), threads('stream'), 'threads_positions'],
	[
		{ ...instagram('story'), ...on('facebook', 'instagram') },
		{ ...instagram('story'), ...on('instagram') },
		'publisher_platforms',
	],
	[
		facebook('stream'),
		{ ...facebook('right_hand_column'), ...on('facebook'), device_platforms: ['mobile'] },
		'',
	],
	[
		placed({ targeting_automation: { advantage_audience: 2 } }),
		placed({
			targeting_automation: { advantage_audience: 1 },
			targeting_relaxation_types: { custom_audience: 0 },
		}),
		'',
	],
]);

it('holds estimates to the same rules', async () => {
	const bad = { targeting_spec: { ...US, age_min: 40, age_max: 30 } };
	expect(blamed(errorOf(await bench.get('act_1001/reachestimate', bad)))).toBe(
		'targeting_spec.age_min',
	);
});
