import {
	byUse,
	integer,
	listOf,
	mapped,
	multiOptions,
	object,
	objectId,
	prepared,
} from '../../operation/fields';
import type { FieldOptions } from '../../operation/fields/field';
import { numbers } from '../numbers';
import { localeKind } from '../targetingKinds';

/** Ages that can be chosen; the highest includes everybody older (Basic Targeting, Demographics). */
const MIN_AGE = 13;
const MAX_AGE = 65;
/** Advanced Targeting, Locales. */
const MAX_LOCALES = 50;

/** Who people are (Basic Targeting, Demographics and Events; Advanced Targeting). */
export function demographicMembers() {
	return [
		age('age_min', {
			label: 'Minimum Age',
			default: 18,
			description: 'Youngest people to reach, from 13 on; 18 when left out',
		}),
		age('age_max', {
			label: 'Maximum Age',
			default: MAX_AGE,
			description: 'Oldest people to reach; 65 includes everybody older',
		}),
		ageRange(),
		numbers(
			multiOptions(
				'genders',
				[
					{ value: '1', name: 'Men' },
					{ value: '2', name: 'Women' },
				],
				{ description: 'Men or women only; people of all genders when left out' },
			),
		),
		numbers(
			listOf(
				'locales',
				objectId('locale', localeKind, {
					label: 'Language',
					required: true,
					description: 'Language that people have set on Facebook or Instagram',
				}),
				{
					label: 'Languages',
					entryLabel: 'Language',
					max: MAX_LOCALES,
					description:
						'Languages of people, at most 50, where these are not the common ones of the place',
				},
			),
		),
		numbers(
			multiOptions(
				'relationship_statuses',
				byUse({
					common: [
						{ value: '1', name: 'Single' },
						{ value: '2', name: 'In a Relationship' },
						{ value: '4', name: 'Engaged' },
						{ value: '3', name: 'Married' },
						{ value: '6', name: 'Not Specified' },
					],
				}),
				{ description: 'People with one of these; whatever their status when left out' },
			),
		),
	];
}

function age<Name extends string>(name: Name, options: FieldOptions) {
	return integer(name, { ...options, min: MIN_AGE, max: MAX_AGE });
}

/** Ages to prefer; sent as a list of two (Advanced Targeting, Age as a Suggestion). */
function ageRange() {
	const range = object(
		'age_range',
		[
			age('from', {
				required: true,
				default: 18,
				description: 'Youngest people to prefer; others are reached too',
			}),
			age('to', {
				required: true,
				default: MAX_AGE,
				description: 'Oldest people to prefer; 65 includes everybody older',
			}),
		],
		{
			label: 'Suggested Ages',
			description: 'Ages to prefer, where Targeting Automation takes age as a suggestion',
		},
	);
	const ages = prepared(range, (raw) => (Array.isArray(raw) ? { from: raw[0], to: raw[1] } : raw));
	return mapped(ages, ({ from, to }) => [from, to]);
}
