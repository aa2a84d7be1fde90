import type { JsonObject } from 'n8n-workflow';

import type { GraphParameters } from '../../shared/graph/types';

/** One row of a report, as Meta gives it: metrics are texts. */
export type Row = JsonObject;

/** What a report is to tell, in the words of the API. */
export interface InsightsQuery {
	/** First segment of the path: `act_1` or the ID of a campaign, ad set, ad or other object. */
	object: string;
	/** `fields` as a list, `level`, `breakdowns`, `time_range`, `time_increment`, `filtering` ... */
	parameters: GraphParameters;
}

/** How a report may be made. */
export interface ReportSettings {
	/** `auto` tries synchronously first where the report looks small. */
	mode: 'auto' | 'synchronous' | 'asynchronous';
	/** Jobs under way at once. */
	maxJobs: number;
	/** Longest time for one job, in ms, before it counts as stuck. */
	jobTimeout: number;
	/** Times a failed or skipped job is submitted again as it is before it is split. */
	maxRestarts: number;
	/** IANA name: days of a report are days of the ad account. */
	accountTimezone: string;
	/** The day it is now there, YYYY-MM-DD. */
	today: string;
	/** Rows asked for per page. */
	pageSize: number;
	signal?: AbortSignal;
}

/** What a report took, for hints and errors. */
export interface ReportTrace {
	/** IDs of the report runs, so that a finished one can be fetched later. */
	reportRunIds: string[];
	/** What was done to get through: in plain words, in order. */
	steps: string[];
	/** Meta's summary, when one was asked for and the report did not have to be split. */
	summary?: Row;
}
