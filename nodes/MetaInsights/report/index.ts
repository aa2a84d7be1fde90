export { ageProblem } from './ageLimits';
export { presetRange, todayIn } from './dates';
export {
	isDone,
	JOB_STATUSES,
	readReportRows,
	readReportStatus,
	startReport,
	startRequest,
} from './job';
export { runReport } from './run';
export type { InsightsQuery, ReportSettings, ReportTrace, Row } from './types';
