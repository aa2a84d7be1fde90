import { testRows, US, type Form } from './adSetRuns';

jest.mock('../../../nodes/shared/graph/client');

function targeting(own: Form): Form {
	return { targeting: { ...US, ...own } };
}

function located(member: string, places: Form): Form {
	return targeting({ [member]: { countries: ['US'], ...places } });
}

const CITY = { key: '2418779', distance_unit: 'mile' };

const everywhere = (['create', 'update'] as const).map((operation) => [operation] as const);

describe.each(everywhere)('%s', (operation) => {
	testRows(operation, [
		[
			'nobody anywhere',
			{ targeting: { age_min: 20, geo_locations: { location_types: ['home'] } } },
			'Targeting > Locations must have at least one place, such as a country',
			{ targeting: { custom_audiences: '23840000000000001' } },
		],
		[
			'an age below 13',
			targeting({ age_min: 12 }),
			'Targeting > Minimum Age must be at least 13 (given: 12)',
			targeting({ age_min: 13 }),
		],
		[
			'an age above 65',
			targeting({ age_max: 66 }),
			'Targeting > Maximum Age must be at most 65 (given: 66)',
			targeting({ age_max: 65 }),
		],
		[
			'a youngest age above the oldest',
			targeting({ age_min: 40, age_max: 39 }),
			'Targeting > Maximum Age must not be below the minimum age (40)',
			targeting({ age_min: 40, age_max: 40 }),
		],
		[
			'Instagram positions without Instagram',
			targeting({ publisher_platforms: ['facebook'], instagram_positions: ['stream'] }),
			'Targeting > Instagram Positions cannot be chosen: Publisher Platforms do not include Instagram',
			targeting({ instagram_positions: ['stream'] }),
		],
		[
			'Audience Network positions without it',
			targeting({ publisher_platforms: ['facebook'], audience_network_positions: ['classic'] }),
			'Targeting > Audience Network Positions cannot be chosen: Publisher Platforms do not include Audience Network',
			targeting({
				publisher_platforms: ['facebook', 'audience_network'],
				audience_network_positions: ['classic'],
			}),
		],
		[
			'Threads without Instagram',
			targeting({ publisher_platforms: ['threads', 'facebook'] }),
			'Targeting > Publisher Platforms must include Instagram where Threads is chosen',
			targeting({ publisher_platforms: ['threads', 'instagram'] }),
		],
		[
			'Explore without Stream',
			targeting({ instagram_positions: ['explore'] }),
			'Targeting > Instagram Positions must include Stream where Explore is chosen',
			targeting({ instagram_positions: ['explore', 'stream'] }),
		],
		[
			'Explore Home without Explore',
			targeting({ instagram_positions: ['explore_home', 'stream'] }),
			'Targeting > Instagram Positions must include Explore where Explore Home is chosen',
			targeting({ instagram_positions: ['explore_home', 'stream', 'explore'] }),
		],
		[
			'search results without Stream',
			targeting({ instagram_positions: ['ig_search'] }),
			'Targeting > Instagram Positions must include Stream where Search Results is chosen',
			targeting({ instagram_positions: ['ig_search', 'stream'] }),
		],
		[
			'the Threads feed without Instagram Stream',
			targeting({ threads_positions: ['threads_stream'], instagram_positions: ['story'] }),
			'Targeting > Threads Positions with Threads Stream need Stream among Instagram Positions',
			targeting({ threads_positions: ['threads_stream'] }),
		],
		[
			'Marketplace without Feed',
			targeting({ facebook_positions: ['marketplace'] }),
			'Targeting > Facebook Positions must include Feed where Marketplace is chosen',
			targeting({ facebook_positions: ['marketplace', 'feed'] }),
		],
		[
			'WhatsApp Status without Instagram Story',
			targeting({ whatsapp_positions: ['status'], instagram_positions: ['stream'] }),
			'Targeting > WhatsApp Positions with Status need Story among Instagram Positions',
			targeting({ whatsapp_positions: ['status'], instagram_positions: ['story'] }),
		],
		[
			'Audience Network alone',
			targeting({ publisher_platforms: ['audience_network'] }),
			'Targeting > Publisher Platforms cannot be Audience Network alone',
			targeting({ publisher_platforms: ['audience_network', 'facebook'] }),
		],
		[
			'Sponsored Messages with others',
			targeting({ messenger_positions: ['sponsored_messages', 'story'] }),
			'Targeting > Messenger Positions cannot combine Sponsored Messages with other placements',
			targeting({
				publisher_platforms: ['messenger'],
				messenger_positions: ['sponsored_messages'],
			}),
		],
		[
			'versions of one system beside the other',
			targeting({ user_os: 'Android, iOS_ver_8.0_and_above' }),
			'Targeting > Operating Systems cannot have versions of one system together with the other system',
			targeting({ user_os: 'Android, iOS' }),
		],
		[
			'a radius around a city that is too small',
			located('geo_locations', { cities: { value: [{ ...CITY, radius: 9 }] } }),
			'Targeting > Locations > Cities 1 > Radius must be between 10 and 50 miles',
			located('geo_locations', { cities: { value: [{ ...CITY, radius: 10 }] } }),
		],
		[
			'a radius around a point that is too large',
			located('excluded_geo_locations', {
				custom_locations: [{ latitude: 1, longitude: 1, radius: 81, distance_unit: 'kilometer' }],
			}),
			'Targeting > Excluded Locations > Custom Locations 1 > Radius must be between 1 and 80 kilometers',
			located('excluded_geo_locations', {
				custom_locations: [{ latitude: 1, longitude: 1, radius: 80, distance_unit: 'kilometer' }],
			}),
		],
		[
			'a custom location that is nowhere',
			located('geo_locations', { custom_locations: [{ latitude: 1, radius: 5 }] }),
			'Targeting > Locations > Custom Locations 1 must have an address, a latitude with a longitude, or a type',
			located('geo_locations', { custom_locations: [{ address_string: 'Here', radius: 5 }] }),
		],
		[
			'a postal code without its country',
			located('geo_locations', { zips: ['94304-'] }),
			'Targeting > Locations > Postal Codes 1 > Postal Code must be a postal code ID such as US:94304 (given: "94304-")',
			located('geo_locations', { zips: 'US:94304, US:00501' }),
		],
	]);
});
