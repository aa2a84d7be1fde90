import type { GraphParameters, GraphValue } from '../../graph/types';
import { labelOf } from '../../operation/naming';

/** What is wrong with a member of a targeting. */
export interface TargetingComplaint {
	/** Name of the member. */
	field: string;
	/** Labels of the way to the part of it: `Cities 1 > Radius`. */
	within?: string;
	/** Completes the sentence "<Field> ...". */
	message: string;
}

/** Smallest and largest radius by unit (Basic Targeting, Location). */
const RADIUS: Record<string, Record<string, [min: number, max: number]>> = {
	cities: { mile: [10, 50], kilometer: [17, 80] },
	custom_locations: { mile: [0.63, 50], kilometer: [1, 80] },
};

/** What tells where a custom location is; `key` is what Meta gives back (Basic Targeting, Location). */
const WHERE = [['address_string'], ['latitude', 'longitude'], ['custom_type'], ['key']];

/** The first place of a targeting that does not fit. */
export function locationComplaint(
	targeting: Record<string, GraphValue | undefined>,
): TargetingComplaint | undefined {
	for (const member of ['geo_locations', 'excluded_geo_locations']) {
		for (const list of Object.keys(RADIUS)) {
			const places = (targeting[member] as GraphParameters | undefined)?.[list];
			const complaint = firstComplaint(list, Array.isArray(places) ? places : []);
			if (complaint) return { field: member, ...complaint };
		}
	}
	return undefined;
}

function firstComplaint(
	list: string,
	places: GraphValue[],
): Omit<TargetingComplaint, 'field'> | undefined {
	for (const [index, entry] of places.entries()) {
		const place = entry as GraphParameters;
		const name = `${labelOf(list)} ${index + 1}`;
		const limits = RADIUS[list][String(place.distance_unit ?? 'mile')];
		if (limits && place.radius !== undefined && !isWithin(Number(place.radius), limits)) {
			const unit = `${String(place.distance_unit ?? 'mile')}s`;
			return {
				within: `${name} > Radius`,
				message: `must be between ${limits[0]} and ${limits[1]} ${unit}`,
			};
		}
		if (list === 'custom_locations' && !isSomewhere(place)) {
			return {
				within: name,
				message: 'must have an address, a latitude with a longitude, or a type',
			};
		}
	}
	return undefined;
}

function isWithin(radius: number, [min, max]: [number, number]): boolean {
	return radius >= min && radius <= max;
}

function isSomewhere(place: GraphParameters): boolean {
	return WHERE.some((names) => names.every((name) => place[name] !== undefined));
}
