import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';
import { mapValues } from 'lodash';

import type { GraphParameters } from '../graph/types';
import { pickerLabel } from '../operation/pickerLabel';
import { peopleBetween } from './audienceSize';
import { searchEdge, type EdgeSearch, type ListSearch } from './searchEdge';

type TargetingSearch = Omit<EdgeSearch, 'path'>;

/** Rows per call where Meta gives a whole list and does not look for a text in it. */
const WHOLE_LIST = 1_000;

const typed = (text: string): GraphParameters => ({ q: text });

/** Found by a text. */
function found(type: string): TargetingSearch {
	return { parameters: { type }, filteredBy: typed, needsText: true, toResults: people };
}

/** All of one class of demographics or behaviors. */
function category(name: string): TargetingSearch {
	return {
		parameters: { type: 'adTargetingCategory', class: name, limit: WHOLE_LIST },
		toResults: people,
	};
}

/** Places of one kind. */
function places(kind: string): TargetingSearch {
	return {
		parameters: { type: 'adgeolocation', location_types: [kind] },
		filteredBy: typed,
		needsText: true,
		toResults: ({ key, name, primary_city: city, region, country_name: country }) => [
			entry(key, name, [city, region, country]),
		],
	};
}

/** People who have something in common: with how many they are, and where it stands among others. */
function people(row: IDataObject): INodeListSearchItems[] {
	const {
		id,
		name,
		path,
		audience_size_lower_bound: lower,
		audience_size_upper_bound: upper,
	} = row;
	const parents = Array.isArray(path) ? path.filter((part) => part !== name).join(' > ') : '';
	// A list in a nested form is narrow: what stands last may be cut off.
	return [entry(id, name, [peopleBetween(lower, upper), parents])];
}

function entry(value: unknown, name: unknown, details: unknown[]): INodeListSearchItems {
	const given = details.filter(Boolean).map(String);
	return { name: pickerLabel(String(name), given), value: String(value) };
}

const searches: Record<string, TargetingSearch> = {
	searchInterests: found('adinterest'),
	searchBehaviors: category('behaviors'),
	searchLifeEvents: category('life_events'),
	searchIndustries: category('industries'),
	searchIncomes: category('income'),
	searchFamilyStatuses: category('family_statuses'),
	searchWorkEmployers: found('adworkemployer'),
	searchWorkPositions: found('adworkposition'),
	searchEducationSchools: found('adeducationschool'),
	searchEducationMajors: found('adeducationmajor'),
	// Without a text Meta gives all languages (Asset Customization Rules, Available Languages).
	searchLocales: {
		parameters: { type: 'adlocale' },
		filteredBy: typed,
		toResults: ({ key, name }) => [entry(key, name, [])],
	},
	searchCities: places('city'),
	searchRegions: places('region'),
	searchZips: places('zip'),
	searchGeoMarkets: places('geo_market'),
	searchElectoralDistricts: places('electoral_district'),
};

/** List searches over the targeting search, by the name that fields use (Targeting Search). */
export const targetingSearches: Record<string, ListSearch> = mapValues(searches, toListSearch);

function toListSearch(search: TargetingSearch): ListSearch {
	return async function (filter, paginationToken) {
		return await searchEdge(this, { path: '/search', ...search }, filter, paginationToken);
	};
}
