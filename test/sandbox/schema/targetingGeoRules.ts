import { invalid, refused } from '../graph/errors';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { GEO_MEMBERS, placeOf } from '../targeting/places';
import type { Rule } from './rules';
import type { TargetingCase } from './targetingRules';

type GeoRule = Rule<TargetingCase>;

const KINDS = ['geo_locations', 'excluded_geo_locations'] as const;
/** Members that stand in for a location. */
const INSTEAD_OF_PLACES = ['custom_audiences', 'dynamic_audience_ids', 'product_audience_specs'];

/** Radius by unit: of a city, and of any other point. */
const RADIUS: Record<string, Record<string, [number, number]>> = {
	cities: { mile: [10, 50], kilometer: [17, 80] },
	custom_locations: { mile: [0.63, 50], kilometer: [1, 80] },
	places: { mile: [0.63, 50], kilometer: [1, 80] },
};

const geoOf = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});
const listIn = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const keyOf = (item: Json) => (isJsonObject(item) ? String(item.key) : String(item));

const isEmpty = (geo: JsonObject) =>
	Object.entries(geo).every(
		([member, list]) => member === 'location_types' || listIn(list).length === 0,
	);

/** `kind member key` of all places with a key. */
function keysOf(spec: JsonObject, kind: (typeof KINDS)[number]): string[] {
	return Object.entries(geoOf(spec[kind])).flatMap(([member, list]) =>
		member === 'location_types' || member === 'custom_locations'
			? []
			: listIn(list).map((item) => `${member} ${keyOf(item)}`),
	);
}

function unknownPlace(spec: JsonObject): string | undefined {
	return KINDS.flatMap((kind) => keysOf(spec, kind)).find((entry) => {
		const [member, ...key] = entry.split(' ');
		return GEO_MEMBERS[member] !== undefined && !placeOf(GEO_MEMBERS[member], key.join(' '));
	});
}

function hasWrongRadius(geo: JsonObject): boolean {
	return Object.entries(RADIUS).some(([member, units]) =>
		listIn(geo[member]).some((item) => {
			if (!isJsonObject(item) || item.radius === undefined) return false;
			const [least, most] = units[String(item.distance_unit ?? 'mile')];
			return Number(item.radius) < least || Number(item.radius) > most;
		}),
	);
}

/** A custom location is a point, an address, a Page's place, or all cities of a size. */
const isLocated = (location: JsonObject) =>
	(location.latitude !== undefined && location.longitude !== undefined) ||
	location.address_string !== undefined ||
	location.primary_city_id !== undefined ||
	(location.custom_type === 'multi_city' &&
		(location.country !== undefined || location.country_group !== undefined));

/** ("Targeting, Location") */
export const geoRules: GeoRule[] = [
	{
		when: ({ spec }) =>
			isEmpty(geoOf(spec.geo_locations)) &&
			INSTEAD_OF_PLACES.every((member) => listIn(spec[member]).length === 0),
		error: ({ path }) =>
			invalid('Targeting needs at least one country or other location', [path, 'geo_locations']),
	},
	{
		when: ({ spec }) => unknownPlace(spec) !== undefined,
		error: ({ path, spec }) =>
			invalid(`There is no location ${unknownPlace(spec)}`, [path, 'geo_locations']),
	},
	{
		when: ({ spec }) => {
			const out = new Set(keysOf(spec, 'excluded_geo_locations'));
			return keysOf(spec, 'geo_locations').some((key) => out.has(key));
		},
		error: ({ path }) =>
			invalid('A location cannot be included and excluded at once', [
				path,
				'excluded_geo_locations',
			]),
	},
	{
		when: ({ spec }) => KINDS.some((kind) => hasWrongRadius(geoOf(spec[kind]))),
		error: ({ path }) =>
			invalid(
				'The radius is out of range: cities 10 to 50 miles or 17 to 80 kilometers, other locations 0.63 to 50 miles or 1 to 80 kilometers',
				[path, 'geo_locations'],
			),
	},
	{
		when: ({ spec }) =>
			KINDS.some((kind) =>
				listIn(geoOf(spec[kind]).custom_locations).some(
					(location) => isJsonObject(location) && !isLocated(location),
				),
			),
		error: ({ path }) =>
			invalid('A custom location needs latitude and longitude, or an address', [
				path,
				'geo_locations',
				'custom_locations',
			]),
	},
	{
		when: ({ spec }) => {
			const types = listIn(geoOf(spec.geo_locations).location_types);
			return (
				types.length > 0 &&
				!(types.length === 2 && types.includes('home') && types.includes('recent'))
			);
		},
		error: ({ path }) =>
			refused(
				1870199,
				'Location types can no longer be chosen',
				'All location targeting will now reach people living in or recently in the locations you selected. Please remove all values from the location_types field.',
				[path, 'geo_locations', 'location_types'],
			),
	},
];
