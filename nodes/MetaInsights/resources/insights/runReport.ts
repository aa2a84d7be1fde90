import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/define';
import { integer } from '../../../shared/operation/fields';
import { toItem, withMembers } from '../../../shared/operation/output';
import { DEFAULT_LIMIT } from '../../../shared/operation/standardFields';
import type { Item, RunContext, Values } from '../../../shared/operation/types';
import { isRecentEnough } from '../../fields/age';
import { goneWindowsHints, noteGoneWindows } from '../../fields/attribution';
import { objectsOf } from '../../fields/object';
import {
	engineFields,
	fileFormatOf,
	outputFields,
	pageSizeField,
	settingsOf,
	shapeFields,
	shapeOptionsOf,
} from '../../fields/output';
import { queryParameters } from '../../fields/query';
import { moreReportFields, reportRules, reportFields, summaryFields } from '../../fields/report';
import {
	createShaper,
	withKeyFields,
	writeFile,
	type FileFormat,
	type FileSummary,
} from '../../output';
import {
	runReport as makeReport,
	todayIn,
	type InsightsQuery,
	type ReportTrace,
	type Row,
} from '../../report';
import { accountTimezone } from './timezone';

/** Insights API; Limits and Best Practices; Insights API Asynchronous Jobs. */
export const runReport = defineOperation({
	name: 'Run Report',
	action: 'Run a report',
	description: 'Make a report of any size and wait for it',
	documents: [
		'metaInsights.adAccount.getInsights.listWithData',
		'metaInsights.adAccount.getInsights.attributionWindows',
		'metaInsights.adAccount.getInsights.mmm',
		'metaInsights.campaign.getInsights.ageGender',
	],
	fields: [...reportFields, ...outputFields],
	additionalFields: [
		...moreReportFields,
		...summaryFields,
		...shapeFields,
		...engineFields,
		pageSizeField(),
		integer('limit', {
			description: 'Max number of results to return',
			default: DEFAULT_LIMIT,
			min: 1,
			to: false,
		}),
	],
	rules: [
		...reportRules,
		isRecentEnough(({ mode }) => (mode === 'synchronous' ? 'synchronous' : 'asynchronous')),
	],
	output: { kind: 'object' },
	hints: goneWindowsHints,
	run,
});

async function run(context: RunContext): Promise<INodeExecutionData[]> {
	const trace: ReportTrace = { reportRunIds: [], steps: [] };
	const format = fileFormatOf(context.values);
	noteGoneWindows(context);
	try {
		const items =
			format === undefined ? await toItems(context, trace) : [await toFile(context, trace, format)];
		if (items.length === 0 || items[0].json.rows === 0) {
			trace.steps.push('No rows: nothing was delivered in these days that fits the filters.');
		}
		return items;
	} finally {
		tellSteps(context, trace);
	}
}

async function toItems(context: RunContext, trace: ReportTrace): Promise<INodeExecutionData[]> {
	const { values, itemIndex } = context;
	const items: INodeExecutionData[] = [];
	for (const query of queriesOf(context)) {
		const shaper = createShaper(shapeOptionsOf(values, query));
		const own: INodeExecutionData[] = [];
		for await (const rows of reportRows(context, query, trace, items.length)) {
			for (const row of rows) own.push(toItem(shaper(row), itemIndex));
		}
		const summary = takeSummary(trace, values, query);
		for (const item of own) items.push(summary ? withMembers(item, { summary }) : item);
	}
	return items;
}

async function toFile(
	context: RunContext,
	trace: ReportTrace,
	format: FileFormat,
): Promise<INodeExecutionData> {
	const { execution, values, itemIndex } = context;
	const queries = queriesOf(context);
	const shape = shapeOptionsOf(values, queries[0]);
	const summaries: IDataObject[] = [];
	async function* rowsOfAll(): AsyncGenerator<Row[]> {
		let given = 0;
		for (const query of queries) {
			for await (const rows of reportRows(context, query, trace, given)) {
				given += rows.length;
				yield rows;
			}
			const summary = takeSummary(trace, values, query);
			if (summary) summaries.push(summary);
		}
	}
	let written: FileSummary = { rows: 0, columns: [] };
	const file = await writeFile(execution, rowsOfAll(), {
		format,
		fileName: String(values.file_name ?? 'report'),
		shape,
		onWritten: (summary) => (written = summary),
	});
	const json: IDataObject = {
		rows: written.rows,
		columns: written.columns,
		report_run_ids: trace.reportRunIds,
		...(summaries.length > 0 ? { summaries } : {}),
	};
	return {
		...toItem(json, itemIndex),
		binary: { [String(values.output_field ?? 'data')]: file },
	};
}

/** One query per object; with the fields that row keys are made of where those are wanted. */
function queriesOf(item: Item): InsightsQuery[] {
	const { values } = item;
	const objects = objectsOf(values);
	const parameters = queryParameters(item);
	const asked = values.row_key === true ? withKeyFields(parameters, objects) : parameters;
	return objects.map((object) => ({ object, parameters: asked }));
}

/** The rows of one object; `given` rows of the limit are used up already. */
async function* reportRows(
	{ client, values, timezone: workflowZone, execution }: RunContext,
	{ object, parameters }: InsightsQuery,
	trace: ReportTrace,
	given: number,
): AsyncGenerator<Row[]> {
	const left = Number(values.limit ?? Infinity) - given;
	if (left <= 0) return;
	const timezone = (await accountTimezone(client, object)) ?? workflowZone;
	// Older versions of n8n have no such signal.
	const signal = execution.getExecutionCancelSignal?.();
	const settings = {
		...settingsOf(values),
		accountTimezone: timezone,
		today: todayIn(timezone, Date.now()),
		...(signal ? { signal } : {}),
	};
	const query = {
		object,
		parameters: left < Infinity ? { ...parameters, limit: left } : parameters,
	};
	yield* makeReport(client, query, settings, trace);
}

/** The summary of the report that just ended, as its rows are given. */
function takeSummary(
	trace: ReportTrace,
	values: Values,
	query: InsightsQuery,
): IDataObject | undefined {
	const { summary } = trace;
	delete trace.summary;
	const shaper = createShaper({ ...shapeOptionsOf(values, query), rowKey: false });
	return summary && (shaper(summary) as IDataObject);
}

/** Tells in the editor what was done to get through. */
function tellSteps({ execution }: RunContext, { steps, reportRunIds }: ReportTrace): void {
	if (steps.length === 0) return;
	const runs = reportRunIds.length > 0 ? ` Report runs: ${reportRunIds.join(', ')}.` : '';
	execution.addExecutionHints({
		message: `How the report was made: ${steps.join(' ')}${runs}`,
		type: 'info',
		location: 'outputPane',
	});
}
