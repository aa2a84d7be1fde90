import { ALL_OPTIONS } from '../targeting/options';
import {
	broadCategoriesEdge,
	deliveryEstimateEdge,
	reachEstimateEdge,
} from '../targeting/estimates';
import { unifiedEdges } from '../targeting/unified';
import { adSetList } from './adSet';
import { adSetCreate } from './adSetWrite';
import { adVideoCreate, adVideosRemove } from './adVideos';
import { listParams } from './campaignParams';
import { campaignCreate, campaignsRemove } from './campaignWrite';
import { customAudiencesEdge } from './customAudience';
import { insightsEdge } from './insights';
import { adPlacePageSetsEdge, productAudiencesEdge } from './otherAudiences';
import { id, list, oneOf, READ_ADS, time, WRITE_ADS } from './specs';
import { AD_STATUSES } from './statusValues';
import type { EdgeSpec, ObjectType } from './types';
import { videoAds } from './videoAds';

const statusFilter = {
	effective_status: list(oneOf(...AD_STATUSES)),
	date_preset: { type: 'string' },
} as const;

/** What ad sets are listed for: options that can be used for some time yet, or no more. */
const OUTDATED: Record<string, string> = {
	deprecating: 'DEPRECATING',
	delivery_paused: 'NON-DELIVERABLE',
};

/** ("Ad Account, Deprecated Targeting Ad Sets") */
const deprecatedAdSets: EdgeSpec = {
	...adSetList,
	params: { ...adSetList.params, type: oneOf(...Object.keys(OUTDATED)) },
	list: (account, { env }) => env.store.children(account.id, 'adsets'),
	keep: ({ values }, { type = 'deprecating' }) => {
		const text = JSON.stringify(values.targeting ?? {});
		return ALL_OPTIONS.some(
			({ id, status }) =>
				status === OUTDATED[String(type)] && (text.includes(`"${id}"`) || text.includes(`:${id}`)),
		);
	},
};

/** ("Marketing API Reference, Ad Account") */
export const adAccount: ObjectType = {
	nodeType: 'AdAccount',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	writePermissions: WRITE_ADS,
	defaultFields: ['account_id', 'id'],
	fields: {
		account_id: 'string',
		account_status: 'int',
		age: 'float',
		amount_spent: 'money',
		balance: 'money',
		business: { type: 'node', of: 'business' },
		business_country_code: 'string',
		business_name: 'string',
		created_time: 'datetime',
		currency: 'string',
		disable_reason: 'int',
		end_advertiser: 'id',
		funding_source: 'id',
		id: 'id',
		is_personal: 'int',
		is_prepay_account: 'bool',
		min_campaign_group_spend_cap: 'money',
		min_daily_budget: 'int',
		name: 'string',
		owner: 'id',
		spend_cap: 'money',
		tax_id_status: 'int',
		timezone_id: 'int',
		timezone_name: 'string',
		timezone_offset_hours_utc: 'float',
	},
	edges: {
		activities: { child: 'ad_activity', paging: 'time', params: { category: { type: 'string' } } },
		ads_reporting_mmm_reports: { child: 'mmm_report' },
		ads_reporting_mmm_schedulers: { child: 'mmm_scheduler' },
		ads: { child: 'ad', params: { ...statusFilter, updated_since: time } },
		ad_place_page_sets: adPlacePageSetsEdge,
		adcreatives: { child: 'ad_creative' },
		advideos: { child: 'video', create: adVideoCreate, removeMany: adVideosRemove },
		adsets: { ...adSetList, create: adSetCreate },
		adspixels: { child: 'ads_pixel' },
		advertisable_applications: { child: 'application', readPermissions: READ_ADS },
		applications: { child: 'application' },
		broadtargetingcategories: broadCategoriesEdge,
		campaigns: {
			child: 'campaign',
			params: listParams,
			keep: (campaign, params, { env }) => {
				if (typeof params.is_completed !== 'boolean') return true;
				const stop = campaign.values.stop_time;
				const isOver = typeof stop === 'number' && stop > 0 && stop * 1000 <= env.now();
				return isOver === params.is_completed;
			},
			create: campaignCreate,
			removeMany: campaignsRemove,
		},
		connected_instagram_accounts: { child: 'instagram_user' },
		customaudiences: customAudiencesEdge,
		customaudiencestos: { child: 'custom_audiences_tos' },
		customconversions: { child: 'custom_conversion' },
		delivery_estimate: deliveryEstimateEdge,
		deprecatedtargetingadsets: deprecatedAdSets,
		impacting_ad_studies: { child: 'ad_study' },
		instagram_accounts: { child: 'instagram_user' },
		insights: insightsEdge,
		product_audiences: productAudiencesEdge,
		promote_pages: { child: 'page' },
		reachestimate: reachEstimateEdge,
		saved_audiences: { child: 'saved_audience', params: { business_id: id } },
		users: { child: 'user', paging: 'offset' },
		video_ads: videoAds,
		...unifiedEdges,
	},
};
