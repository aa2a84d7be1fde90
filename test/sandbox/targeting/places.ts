import type { JsonObject } from '../json';
import { COUNTRIES } from '../schema/countries';
import { COUNTRY_GROUPS } from '../schema/targetingParams';

/** A place that ads can be targeted at. */
export interface Place {
	key: string;
	name: string;
	/** As in `location_types` of a search: `country`, `region`, `city`, `zip`, ... */
	type: string;
	country?: string;
	regionId?: string;
	/** People there; made up. */
	people: number;
}

const DEFAULT_PEOPLE = 4_000_000;
/** Millions of people of some countries. */
const MILLIONS: Record<string, number> = {
	BR: 120,
	CA: 26,
	DE: 48,
	ES: 30,
	FR: 42,
	GB: 44,
	ID: 130,
	IN: 330,
	IT: 38,
	JP: 75,
	MX: 85,
	TH: 45,
	TW: 16,
	US: 240,
};

/** `key name country`: regions, with the keys of the documentation's samples among them. */
const REGIONS = `
3847 California US|3886 Texas US|3875 New York US|3852 Florida US|3856 Illinois US|3853 Georgia US|3876 North Carolina US
3891 Washington US|3864 Massachusetts US|3881 Pennsylvania US|3878 Ohio US|3865 Michigan US|3874 New Jersey US
3889 Virginia US|3844 Arizona US|3885 Tennessee US|3857 Indiana US|3848 Colorado US|3867 Missouri US|4081 Minnesota US
528 Bavaria DE|529 Berlin DE|530 Hamburg DE|531 Hesse DE|532 Saxony DE|541 Ontario CA|542 Quebec CA|543 British Columbia CA
1100 England GB|1101 Scotland GB|1102 Wales GB|1200 Brittany FR|1201 Normandy FR|1300 Tokyo JP|1301 Osaka JP|1302 Hokkaido JP
460 Sao Paulo BR|461 Bahia BR|1400 Madrid ES|1401 Catalonia ES|1500 Lombardy IT|1501 Lazio IT`;

/** `key name region`: cities. */
const CITIES = `
2420605 Menlo Park 3847|2421836 Los Angeles 3847|2421837 San Francisco 3847|2421838 San Diego 3847|2421839 Sacramento 3847
2430536 Houston 3886|2430537 Austin 3886|2430538 Dallas 3886|777934 New York 3875|777935 Buffalo 3875|777936 Albany 3875
2425001 Miami 3852|2425002 Orlando 3852|2425003 Tampa 3852|2426001 Chicago 3856|2427001 Atlanta 3853|2428001 Charlotte 3876
2429001 Seattle 3891|2431001 Boston 3864|2431002 Cambridge 3864|2432001 Philadelphia 3881|2433001 Columbus 3878
2434001 Detroit 3865|2435001 Newark 3874|2436001 Phoenix 3844|2437001 Nashville 3885|2438001 Denver 3848
560472 Munich 528|560473 Nuremberg 528|560474 Berlin 529|560475 Hamburg 530|560476 Frankfurt 531|560477 Leipzig 532
296875 Toronto 541|296876 Ottawa 541|296877 Montreal 542|296878 Vancouver 543|813161 London 1100|813162 Manchester 1100
813163 Edinburgh 1101|813164 Cardiff 1102|774208 Rennes 1200|774209 Rouen 1201|1024511 Tokyo 1300|1024512 Osaka 1301
1024513 Sapporo 1302|269969 Sao Paulo 460|269970 Salvador 461|660001 Madrid 1400|660002 Barcelona 1401|670001 Milan 1500
670002 Rome 1501`;

/** Zip codes of a city by their first one and how many follow. */
const ZIPS: Array<[city: string, country: string, first: number, count: number]> = [
	['2420605', 'US', 94301, 8],
	['777934', 'US', 10001, 40],
	['777935', 'US', 501, 3],
	['2421836', 'US', 90001, 30],
	['560474', 'DE', 10115, 20],
];

const MARKETS = `DMA:501 New York|DMA:803 Los Angeles|DMA:602 Chicago|DMA:504 Philadelphia|DMA:623 Dallas|DMA:807 San Francisco
DMA:543 Springfield-Holyoke|DMA:506 Boston|DMA:511 Washington|DMA:618 Houston|COMSCORE_MARKET:2001 New York, NY|COMSCORE_MARKET:2051 New Orleans, LA`;

const DISTRICTS = 'AK00,CA01,CA02,CA12,FL01,NY01,NY10,NY14,TX01,TX07,WA07';

const split = (table: string) => table.trim().split(/[|\n]/);
const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });

const countries = COUNTRIES.map(
	(code): Place => ({
		key: code,
		name: countryNames.of(code) ?? code,
		type: 'country',
		country: code,
		people: MILLIONS[code] ? MILLIONS[code] * 1_000_000 : DEFAULT_PEOPLE,
	}),
);

const regions = split(REGIONS).map((entry): Place => {
	const [, key, name, country] = /^(\S+) (.+) (\S+)$/.exec(entry) ?? [];
	return { key, name, country, type: 'region', people: (MILLIONS[country] ?? 4) * 60_000 };
});

const cities = split(CITIES).map((entry): Place => {
	const [, key, name, regionId] = /^(\S+) (.+) (\S+)$/.exec(entry) ?? [];
	const { country } = regions.find((region) => region.key === regionId) ?? {};
	return { key, name, country, regionId, type: 'city', people: 400_000 };
});

const zips = ZIPS.flatMap(([cityKey, country, first, count]) => {
	const city = cities.find(({ key }) => key === cityKey);
	return Array.from({ length: count }, (_, i): Place => {
		const name = String(first + i).padStart(5, '0');
		return {
			key: `${country}:${name}`,
			name,
			country,
			regionId: city?.regionId,
			type: 'zip',
			people: 12_000,
		};
	});
});

const markets = split(MARKETS).map((entry): Place => {
	const [key, ...name] = entry.split(' ');
	return { key, name: name.join(' '), country: 'US', type: 'geo_market', people: 3_000_000 };
});

const districts = DISTRICTS.split(',').map(
	(code): Place => ({
		key: `US:${code}`,
		name: `District ${code}`,
		country: 'US',
		type: 'electoral_district',
		people: 500_000,
	}),
);

const groups = COUNTRY_GROUPS.map(
	(group): Place => ({
		key: group,
		name: group === 'worldwide' ? 'Worldwide' : group.replace(/_/g, ' '),
		type: 'country_group',
		people: group === 'worldwide' ? 3_000_000_000 : 300_000_000,
	}),
);

export const PLACES: readonly Place[] = [
	...countries,
	...groups,
	...regions,
	...cities,
	...zips,
	...markets,
	...districts,
];

/** Members of `geo_locations` by the type of place they hold. */
export const GEO_MEMBERS: Record<string, string> = {
	cities: 'city',
	countries: 'country',
	country_groups: 'country_group',
	electoral_districts: 'electoral_district',
	geo_markets: 'geo_market',
	regions: 'region',
	zips: 'zip',
};

const BY_KEY = new Map(PLACES.map((place) => [`${place.type} ${place.key}`, place]));

/** @param type as in `location_types`, such as `city` */
export function placeOf(type: string, key: string): Place | undefined {
	return BY_KEY.get(`${type} ${key}`);
}

/** ("Audiences Reference, Targeting Search, Geographic") */
export function searchedPlace({ key, name, type, country, regionId }: Place): JsonObject {
	const region = regionId === undefined ? undefined : placeOf('region', regionId);
	const hasRegions = type === 'country' && regions.some((place) => place.country === key);
	return {
		key,
		name,
		type,
		...(type === 'country' || country === undefined
			? {}
			: { country_code: country, country_name: countryNames.of(country) ?? country }),
		...(region ? { region: region.name, region_id: Number(region.key) } : {}),
		supports_region: type === 'country' ? hasRegions : true,
		supports_city: type === 'country' ? hasRegions : true,
	};
}
