import { isJsonObject, type Json, type JsonObject } from '../json';
import { NO_PRODUCT_SET, refusal, rule } from './rules';
import { inSpec, objectsIn, type TargetingCase, type TargetingRule } from './targetingCase';

const AUDIENCES = ['custom_audiences', 'excluded_custom_audiences'] as const;
const PRODUCT_AUDIENCES = ['dynamic_audience_ids', 'excluded_dynamic_audience_ids'] as const;
const PRODUCT_SPECS = ['product_audience_specs', 'excluded_product_audience_specs'] as const;

const idsIn = (value: Json | undefined): string[] =>
	Array.isArray(value) ? value.map((item) => String(isJsonObject(item) ? item.id : item)) : [];

/** The first member that names something of another type, or nothing at all. */
const wrong =
	(members: readonly string[], type: string) =>
	({ spec, view }: TargetingCase): string | undefined =>
		members.find((member) =>
			idsIn(spec[member]).some((id) => view.env.store.get(id)?.type !== type),
		);

const known = (members: readonly string[], type: string, message: string): TargetingRule =>
	rule(
		(subject) => wrong(members, type)(subject) !== undefined,
		message,
		(subject) => `${subject.path}.${wrong(members, type)(subject)}`,
	);

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
	const parts = Array.isArray(rule.and) ? objectsIn(rule.and) : [rule];
	const events = parts.filter(({ event }) => isJsonObject(event) && event.eq !== undefined);
	return events.length === 1;
}

const windowsOf = (audience: JsonObject) => [
	...objectsIn(audience.inclusions),
	...objectsIn(audience.exclusions),
];

/** Audiences, and events of a catalog ("Advantage+ Catalog Ads, Ad Set"). */
export const audienceRules: TargetingRule[] = [
	known(
		AUDIENCES,
		'custom_audience',
		'The custom audience does not exist, or is not shared with this ad account',
	),
	refusal(
		isDisabled,
		[
			1870065,
			'Audience was disabled',
			"This can't be used because it contains at least one audience that was disabled. To fix this issue, remove the affected audiences.",
		],
		inSpec('custom_audiences'),
	),
	rule(
		({ spec }) => {
			const out = new Set(idsIn(spec.excluded_custom_audiences));
			return idsIn(spec.custom_audiences).some((id) => out.has(id));
		},
		'A custom audience cannot be included and excluded at once',
		inSpec('excluded_custom_audiences'),
	),
	known(PRODUCT_AUDIENCES, 'product_audience', 'The product audience does not exist'),
	refusal(
		({ spec, view }) =>
			PRODUCT_SPECS.flatMap((member) => objectsIn(spec[member])).some(
				({ product_set_id: id }) => view.env.store.get(String(id))?.type !== 'product_set',
			),
		NO_PRODUCT_SET,
		inSpec('product_audience_specs'),
	),
	rule(
		({ spec }) =>
			PRODUCT_SPECS.flatMap((member) => objectsIn(spec[member]))
				.flatMap(windowsOf)
				.some(({ rule: events }) => !hasOneEvent(events)),
		'Each rule of a product audience needs exactly one event with the operator eq',
		inSpec('product_audience_specs'),
	),
	known(['place_page_set_ids'], 'ad_place_page_set', 'The place page set does not exist'),
];
