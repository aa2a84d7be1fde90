/** How the reporting side of the sandbox behaves. */
export interface InsightsOptions {
	/** Answers to a call that waits for its report fail with more rows than this. */
	maxSyncRows?: number;
	/** Jobs fail with more rows than this. */
	maxReportRows?: number;
	/** Both fail when rows times fields are more than this: fewer fields help. */
	maxDataPoints?: number;
	/**
	 * How a call that waits fails for its size: code 100 with subcode 1487534, code 1 "reduce the
	 * amount of data", or what a time-out on the server looks like (code 1, subcode 99, HTTP 500).
	 */
	syncError: 'tooMuchData' | 'reduce' | 'unknown';
	/** How long a job takes, in ms of the sandbox's clock. */
	jobMs: number;
	/** Jobs of one ad account that may be under way. */
	maxRunningJobs: number;
	/** Jobs a day and ad account that may ask for reach more than 13 months ago, broken down. */
	reachJobsPerDay: number;
	/** What happens to those beyond: they come without reach, or are refused. */
	reachLimit: 'omit' | 'error';
}

const HOUR_S = 3600;
/** Of an hour that may be scaled. */
const JOB_S = 2;

export function defaultInsights(hourMs: number): InsightsOptions {
	return {
		syncError: 'tooMuchData',
		jobMs: (JOB_S * hourMs) / HOUR_S,
		maxRunningJobs: 100,
		reachJobsPerDay: 10,
		reachLimit: 'omit',
	};
}
