import { isJsonObject, type Json, type JsonObject } from '../json';
import { OPTION_KINDS } from '../schema/targetingParams';
import type { Store } from '../store';
import { optionOf } from './options';
import { GEO_MEMBERS, placeOf } from './places';

/** Where no location is given: as many as anywhere. */
const EVERYWHERE = 3_000_000_000;
const FEWEST = 1000;
/** People of a place that the catalogue does not have: a custom location, a neighbourhood. */
const SMALL_PLACE = 200_000;
const AGES = { first: 18, last: 65, youngest: 13 };

/**
 * How many people a targeting spec reaches. All is made up; what holds is that less is never more:
 * one more condition, or one less of its alternatives, gives the same number or a smaller one.
 */
export function peopleOf(spec: JsonObject, store: Store): number {
	const included = places(spec.geo_locations) || EVERYWHERE;
	const left = Math.max(0, included - places(spec.excluded_geo_locations));
	const people =
		left *
		ageShare(spec) *
		genderShare(spec) *
		detailedShare(spec) *
		localeShare(spec) *
		placementShare(spec);
	const audiences = audiencePeople(spec.custom_audiences, store);
	const excluded = audiencePeople(spec.excluded_custom_audiences, store) ?? 0;
	const kept = Math.min(people, audiences ?? people) - excluded;
	return Math.max(FEWEST, Math.round(kept));
}

const objects = (value: Json | undefined): JsonObject[] =>
	Array.isArray(value) ? value.filter(isJsonObject) : [];

function places(geo: Json | undefined): number {
	if (!isJsonObject(geo)) return 0;
	let sum = 0;
	for (const [member, list] of Object.entries(geo)) {
		if (!Array.isArray(list) || member === 'location_types') continue;
		for (const item of list) {
			const key = isJsonObject(item) ? String(item.key) : String(item);
			sum += placeOf(GEO_MEMBERS[member] ?? '', key)?.people ?? SMALL_PLACE;
		}
	}
	return sum;
}

function ageShare({ age_min: min, age_max: max }: JsonObject): number {
	const from = Number(min ?? AGES.first);
	const to = Number(max ?? AGES.last);
	return (to - from + 1) / (AGES.last - AGES.youngest + 1);
}

function genderShare({ genders }: JsonObject): number {
	return Array.isArray(genders) && genders.length === 1 ? 0.49 : 1;
}

/** Alternatives add up within one clause; every clause narrows. */
function detailedShare(spec: JsonObject): number {
	const clauses = [spec, ...objects(spec.flexible_spec)].map(clauseShare);
	const excluded = isJsonObject(spec.exclusions) ? clauseShare(spec.exclusions) : 1;
	const kept = excluded === 1 ? 1 : 1 - excluded;
	return clauses.reduce((share, clause) => share * clause, kept);
}

/** Share of the people that one of a clause's alternatives holds for; 1 without any. */
function clauseShare(clause: JsonObject): number {
	const shares = OPTION_KINDS.flatMap((kind) =>
		objects(clause[kind]).map(({ id }) => (optionOf(kind, String(id))?.low ?? 0) / EVERYWHERE),
	);
	const coded = ['relationship_statuses', 'education_statuses', 'college_years'].flatMap((kind) => {
		const values = clause[kind];
		return Array.isArray(values) ? values.map(() => 0.05) : [];
	});
	const all = [...shares, ...coded];
	return all.length === 0 ? 1 : Math.min(0.9, 0.01 + all.reduce((sum, share) => sum + share, 0));
}

function localeShare({ locales }: JsonObject): number {
	return Array.isArray(locales) && locales.length > 0 ? Math.min(0.9, 0.2 * locales.length) : 1;
}

function placementShare(spec: JsonObject): number {
	const { publisher_platforms: platforms, device_platforms: devices, user_os: systems } = spec;
	const byPlatform = Array.isArray(platforms) ? Math.min(1, 0.4 + 0.15 * platforms.length) : 1;
	const byDevice = Array.isArray(devices) && devices.length === 1 ? 0.8 : 1;
	const bySystem =
		Array.isArray(systems) && systems.length > 0 ? Math.min(1, 0.45 * systems.length) : 1;
	return byPlatform * byDevice * bySystem;
}

function audiencePeople(list: Json | undefined, store: Store): number | undefined {
	const audiences = objects(list);
	if (audiences.length === 0) return undefined;
	return audiences.reduce((sum, { id }) => {
		const size = store.get(String(id))?.values.approximate_count_upper_bound;
		return sum + (typeof size === 'number' && size > 0 ? size : FEWEST);
	}, 0);
}
