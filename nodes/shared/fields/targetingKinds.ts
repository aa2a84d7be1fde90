import type { ObjectKind } from '../operation/fields';

/** Lists of thousands: Meta gives nothing of them before something is typed. */
const found = (noun: string, searchListMethod: string): ObjectKind => ({
	noun,
	searchListMethod,
	searchFilterRequired: true,
	exampleId: '6003107902433',
});

/** Lists short enough to be shown as a whole. */
const listed = (noun: string, searchListMethod: string): ObjectKind => ({
	noun,
	searchListMethod,
	exampleId: '6002714895372',
});

/** What people are targeted by, each found with the targeting search (Targeting Search). */
export const interestKind = found('interest', 'searchInterests');
export const behaviorKind = listed('behavior', 'searchBehaviors');
export const lifeEventKind = listed('life event', 'searchLifeEvents');
export const industryKind = listed('industry', 'searchIndustries');
export const incomeKind = listed('income', 'searchIncomes');
export const familyStatusKind = listed('family status', 'searchFamilyStatuses');
export const workEmployerKind = found('employer', 'searchWorkEmployers');
export const workPositionKind = found('job title', 'searchWorkPositions');
export const educationSchoolKind = found('school', 'searchEducationSchools');
export const educationMajorKind = found('field of study', 'searchEducationMajors');

/** Kinds that no search finds. */
export const broadCategoryKind: ObjectKind = { noun: 'broad category', exampleId: '6002714398172' };
export const placeKind: ObjectKind = { noun: 'Page of a place', exampleId: '1234567890' };

export const localeKind: ObjectKind = {
	noun: 'language',
	searchListMethod: 'searchLocales',
	exampleId: '6',
};

/** Places are told by keys, some of which are not digits. */
export const cityKind: ObjectKind = {
	noun: 'city',
	searchListMethod: 'searchCities',
	searchFilterRequired: true,
	exampleId: '2418779',
};

export const regionKind: ObjectKind = {
	noun: 'region',
	searchListMethod: 'searchRegions',
	searchFilterRequired: true,
	exampleId: '3847',
};

export const zipKind: ObjectKind = {
	noun: 'postal code',
	searchListMethod: 'searchZips',
	searchFilterRequired: true,
	exampleId: 'US:94304',
	idPattern: /^[A-Z]{2}:[\w -]+$/,
};

export const geoMarketKind: ObjectKind = {
	noun: 'market',
	searchListMethod: 'searchGeoMarkets',
	searchFilterRequired: true,
	exampleId: 'DMA:807',
	idPattern: /^\w+:\d+$/,
};

export const electoralDistrictKind: ObjectKind = {
	noun: 'electoral district',
	searchListMethod: 'searchElectoralDistricts',
	searchFilterRequired: true,
	exampleId: 'US:CA01',
	idPattern: /^[A-Z]{2}:\w+$/,
};
