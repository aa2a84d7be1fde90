import { GraphFault } from '../graph/errors';
import { deliveryEstimateEdge } from '../targeting/estimates';
import type { Json } from '../json';
import type { StoredObject } from '../store';
import { adSetCopy } from './adSetCopy';
import { adSetListParams } from './adSetParams';
import { adSetUpdate } from './adSetWrite';
import { insightsEdge } from './insights';
import { list, oneOf, READ_ADS, time, WRITE_ADS } from './specs';
import { adSetStatus, removeAdObject } from './status';
import { AD_STATUSES } from './statusValues';
import type { EdgeSpec, Fields, ObjectType } from './types';

const budgetOf = ({ values }: StoredObject) => values.daily_budget ?? values.lifetime_budget ?? 0;
const flag =
	(name: string) =>
	({ values }: StoredObject): Json =>
		values[name] ?? false;

/** Values that are read as they were written. */
const PLAIN: Fields = {
	account_id: 'string',
	adlabels: 'list',
	adset_schedule: 'list',
	anchor_event_attribution_window_days: 'int',
	asset_feed_id: 'id',
	attribution_spec: 'list',
	automatic_manual_state: 'string',
	bid_adjustments: 'object',
	bid_amount: 'int',
	bid_constraints: 'object',
	bid_strategy: 'string',
	billing_event: 'string',
	brand_safety_config: 'object',
	budget_source: 'string',
	budget_split_set_id: 'id',
	campaign_attribution: 'string',
	campaign_id: 'string',
	contextual_bundling_spec: 'object',
	created_time: 'datetime',
	creative_sequence: 'list',
	creative_sequence_repetition_pattern: 'string',
	daily_budget: 'money',
	daily_min_spend_target: 'money',
	daily_spend_cap: 'money',
	destination_type: 'string',
	dsa_beneficiary: 'string',
	dsa_payor: 'string',
	end_time: 'datetime',
	existing_customer_budget_percentage: 'int',
	frequency_control_specs: 'list',
	full_funnel_exploration_mode: 'string',
	id: 'id',
	instagram_user_id: 'id',
	is_ba_skip_delayed_eligible: 'bool',
	is_incremental_attribution_enabled: 'bool',
	issues_info: 'list',
	learning_stage_info: 'object',
	lifetime_budget: 'money',
	lifetime_imps: 'int',
	lifetime_min_spend_target: 'money',
	lifetime_spend_cap: 'money',
	max_budget_spend_percentage: 'int',
	min_budget_spend_percentage: 'int',
	multi_optimization_goal_weight: 'string',
	name: 'string',
	optimization_goal: 'string',
	optimization_sub_event: 'string',
	placement_soft_opt_out: 'object',
	promoted_object: 'object',
	recommendations: 'list',
	recurring_budget_semantics: 'bool',
	regional_regulated_categories: 'list',
	regional_regulation_identities: 'object',
	rf_prediction_id: 'id',
	start_time: 'datetime',
	status: 'string',
	targeting: 'object',
	targeting_optimization_types: 'list',
	time_based_ad_rotation_id_blocks: 'list',
	time_based_ad_rotation_intervals: 'list',
	trending_topics_spec: 'object',
	tune_for_category: 'string',
	updated_time: 'datetime',
	use_new_app_click: 'bool',
	value_rule_set_id: 'id',
};

/** ("Ad Account Adsets"; the fields are those the live API knows.) */
export const adSet: ObjectType = {
	nodeType: 'AdSet',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	writePermissions: WRITE_ADS,
	effectiveStatus: adSetStatus,
	defaultFields: ['id'],
	fields: {
		...PLAIN,
		bid_info: {
			type: 'object',
			read: ({ values }) =>
				values.bid_amount === undefined ? undefined : { ACTIONS: values.bid_amount },
		},
		budget_remaining: { type: 'money', read: budgetOf },
		campaign: { type: 'node', of: 'campaign', read: ({ values }) => values.campaign_id },
		campaign_active_time: { type: 'string', read: () => '0' },
		configured_status: { type: 'string', read: ({ values }) => values.status },
		effective_status: { type: 'string', read: adSetStatus },
		is_budget_schedule_enabled: { type: 'bool', read: flag('is_budget_schedule_enabled') },
		is_dynamic_creative: { type: 'bool', read: flag('is_dynamic_creative') },
		is_sac_cfca_terms_certified: { type: 'bool', read: flag('is_sac_cfca_terms_certified') },
		pacing_type: { type: 'list', read: ({ values }) => values.pacing_type ?? ['standard'] },
		review_feedback: { type: 'string', read: ({ values }) => values.review_feedback ?? '[]' },
		source_adset: { type: 'node', of: 'adset', read: ({ values }) => values.source_adset_id },
		source_adset_id: { type: 'string', read: ({ values }) => values.source_adset_id ?? '0' },
		value_rules_applied: { type: 'bool', read: flag('value_rules_applied') },
	},
	edges: {
		activities: { child: 'ad_activity', paging: 'time', params: { category: { type: 'string' } } },
		adcreatives: { child: 'ad_creative' },
		ads: {
			child: 'ad',
			params: { effective_status: list(oneOf(...AD_STATUSES)), updated_since: time },
		},
		budget_schedules: { child: 'high_demand_period' },
		copies: { child: 'adset', params: adSetListParams, create: adSetCopy },
		delivery_estimate: deliveryEstimateEdge,
		insights: insightsEdge,
	},
	update: adSetUpdate,
	remove: { params: {}, run: removeAdObject },
};

/** Reports reach back this many months. */
const MAX_MONTHS = 37;

/** What all lists of ad sets have in common ("Ad Account Adsets, Reading"). */
export const adSetList: EdgeSpec = {
	child: 'adset',
	params: adSetListParams,
	check: ({ time_range: range }, { env }) => {
		const since = (range as { since?: string } | undefined)?.since;
		const first = new Date(env.now());
		first.setUTCMonth(first.getUTCMonth() - MAX_MONTHS);
		if (since === undefined || Date.parse(since) >= first.getTime()) return;
		throw new GraphFault({
			code: 3018,
			message: 'The start date of the time range cannot be beyond 37 months from the current date',
		});
	},
	keep: ({ values }, { is_completed: wanted }, { env }) => {
		if (typeof wanted !== 'boolean') return true;
		const end = Number(values.end_time ?? 0);
		return (end > 0 && end * 1000 <= env.now()) === wanted;
	},
};
