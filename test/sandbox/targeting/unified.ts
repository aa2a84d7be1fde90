import { invalid } from '../graph/errors';
import { readParams } from '../graph/params';
import type { Json, JsonObject } from '../json';
import { OBJECTIVES, SPECIAL_AD_CATEGORIES } from '../schema/campaignParams';
import { COUNTRIES } from '../schema/countries';
import { bool, id, list, oneOf, READ_ADS, required, text } from '../schema/specs';
import type { EdgeSpec, ObjectType, Params, Values } from '../schema/types';
import {
	ALL_OPTIONS,
	isExcludable,
	isOffered,
	named,
	optionOf,
	OPTIONS,
	optionWithId,
	unifiedOption,
	type TargetingOption,
} from './options';
import { PAGE_PARAMS, rowPage } from './pages';
import { pairsOf, targetingList } from './searchTypes';

const LIMIT_TYPES = [
	'interests',
	'education_schools',
	'education_majors',
	'work_positions',
	'work_employers',
	'relationship_statuses',
	'college_years',
	'education_statuses',
	'family_statuses',
	'industries',
	'life_events',
	'behaviors',
	'income',
];

/** Without `limit_type` small options of these kinds are left out. */
const FILTERED_KINDS = [
	'work_employers',
	'work_positions',
	'education_majors',
	'education_schools',
];
const FEWEST_PEOPLE = 2000;
const MAX_SUGGESTIONS = 45;
const DEFAULT_SUGGESTIONS = 30;

/** An option as the four endpoints of detailed targeting give it; never stored. */
export const targetingOption: ObjectType = {
	nodeType: 'AdAccountTargetingUnified',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	defaultFields: ['id', 'name', 'type', 'path'],
	fields: {
		audience_size_lower_bound: 'int',
		audience_size_upper_bound: 'int',
		description: 'string',
		id: 'id',
		name: 'string',
		path: 'list',
		type: 'string',
		valid: 'bool',
	},
};

/** Of the regulated categories and countries nothing follows here: all options are common ones. */
const common: Params = {
	...PAGE_PARAMS,
	is_exclusion: bool,
	limit_type: oneOf(...LIMIT_TYPES),
	locale: text(),
	regulated_categories: list(oneOf(...SPECIAL_AD_CATEGORIES)),
	regulated_countries: list(oneOf(...COUNTRIES)),
	whitelisted_types: list(oneOf(...LIMIT_TYPES)),
};

/** What the ads will be about, by which the live API ranks and this one does not. */
const context: Params = {
	app_store: text(),
	countries: list(oneOf(...COUNTRIES)),
	objective: oneOf(...OBJECTIVES),
};

function keeps(option: TargetingOption, params: Values): boolean {
	const { is_exclusion: excludes, limit_type: kind, whitelisted_types: allowed } = params;
	if (!isOffered(option) || (excludes === true && !isExcludable(option))) return false;
	if (Array.isArray(allowed) && !allowed.includes(option.kind)) return false;
	if (kind !== undefined) return option.kind === kind;
	return option.low >= FEWEST_PEOPLE || !FILTERED_KINDS.includes(option.kind);
}

/** An edge of an ad account whose rows are found among the options. */
function edge(
	name: string,
	params: Params,
	find: (params: Values) => JsonObject[],
	defaults: Values = {},
): EdgeSpec {
	return {
		child: 'targeting_option',
		read: (parent, raw, fields, view) => {
			const checked = { ...defaults, ...readParams(raw, params) };
			const rows = find(checked);
			return rowPage(rows, { path: `${parent.id}/${name}`, raw, params: checked, fields, view });
		},
	};
}

const browse = ({ excluded_category: category, ...params }: Values) =>
	ALL_OPTIONS.filter(
		(option) => keeps(option, params) && !option.path.includes(String(category)),
	).map(unifiedOption);

const search = (params: Values) =>
	named(ALL_OPTIONS, String(params.q))
		.filter((option) => keeps(option, params))
		.map(unifiedOption);

/** Options that share the upper categories with those given. */
function suggest(params: Values): JsonObject[] {
	const given = pairsOf(params.targeting_list).map((pair) => optionOf(pair.type, pair.id));
	const paths = new Set(given.map((option) => option?.path.slice(0, 2).join()));
	const found = OPTIONS.filter(
		(option) =>
			paths.has(option.path.slice(0, 2).join()) && !given.includes(option) && keeps(option, params),
	);
	return found.slice(0, MAX_SUGGESTIONS).map(unifiedOption);
}

function validate(params: Values): JsonObject[] {
	const { targeting_list: pairs, id_list: ids, name_list: names } = params;
	if (pairs === undefined && ids === undefined && names === undefined) {
		throw invalid('One of targeting_list, id_list and name_list is required', 'targeting_list');
	}
	const strings = (value: Json | undefined) => (Array.isArray(value) ? value.map(String) : []);
	const asked = [
		...pairsOf(pairs).map((pair) => ({ given: pair, option: optionOf(pair.type, pair.id) })),
		...strings(ids).map((value) => ({ given: { id: value }, option: optionWithId(value) })),
		...strings(names).map((name) => ({
			given: { name },
			option: OPTIONS.find((option) => option.name.toLowerCase() === name.toLowerCase()),
		})),
	];
	const canUse = params.is_exclusion === true ? isExcludable : isOffered;
	return asked.map(({ given, option }) =>
		option && canUse(option)
			? { ...unifiedOption(option), valid: true }
			: { ...given, valid: false },
	);
}

/** ("Audiences Reference, Detailed Targeting") */
export const unifiedEdges: Record<string, EdgeSpec> = {
	targetingbrowse: edge(
		'targetingbrowse',
		{ ...common, excluded_category: text(), include_nodes: bool },
		browse,
	),
	targetingsearch: edge(
		'targetingsearch',
		{
			...common,
			...context,
			allow_only_fat_head_interests: bool,
			q: required(text()),
			targeting_list: targetingList,
		},
		search,
	),
	targetingsuggestions: edge(
		'targetingsuggestions',
		{
			...common,
			...context,
			limit: { type: 'int', min: 1, max: MAX_SUGGESTIONS },
			mode: text(),
			targeting_list: required(targetingList),
		},
		suggest,
		{ limit: DEFAULT_SUGGESTIONS },
	),
	targetingvalidation: edge(
		'targetingvalidation',
		{
			...PAGE_PARAMS,
			id_list: list(id, 1),
			is_exclusion: bool,
			locale: text(),
			name_list: list(text(), 1),
			targeting_list: targetingList,
		},
		validate,
	),
};
