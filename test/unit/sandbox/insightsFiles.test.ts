import type { JsonObject } from '../../sandbox/json';
import { openInsights, RANGE, report, start } from './insightsSupport';
import { errorOf, pagingOf, rowsOf } from './support';

const JOB_MS = 60_000;
const bench = openInsights({ jobMs: JOB_MS });

describe('files of reports', () => {
	const path = 'ads/ads_insights/export_report/';
	const fetchFile = async (query: Record<string, string>) =>
		await fetch(`${bench.sandbox.url}/${path}?${new URLSearchParams(query).toString()}`, {
			headers: { authorization: 'Bearer test-token' },
		});

	it('have a line for each row', async () => {
		const rows = await report(bench, { level: 'ad', fields: 'ad_name,spend,actions' });
		const run = await start(bench, { level: 'ad', fields: 'ad_name,spend,actions' });
		bench.advance(JOB_MS);
		const reply = await fetchFile({ report_run_id: run, format: 'csv', name: 'my report' });
		expect(reply.headers.get('content-disposition')).toBe('attachment; filename="my report.csv"');
		const lines = (await reply.text()).trimEnd().split('\r\n');
		expect(lines[0]).toContain('ad_name,spend,actions:link_click');
		expect(lines).toHaveLength(rows.length + 1);
		expect(lines[1]).toContain(`${String(rows[0].ad_name)},${String(rows[0].spend)},`);
	});

	it('have the columns that were asked for, as a spreadsheet too', async () => {
		const run = await start(bench, {
			level: 'ad',
			fields: 'ad_name,spend',
			export_format: 'xls',
			export_columns: ['spend', 'ad_name'],
			export_name: 'exported',
		});
		bench.advance(JOB_MS);
		const reply = await fetchFile({ report_run_id: run, format: 'xls' });
		expect(reply.headers.get('content-disposition')).toContain('exported.xls');
		expect(await reply.text()).toContain('<tr><td>spend</td><td>ad_name</td></tr>');
	});

	it('are refused without a finished run', async () => {
		const run = await start(bench, { level: 'ad' });
		const early = (await (
			await fetchFile({ report_run_id: run, format: 'csv' })
		).json()) as JsonObject;
		expect(errorOf(early)).toMatchObject({ code: 2601 });
		const none = (await (
			await fetchFile({ report_run_id: '1', format: 'csv' })
		).json()) as JsonObject;
		expect(errorOf(none)).toMatchObject({ error_subcode: 33 });
		const odd = (await (
			await fetchFile({ report_run_id: run, format: 'pdf' })
		).json()) as JsonObject;
		expect(errorOf(odd)).toMatchObject({ code: 100 });
	});
});

describe('big reports', () => {
	it('are made while they are read', async () => {
		bench.sandbox.seed.insightsRows('act_1002', 1_000_000);
		const query = { level: 'ad', time_increment: 1, fields: 'ad_id,impressions', limit: 5000 };
		const page = await bench.get('act_1002/insights', query);
		expect(rowsOf(page)).toHaveLength(5000);
		const cursor = Buffer.from('insights|999998|0').toString('base64');
		const last = await bench.get('act_1002/insights', { ...query, after: cursor });
		expect(rowsOf(last)).toHaveLength(2);
		expect(pagingOf(last).next).toBeUndefined();
	});

	it('can be cut into days that together are all', async () => {
		bench.sandbox.seed.insightsRows('act_1002', 95, 10);
		const query = { level: 'ad', time_increment: 1, limit: 200 };
		const since = (day: string, until: string) => ({ ...query, time_range: { since: day, until } });
		const path = 'act_1002/insights';
		const whole = await report(bench, since('2026-02-01', '2026-03-01'), path);
		const parts = [
			...(await report(bench, since('2026-02-01', '2026-02-24'), path)),
			...(await report(bench, since('2026-02-25', '2026-03-01'), path)),
		];
		expect(whole).toHaveLength(95);
		expect(parts).toEqual(whole);
	});
});

describe('lists of the report builder', () => {
	it('give reports and schedulers of marketing mix modelling', async () => {
		bench.sandbox.seed.mmmReports('1001', 2);
		bench.sandbox.seed.mmmSchedulers('1001', 1);
		expect(rowsOf(await bench.get('act_1001/ads_reporting_mmm_reports'))).toHaveLength(2);
		const schedulers = await bench.get('act_1001/ads_reporting_mmm_schedulers', {
			fields: 'id,report_name',
		});
		expect(rowsOf(schedulers)[0]).toMatchObject({ report_name: 'MMM scheduler 1' });
	});
});

describe('control of reports over HTTP', () => {
	it('seeds a tree and decides about jobs', async () => {
		const post = async (name: string, json: JsonObject) =>
			(await bench.ask(`__sandbox/${name}`, { json, token: null })).body;
		const seeded = await post('seed', {
			type: 'insightsTree',
			parentId: '1002',
			values: { campaigns: 1, adSetsPerCampaign: 2, adsPerAdSet: 3, days: RANGE },
		});
		expect(seeded.ids).toHaveLength(6);
		await post('options', { insights: { jobMs: 0 } });
		await post('jobs', { outcome: 'fail' });
		const run = await start(bench, { level: 'ad' }, 'act_1002/insights');
		expect(await bench.get(run)).toMatchObject({ async_status: 'Job Failed', error_code: 2 });
		expect((await post('jobs', { outcome: 'explode' })).message).toBeDefined();
	});
});
