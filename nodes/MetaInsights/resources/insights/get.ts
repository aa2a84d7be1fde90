import type { INodeExecutionData, JsonObject } from 'n8n-workflow';

import type { GraphRequest } from '../../../shared/graph/types';
import { defineOperation } from '../../../shared/operation/define';
import { toItem, withMembers } from '../../../shared/operation/output';
import { DEFAULT_LIMIT } from '../../../shared/operation/standardFields';
import type { Item, RunContext } from '../../../shared/operation/types';
import { isRecentEnough } from '../../fields/age';
import { goneWindowsHints, noteGoneWindows } from '../../fields/attribution';
import { objectsOf } from '../../fields/object';
import {
	DEFAULT_PAGE_SIZE,
	optionalShapeFields,
	optionalShaper,
	pageSizeField,
} from '../../fields/output';
import { queryParameters } from '../../fields/query';
import { reportFields, reportRules, requestFields } from '../../fields/report';

/** Insights API, Making Calls; Ad Account Insights, Reading. */
export const get = defineOperation({
	name: 'Get',
	action: 'Get insights',
	description: 'Read a report at once, as Meta gives it. For large reports use Run Report.',
	documents: ['metaInsights.insights.get'],
	fields: reportFields,
	additionalFields: [...requestFields, ...optionalShapeFields, pageSizeField()],
	rules: [...reportRules, isRecentEnough(() => 'synchronous')],
	output: { kind: 'list' },
	hints: goneWindowsHints,
	run,
});

async function run(context: RunContext): Promise<INodeExecutionData[]> {
	const { client, values, itemIndex } = context;
	noteGoneWindows(context);
	const most = values.returnAll ? Infinity : Number(values.limit ?? DEFAULT_LIMIT);
	const pageSize = Number(values.page_size ?? DEFAULT_PAGE_SIZE);
	const items: INodeExecutionData[] = [];
	for (const object of objectsOf(values)) {
		const shaper = optionalShaper(values, { object, parameters: queryParameters(context) });
		const limit = most - items.length;
		if (limit <= 0) break;
		const pages = client.pages<JsonObject>(requestFor(object, context), {
			pageSize,
			...(limit < Infinity ? { limit } : {}),
		});
		for await (const { rows, summary } of pages) {
			for (const row of rows) {
				const item = toItem(shaper(row), itemIndex);
				items.push(summary ? withMembers(item, { summary }) : item);
			}
		}
	}
	return items;
}

function requestFor(object: string, item: Item): GraphRequest {
	const { ad_account: account } = item.values;
	const payer = object.startsWith('act_') ? object.slice('act_'.length) : account;
	return {
		method: 'GET',
		path: `/${object}/insights`,
		parameters: queryParameters(item),
		useCase: 'ads_insights',
		...(payer === undefined ? {} : { quotaOf: String(payer) }),
	};
}
