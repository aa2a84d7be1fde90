import {
	collection,
	entityList,
	listOf,
	multiOptions,
	textList,
	refined,
	type ObjectKind,
} from '../../operation/fields';
import { numbers } from '../numbers';
import { plainKind } from '../objectKinds';
import {
	behaviorKind,
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
		description: 'What people are interested in',
	},
	{
		name: 'behaviors',
		kind: behaviorKind,
		entryLabel: 'Behavior',
		description: 'What people do, such as traveling often',
	},
	{
		name: 'life_events',
		kind: lifeEventKind,
		entryLabel: 'Life Event',
		description: 'What happened in their lives, such as a move',
	},
	{
		name: 'industries',
		kind: industryKind,
		entryLabel: 'Industry',
		description: 'Industries people work in',
	},
	{ name: 'income', kind: incomeKind, entryLabel: 'Income', description: 'What people earn' },
	{
		name: 'family_statuses',
		kind: familyStatusKind,
		entryLabel: 'Family Status',
		description: 'Family statuses, such as parents of small children',
	},
	{
		name: 'education_schools',
		kind: educationSchoolKind,
		entryLabel: 'School',
		label: 'Schools',
		max: MAX_OF_EDUCATION_AND_WORK,
		description: 'Schools and colleges people went to',
	},
	{
		name: 'education_majors',
		kind: educationMajorKind,
		entryLabel: 'Field of Study',
		label: 'Fields of Study',
		max: MAX_OF_EDUCATION_AND_WORK,
		description: 'What people studied',
	},
	{
		name: 'work_employers',
		kind: workEmployerKind,
		entryLabel: 'Employer',
		label: 'Employers',
		max: MAX_OF_EDUCATION_AND_WORK,
		description: 'Whom people work for',
	},
	{
		name: 'work_positions',
		kind: workPositionKind,
		entryLabel: 'Job Title',
		label: 'Job Titles',
		max: MAX_OF_EDUCATION_AND_WORK,
		description: 'What people work as',
	},
	{
		name: 'user_adclusters',
		kind: plainKind,
		entryLabel: 'Broad Category',
		label: 'Broad Categories',
		description: 'Broad targeting categories, by their ID',
	},
];

/** Traits of which people have at least one (Basic Targeting; Advanced Targeting). */
export function detailMembers() {
	return [
		...DETAILS.map(({ name, kind, ...options }) => entityList(name, kind, options)),
		numbers(
			multiOptions('education_statuses', educationStatuses, {
				label: 'Education Levels',
				description: 'How far people went in education',
			}),
		),
		collegeYears(),
	];
}

function collegeYears() {
	const years = textList('college_years', {
		description: 'Years of graduation from 1980 on, separated by commas',
	});
	return numbers(
		refined(years, (texts) =>
			texts.every((text) => /^\d+$/.test(text))
				? []
				: [{ path: [], message: 'must be whole numbers separated by commas' }],
		),
	);
}

const educationStatuses = [
	'High School',
	'Undergraduate',
	'Alum',
	'High School Graduate',
	'Some College',
	'Associate Degree',
	'In Graduate School',
	'Some Graduate School',
	"Master's Degree",
	'Professional Degree',
	'Doctorate Degree',
	'Unspecified',
	'Some High School',
].map((name, index) => ({ value: String(index + 1), name }));

/** Segments that people must match one by one (Flexible Targeting). */
export function flexibleSpec() {
	return listOf(
		'flexible_spec',
		collection('any_of', [...detailMembers(), customAudiences()], {
			label: 'Any Of',
			placeholder: 'Add Trait',
			required: true,
			description: 'Traits of which people must have at least one',
		}),
		{
			label: 'Detailed Targeting (Narrowed)',
			entryLabel: 'Segment',
			max: MAX_SEGMENTS,
			description: 'Segments that people must all match, each by one of its traits',
		},
	);
}

/** Traits that leave people out (Flexible Targeting). */
export function exclusions() {
	return collection('exclusions', detailMembers(), {
		label: 'Detailed Targeting Exclusions',
		placeholder: 'Add Trait',
		description: 'People with one of these traits are left out',
	});
}
