import { isJsonObject, type Json, type JsonObject } from '../json';
import { GEO_MEMBERS, placeOf } from '../targeting/places';
import { refusal, rule } from './rules';
import { inSpec, objectsIn, stringsIn, type TargetingRule } from './targetingCase';

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
export const geoRules: TargetingRule[] = [
	rule(
		({ spec }) =>
			isEmpty(geoOf(spec.geo_locations)) &&
			INSTEAD_OF_PLACES.every((member) => listIn(spec[member]).length === 0),
		'Targeting needs at least one country or other location',
		inSpec('geo_locations'),
	),
	rule(
		({ spec }) => unknownPlace(spec) !== undefined,
		({ spec }) => `There is no location ${unknownPlace(spec)}`,
		inSpec('geo_locations'),
	),
	rule(
		({ spec }) => {
			const out = new Set(keysOf(spec, 'excluded_geo_locations'));
			return keysOf(spec, 'geo_locations').some((key) => out.has(key));
		},
		'A location cannot be included and excluded at once',
		inSpec('excluded_geo_locations'),
	),
	rule(
		({ spec }) => KINDS.some((kind) => hasWrongRadius(geoOf(spec[kind]))),
		'The radius is out of range: cities 10 to 50 miles or 17 to 80 kilometers, other locations 0.63 to 50 miles or 1 to 80 kilometers',
		inSpec('geo_locations'),
	),
	rule(
		({ spec }) =>
			KINDS.flatMap((kind) => objectsIn(geoOf(spec[kind]).custom_locations)).some(
				(location) => !isLocated(location),
			),
		'A custom location needs latitude and longitude, or an address',
		inSpec('geo_locations.custom_locations'),
	),
	refusal(
		({ spec }) => {
			const types = stringsIn(geoOf(spec.geo_locations).location_types).sort().join();
			return types !== '' && types !== 'home,recent';
		},
		[
			1870199,
			'Location types can no longer be chosen',
			'All location targeting will now reach people living in or recently in the locations you selected. Please remove all values from the location_types field.',
		],
		inSpec('geo_locations.location_types'),
	),
];
