import type { INodeExecutionData, JsonObject } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/define';
import { toItem, withMembers } from '../../../shared/operation/output';
import { DEFAULT_LIMIT } from '../../../shared/operation/standardFields';
import type { RunContext } from '../../../shared/operation/types';
import {
	DEFAULT_PAGE_SIZE,
	optionalShapeFields,
	optionalShaper,
	pageSizeField,
} from '../../fields/output';
import { reportRunId } from '../../fields/reportRun';
import { readReportRows } from '../../report';

/** How long to wait while Meta says that the results of a finished report are not ready. */
const NOT_READY_TIMEOUT_MS = 120_000;

/** Insights API Asynchronous Jobs, result of a report run. */
export const getResults = defineOperation({
	name: 'Get Report Results',
	action: 'Get the results of a report',
	description: 'Read the rows of a report that is complete',
	documents: ['metaInsights.report.getResults'],
	fields: [reportRunId()],
	additionalFields: [...optionalShapeFields, pageSizeField()],
	output: { kind: 'list' },
	run,
});

async function run(context: RunContext): Promise<INodeExecutionData[]> {
	const { client, execution, values, itemIndex } = context;
	const id = String(values.report_run_id);
	const limit = values.returnAll ? undefined : Number(values.limit ?? DEFAULT_LIMIT);
	const pageSize = Number(values.page_size ?? DEFAULT_PAGE_SIZE);
	const signal = execution.getExecutionCancelSignal?.();
	// What was asked for is not known any more, and not needed without row keys.
	const shaper = optionalShaper(values, { object: id, parameters: {} });
	const items: INodeExecutionData[] = [];
	const found: { summary?: JsonObject } = {};
	const pages = readReportRows(client, id, {
		pageSize: Math.min(pageSize, limit ?? Infinity),
		notReadyTimeout: NOT_READY_TIMEOUT_MS,
		onSummary: (summary) => (found.summary = summary),
		...(limit === undefined ? {} : { limit }),
		...(signal ? { signal } : {}),
	});
	for await (const rows of pages) {
		for (const row of rows) items.push(toItem(shaper(row), itemIndex));
	}
	const { summary } = found;
	return summary ? items.map((item) => withMembers(item, { summary })) : items;
}
