import { isEmpty, mergeWith } from 'lodash';

import type { GraphParameters } from '../../graph/types';
import {
	byUse,
	collection,
	entityList,
	group,
	mapped,
	multiOptions,
	options,
	refined,
	textList,
	unseen,
	type ObjectKind,
} from '../../operation/fields';
import { numbers } from '../numbers';
import { membersOf } from '../rules';
import {
	behaviorKind,
	broadCategoryKind,
	educationMajorKind,
	educationSchoolKind,
	familyStatusKind,
	incomeKind,
	industryKind,
	interestKind,
	lifeEventKind,
	workEmployerKind,
	workPositionKind,
} from '../targetingKinds';
import { customAudiences } from './audiences';

/** Most narrowing steps (Flexible Targeting). */
const MAX_SEGMENTS = 25;
/** Most schools, majors, employers or positions (Advanced Targeting, Education and Work). */
const MAX_OF_EDUCATION_AND_WORK = 200;

interface Detail {
	name: string;
	kind: ObjectKind;
	/** What one entry is called. */
	entryLabel: string;
	label?: string;
	max?: number;
	description: string;
}

/** Traits that are found with the targeting search (Basic Targeting; Advanced Targeting). */
const DETAILS: Detail[] = [
	{
		name: 'interests',
		kind: interestKind,
		entryLabel: 'Interest',
		description: 'Interests, of which people have at least one',
	},
	{
		name: 'behaviors',
		kind: behaviorKind,
		entryLabel: 'Behavior',
		description: 'What people do or use, such as traveling often or a kind of phone',
	},
	{
		name: 'life_events',
		kind: lifeEventKind,
		entryLabel: 'Life Event',
		description: 'What happened in their lives lately or will soon, such as a move',
	},
	{
		name: 'industries',
		kind: industryKind,
		entryLabel: 'Industry',
		description: 'Industries that people work in, such as construction',
	},
	{
		name: 'income',
		kind: incomeKind,
		entryLabel: 'Income',
		description: 'Classes of household income, as the search lists them',
	},
	{
		name: 'family_statuses',
		kind: familyStatusKind,
		entryLabel: 'Family Status',
		description: 'Family statuses, such as parents with children of some age',
	},
	{
		name: 'education_schools',
		kind: educationSchoolKind,
		entryLabel: 'School',
		label: 'Schools',
		max: MAX_OF_EDUCATION_AND_WORK,
		description: 'Schools and colleges that people go or went to; 200 at most',
	},
	{
		name: 'education_majors',
		kind: educationMajorKind,
		entryLabel: 'Field of Study',
		label: 'Fields of Study',
		max: MAX_OF_EDUCATION_AND_WORK,
		description: 'Fields that people study or studied; 200 at most',
	},
	{
		name: 'work_employers',
		kind: workEmployerKind,
		entryLabel: 'Employer',
		label: 'Employers',
		max: MAX_OF_EDUCATION_AND_WORK,
		description: 'Companies that people say they work for; 200 at most',
	},
	{
		name: 'work_positions',
		kind: workPositionKind,
		entryLabel: 'Job Title',
		label: 'Job Titles',
		max: MAX_OF_EDUCATION_AND_WORK,
		description: 'Job titles that people give; 200 at most',
	},
	{
		name: 'user_adclusters',
		kind: broadCategoryKind,
		entryLabel: 'Broad Category',
		label: 'Broad Categories',
		description: 'Broad categories, by the IDs that Get Broad Categories returns',
	},
];

/**
 * Traits as the API has them at the root of a targeting. Nobody meets them in a form, where the steps stand
 * for them; objects from expressions have them, and are checked like what is entered.
 */
export function plainDetails() {
	return unseen(detailMembers());
}

/** Members of a targeting that hold traits, wherever they stand. */
export const DETAIL_NAMES = [
	...DETAILS.map(({ name }) => name),
	'education_statuses',
	'college_years',
	'flexible_spec',
	'exclusions',
];

/** Traits of which people have at least one (Basic Targeting; Advanced Targeting). */
function detailMembers() {
	return [
		...DETAILS.map(({ name, kind, ...about }) => entityList(name, kind, about)),
		numbers(
			multiOptions('education_statuses', educationStatuses, {
				label: 'Education Levels',
				description: 'How far people went in education; all levels when left out',
			}),
		),
		collegeYears(),
	];
}

function collegeYears() {
	const years = textList('college_years', {
		description: 'Years in which people finished college, from 1980 on, separated by commas',
	});
	return numbers(
		refined(years, (texts) =>
			texts.every((text) => /^\d+$/.test(text))
				? []
				: [{ path: [], message: 'must be whole numbers separated by commas' }],
		),
	);
}

/** From little education to much. */
const educationStatuses = byUse({
	common: [
		{ value: '13', name: 'Some High School' },
		{ value: '1', name: 'High School' },
		{ value: '4', name: 'High School Graduate' },
		{ value: '5', name: 'Some College' },
		{ value: '2', name: 'Undergraduate' },
		{ value: '6', name: 'Associate Degree' },
		{ value: '3', name: 'Alum' },
		{ value: '8', name: 'Some Graduate School' },
		{ value: '7', name: 'In Graduate School' },
		{ value: '9', name: "Master's Degree" },
		{ value: '10', name: 'Professional Degree' },
		{ value: '11', name: 'Doctorate Degree' },
		{ value: '12', name: 'Unspecified' },
	],
});

/** What an entry of the form does with the people who have its traits. */
const INCLUDE = 'include';
const PEOPLE = [
	{ value: INCLUDE, name: 'Include Who Match' },
	{ value: 'narrow', name: 'Narrow: Must Also Match' },
	{ value: 'exclude', name: 'Exclude Who Match' },
];

/**
 * Traits to include, to narrow by and to leave out, in one form as in Ads Manager. Each narrowing step is
 * a segment of `flexible_spec`, of which people need one trait (Flexible Targeting). What is included
 * stands at the root of a targeting when it is of one kind, and in a segment otherwise: Meta says of
 * segments only that one of several kinds is enough. Audiences to leave out have a list of their own.
 */
export function detailedTargeting() {
	const steps = group(
		'detailed_targeting',
		[
			options('people', PEOPLE, {
				default: INCLUDE,
				description:
					'What to do with people who have one of the traits. Of several steps to narrow by people must match each.',
			}),
			collection('traits', [...detailMembers(), customAudiences()], {
				placeholder: 'Add Trait',
				required: true,
				description:
					'Traits of which people have at least one; add a further step for traits they need too',
			}),
		],
		{
			entryLabel: 'Step',
			to: '',
			description: 'Interests, behaviors, demographics and other traits of people',
		},
	);
	return mapped(
		refined(steps, (entries) =>
			segmentsOf(entries).length > MAX_SEGMENTS
				? [{ path: [], message: `must have at most ${MAX_SEGMENTS} steps to narrow by` }]
				: [],
		),
		(entries): GraphParameters => {
			const segments = segmentsOf(entries);
			const included = together(traitsOf(entries, INCLUDE));
			const { custom_audiences: audiences, ...excluded } = together(traitsOf(entries, 'exclude'));
			return {
				...(isOfOneKind(included) ? included : {}),
				...(segments.length > 0 ? { flexible_spec: segments } : {}),
				...(isEmpty(excluded) ? {} : { exclusions: excluded }),
				...(audiences ? { excluded_custom_audiences: audiences } : {}),
			};
		},
	);
}

/** What people must match each of, as segments. */
function segmentsOf(entries: GraphParameters[]): GraphParameters[] {
	const included = together(traitsOf(entries, INCLUDE));
	return [...(isOfOneKind(included) ? [] : [included]), ...traitsOf(entries, 'narrow')];
}

function isOfOneKind(traits: GraphParameters): boolean {
	return Object.keys(traits).length <= 1;
}

/** The traits of the steps of one kind; a step from an expression may leave out what it begins with. */
function traitsOf(entries: GraphParameters[], people: string): GraphParameters[] {
	return entries
		.filter((entry) => (entry.people ?? INCLUDE) === people)
		.map((entry) => membersOf(entry.traits));
}

/** The traits of several entries of one kind: people need one of all. */
function together(traits: GraphParameters[]): GraphParameters {
	return mergeWith({}, ...traits, (one: unknown, other: unknown) =>
		Array.isArray(one) && Array.isArray(other) ? [...one, ...other] : undefined,
	) as GraphParameters;
}
