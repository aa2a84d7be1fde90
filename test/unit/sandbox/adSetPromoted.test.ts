import { APP_STORE_URLS, ASSET_IDS } from '../../sandbox';
import { PAGE, PIXEL, US, describeRules, type Rules, type Form, openAdSets } from './adSetSupport';

const sets = openAdSets();

const APP = { application_id: ASSET_IDS.app, object_store_url: APP_STORE_URLS.google_play };
const sales = { objective: 'OUTCOME_SALES' };
const conversions = { optimization_goal: 'OFFSITE_CONVERSIONS', promoted_object: PIXEL };
const platforms = (spec: Form) => ({ targeting: { ...US, ...spec } });
const omnichannel = (object: Form, more: Form = {}) => ({
	optimization_goal: 'OFFSITE_CONVERSIONS',
	promoted_object: { omnichannel_object: object },
	...more,
});
const OMNI_APP = [
	{
		application_id: ASSET_IDS.app,
		custom_event_type: 'PURCHASE',
		object_store_urls: [APP_STORE_URLS.itunes],
	},
];
const SHOP = [{ commerce_merchant_settings_id: ASSET_IDS.shop }];

const RULES: Rules = {
	'leads without Page': {
		bad: {},
		good: { promoted_object: { page_id: PAGE } },
		campaign: { objective: 'OUTCOME_LEADS' },
		blames: ['promoted_object', 'page_id'],
	},
	'an app campaign without app': {
		bad: {},
		good: { promoted_object: APP },
		campaign: { objective: 'OUTCOME_APP_PROMOTION' },
		blames: ['promoted_object', 'application_id'],
	},
	'an app campaign without store': {
		bad: { promoted_object: { application_id: ASSET_IDS.app } },
		good: { promoted_object: APP },
		campaign: { objective: 'APP_INSTALLS' },
		blames: ['promoted_object', 'object_store_url'],
	},
	'app conversions without event': {
		bad: { ...conversions, promoted_object: APP },
		good: { ...conversions, promoted_object: { ...APP, custom_event_type: 'PURCHASE' } },
		campaign: { objective: 'APP_INSTALLS' },
		blames: ['promoted_object', 'custom_event_type'],
	},
	'an own event of an app without name': {
		bad: { ...conversions, promoted_object: { ...APP, custom_event_type: 'OTHER' } },
		good: {
			...conversions,
			promoted_object: { ...APP, custom_event_type: 'OTHER', custom_event_str: 'won' },
		},
		campaign: { objective: 'APP_INSTALLS' },
		blames: ['promoted_object', 'custom_event_str'],
	},
	'catalog sales without product set': {
		bad: { promoted_object: PIXEL },
		good: { promoted_object: { product_set_id: ASSET_IDS.productSet } },
		campaign: { objective: 'PRODUCT_CATALOG_SALES' },
		blames: ['promoted_object', 'product_set_id'],
	},
	'conversions of nothing': {
		bad: {},
		good: { promoted_object: { pixel_id: ASSET_IDS.pixel } },
		campaign: { objective: 'CONVERSIONS' },
		blames: ['promoted_object'],
	},
	'a pixel rule without event': {
		bad: { promoted_object: { pixel_id: ASSET_IDS.pixel, pixel_rule: '{"event":{"eq":"Lead"}}' } },
		good: { promoted_object: { ...PIXEL, pixel_rule: '{"event":{"eq":"Lead"}}' } },
		campaign: { objective: 'CONVERSIONS' },
		blames: ['promoted_object', 'custom_event_type'],
	},
	'two things to promote': {
		bad: { promoted_object: { ...PIXEL, ...APP } },
		good: { promoted_object: PIXEL },
		campaign: sales,
		code: 1487929,
		blames: ['promoted_object'],
	},
	'an app that does not exist': {
		bad: { promoted_object: { ...APP, application_id: '5' } },
		good: { promoted_object: APP },
		campaign: { objective: 'APP_INSTALLS' },
		code: 900,
		blames: ['promoted_object', 'application_id'],
	},
	'a product set that does not exist': {
		bad: { promoted_object: { product_set_id: '5' } },
		good: { promoted_object: { product_set_id: ASSET_IDS.productSet } },
		campaign: sales,
		code: 1487831,
		blames: ['promoted_object', 'product_set_id'],
	},
	'a pixel of nobody': {
		bad: { promoted_object: { pixel_id: '5' } },
		good: { promoted_object: PIXEL },
		campaign: sales,
		blames: ['promoted_object', 'pixel_id'],
	},
	'a Page that does not exist': {
		bad: { promoted_object: { page_id: '5' } },
		good: { promoted_object: { page_id: PAGE } },
		blames: ['promoted_object', 'page_id'],
	},
	'an Android app for iOS': {
		bad: { promoted_object: APP, ...platforms({ user_os: ['iOS'] }) },
		good: { promoted_object: APP, ...platforms({ user_os: ['Android_ver_12.0_and_above'] }) },
		campaign: { objective: 'APP_INSTALLS' },
		code: 1487678,
		blames: ['targeting', 'user_os'],
	},

	'a cross-channel object without pixel': {
		bad: omnichannel({ app: OMNI_APP }),
		good: omnichannel({ app: OMNI_APP, pixel: [PIXEL] }),
		campaign: sales,
		blames: ['promoted_object', 'omnichannel_object', 'pixel'],
	},
	'a cross-channel object with only a pixel': {
		bad: omnichannel({ pixel: [PIXEL] }),
		good: omnichannel({ app: OMNI_APP, pixel: [PIXEL] }),
		campaign: sales,
		blames: ['promoted_object', 'omnichannel_object'],
	},
	'different events of app and pixel': {
		bad: omnichannel({ app: OMNI_APP, pixel: [{ ...PIXEL, custom_event_type: 'LEAD' }] }),
		good: omnichannel({ app: OMNI_APP, pixel: [PIXEL] }),
		campaign: sales,
		blames: ['promoted_object', 'omnichannel_object'],
	},
	'a cross-channel app that does not exist': {
		bad: omnichannel({
			app: [{ application_id: '5', custom_event_type: 'PURCHASE' }],
			pixel: [PIXEL],
		}),
		good: omnichannel({ app: OMNI_APP, pixel: [PIXEL] }),
		campaign: sales,
		code: 900,
		blames: ['promoted_object', 'application_id'],
	},
	'a cross-channel pixel of nobody': {
		bad: omnichannel({
			app: OMNI_APP,
			pixel: [{ pixel_id: '5', custom_event_type: 'PURCHASE' }],
		}),
		good: omnichannel({ app: OMNI_APP, pixel: [PIXEL] }),
		campaign: sales,
		blames: ['promoted_object', 'omnichannel_object', 'pixel'],
	},
	'a store that the app is not in': {
		bad: omnichannel({
			app: [{ ...OMNI_APP[0], object_store_urls: ['https://example.com'] }],
			pixel: [PIXEL],
		}),
		good: omnichannel({ app: OMNI_APP, pixel: [PIXEL] }),
		campaign: sales,
		blames: ['promoted_object', 'omnichannel_object', 'app'],
	},
	'a shop destination without shop': {
		bad: { ...conversions, destination_type: 'SHOP_AUTOMATIC' },
		good: omnichannel({ onsite: SHOP, pixel: [PIXEL] }, { destination_type: 'SHOP_AUTOMATIC' }),
		campaign: sales,
		code: 2490372,
		blames: ['promoted_object', 'omnichannel_object', 'onsite'],
	},
	'a shop destination for traffic': {
		bad: omnichannel({ onsite: SHOP, pixel: [PIXEL] }, { destination_type: 'SHOP_AUTOMATIC' }),
		good: { destination_type: 'WEBSITE' },
		code: 2446509,
		blames: ['destination_type'],
	},
};

describeRules(sets, RULES);
