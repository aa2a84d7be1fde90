import { byUse } from '../../../shared/operation/fields';

/** What the targeting search finds (Targeting Search). The older types for one kind of place are legacy. */
export const searchTypes = byUse({
	common: [
		{ value: 'adinterest', name: 'Interests' },
		{ value: 'adinterestsuggestion', name: 'Interests: Suggested for Others' },
		{ value: 'adinterestvalid', name: 'Interests: Validated' },
		{ value: 'adTargetingCategory', name: 'Behaviors, Demographics and Devices' },
		{ value: 'adgeolocation', name: 'Places' },
		{ value: 'adgeolocationmeta', name: 'Places: Details by Key' },
		{ value: 'adradiussuggestion', name: 'Places: Suggested Radius' },
		{ value: 'adlocale', name: 'Languages' },
		{ value: 'adeducationschool', name: 'Schools' },
		{ value: 'adeducationmajor', name: 'Fields of Study' },
		{ value: 'adworkemployer', name: 'Employers' },
		{ value: 'adworkposition', name: 'Job Titles' },
		{ value: 'targetingoptionstatus', name: 'Status of Targeting' },
	],
	legacy: [
		{ value: 'adcountry', name: 'Countries' },
		{ value: 'adregion', name: 'Regions' },
		{ value: 'adzipcode', name: 'Postal Codes' },
	],
});

/** Types that find nothing without a text. */
export const typesThatNeedText = [
	'adinterest',
	'adeducationschool',
	'adeducationmajor',
	'adworkemployer',
	'adworkposition',
];

/** Types that look for a text. */
export const typesWithText = [
	...typesThatNeedText,
	'adgeolocation',
	'adlocale',
	'adcountry',
	'adregion',
	'adzipcode',
];

/** Classes of behaviors, demographics and devices, each of which is given as a whole. */
export const categoryClasses = byUse({
	common: ['behaviors', 'demographics', 'interests', 'life_events'],
	others: [
		'family_statuses',
		'income',
		'industries',
		{ value: 'user_device', name: 'Devices' },
		{ value: 'user_os', name: 'Operating Systems' },
	],
});

/** Kinds of places. */
export const locationTypes = byUse({
	common: ['country', 'region', 'city', { value: 'zip', name: 'Postal Code' }],
	others: [
		'country_group',
		'electoral_district',
		{ value: 'geo_market', name: 'Market (DMA)' },
		{ value: 'large_geo_area', name: 'Large Area' },
		{ value: 'medium_geo_area', name: 'Medium Area' },
		'metro_area',
		'neighborhood',
		'place',
		{ value: 'small_geo_area', name: 'Small Area' },
		'subcity',
		'subneighborhood',
	],
});

/** Lists of keys by kind of place, with what the form calls them and an example. */
export const placeKeys: Record<string, { label: string; example: string }> = {
	cities: { label: 'Cities', example: '2418779' },
	countries: { label: 'Countries', example: 'US, JP' },
	country_groups: { label: 'Country Groups', example: 'europe' },
	electoral_districts: { label: 'Electoral Districts', example: 'US:CA01' },
	geo_markets: { label: 'Markets', example: 'DMA:807' },
	regions: { label: 'Regions', example: '3847, 3886' },
	zips: { label: 'Postal Codes', example: 'US:94304' },
};
