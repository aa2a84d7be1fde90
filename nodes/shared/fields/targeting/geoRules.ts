import type { GraphParameters, GraphValue } from '../../graph/types';
import { below } from '../../operation/parse';
import type { Issue } from '../../operation/types';
import { entriesOf, membersOf } from '../rules';

/** Smallest and largest radius by unit (Basic Targeting, Location). */
const RADIUS: Record<string, Record<string, [min: number, max: number]>> = {
	cities: { mile: [10, 50], kilometer: [17, 80] },
	custom_locations: { mile: [0.63, 50], kilometer: [1, 80] },
};

/** What tells where a custom location is; `key` is what Meta gives back (Basic Targeting, Location). */
const WHERE = [['address_string'], ['latitude', 'longitude'], ['custom_type'], ['key']];

/** The first place of a targeting that does not fit. */
export function locationIssue(
	targeting: Record<string, GraphValue | undefined>,
): Issue | undefined {
	for (const member of ['geo_locations', 'excluded_geo_locations']) {
		for (const list of Object.keys(RADIUS)) {
			const places = entriesOf(membersOf(targeting[member])[list]).map(membersOf);
			const issues = places.flatMap((place, index) =>
				below(issuesOf(list, place), member, list, index),
			);
			if (issues.length > 0) return issues[0];
		}
	}
	return undefined;
}

function issuesOf(list: string, place: GraphParameters): Issue[] {
	const unit = String(place.distance_unit ?? 'mile');
	const limits = RADIUS[list][unit];
	if (limits && place.radius !== undefined && !isWithin(Number(place.radius), limits)) {
		const message = `must be between ${limits[0]} and ${limits[1]} ${unit}s`;
		return [{ path: ['radius'], message }];
	}
	if (list === 'custom_locations' && !isSomewhere(place)) {
		return [{ path: [], message: 'must have an address, a latitude with a longitude, or a type' }];
	}
	return [];
}

function isWithin(radius: number, [min, max]: [number, number]): boolean {
	return radius >= min && radius <= max;
}

function isSomewhere(place: GraphParameters): boolean {
	return WHERE.some((names) => names.every((name) => place[name] !== undefined));
}
