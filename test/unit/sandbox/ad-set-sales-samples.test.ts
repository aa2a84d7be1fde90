import { APP_STORE_URLS, ASSET_IDS } from '../../sandbox';
import type { JsonObject } from '../../sandbox/json';
import { AdSetBench, PIXEL, US, type Form } from './ad-set-support';
import { Bench } from './support';

let bench: Bench;
let sets: AdSetBench;
beforeAll(async () => {
	bench = await Bench.open({ limits: { tier: 'standard_access' } });
	sets = new AdSetBench(bench);
});
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

const sales = { objective: 'OUTCOME_SALES' };
const shopping = { ...sales, smart_promotion_type: 'AUTOMATED_SHOPPING_ADS' };
const set = { product_set_id: ASSET_IDS.productSet };
const to = (spec: JsonObject) => ({ ...US, ...spec }) as JsonObject;
const events = (name: string, seconds: number) => [
	{ retention_seconds: seconds, rule: { event: { eq: name } } },
];
const catalog = {
	bid_amount: 3000,
	billing_event: 'IMPRESSIONS',
	daily_budget: 15000,
	promoted_object: set,
};
const viewed = {
	product_audience_specs: [
		{ ...set, inclusions: events('ViewContent', 432000), exclusions: events('Purchase', 432000) },
	],
	excluded_product_audience_specs: [{ ...set, inclusions: events('ViewContent', 259200) }],
};

/** Calls as the documentation shows them, with ids that exist here and times to come. */
const SAMPLES: Array<[title: string, values: Form, campaign?: Form]> = [
	[
		'existing customers',
		{
			daily_budget: null,
			daily_min_spend_target: 500,
			daily_spend_cap: 900,
			promoted_object: PIXEL,
			targeting: to({
				custom_audiences: [{ id: ASSET_IDS.audiences[0] }],
				targeting_relaxation_types: { custom_audience: 0 },
			}),
		},
		{ ...sales, daily_budget: 5000 },
	],
	[
		'new customers',
		{
			promoted_object: PIXEL,
			targeting: to({
				age_min: 25,
				age_max: 40,
				excluded_custom_audiences: [{ id: ASSET_IDS.audiences[0] }],
			}),
		},
		sales,
	],
	[
		'Advantage+ shopping',
		{
			promoted_object: PIXEL,
			existing_customer_budget_percentage: 20,
			billing_event: 'IMPRESSIONS',
		},
		shopping,
	],
	[
		'Advantage+ shopping with a cost cap',
		{
			promoted_object: PIXEL,
			optimization_goal: 'OFFSITE_CONVERSIONS',
			billing_event: 'IMPRESSIONS',
			bid_strategy: 'COST_CAP',
			bid_amount: 200,
		},
		shopping,
	],
	[
		'Shops ads',
		{
			bid_amount: 3000,
			billing_event: 'IMPRESSIONS',
			daily_budget: 15000,
			bid_strategy: 'LOWEST_COST_WITHOUT_CAP',
			destination_type: 'SHOP_AUTOMATIC',
			promoted_object: {
				omnichannel_object: {
					onsite: [{ commerce_merchant_settings_id: ASSET_IDS.shop }],
					pixel: [PIXEL],
				},
			},
		},
		shopping,
	],
	[
		'website and app',
		{
			daily_budget: 20000,
			promoted_object: {
				omnichannel_object: {
					app: [
						{
							application_id: ASSET_IDS.app,
							custom_event_type: 'PURCHASE',
							object_store_urls: Object.values(APP_STORE_URLS),
						},
					],
					pixel: [PIXEL],
				},
			},
		},
		shopping,
	],
	[
		'Dynamic Creative',
		{
			optimization_goal: 'OFFSITE_CONVERSIONS',
			is_dynamic_creative: true,
			daily_budget: null,
			lifetime_budget: 5000,
			promoted_object: PIXEL,
			billing_event: 'IMPRESSIONS',
			bid_strategy: 'LOWEST_COST_WITHOUT_CAP',
			start_time: '2026-04-09',
			end_time: '2026-04-20',
		},
		sales,
	],
	[
		'Dynamic Creative for app installs',
		{
			optimization_goal: 'APP_INSTALLS',
			is_dynamic_creative: true,
			billing_event: 'IMPRESSIONS',
			promoted_object: { object_store_url: APP_STORE_URLS.itunes, application_id: ASSET_IDS.app },
			daily_budget: null,
			lifetime_budget: 20000,
			end_time: 1782000000,
			targeting: to({
				age_min: 18,
				age_max: 24,
				publisher_platforms: ['facebook', 'audience_network'],
				user_os: ['ios'],
			}),
		},
		{ objective: 'OUTCOME_APP_PROMOTION' },
	],
	[
		'catalog ads',
		{ ...catalog, optimization_goal: 'OFFSITE_CONVERSIONS' },
		{ objective: 'PRODUCT_CATALOG_SALES' },
	],
	[
		'retargeting',
		{
			...catalog,
			billing_event: 'LINK_CLICKS',
			optimization_goal: 'LINK_CLICKS',
			targeting: to({
				publisher_platforms: ['facebook', 'audience_network'],
				device_platforms: ['mobile'],
				...viewed,
			}),
		},
		{ objective: 'PRODUCT_CATALOG_SALES' },
	],
	[
		'upsell',
		{
			...catalog,
			status: 'ACTIVE',
			targeting: to({ interests: [{ id: 6003397425735, name: 'Tennis' }] }),
		},
		{ objective: 'PRODUCT_CATALOG_SALES' },
	],
	[
		'cross-sell',
		{
			...catalog,
			billing_event: 'LINK_CLICKS',
			optimization_goal: 'LINK_CLICKS',
			promoted_object: { product_set_id: '610000000000002' },
			targeting: to(viewed),
		},
		sales,
	],
	[
		'a broad audience',
		{
			...catalog,
			bid_amount: 800,
			optimization_goal: 'OFFSITE_CONVERSIONS',
			promoted_object: { ...set, custom_event_type: 'PURCHASE' },
			targeting: to({
				age_max: 65,
				age_min: 30,
				genders: [2],
				excluded_product_audience_specs: [{ ...set, inclusions: events('Purchase', 864000) }],
			}),
		},
		sales,
	],
];

it.each(SAMPLES)('takes the documented call for %s', async (_title, values, campaign = {}) => {
	expect(await sets.create(values, campaign)).toMatchObject({ success: true });
});
