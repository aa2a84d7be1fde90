import { issue, testRows, type Form } from './adSetRuns';

jest.mock('../../../nodes/shared/graph/client');

const PIXEL = { value: [{ pixel_id: '4006', custom_event_type: 'PURCHASE' }] };
const APP = { value: [{ application_id: '4001', custom_event_type: 'PURCHASE' }] };
const SHOP = { value: [{ commerce_merchant_settings_id: '4010' }] };

function promoting(promoted_object: Form, own: Form = {}): Form {
	return { ...own, additionalFields: { promoted_object, ...own.additionalFields } };
}

function omnichannel(omnichannel_object: Form, destination_type?: string): Form {
	const additionalFields = destination_type ? { destination_type } : {};
	return promoting({ omnichannel_object }, { additionalFields });
}

function inNewCampaign(objective: string, promoted_object: Form): Form {
	const campaign_spec = { value: { name: 'New', objective, buying_type: 'AUCTION' } };
	return { campaign_id: '', additionalFields: { campaign_spec, promoted_object } };
}

const everywhere = (['create', 'update'] as const).map((operation) => [operation] as const);

describe.each(everywhere)('%s', (operation) => {
	testRows(operation, [
		[
			'leads without a Page',
			promoting({ pixel_id: '4006' }, { optimization_goal: 'LEAD_GENERATION' }),
			'Promoted Object must have Page for this optimization goal or objective',
			promoting({ page_id: '4005' }, { optimization_goal: 'LEAD_GENERATION' }),
		],
		[
			'Page likes without a Page',
			promoting({ pixel_id: '4006' }, { optimization_goal: 'PAGE_LIKES' }),
			'Promoted Object must have Page for this optimization goal or objective',
			promoting({ page_id: '4005' }, { optimization_goal: 'PAGE_LIKES' }),
		],
		[
			'installs of an app without its store',
			promoting({ application_id: '4001' }, { optimization_goal: 'APP_INSTALLS' }),
			'Promoted Object must have App Store URL for this optimization goal or objective',
			promoting(
				{ application_id: '4001', object_store_urls: 'https://example.com/app' },
				{ optimization_goal: 'APP_INSTALLS' },
			),
		],
		[
			'a named event of a standard type',
			promoting({ pixel_id: '4006', custom_event_type: 'PURCHASE', custom_event_str: 'level_up' }),
			'Promoted Object > Custom Event Name needs the custom event type Other',
			promoting({ pixel_id: '4006', custom_event_type: 'OTHER', custom_event_str: 'level_up' }),
		],
		[
			'a pixel rule without its pixel',
			promoting({ pixel_rule: '{}' }),
			'Promoted Object > Pixel Rule (JSON) needs a pixel',
			promoting({ pixel_rule: '{}', pixel_id: '4006', custom_event_type: 'OTHER' }),
		],
		[
			'an app without the website',
			omnichannel({ app: APP }),
			'Promoted Object > Omnichannel Object needs a pixel: the website is always one of the conversion locations',
			omnichannel({ app: APP, pixel: PIXEL }),
		],
		[
			'a website alone as several locations',
			omnichannel({ pixel: PIXEL }),
			'Promoted Object > Omnichannel Object needs an app or a shop besides the pixel',
			omnichannel({ pixel: PIXEL, onsite: SHOP }, 'SHOP_AUTOMATIC'),
		],
		[
			'different events in app and website',
			omnichannel({
				app: { value: [{ application_id: '4001', custom_event_type: 'SEARCH' }] },
				pixel: PIXEL,
			}),
			'Promoted Object > Omnichannel Object must have the same custom event type for all apps and pixels',
			omnichannel({ app: APP, pixel: PIXEL }),
		],
		[
			'a shop with another destination',
			omnichannel({ pixel: PIXEL, onsite: SHOP }, 'WEBSITE'),
			'Destination Type (Conversion Location) must be Website and Shop where the omnichannel object has a shop',
			omnichannel({ pixel: PIXEL, onsite: SHOP }, 'SHOP_AUTOMATIC'),
		],
	]);
});

testRows('create', [
	[
		'leads without anything that is promoted',
		{ optimization_goal: 'LEAD_GENERATION' },
		'Promoted Object must have Page for this optimization goal or objective',
		promoting({ page_id: '4005' }, { optimization_goal: 'LEAD_GENERATION' }),
	],
	[
		'catalog sales without a product set',
		inNewCampaign('PRODUCT_CATALOG_SALES', { product_catalog_id: '4007' }),
		'Promoted Object must have Product Set for this optimization goal or objective',
		inNewCampaign('PRODUCT_CATALOG_SALES', { product_set_id: '4008' }),
	],
	[
		'offer claims without a Page',
		inNewCampaign('OFFER_CLAIMS', { pixel_id: '4006' }),
		'Promoted Object must have Page for this optimization goal or objective',
		inNewCampaign('OFFER_CLAIMS', { page_id: '4005' }),
	],
	[
		'conversions of nothing that is measured',
		inNewCampaign('CONVERSIONS', { page_id: '4005' }),
		'Promoted Object must have Pixel for this optimization goal or objective',
		inNewCampaign('CONVERSIONS', { event_id: '4003', custom_event_type: 'PURCHASE' }),
	],
	[
		'Shops ads without the shop',
		promoting({ pixel_id: '4006' }, { additionalFields: { destination_type: 'SHOP_AUTOMATIC' } }),
		'Promoted Object must have the commerce account of the shop, in Omnichannel Object > Shops',
		omnichannel(
			{ pixel: PIXEL, _json: '{"commerce_merchant_settings_id": "4010"}' },
			'SHOP_AUTOMATIC',
		),
	],
	[
		'a shop without a destination',
		omnichannel({ pixel: PIXEL, onsite: SHOP }),
		'Destination Type (Conversion Location) must be Website and Shop where the omnichannel object has a shop',
		omnichannel({ pixel: PIXEL, onsite: SHOP }, 'SHOP_AUTOMATIC'),
	],
]);

test('an update may leave what is promoted as it is', async () => {
	expect(await issue('update', { optimization_goal: 'LEAD_GENERATION' })).toBe('nothing');
});
