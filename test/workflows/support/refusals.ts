import type { IDataObject } from 'n8n-workflow';

import { ASSET_IDS, type Sandbox } from '../../sandbox';
import { CAMPAIGN } from './adSets';
import { GOOD } from './badAdSets';

/** An ad set of the campaign. */
export const AD_SET = '120210000000000021';
const US = { geo_locations: { countries: ['US'] } };

/** Title, code or `code/subcode`, operation, its values, what to do, and what has to be so before. */
export type Row = [
	title: string,
	code: string,
	what: string,
	values: IDataObject,
	advice: RegExp,
	prepare?: (sandbox: Sandbox) => void,
];

/** Changes what the campaign or the ad set is like. */
const having =
	(id: string, values: IDataObject) =>
	({ store }: Sandbox) => {
		const object = store.get(id);
		if (object) store.update(object, values as Parameters<typeof store.update>[1]);
	};

const also = (values: IDataObject) => ({ ...GOOD['adSet.create'], ...values });
const change = (values: IDataObject) => ({ adset_id: AD_SET, ...values });
const promoting = (object: IDataObject) => also({ promoted_object: object });
const APP_STORE = 'https://apps.apple.com/us/app/example-shop/id1000000001';

const CREATE = 'adSet.create';
const UPDATE = 'adSet.update';

/** What Meta refuses of ad sets: with a code of its own, or as an invalid parameter. */
export const REFUSED_AD_SETS: Row[] = [
	[
		'a budget that is too low',
		'100/1885272',
		CREATE,
		also({ daily_budget: 50 }),
		/Raise the budget/,
	],
	[
		'budgets of both levels',
		'100/1885621',
		CREATE,
		also({}),
		/Set the budget either on the campaign or on its ad sets/,
		having(CAMPAIGN, { daily_budget: 5000 }),
	],
	[
		'an end that is over',
		'100/1487033',
		CREATE,
		also({ start_time: '2020-01-01', end_time: '2020-02-01' }),
		/Choose an end time in the future/,
	],
	[
		'a deleted campaign',
		'100/1487566',
		CREATE,
		also({}),
		/The campaign is deleted/,
		having(CAMPAIGN, { status: 'DELETED' }),
	],
	[
		'a full campaign for iOS 14',
		'2695',
		CREATE,
		also({}),
		/use another campaign or delete an ad set/,
		having(CAMPAIGN, { is_skadnetwork_attribution: true }),
	],
	[
		'two promoted objects',
		'100/1487929',
		CREATE,
		promoting({ pixel_id: ASSET_IDS.pixel, event_id: '1' }),
		/Give exactly one promoted object/,
	],
	[
		'an unknown product set',
		'100/1487831',
		CREATE,
		promoting({ product_set_id: '1' }),
		/Check the product set's ID/,
	],
	[
		'an unknown app',
		'900',
		CREATE,
		promoting({ application_id: '1', object_store_url: APP_STORE }),
		/Meta knows no such app/,
	],
	[
		'an app for another system',
		'100/1487678',
		CREATE,
		{
			...promoting({ application_id: ASSET_IDS.app, object_store_url: APP_STORE }),
			targeting: { ...US, user_os: 'Android' },
		},
		/app's store and the operating system/,
	],
	[
		'a shop without its shop',
		'100/2490372',
		UPDATE,
		change({ destination_type: 'SHOP_AUTOMATIC', daily_budget: 1000 }),
		/Choose a shop destination/,
	],
	[
		'a shop for traffic',
		'100/2446509',
		CREATE,
		{
			...promoting({
				omnichannel_object: {
					onsite: [{ commerce_merchant_settings_id: ASSET_IDS.shop }],
					pixel: [{ pixel_id: ASSET_IDS.pixel, custom_event_type: 'PURCHASE' }],
				},
			}),
			destination_type: 'SHOP_AUTOMATIC',
		},
		/destination type that fits the campaign's objective/,
	],
	[
		'an Instagram account of others',
		'100/1815199',
		CREATE,
		also({ instagram_user_id: '17841400000000009' }),
		/Assign the Instagram account to the ad account/,
	],
	[
		'a deleted ad set',
		'100/1487056',
		UPDATE,
		change({ daily_budget: 1000 }),
		/The ad set is deleted/,
		having(AD_SET, { status: 'DELETED' }),
	],
	[
		'an archived ad set',
		'100/1885088',
		UPDATE,
		change({ daily_budget: 1000 }),
		/archived, and only its name can still be changed/,
		having(AD_SET, { status: 'ARCHIVED' }),
	],
	[
		'an ad set that has ended',
		'100/1487007',
		UPDATE,
		change({ bid_amount: 100 }),
		/move its end time into the future/,
		having(AD_SET, { start_time: 1_500_000_000, end_time: 1_600_000_000 }),
	],
	[
		'an unknown ad set',
		'100/33',
		'adSet.get',
		{ adset_id: '1' },
		/The ID does not exist, or this cr/,
	],
	[
		'a copy of an unknown ad set',
		'100/33',
		'adSet.copy',
		{ adset_id: '1' },
		/The ID does not exist/,
	],
	[
		'days that are too long ago',
		'3018',
		'adSet.getMany',
		{ ad_account: '1001', time_range: { since: '2015-01-01', until: '2015-01-02' } },
		/within the last 37 months/,
	],
	[
		'what does not go together',
		'100',
		CREATE,
		also({ optimization_goal: 'REMINDERS_SET' }),
		/Correct the field that the message names\. Fields to look at: Optimization Goal/,
	],
];
