import { ASSET_IDS } from '../../sandbox';
import type { JsonObject } from '../../sandbox/json';
import { AdSetBench, PAGE, US, type Form } from './ad-set-support';
import { Bench } from './support';

let bench: Bench;
let sets: AdSetBench;
beforeAll(async () => {
	bench = await Bench.open({ limits: { tier: 'standard_access' } });
	sets = new AdSetBench(bench);
});
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());
const to = (spec: JsonObject) => ({ ...US, ...spec }) as JsonObject;
const instagram = {
	optimization_goal: 'LINK_CLICKS',
	billing_event: 'IMPRESSIONS',
	bid_amount: 2,
	daily_budget: 1000,
};

/** Calls as the documentation shows them, with ids that exist here and times to come. */
const SAMPLES: Array<[title: string, values: Form, campaign?: Form]> = [
	[
		'the reference',
		{
			name: 'My First Adset',
			daily_budget: null,
			lifetime_budget: 20000,
			start_time: '2026-12-10T11:21:33-0800',
			end_time: '2026-12-20T11:21:33-0800',
			bid_amount: 100,
			billing_event: 'LINK_CLICKS',
			optimization_goal: 'LINK_CLICKS',
			targeting: to({
				facebook_positions: ['feed'],
				publisher_platforms: ['facebook', 'audience_network'],
			}),
		},
	],
	[
		'times as the reference writes them',
		{ start_time: '2026-03-12 23:59:59-07:00', end_time: '2026-04-12 23:59:59 PDT' },
	],
	[
		'cost per view',
		{
			daily_budget: 500,
			start_time: '2026-05-06T04:45:29+0000',
			end_time: '2026-06-06T04:45:29+0000',
			billing_event: 'THRUPLAY',
			optimization_goal: 'THRUPLAY',
			bid_amount: 100,
			targeting: to({ device_platforms: ['mobile'], publisher_platforms: ['facebook'] }),
		},
		{ objective: 'OUTCOME_AWARENESS' },
	],
	[
		'the right column',
		{
			daily_budget: 500,
			billing_event: 'IMPRESSIONS',
			optimization_goal: 'LINK_CLICKS',
			bid_amount: 100,
			targeting: to({
				device_platforms: ['mobile'],
				publisher_platforms: ['facebook'],
				facebook_positions: ['right_hand_column'],
			}),
		},
	],
	[
		'Instagram',
		{ ...instagram, targeting: to({ publisher_platforms: ['instagram'], user_os: ['iOS'] }) },
	],
	[
		'Instagram Explore home',
		{
			...instagram,
			targeting: to({
				publisher_platforms: ['instagram'],
				instagram_positions: ['stream', 'explore', 'explore_home'],
				user_os: ['iOS'],
			}),
		},
	],
	[
		'Instagram search results',
		{
			...instagram,
			targeting: to({
				publisher_platforms: ['instagram'],
				instagram_positions: ['stream', 'ig_search'],
				user_os: ['iOS'],
			}),
		},
	],
	[
		'Threads',
		{
			...instagram,
			targeting: to({ publisher_platforms: ['instagram', 'threads'], user_os: ['iOS'] }),
		},
	],
	[
		'the Threads feed',
		{
			...instagram,
			targeting: to({
				publisher_platforms: ['instagram', 'threads'],
				instagram_positions: ['stream'],
				threads_positions: ['threads_stream'],
				user_os: ['iOS'],
			}),
		},
	],
	[
		'Reels',
		{
			daily_budget: 5000,
			billing_event: 'IMPRESSIONS',
			optimization_goal: 'REACH',
			start_time: '2026-07-10T10:00:00-0700',
			end_time: '2026-07-20T10:00:00-0700',
			promoted_object: { page_id: PAGE },
			instagram_user_id: ASSET_IDS.instagramAccount,
			targeting: to({
				age_min: 18,
				age_max: 65,
				publisher_platforms: ['instagram'],
				instagram_positions: ['reels'],
			}),
		},
		{ objective: 'OUTCOME_AWARENESS' },
	],
	[
		'locations',
		{
			...instagram,
			optimization_goal: 'REACH',
			targeting: {
				geo_locations: {
					custom_locations: [
						{ address_string: '1601 Willow Road, Menlo Park, CA', radius: '5' },
						{ latitude: '36', longitude: '-121.0', radius: '5', distance_unit: 'kilometer' },
					],
					geo_markets: [
						{ key: 'DMA:501', name: 'New York' },
						{ key: 'COMSCORE_MARKET:2051', name: 'New Orleans, LA' },
					],
					location_types: ['recent', 'home'],
				},
			},
		},
	],
	[
		'demographics',
		{
			...instagram,
			optimization_goal: 'REACH',
			targeting: to({
				industries: [{ id: 6009003307783, name: 'Accounting and finance' }],
				life_events: [{ id: 6003054185372, name: 'Recently moved' }],
				relationship_statuses: [2, 4],
			}),
		},
	],
];

it.each(SAMPLES)('takes the documented call for %s', async (_title, values, campaign = {}) => {
	expect(await sets.create(values, campaign)).toMatchObject({ success: true });
});
