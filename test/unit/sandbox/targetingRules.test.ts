import { ASSET_IDS } from '../../sandbox';
import type { Json, JsonObject } from '../../sandbox/json';
import { OPTIONS } from '../../sandbox/targeting/options';
import { blamed, describeTargeting, US, type TargetingRule, openAdSets } from './adSetSupport';
import { errorOf } from './support';

const sets = openAdSets();
const { bench } = sets;

const [CUSTOMERS, VIEWERS, , DISABLED] = ASSET_IDS.audiences;
const idOf = (name: string) => String(OPTIONS.find((option) => option.name === name)?.id);
const placed = (spec: JsonObject) => ({ ...US, ...spec }) as JsonObject;
const city = (radius: number, distance_unit: string) => ({
	geo_locations: { cities: [{ key: '777934', radius, distance_unit }] },
});
const point = (location: JsonObject) => ({ geo_locations: { custom_locations: [location] } });
const viewed = (rule: Json) => ({
	product_audience_specs: [
		{ product_set_id: ASSET_IDS.productSet, inclusions: [{ retention_seconds: 432000, rule }] },
	],
});

const TARGETING: Record<string, TargetingRule> = {
	'no location': {
		bad: { age_min: 20 },
		good: { geo_locations: { regions: [{ key: '3886' }] } },
		blames: ['targeting', 'geo_locations'],
	},
	'empty locations': {
		bad: { geo_locations: { countries: [] } },
		good: { custom_audiences: [{ id: CUSTOMERS }] },
		blames: ['targeting', 'geo_locations'],
	},
	'a country that does not exist': {
		bad: { geo_locations: { countries: ['XX'] } },
		good: { geo_locations: { countries: ['DE'] } },
		blames: ['targeting'],
	},
	'a city that does not exist': {
		bad: { geo_locations: { cities: [{ key: '5' }] } },
		good: { geo_locations: { cities: [{ key: 777934 }] } },
		blames: ['targeting', 'geo_locations'],
	},
	'a location that is in and out': {
		bad: placed({ excluded_geo_locations: { countries: ['US'] } }),
		good: placed({ excluded_geo_locations: { regions: [{ key: '3847' }] } }),
		blames: ['targeting', 'excluded_geo_locations'],
	},
	'a radius in miles that is too small for a city': {
		bad: city(9, 'mile'),
		good: city(10, 'mile'),
		blames: ['targeting', 'geo_locations'],
	},
	'a radius in kilometers that is too great for a city': {
		bad: city(81, 'kilometer'),
		good: city(80, 'kilometer'),
		blames: ['targeting', 'geo_locations'],
	},
	'a radius that is too great for a point': {
		bad: point({ latitude: 36, longitude: -121, radius: 51 }),
		good: point({ latitude: '36', longitude: '-121.0', radius: '0.63' }),
		blames: ['targeting', 'geo_locations'],
	},
	'a custom location without place': {
		bad: point({ latitude: 36, radius: 5 }),
		good: point({ address_string: '1601 Willow Road, Menlo Park, CA', radius: 5 }),
		blames: ['targeting', 'geo_locations', 'custom_locations'],
	},
	'a location type': {
		bad: { geo_locations: { countries: ['US'], location_types: ['home'] } },
		good: { geo_locations: { countries: ['US'], location_types: ['recent', 'home'] } },
		code: 1870199,
		blames: ['targeting', 'geo_locations', 'location_types'],
	},
	'more than 200 regions': {
		bad: { geo_locations: { regions: Array<Json>(201).fill({ key: '3847' }) } },
		good: { geo_locations: { regions: Array<Json>(200).fill({ key: '3847' }) } },
		blames: ['targeting'],
	},
	'an age below 13': {
		bad: placed({ age_min: 12 }),
		good: placed({ age_min: 13 }),
		blames: ['targeting'],
	},
	'an age above 65': {
		bad: placed({ age_max: 66 }),
		good: placed({ age_max: 65 }),
		blames: ['targeting'],
	},
	'ages the wrong way round': {
		bad: placed({ age_min: 40, age_max: 39 }),
		good: placed({ age_min: 40, age_max: 40 }),
		blames: ['targeting', 'age_min'],
	},
	'a third gender code': {
		bad: placed({ genders: [3] }),
		good: placed({ genders: [1, 2] }),
		blames: ['targeting'],
	},
	'interests below 18': {
		bad: placed({ age_min: 17, interests: [{ id: '6003397425735' }] }),
		good: placed({ age_min: 18, interests: [{ id: '6003397425735' }] }),
		code: 1870165,
		blames: ['targeting', 'age_min'],
	},
	'interests below 20 in Thailand': {
		bad: {
			geo_locations: { countries: ['TH'] },
			age_min: 19,
			interests: [{ id: '6003397425735' }],
		},
		good: { geo_locations: { countries: ['TH'] }, age_min: 19 },
		code: 1870165,
		blames: ['targeting', 'age_min'],
	},
	'an unknown language': {
		bad: placed({ locales: [999] }),
		good: placed({ locales: [6, 24] }),
		blames: ['targeting', 'locales'],
	},
	'an unknown interest': {
		bad: placed({ interests: [{ id: '5' }] }),
		good: placed({ interests: [6003139266461, { id: '6003397425735', name: 'Tennis' }] }),
		code: 1487694,
		blames: ['targeting'],
	},
	'a behavior that is gone': {
		bad: placed({ flexible_spec: [{ behaviors: [{ id: idOf('Old photo sharers') }] }] }),
		good: placed({ flexible_spec: [{ behaviors: [{ id: '6002714895372' }] }] }),
		code: 1487694,
		blames: ['targeting'],
	},
	'an option that cannot be excluded': {
		bad: placed({ exclusions: { behaviors: [{ id: idOf('Console gamers') }] } }),
		good: placed({ behaviors: [{ id: idOf('Console gamers') }] }),
		code: 2446394,
		blames: ['targeting', 'exclusions'],
	},
	connections: {
		bad: placed({ excluded_connections: [{ id: '1' }] }),
		good: US,
		code: 1870088,
		blames: ['targeting', 'excluded_connections'],
	},
	'an unknown member': {
		bad: placed({ page_types: ['desktopfeed'] }),
		good: placed({ publisher_platforms: ['facebook'] }),
		blames: ['targeting'],
	},
	'an audience that does not exist': {
		bad: placed({ excluded_custom_audiences: [{ id: '5' }] }),
		good: placed({ excluded_custom_audiences: [{ id: CUSTOMERS }] }),
		blames: ['targeting', 'excluded_custom_audiences'],
	},
	'an audience that was disabled': {
		bad: placed({ custom_audiences: [{ id: DISABLED }] }),
		good: placed({ custom_audiences: [{ id: VIEWERS }] }),
		code: 1870065,
		blames: ['targeting', 'custom_audiences'],
	},
	'an audience that is in and out': {
		bad: placed({
			custom_audiences: [{ id: CUSTOMERS }],
			excluded_custom_audiences: [{ id: CUSTOMERS }],
		}),
		good: placed({
			custom_audiences: [{ id: CUSTOMERS }],
			excluded_custom_audiences: [{ id: VIEWERS }],
		}),
		blames: ['targeting', 'excluded_custom_audiences'],
	},
	'a product audience that is a custom audience': {
		bad: placed({ dynamic_audience_ids: [CUSTOMERS] }),
		good: US,
		blames: ['targeting', 'dynamic_audience_ids'],
	},
	'a place page set that does not exist': {
		bad: placed({ place_page_set_ids: ['5'] }),
		good: US,
		blames: ['targeting', 'place_page_set_ids'],
	},
	'product events without eq': {
		bad: placed(viewed({ event: { contains: 'View' } })),
		good: placed(viewed({ event: { eq: 'ViewContent' } })),
		blames: ['targeting', 'product_audience_specs'],
	},
	'two product events in one rule': {
		bad: placed(viewed({ and: [{ event: { eq: 'A' } }, { event: { eq: 'B' } }] })),
		good: placed(
			viewed({ and: [{ event: { eq: 'A' } }, { userAgent: { i_contains: 'iPhone' } }] }),
		),
		blames: ['targeting', 'product_audience_specs'],
	},
	'an unknown product set': {
		bad: placed({
			product_audience_specs: [
				{
					product_set_id: '5',
					inclusions: [{ retention_seconds: 1, rule: { event: { eq: 'A' } } }],
				},
			],
		}),
		good: US,
		code: 1487831,
		blames: ['targeting', 'product_audience_specs'],
	},
};

describeTargeting(sets, TARGETING);

it('holds estimates to the same rules', async () => {
	const bad = { targeting_spec: { ...US, age_min: 40, age_max: 30 } };
	expect(blamed(errorOf(await bench.get('act_1001/reachestimate', bad)))).toEqual([
		'targeting_spec',
		'age_min',
	]);
});
