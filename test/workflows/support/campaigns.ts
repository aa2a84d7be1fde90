import type { IDataObject } from 'n8n-workflow';

import { workflowWith, type NodeSketch, type WorkflowJson } from '../../support/engine';

export const CAMPAIGN_TYPE = 'n8n-nodes-meta-ads.metaCampaign';

/** A picker's value, given as an ID or an expression. */
export function byId(value: string | number, mode = 'id') {
	return { __rl: true, mode, value };
}

/** A node for a short workflow: `campaign.create` with its parameters. */
export function metaNode(
	what: string,
	parameters: IDataObject = {},
	rest: Partial<NodeSketch> = {},
): NodeSketch {
	const [resource, operation] = what.split('.');
	return {
		type: CAMPAIGN_TYPE,
		credentials: ['metaAdsApi'],
		...rest,
		parameters: { authentication: 'accessToken', resource, operation, ...parameters },
	};
}

/** A workflow of a trigger and one node. */
export function oneNode(
	what: string,
	parameters: IDataObject = {},
	rest: Partial<NodeSketch> = {},
): WorkflowJson {
	return workflowWith(metaNode(what, parameters, rest));
}

/** Parameters of Create that take the name from the item. */
export function createParameters(parameters: IDataObject = {}): IDataObject {
	return {
		ad_account: byId('1001'),
		name: '={{ $json.name }}',
		objective: 'OUTCOME_TRAFFIC',
		special_ad_categories: [],
		status: 'PAUSED',
		...parameters,
	};
}

/** Items `{name: 'Campaign 1'}` and so on. */
export function named(count: number): IDataObject[] {
	return Array.from({ length: count }, (_item, index) => ({ name: `Campaign ${index + 1}` }));
}

/** Numbers from 0. */
export function range(count: number): number[] {
	return [...Array(count).keys()];
}
