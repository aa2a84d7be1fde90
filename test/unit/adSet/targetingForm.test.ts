import { targetingSpec } from '../../../nodes/shared/fields/targeting';
import { issuesOf, valueOf } from '../operation/support';

const targeting = targetingSpec();

test.each<[string, unknown, unknown]>([
	[
		'JSON text',
		'{"geo_locations": {"countries": ["US"]}, "genders": [1]}',
		{ geo_locations: { countries: ['US'] }, genders: [1] },
	],
	[
		'what Meta gave back, new members included',
		{
			age_min: 18,
			locales: [6, 24],
			flexible_spec: [{ interests: [{ id: '1', name: 'A' }] }],
			new: 1,
		},
		{
			new: 1,
			age_min: 18,
			locales: [6, 24],
			flexible_spec: [{ interests: [{ id: '1', name: 'A' }] }],
		},
	],
	[
		'lists as text',
		{
			locales: '6, 24',
			detailed_targeting: [
				{
					people: 'include',
					traits: { interests: '6003107902433, 6003139266461', college_years: '1999,2000' },
				},
			],
		},
		{
			locales: [6, 24],
			flexible_spec: [
				{
					interests: [{ id: '6003107902433' }, { id: '6003139266461' }],
					college_years: [1999, 2000],
				},
			],
		},
	],
	[
		'names of countries as codes',
		{ geo_locations: { countries: 'us, de' } },
		{ geo_locations: { countries: ['US', 'DE'] } },
	],
	[
		'members as JSON, which win',
		{ age_min: 20, _json: '{"age_min": 30, "connections": [{"id": "1"}]}' },
		{ age_min: 30, connections: [{ id: '1' }] },
	],
	['a suggested range as Meta writes it', { age_range: [25, 35] }, { age_range: [25, 35] }],
	[
		'switches as numbers',
		{ targeting_automation: { advantage_audience: 0, individual_setting: { age: 'true' } } },
		{ targeting_automation: { advantage_audience: 0, individual_setting: { age: 1 } } },
	],
	[
		'rules of product audiences as they are',
		{
			product_audience_specs: [
				{
					product_set_id: '4008',
					inclusions: [{ retention_seconds: 60, rule: { event: { eq: 'Lead' } } }],
				},
			],
		},
		{
			product_audience_specs: [
				{
					product_set_id: '4008',
					inclusions: [{ retention_seconds: 60, rule: { event: { eq: 'Lead' } } }],
				},
			],
		},
	],
	['an empty form as nothing', {}, undefined],
])('takes %s', (_title, raw, value) => {
	expect(valueOf(targeting, raw)).toEqual(value);
});

test('steps of one kind are one: who is included, who is left out, each step to narrow by', () => {
	const step = (people: string, traits: object) => ({ people, traits });
	const parsed = valueOf(targeting, {
		detailed_targeting: [
			step('include', { interests: '1', behaviors: '2' }),
			step('narrow', { interests: '3', custom_audiences: '10' }),
			step('exclude', { interests: '5', custom_audiences: '11' }),
			step('include', { interests: '6' }),
			step('narrow', { behaviors: '4' }),
			step('exclude', { interests: '7' }),
		],
	});
	expect(parsed).toEqual({
		flexible_spec: [
			{ interests: [{ id: '1' }, { id: '6' }], behaviors: [{ id: '2' }] },
			{ interests: [{ id: '3' }], custom_audiences: [{ id: '10' }] },
			{ behaviors: [{ id: '4' }] },
		],
		exclusions: { interests: [{ id: '5' }, { id: '7' }] },
		excluded_custom_audiences: [{ id: '11' }],
	});
});

test('what is included stands at the root where it is of one kind', () => {
	const included = (traits: object) =>
		valueOf(targeting, { detailed_targeting: [{ people: 'include', traits }, { traits }] });
	const interests = [{ id: '1' }, { id: '1' }];
	expect(included({ interests: '1' })).toEqual({ interests });
	expect(included({ interests: '1', custom_audiences: '2' })).toEqual({
		flexible_spec: [{ interests, custom_audiences: [{ id: '2' }, { id: '2' }] }],
	});
});

test.each<[string, string, unknown, object]>([
	['narrow', 'flexible_spec', [{ behaviors: [{ id: '9' }] }], { interests: '1' }],
	['exclude', 'exclusions', { interests: [{ id: '9' }] }, { interests: '1' }],
	['include', 'flexible_spec', [], { interests: '1', behaviors: '2' }],
])('steps to %s do not take the place of %s', (people, member, given, traits) => {
	const raw = { detailed_targeting: [{ people, traits }], [member]: given };
	const place = member === 'exclusions' ? 'exclusions.interests' : member;
	expect(issuesOf(targeting, raw)).toEqual([
		`Targeting > Detailed Targeting cannot be combined with ${place}: give one of the two`,
	]);
});

test("the API's own names of traits are read like the form's", () => {
	expect(
		valueOf(targeting, { interests: '1, 2', exclusions: { behaviors: [{ id: '3' }] } }),
	).toEqual({ interests: [{ id: '1' }, { id: '2' }], exclusions: { behaviors: [{ id: '3' }] } });
	expect(issuesOf(targeting, { interests: 'soccer' })[0]).toMatch(/^Targeting > Interests 1 /);
	const twice = {
		interests: '1',
		detailed_targeting: [{ people: 'include', traits: { interests: '2' } }],
	};
	expect(issuesOf(targeting, twice)).toEqual([
		'Targeting > Interests cannot be combined with Detailed Targeting: give one of the two',
	]);
});

test('a list that stands in two places is an issue', () => {
	expect(
		issuesOf(targeting, {
			custom_audiences: '1',
			detailed_targeting: [{ people: 'include', traits: { custom_audiences: '2' } }],
		}),
	).toEqual([
		'Targeting > Custom Audiences cannot be combined with Detailed Targeting: give one of the two',
	]);
});

test('audiences go by their ID alone', () => {
	const picked = {
		__rl: true,
		mode: 'list',
		value: '23840000000000001',
		cachedResultName: 'Buyers',
	};
	expect(valueOf(targeting, { custom_audiences: { value: [{ id: picked }] } })).toEqual({
		custom_audiences: [{ id: '23840000000000001' }],
	});
});

test.each<[string, unknown, string]>([
	[
		'years that are none',
		{ detailed_targeting: [{ people: 'include', traits: { college_years: '1999, last' } }] },
		'Targeting > Detailed Targeting 1 > Traits > College Years must be whole numbers separated by commas',
	],
	[
		'too many regions',
		{ geo_locations: { regions: Array(201).fill('3847') } },
		'Targeting > Locations > Regions must have at most 200 entries',
	],
	[
		'too many audiences',
		{ custom_audiences: Array(501).fill('1') },
		'Targeting > Custom Audiences must have at most 500 entries',
	],
	[
		'too many languages',
		{ locales: Array(51).fill(6) },
		'Targeting > Languages must have at most 50 entries',
	],
	[
		'too many segments',
		{ detailed_targeting: Array(26).fill({ people: 'narrow', traits: { interests: '1' } }) },
		'Targeting > Detailed Targeting must have at most 25 steps to narrow by',
	],
	[
		'a product audience without events',
		{ product_audience_specs: [{ product_set_id: '4008' }] },
		'Targeting > Product Audiences by Events 1 > Inclusions is required',
	],
	[
		'an event that is also a rule',
		{
			product_audience_specs: [
				{
					product_set_id: '4008',
					inclusions: [{ retention_seconds: 60, event: 'Lead', rule: { event: { eq: 'Lead' } } }],
				},
			],
		},
		'Targeting > Product Audiences by Events 1 > Inclusions 1 must have either an event or a rule',
	],
])('refuses %s', (_title, raw, issue) => {
	expect(issuesOf(targeting, raw)).toEqual([issue]);
});

/** As Meta gives it of an ad set made in Ads Manager; what it repeats of audiences' names is left out. */
const READ: Record<string, unknown> = {
	age_max: 65,
	age_min: 18,
	age_range: [25, 44],
	app_install_state: 'installed',
	audience_network_positions: ['classic', 'rewarded_video'],
	brand_safety_content_filter_levels: ['FACEBOOK_STANDARD', 'AN_STANDARD', 'FEED_RELAXED'],
	college_years: [2010],
	contextual_targeting_categories: [{ id: '1', name: 'Sports' }],
	custom_audiences: [{ id: '23850000000000001' }],
	device_platforms: ['mobile', 'desktop', 'connected_tv'],
	excluded_geo_locations: {
		regions: [{ key: '3848', name: 'Ohio', country: 'US' }],
		location_types: ['home', 'recent'],
	},
	excluded_publisher_categories: ['dating', 'news'],
	exclusions: { interests: [{ id: '6004', name: 'Golf' }] },
	facebook_positions: ['marketplace', 'video_feeds', 'facebook_reels_overlay'],
	flexible_spec: [
		{ interests: [{ id: '6003', name: 'Tennis' }], user_adclusters: [{ id: 1, name: 'Makers' }] },
	],
	geo_locations: {
		countries: ['US'],
		cities: [
			{
				country: 'US',
				distance_unit: 'mile',
				key: '2418779',
				name: 'Berlin',
				radius: 25,
				region: 'NH',
			},
		],
		custom_locations: [
			{ latitude: 47.1, longitude: -122.1, radius: 10, distance_unit: 'mile', primary_city_id: 1 },
		],
		location_types: ['home', 'recent', 'travel_in'],
		zips: [{ key: 'US:94304', name: '94304', primary_city_id: 2418956, region_id: 3847 }],
	},
	is_whatsapp_destination_ad: false,
	locales: [6, 24],
	targeting_automation: { advantage_audience: 0, individual_setting: { age: 1 } },
	targeting_relaxation_types: { lookalike: 0, custom_audience: 0 },
	user_os: ['iOS_ver_14.0_and_above'],
};

test('a targeting that was read can be written back', () => {
	expect(valueOf(targeting, READ)).toEqual(READ);
});
