import { collection } from '../../operation/fields';
import type { Field } from '../../operation/types';
import { audienceMembers } from './audiences';
import { demographicMembers } from './demographics';
import { detailMembers, exclusions, flexibleSpec } from './details';
import { excludedGeoLocations, geoLocations, placePageSets } from './geo';
import { brandSafetyMembers, deviceMembers, placementMembers } from './placements';

export { targetingChecks } from './checks';

/** Who sees ads and where, as one JSON value (Basic, Advanced, Flexible and Placement Targeting). */
export function targetingSpec(
	name: string,
	options: { description: string; required?: boolean },
): Field {
	return collection(
		name,
		[
			geoLocations(),
			excludedGeoLocations(),
			placePageSets(),
			...demographicMembers(),
			...detailMembers(),
			flexibleSpec(),
			exclusions(),
			...audienceMembers(),
			...placementMembers(),
			...deviceMembers(),
			...brandSafetyMembers(),
		],
		{ ...options, label: 'Targeting', wholeAsJson: true },
	);
}
