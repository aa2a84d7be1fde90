import type { RuleOn } from '../../../shared/operation/types';
import { placeKeys, typesThatNeedText } from './searchTypes';

/** Targeting Search. */
export const textIsGiven: RuleOn<'q' | 'type'> = {
	at: 'q',
	when: ({ type, q }) => typesThatNeedText.includes(String(type)) && q === undefined,
	message: 'is required for this type',
};

/** Targeting Search, Interests: suggestions start from names, validation takes names or IDs. */
export const interestsAreNamed: RuleOn<'interest_list' | 'interest_fbid_list' | 'type'> = {
	at: 'interest_list',
	when: ({ type, interest_list: names, interest_fbid_list: ids }) =>
		names === undefined &&
		ids === undefined &&
		(type === 'adinterestsuggestion' || type === 'adinterestvalid'),
	message: ({ type }) =>
		type === 'adinterestvalid'
			? 'is required unless {interest_fbid_list} are given'
			: 'is required',
};

/** Targeting Search, Location. */
export const placesAreNamed: RuleOn<'type' | keyof typeof placeKeys> = {
	at: 'cities',
	when: ({ type, ...values }) =>
		type === 'adgeolocationmeta' &&
		Object.keys(placeKeys).every((name) => values[name as keyof typeof placeKeys] === undefined),
	message: 'or keys of other places are required',
};

/** Ad Account Targetingvalidation. */
export const somethingToValidate: RuleOn<'targeting_list' | 'id_list' | 'name_list'> = {
	at: 'targeting_list',
	when: ({ targeting_list: pairs, id_list: ids, name_list: names }) =>
		pairs === undefined && ids === undefined && names === undefined,
	message: 'is required unless {id_list} or {name_list} are given',
};
