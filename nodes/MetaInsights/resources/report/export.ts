import type { INodeExecutionData } from 'n8n-workflow';

import { GraphError } from '../../../shared/graph/types';
import { defineOperation } from '../../../shared/operation/define';
import { options, text } from '../../../shared/operation/fields';
import { toItem } from '../../../shared/operation/output';
import type { RunContext } from '../../../shared/operation/types';
import { outputField } from '../../fields/output';
import { reportRunId } from '../../fields/reportRun';

/** Insights API Asynchronous Jobs, Export Reports. */
const PATH = '/ads/ads_insights/export_report';

const MIME_TYPES: Record<string, string> = {
	csv: 'text/csv',
	xls: 'application/vnd.ms-excel',
};

/** Meta does not promise that the format of the file stays as it is. */
export const exportReport = defineOperation({
	name: 'Export Report',
	action: 'Export a report',
	description: 'Download a complete report as a file for people, with translated column names',
	documents: ['metaInsights.report.export'],
	fields: [
		reportRunId(),
		options('format', ['csv', 'xls'], {
			description: 'Whether to write comma-separated values or a file for Excel',
			required: true,
		}),
		text('name', { description: 'Name of the file, without its ending' }),
		outputField(),
	],
	output: { kind: 'object' },
	run,
});

async function run({
	client,
	execution,
	values,
	itemIndex,
}: RunContext): Promise<INodeExecutionData[]> {
	const { report_run_id: id, format, name } = values;
	const request = {
		method: 'GET' as const,
		path: PATH,
		parameters: {
			report_run_id: String(id),
			format: String(format),
			...(name === undefined ? {} : { name }),
		},
		host: 'www' as const,
		useCase: 'ads_insights' as const,
	};
	const { file, headers } = await client.request(request);
	if (!file) {
		throw new GraphError({
			class: 'unknown',
			message: 'Facebook sent no file',
			advice: 'Read the rows with Get Report Results instead.',
			blamedFields: [],
			method: request.method,
			path: PATH,
		});
	}
	const fileName = `${String(name ?? `report_${String(id)}`).replace(/[\\/]/g, '_')}.${String(format)}`;
	const [mimeType] = (headers['content-type'] ?? MIME_TYPES[String(format)]).split(';');
	const binary = await execution.helpers.prepareBinaryData(file, fileName, mimeType);
	const item = toItem({ report_run_id: id, file_name: fileName, bytes: file.length }, itemIndex);
	return [{ ...item, binary: { [String(values.output_field ?? 'data')]: binary } }];
}
