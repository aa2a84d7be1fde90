import { countries } from '../../shared/fields/countries';
import { publisherPlatforms } from '../../shared/fields/targeting';
import { integer, mapped, multiOptions, options } from '../../shared/operation/fields';

/** Ages that can be chosen, and what Meta takes without them (Basic Targeting, Demographics). */
const MIN_AGE = 13;
const MAX_AGE = 65;
const DEFAULT_MIN_AGE = 18;

/** What everybody sets of a targeting, at the top of the form; the rest is in Targeting. */
export function audienceFields() {
	return [
		multiOptions('target_countries', countries, {
			label: 'Countries',
			to: 'targeting.geo_locations.countries',
			description: 'Where the ads show. Regions, cities and other places are in Targeting.',
		}),
		age('age_min', DEFAULT_MIN_AGE, {
			label: 'Minimum Age',
			description: 'Youngest age to reach; Meta takes 18 by itself',
		}),
		age('age_max', MAX_AGE, {
			label: 'Maximum Age',
			description: 'Oldest age to reach; 65 includes everybody older',
		}),
		gender(),
	];
}

/** What Meta takes by itself is not sent: it does not narrow the audience. */
function age<Name extends string>(
	name: Name,
	byDefault: number,
	about: { label: string; description: string },
) {
	const field = integer(name, {
		...about,
		default: byDefault,
		min: MIN_AGE,
		max: MAX_AGE,
		to: `targeting.${name}`,
	});
	return mapped(field, (years) => (years === byDefault ? undefined : years));
}

function gender() {
	const field = options(
		'gender',
		[
			{ value: '', name: 'All' },
			{ value: '1', name: 'Men' },
			{ value: '2', name: 'Women' },
		],
		{ to: 'targeting.genders', description: 'People of which gender see the ads' },
	);
	return mapped(field, (value) => [Number(value)]);
}

/** Where the ads show; positions on each platform are in Targeting. */
export function placementFields() {
	return [
		options(
			'placements',
			[
				{
					value: 'automatic',
					name: 'Automatic (Advantage+ Placements)',
					description: 'Wherever they do best, which Meta recommends',
				},
				{ value: 'manual', name: 'Manual', description: 'Only on the platforms you choose' },
			],
			{ to: false, description: 'Whether Meta chooses where the ads show, or you do' },
		),
		multiOptions('publisher_platforms', publisherPlatforms, {
			label: 'Platforms',
			grows: true,
			required: true,
			to: 'targeting.publisher_platforms',
			showWhen: { placements: ['manual'] },
			description: 'Platforms that the ads show on; which positions there is in Targeting',
		}),
	];
}
