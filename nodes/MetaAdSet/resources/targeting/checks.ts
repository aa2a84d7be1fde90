import type { Check } from '../../../shared/operation/types';
import { placeKeys, typesThatNeedText } from './searchTypes';

/** Targeting Search. */
export const textIsGiven: Check = ({ type, q }) =>
	typesThatNeedText.includes(String(type)) && q === undefined
		? { field: 'Search Text', message: 'is required for this type' }
		: undefined;

/** Targeting Search, Interests: suggestions start from names, validation takes names or IDs. */
export const interestsAreNamed: Check = ({
	type,
	interest_list: names,
	interest_fbid_list: ids,
}) => {
	if (names !== undefined || ids !== undefined) return undefined;
	if (type === 'adinterestsuggestion') return { field: 'Interests', message: 'is required' };
	return type === 'adinterestvalid'
		? { field: 'Interests', message: 'is required unless Interest IDs are given' }
		: undefined;
};

export const placesAreNamed: Check = (values) =>
	values.type === 'adgeolocationmeta' &&
	Object.keys(placeKeys).every((name) => values[name] === undefined)
		? { field: 'Cities', message: 'or keys of other places are required' }
		: undefined;

/** Ad Account Targetingvalidation. */
export const somethingToValidate: Check = ({
	targeting_list: pairs,
	id_list: ids,
	name_list: names,
}) =>
	pairs === undefined && ids === undefined && names === undefined
		? { field: 'Targeting List', message: 'is required unless IDs or names are given' }
		: undefined;
