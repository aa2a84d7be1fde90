import { GraphFault } from '../graph/errors';
import { isJsonObject, type JsonObject } from '../json';
import { isExcludable, isOffered, optionOf, type TargetingOption } from '../targeting/options';
import { isLocale } from '../targeting/locales';
import { checkRules, refusal, rule } from './rules';
import { audienceRules } from './targetingAudienceRules';
import {
	inSpec,
	objectsIn,
	stringsIn,
	type TargetingCase,
	type TargetingRule,
} from './targetingCase';
import { geoRules } from './targetingGeoRules';
import { CONNECTION_KEYS, OPTION_KINDS } from './targetingParams';
import { placementRules } from './targetingPlacementRules';

/** Options of detailed targeting in all clauses of a spec, or in its exclusions. */
function optionsIn(clauses: JsonObject[]): Array<TargetingOption | undefined> {
	return clauses.flatMap((clause) =>
		OPTION_KINDS.flatMap((kind) =>
			objectsIn(clause[kind]).map(({ id }) => optionOf(kind, String(id))),
		),
	);
}

const included = ({ spec }: TargetingCase) => optionsIn([spec, ...objectsIn(spec.flexible_spec)]);
const excluded = ({ spec }: TargetingCase) =>
	optionsIn(isJsonObject(spec.exclusions) ? [spec.exclusions] : []);

/** Members besides location, age and gender that make an audience narrower. */
const ADULT_MEMBERS = [
	...OPTION_KINDS,
	'college_years',
	'custom_audiences',
	'education_statuses',
	'excluded_custom_audiences',
	'exclusions',
	'flexible_spec',
	'interested_in',
	'relationship_statuses',
];

/** Least age for more than location, age and gender: 18, in Thailand 20, in Indonesia 21. */
function adultAge({ spec }: TargetingCase): number {
	const geo = isJsonObject(spec.geo_locations) ? stringsIn(spec.geo_locations.countries) : [];
	if (geo.includes('ID')) return 21;
	return geo.includes('TH') ? 20 : 18;
}

const peopleRules: TargetingRule[] = [
	{
		// Set by the sandbox option of this name.
		when: ({ spec, view }) =>
			[spec.geo_locations, spec.excluded_geo_locations].some((geo) => {
				const countries = isJsonObject(geo) ? stringsIn(geo.countries) : [];
				return countries.some((code) => view.env.settings.restrictedCountries.includes(code));
			}),
		error: ({ path }) =>
			new GraphFault({
				code: 2641,
				message: 'Your ad includes or excludes locations that are currently restricted',
				blame: [path, 'geo_locations'],
			}),
	},
	rule(
		({ spec }) => Number(spec.age_min ?? 0) > Number(spec.age_max ?? Infinity),
		'The minimum age must not be above the maximum age',
		inSpec('age_min'),
	),
	refusal(
		(subject) =>
			Number(subject.spec.age_min ?? adultAge(subject)) < adultAge(subject) &&
			ADULT_MEMBERS.some((member) => subject.spec[member] !== undefined),
		[
			1870165,
			'Audience is too young for its targeting options',
			'Your audience contains targeting options that can no longer be used to target ads to people under 18 globally, 20 in Thailand or 21 in Indonesia. Increase the minimum age of your audience or remove all targeting options apart from location, age and gender.',
		],
		inSpec('age_min'),
	),
	rule(
		({ spec }) => stringsIn(spec.locales).some((key) => !isLocale(Number(key))),
		'Param locales: there is no locale with this key',
		inSpec('locales'),
	),
	refusal(
		(subject) => included(subject).some((option) => !option || !isOffered(option)),
		[
			1487694,
			'Category is no longer available',
			'The category you selected is no longer available. Use Targeting Search to find those that are.',
		],
		({ path }) => path,
	),
	refusal(
		(subject) => excluded(subject).some((option) => !option || !isExcludable(option)),
		[
			2446394,
			'Detailed targeting option is not available',
			"This ad set includes detailed targeting options that are either no longer available or aren't available when excluding people from an audience.",
		],
		inSpec('exclusions'),
	),
	...CONNECTION_KEYS.map((key) =>
		refusal<TargetingCase>(
			({ spec }) => spec[key] !== undefined,
			[
				1870088,
				'Connection targeting is being deprecated',
				'Please remove connections from your campaign to publish your campaign.',
			],
			inSpec(key),
		),
	),
];

/**
 * Checks what the members of a targeting spec have to do with each other and with what exists.
 * @throws GraphFault with the documented code where there is one
 */
export function checkTargeting(subject: TargetingCase): void {
	checkRules([...geoRules, ...peopleRules, ...audienceRules, ...placementRules], subject);
}
