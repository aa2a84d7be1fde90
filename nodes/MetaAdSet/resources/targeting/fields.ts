import {
	byUse,
	group,
	multiOptions,
	objectId,
	options,
	text,
	textList,
} from '../../../shared/operation/fields';
import { specialAdCategoryValues } from '../../../shared/fields/campaign';
import { plainKind } from '../../../shared/fields/objectKinds';

/** Kinds of targeting that the unified search knows (Detailed Targeting). */
const targetingTypes = byUse({
	common: ['interests', 'behaviors', 'life_events', 'family_statuses'],
	others: [
		'college_years',
		{ value: 'education_majors', name: 'Fields of Study' },
		{ value: 'education_schools', name: 'Schools' },
		{ value: 'education_statuses', name: 'Education Levels' },
		'income',
		'industries',
		'relationship_statuses',
		{ value: 'work_employers', name: 'Employers' },
		{ value: 'work_positions', name: 'Job Titles' },
	],
});

/** One kind only. */
export function limitType() {
	return options('limit_type', targetingTypes, {
		description:
			'Kind of targeting to return. Without it all kinds are, but no schools, fields of study, employers or job titles of fewer than 2000 people.',
	});
}

export function locale() {
	return text('locale', {
		placeholder: 'e.g. de_DE',
		description: "Language of names and descriptions; the ad account's when left out",
	});
}

/** Targeting that is known already, by kind and ID (Detailed Targeting). */
export function targetingList({ required = false } = {}) {
	return group(
		'targeting_list',
		[
			options('type', targetingTypes, {
				required: true,
				description: 'Kind of targeting of the ID',
			}),
			objectId('id', plainKind, {
				required: true,
				description: 'ID of the targeting, as a search returned it',
			}),
		],
		{
			required,
			label: 'Targeting List',
			entryLabel: 'Targeting',
			description: 'Targeting that you have already, by kind and ID',
		},
	);
}

/** What special ad categories and the caller leave of the results (Ad Account Targetingsearch). */
export function narrowing() {
	return [
		multiOptions('regulated_categories', specialAdCategoryValues, {
			label: 'Special Ad Categories',
			description: 'Only targeting that ads of these categories may use',
		}),
		textList('regulated_countries', {
			label: 'Special Ad Category Countries',
			placeholder: 'e.g. US, CA',
			description: 'Codes of the countries in which the special ad category applies',
		}),
		multiOptions('whitelisted_types', targetingTypes, {
			label: 'Allowed Types',
			description: 'Kinds of targeting that may be among the results, and no others',
		}),
	];
}
