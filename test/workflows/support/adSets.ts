import type { IDataObject } from 'n8n-workflow';

import type { NodeSketch, WorkflowJson } from '../../support/engine';
import { byId, metaNode, oneNode } from './campaigns';

export const AD_SET_TYPE = 'n8n-nodes-meta-ads.metaAdSet';

/** The campaign of the ad sets, where a test needs only one. */
export const CAMPAIGN = '120210000000000001';

/** A node of Meta Ad Set for a workflow of several nodes. */
export function adSetNode(
	what: string,
	parameters: IDataObject = {},
	rest: Partial<NodeSketch> = {},
): NodeSketch {
	return metaNode(what, parameters, { type: AD_SET_TYPE, ...rest });
}

/** A workflow of a trigger and one node of Meta Ad Set. */
export function oneAdSetNode(
	what: string,
	parameters: IDataObject = {},
	rest: Partial<NodeSketch> = {},
): WorkflowJson {
	return oneNode(what, parameters, { type: AD_SET_TYPE, ...rest });
}

/** Parameters of Create with a daily budget of 10.00. */
export function adSetParameters(
	own: IDataObject = {},
	additionalFields: IDataObject = {},
): IDataObject {
	return {
		ad_account: byId('1001'),
		campaign_id: byId(CAMPAIGN),
		name: '={{ $json.name }}',
		optimization_goal: 'LINK_CLICKS',
		billing_event: 'IMPRESSIONS',
		targeting: { geo_locations: { countries: ['US'] } },
		status: 'PAUSED',
		additionalFields: { daily_budget: 1000, ...additionalFields },
		...own,
	};
}
