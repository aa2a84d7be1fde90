import { defineOperation } from '../../../shared/operation/define';
import { reportRunId } from '../../fields/reportRun';

const COMPLETED = 'Job Completed';

/** Insights API Asynchronous Jobs, status of a report run. */
export const get = defineOperation({
	name: 'Get Report Status',
	action: 'Get the status of a report',
	description: 'Read how far a report is',
	documents: ['metaInsights.report.get'],
	request: { method: 'GET', path: '/{report_run_id}', useCase: 'ads_insights' },
	fields: [reportRunId()],
	output: {
		kind: 'object',
		// Meta says "completed" before it is: the percentage counts too.
		map: (body) => ({
			...body,
			is_complete: body.async_status === COMPLETED && body.async_percent_completion === 100,
		}),
	},
});
