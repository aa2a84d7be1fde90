import type { IDataObject, INodeExecutionData, JsonObject } from 'n8n-workflow';

import type { QuotaUsage } from '../graph/types';

/** Makes an item that n8n can trace back to its input item. */
export function toItem(json: IDataObject | JsonObject, itemIndex: number): INodeExecutionData {
	return { json: json as IDataObject, pairedItem: { item: itemIndex } };
}

/** What is left of the quotas, as items show it (option "Include Usage in Output"). */
export function usageMembers(usage: QuotaUsage[]): IDataObject {
	return {
		rate_limits: usage.map(({ object, type, percent, regainAccessIn, tier }) => ({
			object,
			type,
			percent_used: Math.round(percent * 100) / 100,
			regain_access_in_seconds: Math.ceil(regainAccessIn / 1000),
			...(tier ? { tier } : {}),
		})),
	};
}

/** The same item with more members. */
export function withMembers(item: INodeExecutionData, members: IDataObject): INodeExecutionData {
	return { ...item, json: { ...item.json, ...members } };
}
