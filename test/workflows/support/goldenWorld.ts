import { isPlainObject, mapValues, omit } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import type { Sandbox, StoredObject } from '../../sandbox';
import type { Golden } from '../../tools/golden';

type Values = StoredObject['values'];

/** The samples of the documentation run in years that are over: they are sent before them. */
export const BEFORE_THE_SAMPLES = Date.UTC(2015, 5, 1);

const CAMPAIGNS = ['120210000000000001', '120210000000000002'];
const AD_SETS = [
	'120210000000000003',
	'120210000000000004',
	'120210000000000021',
	'120210000000000022',
];
const ADS = ['120210000000000010', '120210000000000011'];

/** Objects that the samples name, by resource: some resources use the same short ID. */
const OBJECTS: Record<string, Array<[id: string, type: string, values?: Values]>> = {
	adSet: [
		[
			'4001',
			'application',
			{
				object_store_urls: {
					google_play: 'https://play.google.com/store/apps/details?id=com.facebook.ka',
					itunes: 'https://apps.apple.com/us/app/facebook/id284882215',
				},
			},
		],
		['4005', 'page'],
		['4006', 'ads_pixel'],
		['4008', 'product_set'],
		['4009', 'product_set'],
		['6001', 'reach_frequency_prediction', { reservation_status: 'RESERVED' }],
		['23840000000000001', 'custom_audience'],
		['23840000000000002', 'product_audience'],
	],
	adPlacePageSet: [['4001', 'page']],
	audience: [
		['6001', 'product_set'],
		['23840000000000001', 'custom_audience'],
		['23840000000000002', 'custom_audience'],
	],
	targeting: [
		['4006', 'ads_pixel'],
		['5001', 'ads_pixel'],
	],
};

const APP = { objective: 'OUTCOME_APP_PROMOTION' };
const AUTOMATED = { smart_promotion_type: 'AUTOMATED_SHOPPING_ADS' };
const AWARENESS = { objective: 'OUTCOME_AWARENESS' };
const SALES = { objective: 'OUTCOME_SALES' };
const SHOPPING = { ...SALES, ...AUTOMATED };

/** What the campaign of a sample is like, unless it is one for traffic with budgets of its ad sets. */
const CAMPAIGN_OF: Record<string, Values> = {
	'metaAdSet/adSet.create.advantagePlus': { ...SALES, daily_budget: 5000 },
	'metaAdSet/adSet.create.advantageShopping': SHOPPING,
	'metaAdSet/adSet.create.advantageShoppingCostCap': SHOPPING,
	'metaAdSet/adSet.create.advantageShoppingMinRoas': SHOPPING,
	'metaAdSet/adSet.create.assetCustomization': SALES,
	'metaAdSet/adSet.create.catalogBroadAudience': SALES,
	'metaAdSet/adSet.create.catalogConversions': SALES,
	'metaAdSet/adSet.create.catalogCrossSell': SALES,
	'metaAdSet/adSet.create.catalogRetargeting': SALES,
	'metaAdSet/adSet.create.catalogUpsell': SALES,
	'metaAdSet/adSet.create.crossChannel': SALES,
	'metaAdSet/adSet.create.crossChannelApp': SALES,
	'metaAdSet/adSet.create.crossChannelShop': SALES,
	'metaAdSet/adSet.create.dynamicCreative': SALES,
	'metaAdSet/adSet.create.dynamicCreativeAppInstalls': APP,
	'metaAdSet/adSet.create.everyParameterOfLifetime': { ...AWARENESS, lifetime_budget: 90_000 },
	'metaAdSet/adSet.create.existingCustomers': { daily_budget: 5000 },
	'metaAdSet/adSet.create.newCustomers': { daily_budget: 5000 },
	'metaAdSet/adSet.create.promotedObject': APP,
	'metaAdSet/adSet.create.reachFrequency': { ...AWARENESS, buying_type: 'RESERVED' },
	'metaAdSet/adSet.create.reels': AWARENESS,
	'metaAdSet/adSet.create.reelsCatalogVideo': SALES,
	'metaAdSet/adSet.create.shopsAds': SALES,
	'metaAdSet/adSet.create.videoCpv': AWARENESS,
	'metaAdSet/adSet.update.everyParameterInCampaignBudget': { daily_budget: 5000 },
	'metaAdSet/adSet.update.everyParameterOfLifetime': { lifetime_budget: 90_000 },
	'metaCampaign/campaign.copy.everyParameter': AUTOMATED,
	'metaCampaign/campaign.copy.migrateToAdvantagePlus': AUTOMATED,
	'metaCampaign/campaign.update.everyParameter': AUTOMATED,
	'metaCampaign/campaign.update.migrateToAdvantagePlus': AUTOMATED,
};

/** What the ad sets of a sample are like, unless they aim at clicks. */
const AD_SET_OF: Record<string, Values> = {
	'metaAdSet/adSet.copy.everyParameter': { daily_budget: 1000 },
	'metaAdSet/adSet.update.everyParameterInCampaignBudget': { optimization_goal: 'REACH' },
};

/** Samples that a strict server refuses, each for a reason of its own. */
export const REFUSED: Record<string, RegExp> = {
	// All at once, some of which need campaigns of different kinds.
	'metaAdSet/adSet.create.everyParameter':
		/rf_prediction_id needs a campaign with buying_type RESERVED/,
	'metaAdSet/adSet.update.everyParameter': /daily_imps is available only for campaigns with/,
	// A campaign made on the way has no budget of which an ad set could have a share.
	'metaAdSet/adSet.create.everyParameterInCampaignBudget': /daily_budget or lifetime_budget must/,
	// Their places and traits have IDs that nobody knows.
	'metaAdSet/adSet.create.everyTargeting': /There is no location cities 2418779/,
	'metaAdSet/targeting.getReachEstimate.everyDetail': /Category is no longer available/,
	'metaAdSet/targeting.getReachEstimate.narrowed': /Category is no longer available/,
	'metaAdSet/targeting.getReachEstimate.places': /There is no location cities 2418779/,
	// The documentation says that it is possible no more.
	// A filter by something that is no field of an ad set.
	'metaAdSet/adSet.getMany.everyParameter': /adset\.targeting_state is invalid/,
};

/** The golden's file without its ending. */
export function titleOf({ file }: Golden): string {
	return file.replace(/\.json$/, '');
}

/** Makes what the sample is about. */
export function seedWorld({ seed, store }: Sandbox, golden: Golden): void {
	const title = titleOf(golden);
	seed.campaigns('1001', CAMPAIGNS.length, (number) => ({
		id: CAMPAIGNS[number - 1],
		...CAMPAIGN_OF[title],
	}));
	seed.adSets(CAMPAIGNS[1], AD_SETS.length, (number) => ({
		id: AD_SETS[number - 1],
		...AD_SET_OF[title],
	}));
	seed.ads(AD_SETS[0], ADS.length, (number) => ({ id: ADS[number - 1] }));
	seed.account('600335');
	for (const [id, type, values = {}] of OBJECTS[golden.parameters.resource] ?? []) {
		store.insert({ id, type, accountId: '1001', values });
	}
}

/** Node parameters of the golden without those that Meta may add some day. */
export function knownParameters({ parameters }: Golden): IDataObject {
	return withoutUnknown(omit(parameters, ['resource', 'operation'])) as IDataObject;
}

function withoutUnknown(parameters: unknown): unknown {
	if (Array.isArray(parameters)) return parameters.map(withoutUnknown);
	if (!isPlainObject(parameters)) return parameters;
	return mapValues(
		omit(parameters as object, ['additionalParameters', '_json']) as object,
		withoutUnknown,
	);
}
