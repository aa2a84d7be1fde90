import { insightsEdge } from './insights';
import { list, oneOf, READ_ADS, text, time, WRITE_ADS } from './specs';
import { adSetStatus, checkMayChange, removeAdObject } from './status';
import { AD_STATUSES } from './status-values';
import type { ObjectType } from './types';

/** Ad sets are seeded and read; only name and status can be changed. */
export const adSet: ObjectType = {
	nodeType: 'AdSet',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	writePermissions: WRITE_ADS,
	effectiveStatus: adSetStatus,
	defaultFields: ['id'],
	fields: {
		account_id: 'string',
		adlabels: 'object',
		bid_amount: 'int',
		bid_strategy: 'string',
		billing_event: 'string',
		budget_remaining: 'money',
		campaign: { type: 'node', of: 'campaign', read: (adSet) => adSet.values.campaign_id },
		campaign_id: 'string',
		configured_status: { type: 'string', read: (adSet) => adSet.values.status },
		created_time: 'datetime',
		daily_budget: 'money',
		destination_type: 'string',
		effective_status: { type: 'string', read: adSetStatus },
		end_time: 'datetime',
		id: 'id',
		issues_info: 'object',
		lifetime_budget: 'money',
		name: 'string',
		optimization_goal: 'string',
		promoted_object: 'object',
		recommendations: 'object',
		source_adset_id: 'string',
		start_time: 'datetime',
		status: 'string',
		targeting: 'object',
		updated_time: 'datetime',
	},
	edges: {
		ads: {
			child: 'ad',
			params: { effective_status: list(oneOf(...AD_STATUSES)), updated_since: time },
		},
		insights: insightsEdge,
	},
	update: {
		params: { name: text(400), status: oneOf('ACTIVE', 'PAUSED', 'DELETED', 'ARCHIVED') },
		run: (call) => {
			checkMayChange(call, 'Ad set');
			call.env.store.update(call.target, { ...call.params, updated_time: call.now });
			return { answer: { success: true }, node: call.target };
		},
	},
	remove: { params: {}, run: removeAdObject },
};
