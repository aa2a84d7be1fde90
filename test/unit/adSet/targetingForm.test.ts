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
		{ interests: '6003107902433, 6003139266461', locales: '6, 24', college_years: '1999,2000' },
		{
			interests: [{ id: '6003107902433' }, { id: '6003139266461' }],
			locales: [6, 24],
			college_years: [1999, 2000],
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
		{ college_years: '1999, last' },
		'Targeting > College Years must be whole numbers separated by commas',
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
		{ flexible_spec: Array(26).fill({ interests: '1' }) },
		'Targeting > Detailed Targeting (Narrowed) must have at most 25 entries',
	],
	[
		'a product audience without events',
		{ product_audience_specs: [{ product_set_id: '4008' }] },
		'Targeting > Product Audience Specs 1 > Inclusions is required',
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
		'Targeting > Product Audience Specs 1 > Inclusions 1 must have either an event or a rule',
	],
])('refuses %s', (_title, raw, complaint) => {
	expect(issuesOf(targeting, raw)).toEqual([complaint]);
});
