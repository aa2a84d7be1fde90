import type { IDataObject } from 'n8n-workflow';

import { openBinaryStore } from '../support/binaryStore';
import type { EngineRun } from '../support/engine';
import { runBarePages, runNode, type RunOptions } from './contestants';
import { withPeakMemory } from './memory';
import { startSandboxProcess } from './sandboxProcess';

const ACCOUNT = '1001';
const PLENTY_OF_CALLS = 10_000_000;
const PAGE_ROWS = 1_000;

const ITEM_ROWS = 100_000;
const FILE_ROWS = 1_000_000;
const FIELDS = ['ad_id', 'ad_name', 'impressions', 'clicks', 'spend', 'reach', 'actions'];

const ACCOUNTS = 50;
const REPORTS_PER_ACCOUNT = 60;
const CALLS_PER_HOUR = 20;
const HOUR_MS = 10_000;
const LATENCY_MS = 5;

/** A report of all days has this many times the rows that a job may have. */
const SPLIT_PARTS = 4;
const SPLIT_DAYS = 56;
const JOB_MS = 1_000;
const DAY_MS = 86_400_000;

/** Runs the node once in n8n's engine. */
async function runReport(
	graphBaseUrl: string,
	parameters: IDataObject,
	options?: RunOptions,
): Promise<EngineRun & { seconds: number }> {
	const report = {
		resource: 'insights',
		operation: 'runReport',
		report_on: 'account',
		ad_account: { __rl: true, mode: 'id', value: ACCOUNT },
	};
	return await runNode('metaInsights', graphBaseUrl, { ...report, ...parameters }, options);
}

/** Rows of ads by day, on the days that the sandbox has rows for. */
const rowsReport = {
	preset: '',
	level: 'ad',
	fields: FIELDS,
	period: 'range',
	since: daysAgo(30),
	until: daysAgo(1),
	time_increment: '1',
	additionalFields: { page_size: PAGE_ROWS },
};

/** Many rows: as items, and streamed into a file. */
async function manyRows(say: Say): Promise<void> {
	const store = await openBinaryStore();
	try {
		await fileRows(say);
		await itemRows(say);
	} finally {
		await store.close();
	}
}

async function fileRows(say: Say): Promise<void> {
	const sandbox = await rowsSandbox(FILE_ROWS);
	const bare = await bareRows(sandbox.url);
	// The first run of a process loads n8n's engine.
	const yesterday = { since: daysAgo(1), until: daysAgo(1) };
	await runReport(sandbox.url, { ...rowsReport, ...yesterday, output_as: 'csv' });
	for (const format of ['csv', 'ndjson']) {
		const { result, peakMb } = await withPeakMemory(
			async () => await runReport(sandbox.url, { ...rowsReport, output_as: format }),
		);
		const [item] = result.outputs.Node[0];
		say(
			`${FILE_ROWS} rows to a ${format} file of ${item.binary?.data.fileSize}: ${rate(FILE_ROWS, result.seconds)} rows/s against ` +
				`${rate(bare.rows, bare.seconds)} rows/s of a bare loop over the pages (${ratio(result.seconds, bare.seconds)} times its time), ` +
				`memory grew by ${peakMb} MB at its peak`,
		);
	}
	sandbox.close();
}

async function itemRows(say: Say): Promise<void> {
	const sandbox = await rowsSandbox(ITEM_ROWS);
	const bare = await bareRows(sandbox.url);
	const { result, peakMb } = await withPeakMemory(
		async () => await runReport(sandbox.url, { ...rowsReport, output_as: 'items' }),
	);
	say(
		`${result.outputs.Node[0].length} rows to items: ${rate(ITEM_ROWS, result.seconds)} rows/s against ${rate(bare.rows, bare.seconds)} rows/s of a bare loop ` +
			`(${ratio(result.seconds, bare.seconds)} times its time), memory grew by ${peakMb} MB at its peak`,
	);
	sandbox.close();
}

async function rowsSandbox(count: number) {
	return await startSandboxProcess({
		options: { limits: { callsPerHour: PLENTY_OF_CALLS } },
		rows: [{ object: `act_${ACCOUNT}`, count }],
	});
}

async function bareRows(url: string) {
	return await runBarePages(url, `/act_${ACCOUNT}/insights`, {
		fields: FIELDS.join(','),
		level: 'ad',
		limit: String(PAGE_ROWS),
		time_increment: '1',
		time_range: JSON.stringify({ since: rowsReport.since, until: rowsReport.until }),
	});
}

/**
 * Many ad accounts at once, each with more reports than its quota allows. The least possible time is
 * that of a client that uses a full quota at once and another one each hour after.
 */
async function accountsAtOnce(say: Say): Promise<void> {
	const accounts = Array.from({ length: ACCOUNTS }, (_unused, index) => String(5001 + index));
	const sandbox = await startSandboxProcess({
		options: {
			latencyMs: LATENCY_MS,
			hourMs: HOUR_MS,
			limits: { callsPerHour: CALLS_PER_HOUR, window: 'decaying', appUsers: ACCOUNTS * 100 },
		},
		accounts,
		trees: accounts.map((account) => ({
			account,
			tree: {
				campaigns: 2,
				adSetsPerCampaign: 1,
				adsPerAdSet: 1,
				days: { since: daysAgo(10), until: daysAgo(0) },
			},
		})),
	});
	const smallReports = Array.from({ length: REPORTS_PER_ACCOUNT }, () => ({}));
	const started = performance.now();
	await Promise.all(
		accounts.map(async (value) => {
			await runReport(
				sandbox.url,
				{
					ad_account: { __rl: true, mode: 'id', value },
					preset: '',
					level: 'campaign',
					fields: ['campaign_id', 'impressions'],
					period: 'preset',
					date_preset: 'last_7d',
				},
				{
					items: smallReports,
					usageWindowSeconds: HOUR_MS / 1000,
				},
			);
		}),
	);
	const seconds = (performance.now() - started) / 1000;
	const { throttledCalls, totalCalls } = await sandbox.usage();
	const least = ((REPORTS_PER_ACCOUNT - CALLS_PER_HOUR) / CALLS_PER_HOUR) * (HOUR_MS / 1000);
	say(
		`${ACCOUNTS} ad accounts at once, ${REPORTS_PER_ACCOUNT} reports each, ${CALLS_PER_HOUR} calls allowed per ${HOUR_MS / 1000} s: ${seconds.toFixed(1)} s, ` +
			`${totalCalls} calls, ${throttledCalls} throttled, ${ratio(seconds, least)} times the least possible ${least.toFixed(1)} s`,
	);
	sandbox.close();
}

/**
 * A report that no job can make as a whole, against reports of the ranges that are just small enough.
 */
async function failsForSize(say: Say): Promise<void> {
	const days = { since: daysAgo(SPLIT_DAYS), until: daysAgo(1) };
	const tree = { campaigns: 4, adSetsPerCampaign: 5, adsPerAdSet: 10, days };
	const parts = Array.from({ length: SPLIT_PARTS }, (_unused, part) => {
		const size = SPLIT_DAYS / SPLIT_PARTS;
		const first = SPLIT_DAYS - part * size;
		return { since: daysAgo(first), until: daysAgo(first - size + 1) };
	});
	const report = (range: typeof days) => ({
		preset: '',
		level: 'ad',
		fields: ['ad_id', 'impressions', 'reach', 'spend'],
		period: 'range',
		...range,
		time_increment: '1',
		additionalFields: { page_size: PAGE_ROWS },
	});
	const rows = (run: EngineRun) => run.outputs.Node[0].length;
	const perPart = (4 * 5 * 10 * SPLIT_DAYS) / SPLIT_PARTS;
	const sandbox = await startSandboxProcess({
		options: {
			limits: { callsPerHour: PLENTY_OF_CALLS },
			insights: { maxReportRows: perPart, maxSyncRows: PAGE_ROWS, jobMs: JOB_MS },
		},
		trees: [{ account: ACCOUNT, tree }],
	});
	const started = performance.now();
	const known = await Promise.all(
		parts.map(async (range) => await runReport(sandbox.url, report(range))),
	);
	const knownSeconds = (performance.now() - started) / 1000;
	const ours = await runReport(sandbox.url, report(days));
	const knownRows = known.reduce((sum, run) => sum + rows(run), 0);
	say(
		`A report of ${rows(ours)} rows (${knownRows} by the right split) where a job makes ${perPart} at most: ${ours.seconds.toFixed(1)} s, ` +
			`${ratio(ours.seconds, knownSeconds)} times the ${knownSeconds.toFixed(1)} s of knowing the right split beforehand`,
	);
	sandbox.close();
}

/** `npm run bench -- insights` */
export async function insights(say: Say): Promise<void> {
	await manyRows(say);
	await accountsAtOnce(say);
	await failsForSize(say);
}

type Say = (line: string) => void;

function rate(rows: number, seconds: number): number {
	return Math.round(rows / seconds);
}

function ratio(ours: number, other: number): string {
	return (ours / other).toFixed(2);
}

/** A day in UTC, YYYY-MM-DD. */
function daysAgo(days: number): string {
	return new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
}
