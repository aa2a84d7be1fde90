import { collection } from '../../operation/fields';
import type { FieldOptions } from '../../operation/fields/field';
import { audienceMembers } from './audiences';
import { demographicMembers } from './demographics';
import { detailedTargeting, plainDetails } from './details';
import { excludedGeoLocations, geoLocations, placePageSets } from './geo';
import { brandSafetyMembers, deviceMembers, placementMembers } from './placements';

export { advantageAudience, audienceAutomation } from './advantageAudience';
export { publisherPlatforms } from './placements';
export { targetingRules } from './rules';

/**
 * Who sees ads and where, as one JSON value (Basic, Advanced, Flexible and Placement Targeting). The
 * same everywhere, so that the form is in a description once.
 */
export function targetingSpec(options: Pick<FieldOptions, 'to'> = {}) {
	return collection(
		'targeting',
		[
			geoLocations(),
			excludedGeoLocations(),
			placePageSets(),
			...demographicMembers(),
			detailedTargeting(),
			...plainDetails(),
			...audienceMembers(),
			...placementMembers(),
			...deviceMembers(),
			...brandSafetyMembers(),
		],
		{
			...options,
			description: 'Who sees the ads, and where. An update replaces the whole targeting.',
			wholeAsJson: true,
		},
	);
}
