import type { IDataObject } from 'n8n-workflow';

import { ASSET_IDS } from '../../sandbox';
import type { BadRow } from './badAdSets';

const AUDIENCE = ASSET_IDS.audiences[0];
const US = { geo_locations: { countries: ['US'] } };
const TENNIS = [{ type: 'interests', id: '6003397425735' }];
const RULE = [{ object_id: '10203000000000001', event_name: 'video_watched' }];

/** An item per operation that goes through. */
export const GOOD_OTHERS: Record<string, IDataObject> = {
	'targeting.search': { type: 'adinterest', q: 'tennis' },
	'targeting.searchUnified': { ad_account: '1001', q: 'tennis' },
	'targeting.suggest': { ad_account: '1001', targeting_list: TENNIS },
	'targeting.validate': { ad_account: '1001', targeting_list: TENNIS },
	'targeting.getReachEstimate': { ad_account: '1001', targeting: US },
	'targeting.getDeliveryEstimate': {
		ad_account: '1001',
		optimization_goal: 'REACH',
		targeting: US,
	},
	'audience.create': { ad_account: '1001', name: 'Good', subtype: 'ENGAGEMENT', rule: RULE },
	'audience.createProductAudience': {
		ad_account: '1001',
		name: 'Good',
		product_set_id: ASSET_IDS.productSet,
	},
	'audience.share': { custom_audience_id: AUDIENCE, adaccounts: '1002' },
	'audience.unshare': { custom_audience_id: AUDIENCE, adaccounts: '1002' },
	'adPlacePageSet.create': { ad_account: '1001', name: 'Good', parent_page: '100000000003001' },
};

const SEARCH = 'targeting.search';
const CREATE = 'audience.create';
const PRODUCT = 'audience.createProductAudience';
const LIKE = { subtype: 'LOOKALIKE', origin_audience_id: AUDIENCE };
const POINT = { type: 'adradiussuggestion', latitude: 48, longitude: 2 };

/** The bad items of targeting, audiences and sets of Pages. */
export const BAD_OTHERS: BadRow[] = [
	['no type', SEARCH, { type: '', targeting_option_list: '' }, /^Type is required/],
	['an unknown type', SEARCH, { type: 'adgroup' }, /^Type must be one of: adinterest/],
	['no text', SEARCH, { q: '' }, /^Search Text is required for this type/],
	[
		'no interests',
		SEARCH,
		{ type: 'adinterestsuggestion', interest_list: '' },
		/^Interests is req/,
	],
	[
		'nothing to check',
		SEARCH,
		{ type: 'adinterestvalid' },
		/^Interests is required unless Interest/,
	],
	[
		'no keys of places',
		SEARCH,
		{ type: 'adgeolocationmeta' },
		/^Cities or keys of other places are/,
	],
	['no class', SEARCH, { type: 'adTargetingCategory', class: '' }, /^Class is required/],
	[
		'no IDs',
		SEARCH,
		{ type: 'targetingoptionstatus', targeting_option_list: '' },
		/^Targeting IDs/,
	],
	['no latitude', SEARCH, { ...POINT, latitude: '' }, /^Latitude is required/],
	['a point off the globe', SEARCH, { ...POINT, longitude: 181 }, /^Longitude must be at most 180/],
	['no text', 'targeting.searchUnified', { q: '' }, /^Search Text is required/],
	[
		'nothing to start from',
		'targeting.suggest',
		{ targeting_list: [] },
		/^Targeting List is requi/,
	],
	[
		'a kind without ID',
		'targeting.suggest',
		{ targeting_list: [{ type: 'interests', id: '' }] },
		/^Targeting List 1 > ID is required/,
	],
	['nothing', 'targeting.validate', { targeting_list: null }, /^Targeting List is required unless/],
	['nobody', 'targeting.getReachEstimate', { targeting: {} }, /^Targeting is required/],
	[
		'no place',
		'targeting.getReachEstimate',
		{ targeting: { age_min: 20 } },
		/^Targeting > Locations must have at least one place/,
	],
	[
		'no goal',
		'targeting.getDeliveryEstimate',
		{ optimization_goal: '' },
		/^Optimization Goal is req/,
	],
	['no name', CREATE, { name: ' ' }, /^Name is required/],
	['no rule', CREATE, { rule: null }, /^Rule is required for this kind of audience/],
	[
		'an unknown event',
		CREATE,
		{ rule: [{ ...RULE[0], event_name: 'seen' }] },
		/^Rule 1 > Event must/,
	],
	['likeness of nobody', CREATE, { ...LIKE, origin_audience_id: '' }, /^Lookalike is required/],
	[
		'likeness of no audience',
		CREATE,
		{ subtype: 'LOOKALIKE', lookalike_spec: { country: 'US', ratio: 0.01 } },
		/^Origin Audience is required for a lookalike audience/,
	],
	[
		'likeness of everybody',
		CREATE,
		{ ...LIKE, lookalike_spec: { country: 'US', ratio: 0.3 } },
		/^Lookalike > Ratio must be at most 0\.2/,
	],
	['no days', CREATE, { retention_days: 0 }, /^Retention Days must be at least 1/],
	['no products', PRODUCT, { product_set_id: '' }, /^Product Set is required/],
	[
		'an event and a rule',
		PRODUCT,
		{ inclusions: [{ event: 'Lead', rule: '{"event": {"eq": "Lead"}}', retention_seconds: 60 }] },
		/^Inclusions 1 must have either an event or a rule/,
	],
	[
		'neither event nor rule',
		PRODUCT,
		{ exclusions: [{ retention_seconds: 60 }] },
		/^Exclusions 1 must have either an event or a rule/,
	],
	['no audience', 'audience.share', { custom_audience_id: '' }, /^Audience is required/],
	['nobody', 'audience.share', { adaccounts: '' }, /^Ad Accounts is required/],
	[
		'an ad account by name',
		'audience.share',
		{ adaccounts: '1002, Shop' },
		/^Ad Accounts.* must be/,
	],
	['nobody', 'audience.unshare', { adaccounts: '' }, /^Ad Accounts is required/],
	['no Page', 'adPlacePageSet.create', { parent_page: '' }, /^Main Page is required/],
];
