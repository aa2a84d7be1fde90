import type { JsonObject } from '../../sandbox/json';
import { openInsights, RANGE, report, start } from './insightsSupport';
import { Bench, errorOf, pagingOf, rowsOf } from './support';

const JOB_MS = 60_000;
const bench = openInsights({ jobMs: JOB_MS });

const DAILY = { level: 'ad', time_increment: 1, fields: 'ad_id,impressions,spend' };

async function statusOf(run: string): Promise<[string, number]> {
	const body = await bench.get(run);
	return [String(body.async_status), Number(body.async_percent_completion)];
}

describe('report jobs', () => {
	it('go through their statuses, with a growing percentage', async () => {
		const run = await start(bench, DAILY);
		expect(await statusOf(run)).toEqual(['Job Not Started', 0]);
		bench.advance(0.2 * JOB_MS);
		expect(await statusOf(run)).toEqual(['Job Started', 0]);
		bench.advance(0.3 * JOB_MS);
		expect(await statusOf(run)).toEqual(['Job Running', 50]);
		bench.advance(0.49 * JOB_MS);
		expect(await statusOf(run)).toEqual(['Job Running', 99]);
		bench.advance(0.01 * JOB_MS);
		expect(await bench.get(run)).toEqual({
			id: run,
			account_id: '1001',
			time_ref: Bench.START_MS / 1000,
			time_completed: (Bench.START_MS + JOB_MS) / 1000,
			async_status: 'Job Completed',
			async_percent_completion: 100,
			date_start: RANGE.since,
			date_stop: RANGE.until,
			is_running: false,
		});
	});

	it('give the rows that a waiting call gives', async () => {
		const rows = await report(bench, DAILY);
		const run = await start(bench, DAILY);
		bench.advance(JOB_MS);
		const found: JsonObject[] = [];
		let page = await bench.get(`${run}/insights`, { limit: 50 });
		for (;;) {
			found.push(...rowsOf(page));
			const { next, cursors } = pagingOf(page);
			if (!next || !cursors) break;
			page = await bench.get(`${run}/insights`, { limit: 50, after: cursors.after });
		}
		expect(found).toEqual(rows);
	});

	it('refuse their rows until they are done', async () => {
		const run = await start(bench, DAILY);
		expect(errorOf(await bench.get(`${run}/insights`))).toMatchObject({
			code: 2601,
			error_subcode: 1815107,
		});
	});

	it('check their parameters at once', async () => {
		const body = await bench.post('act_1001/insights', { breakdowns: 'country,age' });
		expect(errorOf(body)).toMatchObject({ code: 100 });
		const unknown = await bench.post('act_1001/insights', { fields: 'likes' });
		expect(errorOf(unknown)).toMatchObject({ code: 100 });
	});

	it('need only the permission to read', async () => {
		bench.sandbox.tokens.reset([{ token: 'test-token', scopes: ['ads_read'] }]);
		expect(await start(bench, DAILY)).toMatch(/^\d+$/);
		bench.sandbox.tokens.reset([{ token: 'test-token', scopes: ['public_profile'] }]);
		expect(errorOf(await bench.post('act_1001/insights', DAILY))).toMatchObject({ code: 200 });
	});

	it.each([
		['fail', 'Job Failed'],
		['skip', 'Job Skipped'],
		['neverStart', 'Job Not Started'],
	] as const)('%s on demand, once', async (outcome, status) => {
		bench.sandbox.insights.jobFaults({ outcome });
		const first = await start(bench, DAILY);
		const second = await start(bench, DAILY);
		bench.advance(JOB_MS);
		expect((await statusOf(first))[0]).toBe(status);
		expect(errorOf(await bench.get(`${first}/insights`))).toMatchObject({ code: 2601 });
		expect((await statusOf(second))[0]).toBe('Job Completed');
	});

	it('stall at 100 % on demand', async () => {
		bench.sandbox.insights.jobFaults({ outcome: 'stall', ms: 5000 });
		const run = await start(bench, DAILY);
		bench.advance(JOB_MS + 4999);
		expect(await statusOf(run)).toEqual(['Job Running', 100]);
		expect(errorOf(await bench.get(`${run}/insights`))).toMatchObject({ code: 2601 });
		bench.advance(1);
		expect(await statusOf(run)).toEqual(['Job Completed', 100]);
	});

	it('take longer on demand, or hold their rows back', async () => {
		bench.sandbox.insights.jobFaults({ outcome: 'slow', ms: 2 * JOB_MS });
		bench.sandbox.insights.jobFaults({ outcome: 'notReady', ms: 5000 });
		const slow = await start(bench, DAILY);
		const held = await start(bench, DAILY);
		bench.advance(JOB_MS);
		expect(await statusOf(slow)).toEqual(['Job Running', 50]);
		expect(await statusOf(held)).toEqual(['Job Completed', 100]);
		expect(errorOf(await bench.get(`${held}/insights`))).toMatchObject({ code: 2601 });
		bench.advance(5000);
		expect(errorOf(await bench.get(`${held}/insights`))).toEqual({});
	});

	it('are gone after 30 days, or on demand', async () => {
		bench.sandbox.insights.jobFaults({ outcome: 'expire' });
		const expired = await start(bench, DAILY);
		const old = await start(bench, DAILY);
		bench.advance(JOB_MS);
		expect(errorOf(await bench.get(`${expired}/insights`))).toMatchObject({ error_subcode: 33 });
		bench.advance(30 * 86_400_000);
		expect(errorOf(await bench.get(old))).toMatchObject({ code: 100, error_subcode: 33 });
	});

	it('fail with too many rows or data points, as long as there are too many', async () => {
		const { length } = await report(bench, DAILY);
		bench.sandbox.configure({ insights: { maxReportRows: length - 1 } });
		const whole = await start(bench, DAILY);
		const half = await start(bench, {
			...DAILY,
			time_range: { since: RANGE.since, until: '2026-02-01' },
		});
		bench.sandbox.configure({ insights: { maxReportRows: length, maxDataPoints: 2 * length } });
		const three = await start(bench, DAILY);
		const two = await start(bench, { ...DAILY, fields: 'ad_id,impressions' });
		bench.advance(JOB_MS);
		const statuses = await Promise.all([whole, half, three, two].map(statusOf));
		expect(statuses.map(([status]) => status)).toEqual([
			'Job Failed',
			'Job Completed',
			'Job Failed',
			'Job Completed',
		]);
		expect(await bench.get(whole)).toMatchObject({ error_code: 100, error_subcode: 1487534 });
	});

	it('are limited in number while they are under way', async () => {
		bench.sandbox.configure({ insights: { maxRunningJobs: 2 } });
		await start(bench, DAILY);
		await start(bench, DAILY);
		expect(errorOf(await bench.post('act_1001/insights', DAILY))).toMatchObject({
			code: 4,
			error_subcode: 1504022,
		});
		bench.advance(JOB_MS);
		await start(bench, DAILY);
	});

	it('ration old reach to ten a day, and say so', async () => {
		const form = {
			fields: 'impressions,reach',
			breakdowns: 'age',
			time_range: { since: '2025-01-15', until: RANGE.until },
		};
		const runs: string[] = [];
		for (let i = 1; i <= 11; i++) {
			const { body, headers } = await bench.ask('v24.0/act_1001/insights', { form });
			runs.push(String(body.report_run_id));
			expect(JSON.parse(headers['x-fb-ads-insights-reach-throttle'])).toEqual({
				acc_id_util_pct: Math.min(100, 10 * i),
			});
		}
		bench.advance(JOB_MS);
		const [tenth, eleventh] = await Promise.all(
			runs.slice(-2).map(async (run) => rowsOf(await bench.get(`${run}/insights`))[0]),
		);
		expect(tenth).toHaveProperty('reach');
		expect(eleventh).not.toHaveProperty('reach');
	});

	it('count against the insights quota, polls and pages too', async () => {
		const run = await start(bench, DAILY);
		await bench.get(run);
		bench.advance(JOB_MS);
		const { headers } = await bench.ask(`v24.0/${run}/insights`);
		expect(bench.sandbox.usage.state('ads_insights', '1001').calls).toBe(3);
		expect(headers['x-fb-ads-insights-throttle']).toContain('acc_id_util_pct');
	});
});

describe('calls that wait for a report', () => {
	it.each([
		['tooMuchData', 400, { code: 100, error_subcode: 1487534 }],
		['reduce', 500, { code: 1, message: expect.stringContaining('reduce the amount') as string }],
		['unknown', 500, { code: 1, error_subcode: 99 }],
	] as const)('fail for size: %s', async (syncError, status, error) => {
		bench.sandbox.configure({ insights: { maxSyncRows: 5, syncError } });
		const query = { level: 'ad', time_range: RANGE };
		const reply = await bench.ask('v24.0/act_1001/insights', { query });
		expect(reply.status).toBe(status);
		expect(errorOf(reply.body)).toMatchObject(error);
		const campaigns = await bench.get('act_1001/insights', { ...query, level: 'campaign' });
		expect(rowsOf(campaigns)).toHaveLength(2);
	});
});
