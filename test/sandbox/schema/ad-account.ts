import { adVideoCreate, adVideosRemove } from './ad-videos';
import { listParams } from './campaign-params';
import { campaignCreate, campaignsRemove } from './campaign-write';
import { insightsEdge } from './insights';
import { list, oneOf, READ_ADS, time, WRITE_ADS } from './specs';
import { AD_STATUSES } from './status-values';
import type { ObjectType } from './types';
import { videoAds } from './video-ads';

const statusFilter = {
	effective_status: list(oneOf(...AD_STATUSES)),
	date_preset: { type: 'string' },
} as const;

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
		advideos: { child: 'video', create: adVideoCreate, removeMany: adVideosRemove },
		adsets: { child: 'adset', params: { ...statusFilter, updated_since: time } },
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
		impacting_ad_studies: { child: 'ad_study' },
		insights: insightsEdge,
		instagram_accounts: { child: 'instagram_user' },
		users: { child: 'user', paging: 'offset' },
		video_ads: videoAds,
	},
};
