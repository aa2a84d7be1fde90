import { invalid } from '../graph/errors';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { bool, float, id, list, oneOf, required, shape, text } from '../schema/specs';
import type { Params, Values } from '../schema/types';
import { LOCALES } from './locales';
import { DEVICE_NAMES } from './optionNames';
import { isOffered, named, OPTIONS, optionWithId, searchedOption } from './options';
import { GEO_MEMBERS, placeOf, PLACES, searchedPlace } from './places';

/** One value of `type` of /search. */
export interface SearchType {
	params: Params;
	/** All that is found; the caller cuts pages of a list. An object is given as it is. */
	find: (params: Values) => JsonObject[] | JsonObject;
}

const LOCATION_TYPES = [
	...new Set(Object.values(GEO_MEMBERS)),
	'place',
	'subcity',
	'neighborhood',
	'subneighborhood',
	'metro_area',
	'large_geo_area',
	'medium_geo_area',
	'small_geo_area',
];

const strings = (value: Json | undefined) => (Array.isArray(value) ? value.map(String) : []);
const word = (params: Values) => String(params.q ?? '');
const q = { q: required(text()) };

/** Options of one kind, such as schools. */
const byName = (kind: string): SearchType => ({
	params: q,
	find: (params) =>
		named(
			OPTIONS.filter((option) => option.kind === kind && isOffered(option)),
			word(params),
		).map(searchedOption),
});

function findPlaces(params: Values, types: string[]): JsonObject[] {
	const found = PLACES.filter(
		({ type, country, key, regionId }) =>
			(types.length === 0 || types.includes(type)) &&
			(params.country_code === undefined || (country ?? key) === params.country_code) &&
			(params.region_id === undefined || regionId === params.region_id),
	);
	return named(found, word(params)).map(searchedPlace);
}

const DEMOGRAPHICS = ['life_events', 'industries', 'income', 'family_statuses'];
const CLASSES = [
	'interests',
	'behaviors',
	'demographics',
	...DEMOGRAPHICS,
	...Object.keys(DEVICE_NAMES),
];

const category: SearchType = {
	params: { class: required(oneOf(...CLASSES)), q: text() },
	find: (params) => {
		const wanted = String(params.class);
		const devices = DEVICE_NAMES[wanted];
		if (devices) {
			const all = devices.map((name) => ({ name, type: wanted, platform: name.split('_')[0] }));
			return named(all, word(params));
		}
		const kinds = wanted === 'demographics' ? DEMOGRAPHICS : [wanted];
		return named(
			OPTIONS.filter((option) => kinds.includes(option.kind) && isOffered(option)),
			word(params),
		).map((option) => ({ ...searchedOption(option), type: option.kind }));
	},
};

/** Interests that share a path with those named. */
const suggestion: SearchType = {
	params: { interest_list: required(list(text(), 1)) },
	find: ({ interest_list: names }) => {
		const given = interestsNamed(strings(names));
		const paths = new Set(given.map(({ path }) => path[1]));
		return OPTIONS.filter(
			(option) =>
				option.kind === 'interests' &&
				paths.has(option.path[1]) &&
				isOffered(option) &&
				!given.includes(option),
		).map(searchedOption);
	},
};

const interestsNamed = (names: string[]) =>
	OPTIONS.filter(
		({ kind, name }) =>
			kind === 'interests' && names.some((given) => given.toLowerCase() === name.toLowerCase()),
	);

const validation: SearchType = {
	params: { interest_list: list(text(), 1), interest_fbid_list: list(id, 1) },
	find: ({ interest_list: names, interest_fbid_list: ids }) => {
		if (names === undefined && ids === undefined) {
			throw invalid(
				'The parameter interest_list or interest_fbid_list is required',
				'interest_list',
			);
		}
		const byNames = strings(names).map((name) => ({
			given: { name },
			option: interestsNamed([name])[0],
		}));
		const byIds = strings(ids).map((value) => ({
			given: { id: value },
			option: optionWithId(value),
		}));
		return [...byNames, ...byIds].map(({ given, option }) =>
			option?.kind === 'interests' && isOffered(option)
				? { ...searchedOption(option), valid: true }
				: { ...given, valid: false },
		);
	},
};

/** Members by place type, as in `geo_locations`; answered as objects by key. */
const geoMeta: SearchType = {
	params: Object.fromEntries(Object.keys(GEO_MEMBERS).map((member) => [member, list(text(), 1)])),
	find: (params) =>
		Object.fromEntries(
			Object.entries(params).flatMap(([member, keys]) => {
				if (!GEO_MEMBERS[member]) return [];
				const places = strings(keys).flatMap((key) => placeOf(GEO_MEMBERS[member], key) ?? []);
				return [
					[member, Object.fromEntries(places.map((place) => [place.key, searchedPlace(place)]))],
				];
			}),
		),
};

const radius: SearchType = {
	params: {
		distance_unit: oneOf('mile', 'kilometer'),
		latitude: required(float(-90, 90)),
		longitude: required(float(-180, 180)),
	},
	find: ({ distance_unit: unit }) => [
		{ suggested_radius: unit === 'mile' ? 10 : 17, distance_unit: unit ?? 'kilometer' },
	],
};

const optionStatus: SearchType = {
	params: { targeting_option_list: required(list(id, 1)) },
	find: ({ targeting_option_list: ids }) =>
		strings(ids).map((value) => {
			const status = optionWithId(value)?.status ?? 'UNKNOWN';
			return {
				id: value,
				current_status: status,
				...(status === 'DEPRECATING'
					? { future_plan: [{ key: '2027-01-01T00:00:00+0000', value: 'NON-DELIVERABLE' }] }
					: {}),
			};
		}),
};

const placesOf = (type: string): SearchType => ({
	params: { q: text(), country_code: text(), region_id: id },
	find: (params) => findPlaces(params, [type]),
});

/** Types of /search ("Audiences Reference, Targeting Search"). */
export const SEARCH_TYPES: Record<string, SearchType> = {
	adcountry: placesOf('country'),
	adeducationmajor: byName('education_majors'),
	adeducationschool: byName('education_schools'),
	adgeolocation: {
		params: {
			country_code: text(),
			location_types: list(oneOf(...LOCATION_TYPES)),
			match_country_code: bool,
			q: text(),
			region_id: id,
		},
		find: (params) => findPlaces(params, strings(params.location_types)),
	},
	adgeolocationmeta: geoMeta,
	adinterest: byName('interests'),
	adinterestsuggestion: suggestion,
	adinterestvalid: validation,
	adlocale: {
		params: { q: text() },
		find: (params) => named(LOCALES, word(params)).map(({ key, name }) => ({ key, name })),
	},
	adradiussuggestion: radius,
	adregion: placesOf('region'),
	adTargetingCategory: category,
	adtargetingcategory: category,
	adworkemployer: byName('work_employers'),
	adworkposition: byName('work_positions'),
	adzipcode: placesOf('zip'),
	targetingoptionstatus: optionStatus,
};

/** Pairs of kind and id, as `targeting_list` has them. */
export const targetingList = list(shape({ type: required(text()), id: required(id) }), 1);

export function pairsOf(value: Json | undefined): Array<{ type: string; id: string }> {
	return (Array.isArray(value) ? value : [])
		.filter(isJsonObject)
		.map((pair) => ({ type: String(pair.type), id: String(pair.id) }));
}
