import { defineOperation } from '../../../shared/operation/define';
import {
	boolean,
	multiOptions,
	number,
	objectId,
	objectIdList,
	options,
	text,
	textList,
} from '../../../shared/operation/fields';
import { plainKind } from '../../../shared/fields/objectKinds';
import { interestKind, regionKind } from '../../../shared/fields/targetingKinds';
import { interestsAreNamed, placesAreNamed, textIsGiven } from './rules';
import {
	categoryClasses,
	locationTypes,
	placeKeys,
	searchTypes,
	typesWithText,
} from './searchTypes';

const forPlaces = { '/type': ['adgeolocation'] };
const aroundPoint = { required: true, showWhen: { type: ['adradiussuggestion'] } };

/** Asset Customization Rules, Available Languages; Targeting Search. */
export const search = defineOperation({
	name: 'Search',
	action: 'Search for targeting of one kind',
	description: 'Find interests, behaviors, places, languages and other targeting with their IDs',
	documents: ['metaAdSet.targeting.search'],
	request: { method: 'GET', path: '/search' },
	fields: [
		options('type', searchTypes, {
			required: true,
			description: 'Kind of targeting to search for, which decides the fields below',
		}),
		text('q', {
			label: 'Search Text',
			showWhen: { type: typesWithText },
			description:
				'Beginning of a name, or a word, to look for. Left empty, all languages are returned.',
		}),
		options('class', categoryClasses, {
			required: true,
			showWhen: { type: ['adTargetingCategory'] },
			description: 'Kind of targeting to list in full; no search text is needed',
		}),
		multiOptions('location_types', locationTypes, {
			showWhen: { type: ['adgeolocation'] },
			description: 'Kinds of places to look for; places of all kinds when left out',
		}),
		textList('interest_list', {
			label: 'Interests',
			placeholder: 'e.g. Basketball, Soccer',
			showWhen: { type: ['adinterestsuggestion', 'adinterestvalid'] },
			description: 'Names of interests as Ads Manager shows them, separated by commas',
		}),
		objectIdList('interest_fbid_list', interestKind, {
			label: 'Interest IDs',
			showWhen: { type: ['adinterestvalid'] },
			description: 'IDs of interests that a search returned earlier, separated by commas',
		}),
		objectIdList('targeting_option_list', plainKind, {
			label: 'Targeting IDs',
			required: true,
			showWhen: { type: ['targetingoptionstatus'] },
			description: 'IDs to learn the present and planned status of, separated by commas',
		}),
		number('latitude', {
			...aroundPoint,
			min: -90,
			max: 90,
			description: 'Latitude in degrees, north positive, such as 48.137',
		}),
		number('longitude', {
			...aroundPoint,
			min: -180,
			max: 180,
			description: 'Longitude in degrees, east positive, such as 11.575',
		}),
		options('distance_unit', ['kilometer', 'mile'], {
			showWhen: { type: ['adradiussuggestion'] },
			description: 'Unit in which the suggested radius is returned',
		}),
		...Object.entries(placeKeys).map(([name, { label, example }]) =>
			textList(name, {
				label,
				placeholder: `e.g. ${example}`,
				showWhen: { type: ['adgeolocationmeta'] },
				description: 'Keys from a search for places, separated by commas',
			}),
		),
	],
	additionalFields: [
		text('country_code', {
			placeholder: 'e.g. US',
			showWhen: forPlaces,
			description: 'Code of the country in which to look for places, two letters',
		}),
		boolean('match_country_code', {
			showWhen: forPlaces,
			description: 'Whether only places in that country count, not those that are like it',
		}),
		objectId('region_id', regionKind, {
			label: 'Region',
			showWhen: forPlaces,
			description: 'Region in which to look for places, from the list or by its key',
		}),
	],
	rules: [textIsGiven, interestsAreNamed, placesAreNamed],
	output: { kind: 'list' },
});
