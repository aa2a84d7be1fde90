import { invalid, refused } from '../graph/errors';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { Rule } from './rules';
import type { TargetingCase } from './targetingRules';

type AudienceRule = Rule<TargetingCase>;

const AUDIENCES = ['custom_audiences', 'excluded_custom_audiences'] as const;
const PRODUCT_AUDIENCES = ['dynamic_audience_ids', 'excluded_dynamic_audience_ids'] as const;
const PRODUCT_SPECS = ['product_audience_specs', 'excluded_product_audience_specs'] as const;

const objects = (value: Json | undefined): JsonObject[] =>
	Array.isArray(value) ? value.filter(isJsonObject) : [];
const idsIn = (value: Json | undefined): string[] =>
	Array.isArray(value) ? value.map((item) => String(isJsonObject(item) ? item.id : item)) : [];

/** The first member that names something of another type, or nothing at all. */
function wrongMember(
	{ spec, view }: TargetingCase,
	members: readonly string[],
	type: string,
): string | undefined {
	return members.find((member) =>
		idsIn(spec[member]).some((id) => view.env.store.get(id)?.type !== type),
	);
}

const isDisabled = ({ spec, view }: TargetingCase) =>
	AUDIENCES.some((member) =>
		idsIn(spec[member]).some((id) => {
			const status = view.env.store.get(id)?.values.operation_status;
			return isJsonObject(status) && Number(status.code) >= 400;
		}),
	);

/** One event with `eq`, as the rule itself or in a top-level `and`. */
export function hasOneEvent(rule: Json | undefined): boolean {
	if (!isJsonObject(rule)) return false;
	const parts = Array.isArray(rule.and) ? objects(rule.and) : [rule];
	const events = parts.filter(({ event }) => isJsonObject(event) && event.eq !== undefined);
	return events.length === 1;
}

const windowsOf = (audience: JsonObject) => [
	...objects(audience.inclusions),
	...objects(audience.exclusions),
];

/** Audiences, and events of a catalog ("Advantage+ Catalog Ads, Ad Set"). */
export const audienceRules: AudienceRule[] = [
	{
		when: (subject) => wrongMember(subject, AUDIENCES, 'custom_audience') !== undefined,
		error: (subject) =>
			invalid('The custom audience does not exist, or is not shared with this ad account', [
				subject.path,
				wrongMember(subject, AUDIENCES, 'custom_audience') ?? '',
			]),
	},
	{
		when: isDisabled,
		error: ({ path }) =>
			refused(
				1870065,
				'Audience was disabled',
				"This can't be used because it contains at least one audience that was disabled. To fix this issue, remove the affected audiences.",
				[path, 'custom_audiences'],
			),
	},
	{
		when: ({ spec }) => {
			const out = new Set(idsIn(spec.excluded_custom_audiences));
			return idsIn(spec.custom_audiences).some((id) => out.has(id));
		},
		error: ({ path }) =>
			invalid('A custom audience cannot be included and excluded at once', [
				path,
				'excluded_custom_audiences',
			]),
	},
	{
		when: (subject) => wrongMember(subject, PRODUCT_AUDIENCES, 'product_audience') !== undefined,
		error: (subject) =>
			invalid('The product audience does not exist', [
				subject.path,
				wrongMember(subject, PRODUCT_AUDIENCES, 'product_audience') ?? '',
			]),
	},
	{
		when: ({ spec, view }) =>
			PRODUCT_SPECS.some((member) =>
				objects(spec[member]).some(
					({ product_set_id: id }) => view.env.store.get(String(id))?.type !== 'product_set',
				),
			),
		error: ({ path }) =>
			refused(
				1487831,
				'Product set cannot be loaded',
				'Your product set cannot be loaded. It may be non-existent or inaccessible due to privacy reasons.',
				[path, 'product_audience_specs'],
			),
	},
	{
		when: ({ spec }) =>
			PRODUCT_SPECS.some((member) =>
				objects(spec[member])
					.flatMap(windowsOf)
					.some(({ rule }) => !hasOneEvent(rule)),
			),
		error: ({ path }) =>
			invalid('Each rule of a product audience needs exactly one event with the operator eq', [
				path,
				'product_audience_specs',
			]),
	},
	{
		when: (subject) =>
			wrongMember(subject, ['place_page_set_ids'], 'ad_place_page_set') !== undefined,
		error: ({ path }) => invalid('The place page set does not exist', [path, 'place_page_set_ids']),
	},
];
