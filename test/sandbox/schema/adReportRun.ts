import { jobOf, readJobRows, statusOf } from '../insights/jobs';
import type { Json } from '../json';
import type { StoredObject } from '../store';
import { READ_ADS } from './specs';
import type { ObjectType, View } from './types';

/** ("Insights API Asynchronous Jobs") */
export const adReportRun: ObjectType = {
	nodeType: 'AdReportRun',
	useCase: 'ads_insights',
	readPermissions: READ_ADS,
	defaultFields: [
		'id',
		'account_id',
		'time_ref',
		'time_completed',
		'async_status',
		'async_percent_completion',
		'date_start',
		'date_stop',
		'is_running',
		'error_code',
		'error_message',
		'error_subcode',
		'error_user_title',
		'error_user_msg',
	],
	fields: {
		account_id: 'string',
		async_percent_completion: { type: 'int', read: (run, view) => status(run, view).percent },
		async_report_url: 'string',
		async_status: { type: 'string', read: (run, view) => status(run, view).status },
		date_start: 'string',
		date_stop: 'string',
		emails: 'list',
		error_code: { type: 'int', read: failure((isTooBig) => (isTooBig ? 100 : 2)) },
		error_message: {
			type: 'string',
			read: failure((isTooBig) =>
				isTooBig ? 'The report has too much data' : 'Service temporarily unavailable',
			),
		},
		error_subcode: { type: 'int', read: failure((isTooBig) => (isTooBig ? 1487534 : undefined)) },
		error_user_msg: {
			type: 'string',
			read: failure((isTooBig) =>
				isTooBig ? 'The report has too much data. Ask for less of it.' : undefined,
			),
		},
		error_user_title: {
			type: 'string',
			read: failure((isTooBig) => (isTooBig ? 'There is too much data' : undefined)),
		},
		friendly_name: 'string',
		id: 'id',
		is_async_export: 'bool',
		is_bookmarked: { type: 'bool', read: () => false },
		is_running: {
			type: 'bool',
			read: (run, view) => status(run, view).status === 'Job Running',
		},
		schedule_id: 'string',
		time_completed: {
			type: 'int',
			read: (run, view) => {
				const { endedMs } = status(run, view);
				return endedMs === undefined ? undefined : Math.floor(endedMs / 1000);
			},
		},
		time_ref: 'int',
	},
	edges: {
		insights: {
			child: 'insights',
			useCase: 'ads_insights',
			readPermissions: READ_ADS,
			read: readJobRows,
		},
	},
};

function status(run: StoredObject, view: View) {
	return statusOf(jobOf(run, view), view.env.now());
}

/** A field that only failed runs have. */
function failure(value: (isTooBig: boolean) => Json | undefined) {
	return (run: StoredObject, view: View): Json | undefined => {
		const job = jobOf(run, view);
		return statusOf(job, view.env.now()).status === 'Job Failed' ? value(job.isTooBig) : undefined;
	};
}
