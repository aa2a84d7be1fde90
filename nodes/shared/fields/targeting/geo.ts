import {
	byUse,
	collection,
	entityList,
	group,
	integer,
	multiOptions,
	number,
	objectIdList,
	options,
	text,
} from '../../operation/fields';
import { countries } from '../countries';
import { plainKind } from '../objectKinds';
import {
	cityKind,
	electoralDistrictKind,
	geoMarketKind,
	placeKind,
	regionKind,
	zipKind,
} from '../targetingKinds';

/** Most places of each kind (Basic Targeting, Location). */
const MAX_REGIONS = 200;
const MAX_CITIES = 250;
const MAX_ZIPS = 50_000;
const MAX_PLACES = 200;
const MAX_CUSTOM_LOCATIONS = 200;
const MAX_GEO_MARKETS = 2_500;

/** Groups of countries (Basic Targeting, Location). */
const countryGroups = byUse({
	common: ['worldwide', 'europe', { value: 'eea', name: 'EEA (European Economic Area)' }],
	others: [
		'africa',
		{ value: 'afta', name: 'AFTA (ASEAN Free Trade Area)' },
		{ value: 'android_app_store', name: 'Android App Store, Paid Apps' },
		{ value: 'android_free_store', name: 'Android App Store, Free Apps' },
		{ value: 'apec', name: 'APEC (Asia-Pacific Economic Cooperation)' },
		'asia',
		'caribbean',
		'central_america',
		{ value: 'cisfta', name: 'CISFTA (Commonwealth of Independent States)' },
		'emerging_markets',
		{ value: 'gcc', name: 'GCC (Gulf Cooperation Council)' },
		{ value: 'itunes_app_store', name: 'Apple App Store' },
		{ value: 'mercosur', name: 'Mercosur' },
		{ value: 'nafta', name: 'NAFTA (North American Free Trade Agreement)' },
		'north_america',
		'oceania',
		'south_america',
	],
});

/** Sets of Pages of places, around which the ads show (Ad Account Ad Place Page Sets). */
export function placePageSets() {
	return objectIdList('place_page_set_ids', plainKind, {
		label: 'Place Page Set IDs',
		description: 'Sets of Pages of places to show the ads around, separated by commas',
	});
}

/** Places to show the ads in (Basic Targeting, Location). */
export function geoLocations() {
	return collection('geo_locations', [...placeMembers(), locationTypes()], {
		label: 'Locations',
		placeholder: 'Add Locations',
		description:
			'Places to show the ads in: anyone in one of them is reached. Leave out what lies within another.',
		wholeAsJson: true,
	});
}

/** Places within those to leave out (Basic Targeting, Location). */
export function excludedGeoLocations() {
	return collection('excluded_geo_locations', placeMembers(), {
		label: 'Excluded Locations',
		placeholder: 'Add Excluded Locations',
		description: 'Places within those above in which no ads show',
		wholeAsJson: true,
	});
}

function placeMembers() {
	return [
		multiOptions('countries', countries, { description: 'Countries that count as a whole' }),
		multiOptions('country_groups', countryGroups, {
			grows: true,
			description: 'Groups of countries, such as continents and trade areas',
		}),
		entityList('regions', regionKind, {
			key: 'key',
			entryLabel: 'Region',
			max: MAX_REGIONS,
			description: 'States, provinces and other regions, 200 at most',
		}),
		entityList('cities', cityKind, {
			key: 'key',
			entryLabel: 'City',
			max: MAX_CITIES,
			members: radius('10 to 50 miles or 17 to 80 kilometers; only the city when left out'),
			description: 'Cities, with or without what is around them; 250 at most',
		}),
		entityList('zips', zipKind, {
			key: 'key',
			label: 'Postal Codes',
			entryLabel: 'Postal Code',
			max: MAX_ZIPS,
			description:
				'Postal codes with their country. Many at once go into the JSON field of these locations.',
		}),
		entityList('geo_markets', geoMarketKind, {
			key: 'key',
			label: 'Markets',
			entryLabel: 'Market',
			max: MAX_GEO_MARKETS,
			description: 'Media markets, such as the DMAs of the United States; 2500 at most',
		}),
		entityList('electoral_districts', electoralDistrictKind, {
			key: 'key',
			entryLabel: 'Electoral District',
			description: 'Districts in which people vote, such as congressional districts',
		}),
		entityList('places', placeKind, {
			key: 'key',
			entryLabel: 'Place',
			max: MAX_PLACES,
			members: radius('How far around it people are reached'),
			description: 'Places with a Facebook Page; 200 at most',
		}),
		customLocations(),
	];
}

/** A radius and its unit. */
function radius(description: string) {
	return [
		number('radius', { min: 0, description }),
		options(
			'distance_unit',
			[
				{ value: 'kilometer', name: 'Kilometers' },
				{ value: 'mile', name: 'Miles' },
			],
			{ description: 'Kilometers or miles; miles when left out' },
		),
	];
}

function customLocations() {
	return group(
		'custom_locations',
		[
			text('address_string', {
				label: 'Address',
				description: 'Street address without postal code, instead of latitude and longitude',
				placeholder: 'e.g. 1601 Willow Road, Menlo Park, CA',
			}),
			number('latitude', {
				min: -90,
				max: 90,
				description: 'Latitude in degrees, north positive, such as 48.137',
			}),
			number('longitude', {
				min: -180,
				max: 180,
				description: 'Longitude in degrees, east positive, such as 11.575',
			}),
			text('name', {
				description: 'Name by which to know the place in Ads Manager',
			}),
			...radius('0.63 to 50 miles or 1 to 80 kilometers; miles when no unit is chosen'),
			options('custom_type', [{ value: 'multi_city', name: 'Cities by Population' }], {
				label: 'Type',
				description: 'For all cities of some size in a country or a group of countries',
			}),
			text('country', {
				description: 'Code of the country of the cities, such as US',
				placeholder: 'e.g. BR',
			}),
			text('country_group', {
				description: 'Group of countries of the cities, such as europe',
			}),
			integer('min_population', {
				label: 'Minimum Population',
				min: 0,
				description: 'Fewest people that a city must have, for Cities by Population',
			}),
			integer('max_population', {
				label: 'Maximum Population',
				min: 0,
				description: 'Most people that a city may have, for Cities by Population',
			}),
		],
		{
			entryLabel: 'Custom Location',
			max: MAX_CUSTOM_LOCATIONS,
			description: 'Areas around a point or an address, or cities by population; 200 at most',
		},
	);
}

function locationTypes() {
	return multiOptions(
		'location_types',
		[
			{ value: 'home', name: 'Home', description: 'People who live there' },
			{ value: 'recent', name: 'Recent', description: 'People who were there lately' },
		],
		{
			grows: true,
			description: 'Whether people live in the places or only are there; both when left out',
		},
	);
}
