import { CAMPAIGN, errorOf, openBench } from './support';
import type { JsonObject } from '../../sandbox/json';

const bench = openBench();

const HOUR_MS = 3_600_000;

async function usageOf(path = 'act_1001'): Promise<JsonObject[]> {
	const { headers } = await bench.ask(`v24.0/${path}`);
	const usage = JSON.parse(headers['x-business-use-case-usage']) as Record<string, JsonObject[]>;
	return usage['1001'];
}

describe('quotas', () => {
	it.each([
		['development_access', 0, 300],
		['development_access', 3, 420],
		['standard_access', 0, 100_000],
		['standard_access', 3, 100_120],
	])('of ads management in %s with %i active ads is %i', async (tier, ads, quota) => {
		bench.sandbox.configure({ limits: { tier } });
		const [campaign] = bench.sandbox.seed.campaigns('1001', 1);
		const [adSet] = bench.sandbox.seed.adSets(campaign, 1);
		bench.sandbox.seed.ads(adSet, ads + 2, (n) => ({ status: n <= ads ? 'ACTIVE' : 'PAUSED' }));
		expect(bench.sandbox.usage.state('ads_management', '1001').quota).toBe(quota);
		expect((await usageOf())[0]).toMatchObject({
			type: 'ads_management',
			ads_api_access_tier: tier,
		});
	});

	it.each([
		['development_access', 1000],
		['standard_access', 190_400],
	])('of insights in %s with an active ad is %i', (tier, quota) => {
		bench.sandbox.configure({ limits: { tier } });
		const [campaign] = bench.sandbox.seed.campaigns('1001', 1);
		bench.sandbox.seed.ads(bench.sandbox.seed.adSets(campaign, 1)[0], 1, { status: 'ACTIVE' });
		expect(bench.sandbox.usage.state('ads_insights', '1001').quota).toBe(quota);
	});

	it('are of one account and one use case', async () => {
		await bench.get('act_1001/insights');
		await bench.get('act_1001/campaigns');
		await bench.get('act_1002/campaigns');
		const calls = bench.sandbox.usage
			.all()
			.map(({ useCase, objectId, calls }) => [useCase, objectId, calls]);
		expect(calls).toEqual([
			['ads_insights', '1001', 1],
			['ads_management', '1001', 1],
			['ads_management', '1002', 1],
		]);
	});

	it('follow changes of the ads', async () => {
		const [campaign] = bench.sandbox.seed.campaigns('1001', 1);
		const [ad] = bench.sandbox.seed.ads(bench.sandbox.seed.adSets(campaign, 1)[0], 1);
		const quota = () => bench.sandbox.usage.state('ads_management', '1001').quota;
		expect(quota()).toBe(300);
		await bench.post(ad, { status: 'ACTIVE' });
		expect(quota()).toBe(340);
	});
});

describe('headers', () => {
	it('tell whole percents of the calls of the last hour', async () => {
		bench.sandbox.configure({ limits: { callsPerHour: 30, cpuPercent: 7, timePercent: 9 } });
		await usageOf();
		expect(await usageOf()).toEqual([
			{
				type: 'ads_management',
				call_count: 6,
				total_cputime: 7,
				total_time: 9,
				estimated_time_to_regain_access: 0,
				ads_api_access_tier: 'development_access',
			},
		]);
	});

	it('tell the platform limit for calls of no ad account: 200 an hour and user', async () => {
		bench.sandbox.configure({ limits: { appUsers: 1 } });
		const { headers } = await bench.ask('me');
		expect(JSON.parse(headers['x-app-usage'])).toEqual({
			call_count: 0,
			total_cputime: 0,
			total_time: 0,
		});
		expect(headers).not.toHaveProperty('x-business-use-case-usage');
		for (let i = 1; i < 200; i++) await bench.ask('me');
		const beyond = await bench.ask('me');
		expect([beyond.status, errorOf(beyond.body).code]).toEqual([403, 4]);
	});

	it('tell insights usage in three ways', async () => {
		bench.sandbox.configure({ limits: { callsPerHour: 300 } });
		const { headers } = await bench.ask('act_1001/insights');
		expect(JSON.parse(headers['x-fb-ads-insights-throttle'])).toEqual({
			app_id_util_pct: 0,
			acc_id_util_pct: 0.33,
			ads_api_access_tier: 'development_access',
		});
		expect(JSON.parse(headers['x-ad-account-usage'])).toMatchObject({ acc_id_util_pct: 0.33 });
		expect(headers['x-business-use-case-usage']).toContain('"ads_insights"');
		expect((await bench.ask('act_1001')).headers).not.toHaveProperty('x-ad-account-usage');
		bench.sandbox.configure({ limits: { adAccountUsageHeader: 'always' } });
		expect((await bench.ask('act_1001')).headers).toHaveProperty('x-ad-account-usage');
	});

	it.each([74, 76, 94, 96, 100])('can be made to say %i percent', async (forcePercent) => {
		bench.sandbox.configure({ limits: { forcePercent } });
		const [entry] = await usageOf();
		expect(entry.call_count).toBe(forcePercent);
		expect(entry.estimated_time_to_regain_access).toBe(forcePercent === 100 ? 1 : 0);
	});

	it('can hold other objects, several entries, and the same key twice', async () => {
		const entry = {
			type: 'pages',
			call_count: 97,
			total_cputime: 0,
			total_time: 0,
			estimated_time_to_regain_access: 5,
		};
		const extraEntries = [
			{ objectId: '1001', entry },
			{ objectId: '66782684', entry },
		];
		bench.sandbox.configure({ limits: { extraEntries } });
		const header = async () => (await bench.ask('act_1001')).headers['x-business-use-case-usage'];
		const joined = JSON.parse(await header()) as Record<string, JsonObject[]>;
		expect(joined['1001'].map(({ type }) => type)).toEqual(['ads_management', 'pages']);
		expect(joined['66782684']).toEqual([entry]);
		bench.sandbox.configure({ limits: { duplicateKeys: true } });
		expect((await header()).match(/"1001":/g)).toHaveLength(2);
	});

	it('can be missing', async () => {
		bench.sandbox.configure({ limits: { silent: true } });
		const names = Object.keys((await bench.ask('act_1001')).headers);
		expect(names.filter((name) => /usage|throttle/.test(name))).toEqual([]);
	});
});

describe('throttling', () => {
	beforeEach(() => bench.sandbox.configure({ limits: { callsPerHour: 3 } }));

	it('refuses what is beyond the quota, counts it too, and does nothing', async () => {
		for (let i = 0; i < 3; i++) await bench.campaign();
		bench.advance(60_000);
		const { status, headers, body } = await bench.ask('v24.0/act_1001/campaigns', {
			form: CAMPAIGN,
		});
		expect(status).toBe(400);
		expect(errorOf(body)).toMatchObject({
			message:
				'(#80004) There have been too many calls to this ad-account. Wait a bit and try again.',
			code: 80004,
			error_subcode: 2446079,
		});
		const usage = JSON.parse(headers['x-business-use-case-usage']) as Record<string, JsonObject[]>;
		expect(usage['1001'][0]).toMatchObject({
			call_count: 133,
			estimated_time_to_regain_access: 59,
		});
		expect(bench.sandbox.store.ofType('campaign')).toHaveLength(3);
		expect(bench.sandbox.usage.throttledCalls).toBe(1);
	});

	it('lets calls through when the first ones are an hour old', async () => {
		await usageOf();
		bench.advance(10 * 60_000);
		await usageOf();
		await usageOf();
		const { regainMs } = bench.sandbox.usage.state('ads_management', '1001');
		expect(regainMs).toBe(50 * 60_000);
		bench.advance(regainMs - 1);
		expect(errorOf(await bench.get('act_1001')).code).toBe(80004);
		bench.advance(1);
		// The refused call took the place that became free.
		expect(errorOf(await bench.get('act_1001')).code).toBe(80004);
	});

	it('does not touch other accounts', async () => {
		for (let i = 0; i < 4; i++) await bench.get('act_1001');
		expect(await bench.get('act_1002')).toMatchObject({ id: 'act_1002' });
	});

	it('uses 80000 for insights', async () => {
		for (let i = 0; i < 3; i++) await bench.get('act_1001/insights');
		expect(errorOf(await bench.get('act_1001/insights'))).toMatchObject({
			code: 80000,
			error_subcode: 2446079,
		});
	});

	it('throttles single steps of a batch', async () => {
		const steps = await bench.batch(
			Array.from({ length: 5 }, () => ({ method: 'GET', relative_url: 'act_1001' })),
		);
		expect(steps.map(({ code }) => code)).toEqual([200, 200, 200, 400, 400]);
	});

	it('drains evenly when asked to', async () => {
		bench.sandbox.configure({ limits: { callsPerHour: 60, window: 'decaying' } });
		for (let i = 0; i < 60; i++) await bench.get('act_1001');
		expect(errorOf(await bench.get('act_1001')).code).toBe(80004);
		const { regainMs, percent } = bench.sandbox.usage.state('ads_management', '1001');
		expect([percent > 100, regainMs]).toEqual([true, 2 * 60_000]);
		bench.advance(regainMs);
		expect(await bench.get('act_1001')).toMatchObject({ id: 'act_1001' });
		bench.advance(HOUR_MS);
		expect(bench.sandbox.usage.state('ads_management', '1001').calls).toBe(0);
	});

	it('works with a scaled hour, in fractions of real minutes or in scaled ones', async () => {
		bench.sandbox.configure({ hourMs: 6000 });
		for (let i = 0; i < 3; i++) await usageOf();
		bench.advance(3000);
		expect((await usageOf())[0].estimated_time_to_regain_access).toBe(0.05);
		bench.sandbox.configure({ limits: { regainUnitMs: 100 } });
		for (let i = 0; i < 3; i++) await usageOf();
		expect((await usageOf())[0].estimated_time_to_regain_access).toBe(60);
		bench.advance(6000);
		expect((await usageOf())[0].call_count).toBe(33);
	});
});
