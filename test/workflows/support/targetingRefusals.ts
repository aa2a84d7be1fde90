import type { IDataObject } from 'n8n-workflow';

import { ASSET_IDS } from '../../sandbox';
import { OPTIONS } from '../../sandbox/targeting/options';
import { GOOD } from './badAdSets';
import type { Row } from './refusals';

const US = { geo_locations: { countries: ['US'] } };
const CREATE = 'adSet.create';
const REACH = 'targeting.getReachEstimate';

const optionNamed = (name: string) => OPTIONS.find((option) => option.name === name)?.id ?? '';
const people = (what: string, traits: IDataObject) => ({
	detailed_targeting: [{ people: what, traits }],
});
const aimedAt = (members: IDataObject) => ({
	...GOOD['adSet.create'],
	targeting: { ...US, ...members },
});

/** What Meta refuses of a targeting, in ad sets and estimates. */
export const REFUSED_TARGETING: Row[] = [
	[
		'a restricted country',
		'2641',
		CREATE,
		aimedAt({ geo_locations: { countries: ['CU'] } }),
		/restr/,
	],
	[
		'a category that is gone',
		'100/1487694',
		CREATE,
		aimedAt(people('include', { interests: [optionNamed('Pinball')] })),
		/no longer offered/,
	],
	[
		'a category that cannot be excluded',
		'100/2446394',
		CREATE,
		aimedAt(people('exclude', { behaviors: [optionNamed('Console gamers')] })),
		/gone or that cannot be excluded/,
	],
	[
		'a disabled audience',
		'100/1870065',
		CREATE,
		aimedAt({ custom_audiences: [ASSET_IDS.audiences[3]] }),
		/Remove the disabled audiences/,
	],
	[
		'the young by interest',
		'100/1870165',
		CREATE,
		aimedAt({ age_min: 15, ...people('include', { interests: ['6003397425735'] }) }),
		/Raise the m/,
	],
	[
		'connections',
		'100/1870088',
		CREATE,
		aimedAt({ _json: '{"connections": [{"id": "1"}]}' }),
		/Remove connections/,
	],
	[
		'one type of location',
		'100/1870199',
		CREATE,
		aimedAt({ geo_locations: { countries: ['US'], location_types: ['home'] } }),
		/Leave out location_types/,
	],
	[
		'a restricted country in an estimate',
		'2641',
		REACH,
		{ ad_account: '1001', targeting: { geo_locations: { countries: ['CU'] } } },
		/Remove the locations that are restricted/,
	],
	[
		'a disabled audience in an estimate',
		'100/1870065',
		'targeting.getDeliveryEstimate',
		{
			ad_account: '1001',
			optimization_goal: 'REACH',
			targeting: { ...US, custom_audiences: [ASSET_IDS.audiences[3]] },
		},
		/Remove the disabled audiences/,
	],
	[
		'a place that is none',
		'100',
		REACH,
		{ ad_account: '1001', targeting: { geo_locations: { regions: ['1'] } } },
		/Correct the field that the message names\. Fields to look at: Targeting > Locations/,
	],
];

/** What Meta refuses of audiences. */
export const REFUSED_AUDIENCES: Row[] = [
	[
		'terms that nobody accepted',
		'200/1870034',
		'audience.create',
		{
			ad_account: '1003',
			name: 'New',
			subtype: 'CUSTOM',
			customer_file_source: 'USER_PROVIDED_ONLY',
		},
		/Accept the Custom Audience terms for this ad account/,
	],
	[
		'products that are not there',
		'2654',
		'audience.createProductAudience',
		{ ad_account: '1001', name: 'New', product_set_id: '1' },
		/Check the audience's name, subtype and rule/,
	],
	[
		'an audience that is not there',
		'100/33',
		'audience.share',
		{ custom_audience_id: '1', adaccounts: '1002' },
		/The ID does not exist, or this credential may not see it/,
	],
	[
		'an origin that is not there',
		'100',
		'audience.create',
		{
			ad_account: '1001',
			name: 'Like',
			subtype: 'LOOKALIKE',
			origin_audience_id: '1',
			lookalike_spec: { country: 'US', ratio: 0.01 },
		},
		/Fields to look at: Origin Audience/,
	],
];
