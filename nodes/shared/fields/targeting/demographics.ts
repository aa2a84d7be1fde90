import { integer, listOf, multiOptions, numeric, object, objectId } from '../../operation/fields';
import type { FieldOptions } from '../../operation/fields/field';
import type { Field } from '../../operation/types';
import { localeKind } from '../targetingKinds';

/** Ages that can be chosen; the highest includes everybody older (Basic Targeting, Demographics). */
const MIN_AGE = 13;
const MAX_AGE = 65;
/** Advanced Targeting, Locales. */
const MAX_LOCALES = 50;

/** Who people are (Basic Targeting, Demographics and Events; Advanced Targeting). */
export function demographicMembers(): Field[] {
	return [
		age('age_min', { label: 'Minimum Age', default: 18, description: 'Youngest age to reach' }),
		age('age_max', {
			label: 'Maximum Age',
			default: MAX_AGE,
			description: 'Oldest age to reach; 65 includes everybody older',
		}),
		ageRange(),
		numeric(
			multiOptions(
				'genders',
				[
					{ value: '1', name: 'Men' },
					{ value: '2', name: 'Women' },
				],
				{ description: 'All genders when left out' },
			),
		),
		numeric(
			listOf(
				'locales',
				objectId('locale', localeKind, {
					label: 'Language',
					required: true,
					description: 'A language as people have set it',
				}),
				{
					label: 'Languages',
					entryLabel: 'Language',
					max: MAX_LOCALES,
					description: 'Where a language is not the common one of the place',
				},
			),
		),
		numeric(
			multiOptions(
				'relationship_statuses',
				[
					{ value: '1', name: 'Single' },
					{ value: '2', name: 'In a Relationship' },
					{ value: '3', name: 'Married' },
					{ value: '4', name: 'Engaged' },
					{ value: '6', name: 'Not Specified' },
				],
				{ description: 'All when left out' },
			),
		),
	];
}

function age(name: string, options: FieldOptions): Field {
	return integer(name, { ...options, min: MIN_AGE, max: MAX_AGE });
}

/** Ages to prefer; a list of two on the wire (Advanced Targeting, Age as a Suggestion). */
function ageRange(): Field {
	const range = object(
		'age_range',
		[
			age('from', { required: true, default: 18, description: 'Youngest age to prefer' }),
			age('to', { required: true, default: MAX_AGE, description: 'Oldest age to prefer' }),
		],
		{
			label: 'Suggested Ages',
			description: 'Ages to prefer, where Targeting Automation takes age as a suggestion',
		},
	);
	return {
		...range,
		parse: (raw, wire) => {
			const parsed = range.parse(Array.isArray(raw) ? { from: raw[0], to: raw[1] } : raw, wire);
			if ('complaints' in parsed || parsed.value === undefined) return parsed;
			const { from, to } = parsed.value as { from: number; to: number };
			return { value: [from, to] };
		},
	};
}
