import type { IDataObject } from 'n8n-workflow';

const US = { geo_locations: { countries: ['US'] } };
const around = (list: string, place: IDataObject) => ({
	targeting: { geo_locations: { [list]: [place] } },
});
const also = (members: IDataObject) => ({ targeting: { ...US, ...members } });
const people = (traits: IDataObject) =>
	also({ detailed_targeting: [{ people: 'include', traits }] });

/** Title, a targeting that cannot be, and what has to be said of it. */
export const BAD_TARGETING: Array<[title: string, bad: IDataObject, expected: RegExp]> = [
	['nobody', { targeting: { age_min: 20 } }, /^Targeting > Locations must have at least one place/],
	[
		'no place of some type',
		{ targeting: { geo_locations: { location_types: ['home'] } } },
		/one pl/,
	],
	[
		'an unknown country',
		{ targeting: { geo_locations: { countries: 'Narnia' } } },
		/^Targeting > L/,
	],
	[
		'a city that is too small',
		around('cities', { key: '1', radius: 5, distance_unit: 'mile' }),
		/^Targeting > Locations > Cities 1 > Radius must be between 10 and 50 miles/,
	],
	[
		'a city that is too large',
		around('cities', { key: '1', radius: 81, distance_unit: 'kilometer' }),
		/^Targeting > Locations > Cities 1 > Radius must be between 17 and 80 kilometers/,
	],
	[
		'a point that is too small',
		around('custom_locations', { address_string: 'Here', radius: 0.5 }),
		/^Targeting > Locations > Custom Locations 1 > Radius must be between 0\.63 and 50 miles/,
	],
	[
		'a point without longitude',
		around('custom_locations', { latitude: 48 }),
		/^Targeting > Locations > Custom Locations 1 must have an address, a latitude with a long/,
	],
	[
		'a point off the globe',
		around('custom_locations', { latitude: 91, longitude: 0 }),
		/^Targeting > Locations > Custom Locations 1 > Latitude must be at most 90/,
	],
	['a postal code of no country', around('zips', { key: '94304' }), /Postal Codes 1 > Postal Code/],
	['children', also({ age_min: 12 }), /^Targeting > Minimum Age must be at least 13/],
	[
		'ages in the wrong order',
		also({ age_min: 40, age_max: 30 }),
		/^Targeting > Maximum Age must no/,
	],
	['an unknown gender', also({ genders: ['3'] }), /^Targeting > Genders.* must be one of/],
	[
		'more languages than Meta takes',
		also({ locales: Array.from({ length: 51 }, (_one, index) => index) }),
		/^Targeting > Languages must have at most 50 entries/,
	],
	[
		'an interest by name',
		people({ interests: ['Tennis'] }),
		/^Targeting > Detailed Targeting 1 > Traits > Interests 1 > Interest mu/,
	],
	[
		'years in words',
		people({ college_years: 'long ago' }),
		/^Targeting > Detailed Targeting 1 > Traits > College Years must be whol/,
	],
	[
		'a position without its platform',
		also({ publisher_platforms: ['facebook'], instagram_positions: ['stream'] }),
		/^Targeting > Instagram Positions cannot be chosen: Publisher Platforms do not include Instag/,
	],
	[
		'Threads alone',
		also({ publisher_platforms: ['threads'] }),
		/^Targeting > Publisher Platforms m/,
	],
	[
		'Threads without the feed of Instagram',
		also({ threads_positions: ['threads_stream'], instagram_positions: ['story'] }),
		/^Targeting > Threads Positions with Threads Stream need Stream among Instagram Positions/,
	],
	[
		'WhatsApp without stories',
		also({ whatsapp_positions: ['status'], instagram_positions: ['stream'] }),
		/^Targeting > WhatsApp Positions with Status need Story among Instagram Positions/,
	],
	[
		'Explore alone',
		also({ instagram_positions: ['explore'] }),
		/must include Stream where Explore/,
	],
	[
		'Explore Home without Explore',
		also({ instagram_positions: ['stream', 'explore_home'] }),
		/must include Explore where Explore Home is chosen/,
	],
	[
		'search results alone',
		also({ instagram_positions: ['ig_search'] }),
		/^Targeting > Instagram Positions must include Stream where Search Results is chosen/,
	],
	[
		'Marketplace alone',
		also({ facebook_positions: ['marketplace'] }),
		/must include Feed where Mar/,
	],
	[
		'Audience Network alone',
		also({ publisher_platforms: ['audience_network'] }),
		/^Targeting > Publisher Platforms cannot be Audience Network alone/,
	],
	[
		'messages among others',
		also({ messenger_positions: ['sponsored_messages', 'story'] }),
		/^Targeting > Messenger Positions cannot combine Sponsored Messages/,
	],
	[
		'versions of two systems',
		also({ user_os: 'iOS_ver_14.0_and_above, Android' }),
		/^Targeting > Operating Systems cannot have versions of one system/,
	],
	[
		'Taiwan without declaration',
		{ targeting: { geo_locations: { countries: ['TW'] } } },
		/^Regional Regulated Categories must declare Taiwan/,
	],
	[
		'Reels of the other platform',
		{ ...also({ facebook_positions: ['facebook_reels'] }), optimization_goal: 'REMINDERS_SET' },
		/^Targeting > Facebook Positions cannot include Facebook Reels/,
	],
	[
		'Reels of Instagram for a Page',
		{ ...also({ instagram_positions: ['reels'] }), optimization_goal: 'QUALITY_CALL' },
		/^Targeting > Instagram Positions cannot include Reels/,
	],
	[
		'an event and a rule at once',
		also({
			product_audience_specs: [
				{
					product_set_id: '1',
					inclusions: [{ event: 'Lead', rule: '{"event": {"eq": "Lead"}}' }],
				},
			],
		}),
		/^Targeting > Product Audiences by Events 1 > Inclusions 1 must have either an event or a rule/,
	],
];
