import { APP_STORE_URLS, ASSET_IDS } from '../../sandbox';
import {
	aimed,
	APP,
	CONVERSIONS,
	describeRules,
	omnichannel,
	openAdSets,
	PAGE,
	PIXEL,
	promoting,
	SHOP,
} from './adSetSupport';

const sets = openAdSets();
const under = (objective: string) => ({ objective });

describeRules(sets, {}, [
	[promoting({ page_id: '5' }), promoting({ page_id: PAGE }), 'promoted_object.page_id'],
	[
		{ ...omnichannel({ onsite: SHOP, pixel: [PIXEL] }), destination_type: 'SHOP_AUTOMATIC' },
		{ destination_type: 'WEBSITE' },
		'destination_type',
		2446509,
	],
]);
describeRules(sets, under('OUTCOME_LEADS'), [
	[{}, promoting({ page_id: PAGE }), 'promoted_object.page_id'],
]);
describeRules(sets, under('OUTCOME_APP_PROMOTION'), [
	[{}, promoting(APP), 'promoted_object.application_id'],
]);

const appConversions = (event: object) => ({ ...CONVERSIONS, ...promoting({ ...APP, ...event }) });
const forSystem = (...user_os: string[]) => ({ ...promoting(APP), ...aimed({ user_os }) });
describeRules(sets, under('APP_INSTALLS'), [
	[
		promoting({ application_id: ASSET_IDS.app }),
		promoting(APP),
		'promoted_object.object_store_url',
	],
	[
		appConversions({}),
		appConversions({ custom_event_type: 'PURCHASE' }),
		'promoted_object.custom_event_type',
	],
	[
		appConversions({ custom_event_type: 'OTHER' }),
		appConversions({ custom_event_type: 'OTHER', custom_event_str: 'won' }),
		'promoted_object.custom_event_str',
	],
	[
		promoting({ ...APP, application_id: '5' }),
		promoting(APP),
		'promoted_object.application_id',
		900,
	],
	[forSystem('iOS'), forSystem('Android_ver_12.0_and_above'), 'targeting.user_os', 1487678],
]);

const PRODUCTS = promoting({ product_set_id: ASSET_IDS.productSet });
describeRules(sets, under('PRODUCT_CATALOG_SALES'), [
	[promoting(PIXEL), PRODUCTS, 'promoted_object.product_set_id'],
]);

const leads = { pixel_rule: '{"event":{"eq":"Lead"}}' };
describeRules(sets, under('CONVERSIONS'), [
	[{}, promoting({ pixel_id: ASSET_IDS.pixel }), 'promoted_object'],
	[
		promoting({ pixel_id: ASSET_IDS.pixel, ...leads }),
		promoting({ ...PIXEL, ...leads }),
		'promoted_object.custom_event_type',
	],
]);

const EVENT = { custom_event_type: 'PURCHASE' };
const app = [
	{
		application_id: ASSET_IDS.app,
		object_store_urls: [APP_STORE_URLS.itunes],
		...EVENT,
	},
];
const pixel = [PIXEL];
const CHANNELS = omnichannel({ app, pixel });
const CHANNEL = 'promoted_object.omnichannel_object';
const elsewhere = [{ ...app[0], object_store_urls: ['https://example.com'] }];
const toShop = { destination_type: 'SHOP_AUTOMATIC' };
describeRules(sets, under('OUTCOME_SALES'), [
	[promoting({ ...PIXEL, ...APP }), promoting(PIXEL), 'promoted_object', 1487929],
	[promoting({ product_set_id: '5' }), PRODUCTS, 'promoted_object.product_set_id', 1487831],
	[promoting({ pixel_id: '5' }), promoting(PIXEL), 'promoted_object.pixel_id'],
	[omnichannel({ app }), CHANNELS, `${CHANNEL}.pixel`],
	[omnichannel({ pixel }), CHANNELS, CHANNEL],
	[omnichannel({ app, pixel: [{ ...PIXEL, custom_event_type: 'LEAD' }] }), CHANNELS, CHANNEL],
	[
		omnichannel({ app: [{ application_id: '5', ...EVENT }], pixel }),
		CHANNELS,
		'promoted_object.application_id',
		900,
	],
	[omnichannel({ app, pixel: [{ pixel_id: '5', ...EVENT }] }), CHANNELS, `${CHANNEL}.pixel`],
	[omnichannel({ app: elsewhere, pixel }), CHANNELS, `${CHANNEL}.app`],
	[
		{ ...CONVERSIONS, ...toShop },
		{ ...omnichannel({ onsite: SHOP, pixel }), ...toShop },
		`${CHANNEL}.onsite`,
		2490372,
	],
]);
