import { GraphFault, unknownObject } from '../graph/errors';
import { parseFields, type FieldNode } from '../graph/fields';
import { pageRows } from '../graph/list';
import { readParams } from '../graph/params';
import type { JsonObject } from '../json';
import type { View, WriteCall, Written } from '../schema/types';
import type { StoredObject } from '../store';
import { dayText, todayIn } from './dates';
import { readRequest, timezoneOf } from './readRequest';
import { PAGE_PARAMS, pageOf } from './readReport';
import { isReachRationed, makeReport, type Report } from './report';
import { INSIGHTS_PARAMS, normalized, textList, type InsightsRequest } from './request';
import { isTooBigForJob } from './size';
import type { Job } from './state';

const DAY_MS = 86_400_000;
/** A report run can be read for so long ("Insights API Asynchronous Jobs"). */
const JOB_LIFE_MS = 30 * DAY_MS;

/** Starts a report that is made in the background; gives `report_run_id`. */
export function startJob(call: WriteCall): Written {
	const { target, env } = call;
	const { insights: options } = env.settings;
	const values = readParams(normalized(call.raw), INSIGHTS_PARAMS);
	const request = readRequest(target, values, parseFields(call.raw.fields), call);
	checkRunning(target, call);
	const withReach = rationReach(target, request, call);
	const report = makeReport(target, request, withReach, call);
	const fault = env.insights.takeFault(target.id);
	const job: Job = {
		object: target,
		request,
		startedMs: env.now(),
		durationMs: fault?.outcome === 'slow' ? (fault.ms ?? options.jobMs) : options.jobMs,
		outcome: fault?.outcome,
		outcomeMs: fault?.ms ?? 0,
		isTooBig: isTooBigForJob(report, request, options),
		withReach,
		exported: {
			...(values.export_columns ? { columns: textList(values, 'export_columns') } : {}),
			...(typeof values.export_name === 'string' ? { name: values.export_name } : {}),
			...(typeof values.export_format === 'string' ? { format: values.export_format } : {}),
		},
	};
	const run = env.store.insert({
		type: 'ad_report_run',
		accountId: target.accountId,
		values: {
			account_id: target.accountId,
			date_start: dayText(request.range.since),
			date_stop: dayText(request.range.until),
			is_async_export: job.exported.format !== undefined,
			time_ref: Math.floor(env.now() / 1000),
		},
	});
	env.insights.jobs.set(run.id, job);
	return { answer: { report_run_id: run.id } };
}

function checkRunning(target: StoredObject, { env }: View): void {
	let running = 0;
	for (const job of env.insights.jobs.values()) {
		if (job.object.accountId === target.accountId && isUnderWay(job, env.now())) running += 1;
	}
	if (running < env.settings.insights.maxRunningJobs) return;
	throw new GraphFault({
		code: 4,
		subcode: 1504022,
		isTransient: true,
		message: 'Application request limit reached',
		userTitle: 'Too many API requests',
	});
}

/** Broken-down reach of more than 13 months ago: ten jobs a day, told in a header of its own. */
function rationReach(target: StoredObject, request: InsightsRequest, view: View): boolean {
	if (!isReachRationed(target, request, view)) return true;
	const { reachJobsPerDay, reachLimit } = view.env.settings.insights;
	const today = todayIn(timezoneOf(target, view), view.env.now());
	const count = view.env.insights.countReach(String(target.accountId), today);
	const percent = Math.min(100, Math.floor((100 * count) / reachJobsPerDay));
	view.headers['x-fb-ads-insights-reach-throttle'] = JSON.stringify({ acc_id_util_pct: percent });
	if (count <= reachJobsPerDay) return true;
	if (reachLimit === 'error') {
		throw new GraphFault({
			code: 100,
			message: 'Reach-related metric breakdowns are unavailable due to rate limit threshold.',
		});
	}
	return false;
}

/** Where a job stands. */
export interface JobStatus {
	status: string;
	percent: number;
	/** Ms since 1970; undefined while it is under way. */
	endedMs?: number;
}

const STARTED_AT = 0.1;
const RUNNING_AT = 0.25;
/** Where a job that fails has got to. */
const FAILED_AT_PERCENT = 60;

/** The status at a time ("Insights API Asynchronous Jobs"). */
export function statusOf(job: Job, nowMs: number): JobStatus {
	const { outcome, startedMs, durationMs } = job;
	const share = durationMs === 0 ? 1 : (nowMs - startedMs) / durationMs;
	if (outcome === 'neverStart' || share < STARTED_AT) {
		return { status: 'Job Not Started', percent: 0 };
	}
	if (share < RUNNING_AT) return { status: 'Job Started', percent: 0 };
	const endedMs = startedMs + durationMs;
	const isFailing = job.isTooBig || outcome === 'fail';
	if (share < 1) {
		const most = isFailing ? FAILED_AT_PERCENT : 99;
		return { status: 'Job Running', percent: Math.min(most, Math.floor(share * 100)) };
	}
	if (isFailing) return { status: 'Job Failed', percent: FAILED_AT_PERCENT, endedMs };
	if (outcome === 'skip') return { status: 'Job Skipped', percent: 0, endedMs };
	if (outcome === 'stall' && nowMs < endedMs + job.outcomeMs) {
		return { status: 'Job Running', percent: 100 };
	}
	return { status: 'Job Completed', percent: 100, endedMs };
}

function isUnderWay(job: Job, nowMs: number): boolean {
	return statusOf(job, nowMs).endedMs === undefined;
}

/** The job of a report run, unless it is too old. */
export function jobOf(run: StoredObject, { env }: View): Job {
	const job = env.insights.jobs.get(run.id);
	if (!job || env.now() - job.startedMs > JOB_LIFE_MS) throw unknownObject('GET', run.id);
	return job;
}

/** The rows of a run that has completed. */
export function finishedReport(run: StoredObject, view: View): { job: Job; report: Report } {
	const job = jobOf(run, view);
	const nowMs = view.env.now();
	const { status, endedMs = nowMs } = statusOf(job, nowMs);
	if (status === 'Job Completed' && job.outcome === 'expire') throw unknownObject('GET', run.id);
	const isHeldBack = job.outcome === 'notReady' && nowMs < endedMs + job.outcomeMs;
	if (status !== 'Job Completed' || isHeldBack) {
		throw new GraphFault({
			code: 2601,
			subcode: 1815107,
			status: 400,
			message: 'Error accessing adreport job.',
			isTransient: true,
			userTitle: 'Loading the asynchronous job failed',
			userMessage: 'Check the status of the job before its results are loaded.',
		});
	}
	return { job, report: makeReport(job.object, job.request, job.withReach, view) };
}

/** `GET /{report run}/insights`: the fields are those the job was started with. */
export function readJobRows(
	run: StoredObject,
	raw: Record<string, unknown>,
	fields: readonly FieldNode[] | undefined,
	view: View,
): JsonObject {
	const values = readParams(raw, PAGE_PARAMS);
	const { report } = finishedReport(run, view);
	const limit = pageRows(values, view);
	return pageOf(report, run, { ...raw, limit: String(limit) }, fields, limit, view);
}
