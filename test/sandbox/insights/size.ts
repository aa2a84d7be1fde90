import { GraphFault } from '../graph/errors';
import type { InsightsOptions } from './options';
import type { Report } from './report';
import type { InsightsRequest } from './request';

/** Whether there is more than a job can do. */
export function isTooBigForJob(
	{ count }: Report,
	{ fields }: InsightsRequest,
	{ maxReportRows, maxDataPoints }: InsightsOptions,
): boolean {
	if (maxReportRows !== undefined && count > maxReportRows) return true;
	return maxDataPoints !== undefined && count * (fields?.length ?? 1) > maxDataPoints;
}

/** Refuses a call that waits for more than the server can do in time ("Data Per Call Limits"). */
export function checkSyncSize(
	report: Report,
	request: InsightsRequest,
	options: InsightsOptions,
): void {
	const { maxSyncRows, syncError } = options;
	const isTooLong = maxSyncRows !== undefined && report.count > maxSyncRows;
	if (!isTooLong && !isTooBigForJob(report, request, { ...options, maxReportRows: undefined })) {
		return;
	}
	throw tooBig(syncError);
}

function tooBig(kind: InsightsOptions['syncError']): GraphFault {
	switch (kind) {
		case 'tooMuchData':
			return new GraphFault({
				code: 100,
				subcode: 1487534,
				message: 'Invalid parameter',
				isTransient: false,
				userTitle: 'There is too much data',
				userMessage: 'The report has too much data. Ask for less of it.',
			});
		case 'reduce':
			return new GraphFault({
				code: 1,
				message: "Please reduce the amount of data you're asking for, then retry your request",
			});
		case 'unknown':
			return new GraphFault({ code: 1, subcode: 99, message: 'An unknown error occurred' });
	}
}
