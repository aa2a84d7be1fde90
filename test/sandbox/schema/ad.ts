import { insightsEdge } from './insights';
import { oneOf, READ_ADS, text, WRITE_ADS } from './specs';
import { adStatus, checkMayChange, removeAdObject } from './status';
import type { ObjectType } from './types';

/** Ads are seeded and read; only name and status can be changed. */
export const ad: ObjectType = {
	nodeType: 'Adgroup',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	writePermissions: WRITE_ADS,
	effectiveStatus: adStatus,
	defaultFields: ['id'],
	fields: {
		account_id: 'string',
		ad_review_feedback: 'object',
		adlabels: 'object',
		adset: { type: 'node', of: 'adset', read: (ad) => ad.values.adset_id },
		adset_id: 'string',
		bid_amount: 'int',
		campaign: { type: 'node', of: 'campaign', read: (ad) => ad.values.campaign_id },
		campaign_id: 'string',
		configured_status: { type: 'string', read: (ad) => ad.values.status },
		conversion_domain: 'string',
		created_time: 'datetime',
		creative: 'object',
		effective_status: { type: 'string', read: adStatus },
		id: 'id',
		issues_info: 'object',
		name: 'string',
		preview_shareable_link: 'string',
		recommendations: 'object',
		source_ad_id: 'string',
		status: 'string',
		tracking_specs: 'object',
		updated_time: 'datetime',
	},
	edges: { insights: insightsEdge },
	update: {
		params: { name: text(400), status: oneOf('ACTIVE', 'PAUSED', 'DELETED', 'ARCHIVED') },
		run: (call) => {
			checkMayChange(call, 'Ad');
			call.env.store.update(call.target, { ...call.params, updated_time: call.now });
			return { answer: { success: true }, node: call.target };
		},
	},
	remove: { params: {}, run: removeAdObject },
};
