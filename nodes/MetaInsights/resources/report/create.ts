import type { INodeExecutionData } from 'n8n-workflow';

import type { GraphRequest } from '../../../shared/graph/types';
import { defineOperation } from '../../../shared/operation/define';
import { integer } from '../../../shared/operation/fields';
import { toItem } from '../../../shared/operation/output';
import { DEFAULT_LIMIT, MAX_BATCH_SIZE } from '../../../shared/operation/standardFields';
import type { Item, RunContext } from '../../../shared/operation/types';
import { isRecentEnough } from '../../fields/age';
import { objectsOf } from '../../fields/object';
import { queryParameters } from '../../fields/query';
import { reportFields, reportRules, requestFields } from '../../fields/report';

/** Ad Account Insights, Creating; Insights API Asynchronous Jobs. */
export const create = defineOperation({
	name: 'Start Report',
	action: 'Start a report',
	description: 'Start making a report and go on without waiting for it',
	documents: ['metaInsights.report.create'],
	fields: reportFields,
	additionalFields: [
		...requestFields,
		integer('limit', {
			description: 'Max number of results to return',
			default: DEFAULT_LIMIT,
			min: 1,
		}),
	],
	rules: [...reportRules, isRecentEnough(() => 'asynchronous')],
	output: { kind: 'object' },
	run,
});

async function run(context: RunContext): Promise<INodeExecutionData[]> {
	const { client, values, itemIndex, wrote } = context;
	const objects = objectsOf(values);
	const requests = objects.map((object) => requestFor(object, context));
	const outcomes = await client.requestMany(requests, MAX_BATCH_SIZE);
	const items = outcomes.flatMap((outcome, index) => {
		if ('error' in outcome) return [];
		const { report_run_id: id, ...others } = outcome.reply.body;
		wrote(String(id));
		const json = { report_run_id: String(id), object_id: objects[index], ...others };
		return [toItem(json, itemIndex)];
	});
	const failed = outcomes.find((outcome) => 'error' in outcome);
	if (failed && 'error' in failed) throw failed.error;
	return items;
}

/** A report that is started twice does no harm: only one of them is asked for. */
function requestFor(object: string, item: Item): GraphRequest {
	const payer = object.startsWith('act_') ? object.slice('act_'.length) : item.values.ad_account;
	const parameters = queryParameters(item);
	const { limit } = item.values;
	return {
		method: 'POST',
		path: `/${object}/insights`,
		parameters: limit === undefined ? parameters : { ...parameters, limit },
		useCase: 'ads_insights',
		repeat: 'always',
		...(payer === undefined ? {} : { quotaOf: String(payer) }),
	};
}
