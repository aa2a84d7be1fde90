import type { IDataObject } from 'n8n-workflow';

import { issue, byId, run, testRows, US } from './adSetRuns';

jest.mock('../../../nodes/shared/graph/client');

const TAIWAN = { geo_locations: { countries: ['TW'] } };
const CATEGORIES = ['TAIWAN_UNIVERSAL'];
const IDENTITIES = { taiwan_universal_beneficiary: '7001', taiwan_universal_payer: '7001' };
const CAMPAIGN_SPEC = { value: { name: 'New', objective: 'REACH', buying_type: 'AUCTION' } };

testRows('create', [
	[
		'an ad set without a campaign',
		{ campaign_id: byId('') },
		'Campaign is required, unless New Campaign says what campaign to create',
		{ campaign_id: byId(''), additionalFields: { campaign_spec: CAMPAIGN_SPEC } },
	],
	[
		'an ad set in two campaigns',
		{ additionalFields: { campaign_spec: CAMPAIGN_SPEC } },
		'Campaign cannot be combined with New Campaign: an ad set belongs to one campaign',
		{},
	],
	[
		'an ad set without targeting',
		{ targeting: {} },
		'Targeting is required: choose at least a place, such as a country',
		{ targeting: {}, additionalFields: { rf_prediction_id: '6001' } },
	],
	['an ad set without a name', { name: ' ' }, 'Name is required', { name: '🎯' }],
	[
		'a name that is too long',
		{ name: 'x'.repeat(401) },
		`Name must have at most 400 characters (given: "${'x'.repeat(79)}...)`,
		{ name: 'x'.repeat(400) },
	],
	[
		'ads for people in Taiwan without a declaration',
		{ targeting: TAIWAN },
		'Regional Regulated Categories must declare Taiwan for ads that reach people there',
		{
			targeting: TAIWAN,
			additionalFields: {
				regional_regulated_categories: CATEGORIES,
				regional_regulation_identities: IDENTITIES,
			},
		},
	],
]);

testRows('update', [
	[
		'nothing to change',
		{ additionalFields: { parent_campaign_id: byId('1') } },
		'Additional Fields have nothing to change: add one, or look why its expression gives nothing',
		{ additionalFields: { name: 'New' } },
	],
	[
		'a declaration without identities',
		{ additionalFields: { regional_regulated_categories: CATEGORIES } },
		'Regional Regulation Identities must have Taiwan: Beneficiary for the declaration',
		{
			additionalFields: {
				regional_regulated_categories: CATEGORIES,
				regional_regulation_identities: IDENTITIES,
			},
		},
	],
	[
		'recommendations alone',
		{ additionalFields: { execution_options: ['include_recommendations'] } },
		'Execution Options must have Validate Only when Include Recommendations is chosen',
		{ additionalFields: { execution_options: ['validate_only', 'include_recommendations'] } },
	],
	[
		'a status that does not exist',
		{ additionalFields: { status: 'STOPPED' } },
		'Status must be one of: PAUSED, ACTIVE, ARCHIVED, DELETED (given: "STOPPED")',
		{ additionalFields: { status: 'ARCHIVED' } },
	],
]);

test('a new ad set cannot be archived', async () => {
	expect(await issue('create', { status: 'ARCHIVED' })).toBe(
		'Status must be one of: PAUSED, ACTIVE (given: "ARCHIVED")',
	);
});

test('ad sets of one campaign never share a batch', async () => {
	const other = { campaign_id: byId('120210000000000002') };
	const { sent } = await run('create', {}, {}, other);
	// Batches are filled past the second one of a campaign.
	expect(sent.map(({ batchGroup }) => batchGroup)).toEqual([
		'120210000000000001',
		'120210000000000002',
		'120210000000000001',
	]);
});

test('an ad set with a campaign of its own may share a batch with any', async () => {
	const { sent } = await run('create', {
		campaign_id: byId(''),
		additionalFields: { campaign_spec: CAMPAIGN_SPEC },
	});
	expect(sent).toMatchObject([{ parameters: { targeting: US } }]);
	expect(sent[0].batchGroup).toBeUndefined();
});

const OLDER = { ...US, age_min: 30 };

test.each<[string, IDataObject, unknown]>([
	['places only', { targeting: US }, undefined],
	['an age', { targeting: OLDER }, 0],
	['an age, On', { targeting: OLDER, advantage_audience: 'on' }, 1],
	['places only, Off', { targeting: US, advantage_audience: 'off' }, 0],
	[
		'an age and a word in the targeting',
		{ targeting: { ...OLDER, targeting_automation: { advantage_audience: true } } },
		1,
	],
	['an age in JSON', { targeting: { ...US, _json: '{"genders": [1]}' } }, 0],
])('Advantage+ Audience of a new ad set with %s', async (_title, form, sent) => {
	const { sent: requests } = await run('create', form);
	const targeting = requests[0].parameters?.targeting as IDataObject;
	expect((targeting.targeting_automation as IDataObject)?.advantage_audience).toBe(sent);
});

test('a campaign made with its ad set says that budgets are not shared', async () => {
	const campaign = { name: 'C', objective: 'OUTCOME_TRAFFIC', buying_type: 'AUCTION' };
	const form = { campaign_id: byId(''), additionalFields: { campaign_spec: { value: campaign } } };
	const { sent } = await run('create', form);
	expect(sent[0].parameters?.campaign_spec).toEqual({
		...campaign,
		is_adset_budget_sharing_enabled: false,
	});
});

test.each(['update', 'activate', 'pause', 'archive', 'delete', 'copy'])(
	'%s: existing ad sets never share a batch, for they may be of one campaign',
	async (operation) => {
		const forms = ['120210000000000003', '120210000000000004'].map((id) => ({
			adset_id: byId(id),
			additionalFields: { name: 'New' },
		}));
		const groups = (await run(operation, ...forms)).sent.map(({ batchGroup }) => batchGroup);
		expect(groups).toHaveLength(2);
		expect(groups[0]).toEqual(expect.any(String));
		expect(groups[1]).toBe(groups[0]);
	},
);

test.each(['update', 'activate', 'pause', 'archive', 'delete', 'copy'])(
	'%s: ad sets whose campaigns are named share batches with those of others',
	async (operation) => {
		const forms = ['120210000000000001', '120210000000000002'].map((campaign) => ({
			adset_id: byId('120210000000000003'),
			additionalFields: { name: 'New', parent_campaign_id: byId(campaign) },
		}));
		const { sent } = await run(operation, ...forms);
		expect(sent.map(({ batchGroup }) => batchGroup)).toEqual([
			'120210000000000001',
			'120210000000000002',
		]);
		expect(sent.some(({ parameters }) => 'parent_campaign_id' in { ...parameters })).toBe(false);
	},
);

test.each([
	['create', 'object'],
	['copy', 'undefined'],
	['update', 'string'],
])('a %s whose answer got lost is found again by a %s', async (operation, type) => {
	const { sent } = await run(operation, { additionalFields: { name: 'New' } });
	expect(typeof sent[0].repeat).toBe(type);
});

test('a copy can be found where the ad account is known', async () => {
	const { sent } = await run('copy', { ad_account: byId('1001') });
	expect(typeof sent[0].repeat).toBe('object');
});
