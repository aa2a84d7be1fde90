import { isPlainObject, mapValues, omit, range } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import type { Sandbox, StoredObject } from '../../sandbox';
import type { UploadSession } from '../../sandbox/videos/session';
import type { Golden } from '../../tools/golden';
import { sandboxTime } from './bench';

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

const PAGES = ['3001', '3002'];
const PERSON = '4001';
const APP_ID = '6001';
const VIDEO = '5001';
const REPORT = '6044775548468';
/** The file of all samples. */
const FILE = '0123456789';
/** An upload that was broken off after some bytes. */
const FILE_UPLOAD = 'upload:MTphdHRhY2htZW50OjE=?sig=ARZqkGCA';
const BYTES_OF_A_PIECE = 6;
/** A file that was uploaded for a Page. */
const HANDLE = '2:c2FtcGxl...';
const THUMBNAILS = 3;

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
	// Budgets are not shared below a campaign that has one.
	'metaCampaign/campaign.create.everyParameter': /Ad set budget sharing is not available/,
	// A campaign made on the way has no budget of which an ad set could have a share.
	'metaAdSet/adSet.create.everyParameterInCampaignBudget': /daily_budget or lifetime_budget must/,
	// Their places and traits have IDs that nobody knows.
	'metaAdSet/adSet.create.everyTargeting': /There is no location cities 2418779/,
	'metaAdSet/targeting.getReachEstimate.everyDetail': /Category is no longer available/,
	'metaAdSet/targeting.getReachEstimate.narrowed': /Category is no longer available/,
	'metaAdSet/targeting.getReachEstimate.places': /There is no location cities 2418779/,
	// Nobody answers at the addresses of the samples.
	'metaVideoUpload/adVideo.upload.url': /Unable to fetch video file from URL/,
	'metaVideoUpload/adVideo.upload.videoAdsSessionUrl': /Unable to fetch video file from URL/,
	// Without the code of a partnership ad the source of the video has to be one's own.
	'metaVideoUpload/adVideo.upload.processInstagramVideo': /partnership_ad_ad_code is required/,
	// A filter by something that is no field of an ad set.
	'metaAdSet/adSet.getMany.everyParameter': /adset\.targeting_state is invalid/,
};

/** The golden's file without its ending. */
export function titleOf({ file }: Golden): string {
	return file.replace(/\.json$/, '');
}

/** Makes what the sample is about. */
export function seedWorld(sandbox: Sandbox, golden: Golden): void {
	const { seed, store } = sandbox;
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
	if (golden.nodeName === 'metaVideoUpload') seedVideos(sandbox, golden);
	if (golden.nodeName === 'metaInsights') startReport(sandbox);
	for (const [id, type, values = {}] of OBJECTS[golden.parameters.resource] ?? []) {
		store.insert({ id, type, accountId: '1001', values });
	}
}

/** Pages, a person, an app, a video, and uploads that were broken off after some bytes. */
function seedVideos({ configure, seed, store, tokens, videos }: Sandbox, golden: Golden): void {
	// The files of the samples are a few bytes.
	configure({ videos: { minBytes: 1 } });
	for (const id of PAGES) {
		const token = `test-page-token-${id}`;
		store.insert({ id, type: 'page', values: { name: `Page ${id}`, access_token: token } });
		tokens.set({ token, kind: 'PAGE', userId: id });
	}
	store.insert({ id: PERSON, type: 'user', values: {} });
	store.insert({ id: APP_ID, type: 'application', values: {} });
	seed.videos('1001', 1, { id: VIDEO });
	for (const number of range(1, THUMBNAILS + 1)) {
		store.insert({
			id: String(number),
			type: 'video_thumbnail',
			accountId: '1001',
			values: { is_preferred: number === 1, uri: 'https://example.com/thumbnail.jpg' },
			links: [[VIDEO, 'thumbnails']],
		});
	}
	const begin = (
		id: string,
		protocol: UploadSession['protocol'],
		ownerId: string,
		size: number,
	) => {
		const digest = videos.newDigest();
		digest.add(Buffer.from(FILE.slice(0, size)));
		const session: UploadSession = {
			id,
			protocol,
			ownerId,
			digest,
			fileSize: FILE.length,
			asked: { start: size, end: FILE.length },
			videoId: VIDEO,
			params: {},
			startedMs: sandboxTime().now(),
			isOver: false,
		};
		videos.sessions.set(id, session);
		return session;
	};
	const { session: kind, page_id: page } = golden.parameters;
	if (kind === 'videoAd') {
		const session = begin(VIDEO, 'videoAd', 'act_1001', 0);
		videos.records.set(VIDEO, { digest: session.digest, session, processingMs: 0 });
	}
	begin('8001', 'pieces', page ? PAGES[0] : 'act_1001', BYTES_OF_A_PIECE);
	begin(FILE_UPLOAD, 'file', APP_ID, 4);
	store.insert({ id: FILE_UPLOAD, type: 'upload_session', values: {} });
	videos.handles.set(HANDLE, begin('upload:whole', 'file', APP_ID, FILE.length));
}

/** A report that was made of the ad account. */
function startReport({ insights, store }: Sandbox): void {
	const object = store.get('act_1001');
	if (!object) throw new Error('There is no ad account 1001');
	const yesterday = { since: 20_000, until: 20_000 };
	store.insert({ id: REPORT, type: 'ad_report_run', accountId: '1001', values: {} });
	insights.jobs.set(REPORT, {
		object,
		request: {
			fields: ['impressions'],
			level: 'account',
			breakdowns: [],
			actionBreakdowns: [],
			summaryActionBreakdowns: [],
			windows: [],
			hasOwnWindows: false,
			slices: [yesterday],
			range: yesterday,
			conditions: [],
		},
		startedMs: sandboxTime().now(),
		durationMs: 0,
		outcomeMs: 0,
		isTooBig: false,
		withReach: true,
		exported: { format: 'csv' },
	});
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
