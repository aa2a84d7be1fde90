import type { StoredObject } from '../store';
import { adSetList } from './adSet';
import { advantageStateInfo, smartPromotionType } from './advantage';
import { campaignCopy } from './campaignCopy';
import { campaignUpdate } from './campaignWrite';
import { insightsEdge } from './insights';
import { list, oneOf, READ_ADS, time, WRITE_ADS } from './specs';
import { campaignStatus, removeAdObject } from './status';
import { AD_STATUSES, LIVE_STATUSES } from './statusValues';
import type { ObjectType } from './types';

const childParams = {
	effective_status: list(oneOf(...AD_STATUSES, ...LIVE_STATUSES)),
	updated_since: time,
};

const budgetOf = ({ values }: StoredObject) => values.daily_budget ?? values.lifetime_budget ?? 0;

/** ("Ad Account, Ad Campaigns" for the parameters; the fields are those the live API knows.) */
export const campaign: ObjectType = {
	nodeType: 'Campaign',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	writePermissions: WRITE_ADS,
	effectiveStatus: campaignStatus,
	defaultFields: ['id'],
	fields: {
		account_id: 'string',
		adlabels: 'list',
		advantage_state_info: { type: 'object', read: advantageStateInfo },
		bid_strategy: 'string',
		boosted_object_id: 'id',
		brand_lift_studies: 'list',
		budget_rebalance_flag: { type: 'bool', read: () => false },
		budget_remaining: { type: 'money', read: budgetOf },
		buying_type: 'string',
		campaign_group_active_time: { type: 'string', read: () => '0' },
		can_create_brand_lift_study: { type: 'bool', read: () => false },
		can_use_spend_cap: {
			type: 'bool',
			read: ({ values }) => values.buying_type !== 'RESERVED',
		},
		configured_status: { type: 'string', read: ({ values }) => values.status },
		created_time: 'datetime',
		daily_budget: 'money',
		effective_status: { type: 'string', read: campaignStatus },
		has_secondary_skadnetwork_reporting: { type: 'bool', read: () => false },
		id: 'id',
		is_adset_budget_sharing_enabled: 'bool',
		is_budget_schedule_enabled: {
			type: 'bool',
			read: ({ values }) => values.is_budget_schedule_enabled ?? false,
		},
		is_direct_send_campaign: { type: 'bool', read: () => false },
		is_message_campaign: { type: 'bool', read: () => false },
		is_skadnetwork_attribution: {
			type: 'bool',
			read: ({ values }) => values.is_skadnetwork_attribution ?? false,
		},
		issues_info: 'list',
		last_budget_toggling_time: 'datetime',
		lifetime_budget: 'money',
		name: 'string',
		objective: 'string',
		pacing_type: { type: 'list', read: ({ values }) => values.pacing_type ?? ['standard'] },
		primary_attribution: 'string',
		promoted_object: 'object',
		recommendations: 'list',
		smart_promotion_type: { type: 'string', read: smartPromotionType },
		source_campaign: {
			type: 'node',
			of: 'campaign',
			read: ({ values }) => values.source_campaign_id,
		},
		source_campaign_id: {
			type: 'string',
			read: ({ values }) => values.source_campaign_id ?? '0',
		},
		source_recommendation_type: 'string',
		special_ad_categories: 'list',
		special_ad_category: {
			type: 'string',
			read: ({ values: { special_ad_categories: categories } }) =>
				Array.isArray(categories) && categories.length > 0 ? categories[0] : 'NONE',
		},
		special_ad_category_country: 'list',
		spend_cap: 'money',
		start_time: 'datetime',
		status: 'string',
		stop_time: 'datetime',
		topline_id: { type: 'id', read: ({ values }) => values.topline_id ?? '0' },
		updated_time: 'datetime',
	},
	edges: {
		ads: { child: 'ad', params: childParams },
		adsets: adSetList,
		budget_schedules: { child: 'high_demand_period' },
		copies: { child: 'campaign', params: childParams, create: campaignCopy },
		insights: insightsEdge,
	},
	update: campaignUpdate,
	remove: { params: {}, run: removeAdObject },
};
