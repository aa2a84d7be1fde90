import { ASSET_IDS } from '../sandbox';
import { workflowWith } from '../support/engine';
import { adSetNode, adSetParameters, CAMPAIGN } from './support/adSets';
import { Bench, itemsOf, jsonOf, pairsOf } from './support/bench';
import { byId } from './support/campaigns';
import { entries } from './support/targetingForm';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => {
	bench.reset();
	bench.sandbox.seed.campaigns('1001', 1, { id: CAMPAIGN });
});

const inAccount = { ad_account: byId('1001') };
const US = { geo_locations: { countries: ['US'] } };
/** What is said where a narrowed audience has to say it. */
const KEPT_TO = { targeting_automation: { advantage_audience: 0 } };
const targetings = () => bench.sandbox.store.ofType('adset').map(({ values }) => values.targeting);

const search = (parameters = {}) =>
	adSetNode(
		'targeting.search',
		{ type: 'adinterest', q: 'movies', returnAll: true, ...parameters },
		{ name: 'Search' },
	);

test('each interest that a search finds gets an ad set of its own', async () => {
	const run = await bench.run(
		workflowWith(
			search(),
			adSetNode(
				'adSet.create',
				adSetParameters({
					targeting: {
						...US,
						detailed_targeting: entries({
							people: 'include',
							traits: { interests: entries({ id: byId('={{ $json.id }}') }) },
						}),
					},
				}),
				{ name: 'Create' },
			),
		),
	);
	const found = itemsOf(run, 'Search');
	expect(found.length).toBeGreaterThan(3);
	expect(pairsOf(run, 'Create')).toEqual(found.map((_interest, index) => index));
	const made = jsonOf(run, 'Create').map(({ id }) => bench.valuesOf(id));
	expect(made.map(({ name, targeting }) => [name, targeting])).toEqual(
		found.map(({ id, name }) => [name, { ...US, ...KEPT_TO, interests: [{ id }] }]),
	);
});

test('all interests that a search finds go into one ad set', async () => {
	const all = "$('Search').all().map((item) => ({ id: item.json.id, name: item.json.name }))";
	const run = await bench.run(
		workflowWith(
			search({ returnAll: false, limit: 4 }),
			adSetNode(
				'adSet.create',
				adSetParameters({
					name: 'All',
					targeting: { ...US, _json: `={{ JSON.stringify({ interests: ${all} }) }}` },
				}),
				{ name: 'Create', executeOnce: true },
			),
		),
	);
	const found = itemsOf(run, 'Search').map(({ id, name }) => ({ id, name }));
	expect(found).toHaveLength(4);
	expect(targetings()).toEqual([{ ...US, ...KEPT_TO, interests: found }]);
});

test('a place that a search finds is estimated and then used', async () => {
	const place = {
		key: byId("={{ $('Search').item.json.key }}"),
		radius: 40,
		distance_unit: 'kilometer',
	};
	const cities = { geo_locations: { cities: entries(place) } };
	const run = await bench.run(
		workflowWith(
			search({ type: 'adgeolocation', q: 'austin', location_types: ['city'] }),
			adSetNode(
				'targeting.getReachEstimate',
				{ ...inAccount, targeting: cities },
				{ name: 'Reach' },
			),
			adSetNode(
				'targeting.getDeliveryEstimate',
				{ ...inAccount, optimization_goal: 'LINK_CLICKS', targeting: cities },
				{ name: 'Delivery' },
			),
			adSetNode(
				'adSet.create',
				adSetParameters({ name: "={{ $('Search').item.json.name }}", targeting: cities }),
				{ name: 'Create' },
			),
		),
	);
	const [{ key }] = itemsOf(run, 'Search');
	const [reach] = jsonOf(run, 'Reach');
	expect(reach).toMatchObject({ estimate_ready: true });
	expect(Number(reach.users_upper_bound)).toBeGreaterThan(Number(reach.users_lower_bound));
	expect(jsonOf(run, 'Delivery')).toMatchObject([{ estimate_ready: true }]);
	expect(targetings()).toEqual([
		{ geo_locations: { cities: [{ key, radius: 40, distance_unit: 'kilometer' }] } },
	]);
});

test('only what is valid still goes from validation into a suggestion', async () => {
	const run = await bench.run(
		workflowWith(
			adSetNode(
				'targeting.validate',
				{
					...inAccount,
					targeting_list: entries({ type: 'interests', id: byId('6003397425735') }),
					additionalFields: { name_list: 'Pinball, Golf' },
				},
				{ name: 'Validate' },
			),
			adSetNode(
				'targeting.suggest',
				{
					...inAccount,
					returnAll: false,
					limit: 2,
					targeting_list: entries({
						type: '={{ $json.type ?? "interests" }}',
						id: byId('={{ $json.id ?? "6003397425735" }}'),
					}),
				},
				{ name: 'Suggest' },
			),
		),
	);
	expect(itemsOf(run, 'Validate').map(({ name, valid }) => [name, valid])).toEqual([
		['Tennis', true],
		['Pinball', false],
		['Golf', true],
	]);
	expect(pairsOf(run, 'Suggest')).toEqual([0, 0, 1, 1, 2, 2]);
});

test('a new audience is shared, listed and reached by an ad set', async () => {
	const audienceId = "={{ $('Audience').item.json.id }}";
	const run = await bench.run(
		workflowWith(
			adSetNode(
				'audience.create',
				{
					...inAccount,
					name: 'Watched',
					subtype: 'ENGAGEMENT',
					rule: entries({ object_id: byId('10203000000000001'), event_name: 'video_completed' }),
					additionalFields: { retention_days: 30, prefill: true },
				},
				{ name: 'Audience' },
			),
			adSetNode(
				'audience.share',
				{ custom_audience_id: byId(audienceId), adaccounts: 'act_1002' },
				{ name: 'Share' },
			),
			adSetNode(
				'audience.getMany',
				{
					ad_account: byId('1002'),
					returnAll: true,
					output: 'selected',
					outputFields: ['name', 'retention_days'],
				},
				{ name: 'List' },
			),
			adSetNode(
				'adSet.create',
				adSetParameters({
					name: 'Reached',
					targeting: {
						...US,
						custom_audiences: entries({ id: byId(audienceId) }),
						excluded_custom_audiences: entries({ id: byId(ASSET_IDS.audiences[0]) }),
						targeting_relaxation_types: { lookalike: true },
					},
				}),
				{ name: 'Create' },
			),
		),
	);
	const [{ id }] = itemsOf(run, 'Audience');
	expect(bench.valuesOf(id)).toMatchObject({
		name: 'Watched',
		prefill: true,
		shared_account_ids: ['1002'],
		rule: '[{"object_id":"10203000000000001","event_name":"video_completed"}]',
	});
	expect(jsonOf(run, 'Share')).toMatchObject([{ id, success: true }]);
	expect(jsonOf(run, 'List')).toEqual([{ id, name: 'Watched', retention_days: 30 }]);
	expect(targetings()).toEqual([
		{
			...US,
			...KEPT_TO,
			custom_audiences: [{ id }],
			excluded_custom_audiences: [{ id: ASSET_IDS.audiences[0] }],
			targeting_relaxation_types: { lookalike: 1 },
		},
	]);
});

test('a new product audience is what a catalog ad set reaches', async () => {
	const [campaign] = bench.sandbox.seed.campaigns('1001', 1, { objective: 'OUTCOME_SALES' });
	const product_set_id = byId(ASSET_IDS.productSet);
	const run = await bench.run(
		workflowWith(
			adSetNode(
				'audience.createProductAudience',
				{
					...inAccount,
					name: 'Viewed',
					product_set_id,
					inclusions: entries({ event: 'ViewContent', retention_seconds: 86_400 }),
					exclusions: entries({ event: 'Purchase', retention_seconds: 86_400 }),
				},
				{ name: 'Audience' },
			),
			adSetNode(
				'adSet.create',
				adSetParameters(
					{
						name: 'Catalog',
						campaign_id: byId(campaign),
						optimization_goal: 'OFFSITE_CONVERSIONS',
						targeting: {
							...US,
							dynamic_audience_ids: entries({ audience: byId('={{ $json.id }}') }),
						},
					},
					{ promoted_object: { product_set_id } },
				),
				{ name: 'Create' },
			),
		),
	);
	const [{ id }] = itemsOf(run, 'Audience');
	expect(bench.valuesOf(id)).toMatchObject({
		inclusions: [{ retention_seconds: 86_400, rule: { event: { eq: 'ViewContent' } } }],
		exclusions: [{ retention_seconds: 86_400, rule: { event: { eq: 'Purchase' } } }],
	});
	expect(jsonOf(run, 'Create')).toHaveLength(1);
	expect(targetings()).toEqual([{ ...US, dynamic_audience_ids: [id] }]);
});
