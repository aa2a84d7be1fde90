import type { InsightsQuery } from '../../../../nodes/MetaInsights/report';
import { isNotReady } from '../../../../nodes/MetaInsights/report/job';
import { graphErrorFrom } from '../../../../nodes/shared/graph/errors';
import { DEFAULTS, failure, FakeInsights } from './support/fakeInsights';
import { JumpClock, make, normal } from './support/make';

const QUERY: InsightsQuery = {
	object: 'act_1',
	parameters: {
		level: 'campaign',
		fields: ['campaign_id', 'reach', 'impressions'],
		time_range: { since: '2024-06-01', until: '2024-06-10' },
	},
};
const DAILY: InsightsQuery = {
	...QUERY,
	parameters: { ...QUERY.parameters, time_increment: 1 },
};
const asJob = { mode: 'asynchronous' as const };

const polls = (fake: FakeInsights) =>
	fake.requests.filter(({ method, path }) => method === 'GET' && /^\/9\d+$/.test(path)).length;

test('a small report is answered by one synchronous call', async () => {
	const fake = new FakeInsights();
	const { rows, trace } = await make(fake, QUERY);

	expect(normal(rows)).toEqual(normal(fake.rows(QUERY)));
	expect(fake.requests).toHaveLength(1);
	expect(fake.requests[0]).toMatchObject({ method: 'GET', useCase: 'ads_insights', quotaOf: '1' });
	expect(trace.reportRunIds).toEqual([]);
});

test.each(['tooMuchData', 'reduce', 'server', 'lost'] as const)(
	'a synchronous call that ends with "%s" is followed by a job',
	async (syncFailure) => {
		const fake = new FakeInsights({ syncMost: 0, syncFailure });
		const { rows, trace } = await make(fake, QUERY);

		expect(normal(rows)).toEqual(normal(fake.rows(QUERY)));
		expect(fake.requests.slice(0, 2).map(({ method }) => method)).toEqual(['GET', 'POST']);
		expect(trace.reportRunIds).toEqual(['90000']);
	},
);

test('a first page that is too much is asked for in a smaller size before a job is made', async () => {
	const small = { ...QUERY.parameters, level: 'account', fields: ['reach'], time_increment: 1 };
	const fake = new FakeInsights({ syncMost: 100 });
	const answer = fake.requestMany.bind(fake);
	jest.spyOn(fake, 'requestMany').mockImplementation(async (requests) => {
		const [{ parameters = {}, path }] = requests;
		const isTooMuch = path === '/act_1/insights' && Number(parameters.limit) > 25;
		return isTooMuch
			? [{ error: failure(requests[0], 400, 100, 1487534) }]
			: await answer(requests);
	});
	const { rows, trace } = await make(
		fake,
		{ object: 'act_1', parameters: small },
		{ pageSize: 500 },
	);
	expect(rows).toHaveLength(10);
	expect(trace).toMatchObject({ reportRunIds: [], steps: [] });
});

test('what was too large to be answered at once is told without a refusal', async () => {
	const fake = new FakeInsights({ syncMost: 0 });
	const { trace } = await make(fake, DAILY);
	expect(trace.steps).toEqual(['Too large to be answered at once: made as a job.']);
});

test('all statuses are waited out; 100 % alone and "completed" alone are not enough', async () => {
	const looks: Array<[string, number]> = [
		['Job Not Started', 0],
		['Job Started', 0],
		['Job Running', 50],
		['Job Running', 100],
		['Job Completed', 90],
		['Job Completed', 100],
	];
	const fake = new FakeInsights({ looks });
	const { rows, clock } = await make(fake, QUERY, asJob);

	expect(normal(rows)).toEqual(normal(fake.rows(QUERY)));
	expect(polls(fake)).toBe(looks.length);
	// 2, 3, 4.5 ... seconds: the pauses grow.
	expect(clock.now() - clock.start).toBe(2_000 * (1 + 1.5 + 2.25 + 3.375 + 5.0625 + 7.59375));
});

test('results that are not ready are waited for', async () => {
	const fake = new FakeInsights({ notReady: 3 });
	const { rows, trace } = await make(fake, QUERY, asJob);

	expect(normal(rows)).toEqual(normal(fake.rows(QUERY)));
	expect(trace.reportRunIds).toHaveLength(1);
});

test.each([
	['failed', 'failed'],
	['skipped', 'was skipped'],
	['stuck', 'was not done after 60 seconds'],
] as const)(
	'a job that is %s is started again, then the error names the runs',
	async (jobFailure, told) => {
		const fake = new FakeInsights({ ...DEFAULTS, jobMost: 0, jobFailure });
		const query = {
			...QUERY,
			parameters: { ...QUERY.parameters, level: 'account', fields: ['reach'] },
		};
		const { error, trace } = await make(fake, query, {
			...asJob,
			maxRestarts: 2,
			jobTimeout: 60_000,
		});

		expect(trace.reportRunIds).toEqual(['90000', '90001', '90002']);
		expect(error?.details).toMatchObject({ class: 'tooMuchData', path: '/act_1/insights' });
		expect(error?.message).toContain(told);
		expect(error?.details.advice).toContain('reach cannot be added up over days');
		expect(error?.details.advice).toContain('90000, 90001, 90002');
	},
);

test('a job that fails for a cause that stays ends the report with it', async () => {
	const jobCause = {
		error_code: 100,
		error_message: '(#100) refused',
		error_user_msg: 'The field does not exist.',
	};
	const fake = new FakeInsights({ ...DEFAULTS, jobMost: 0, jobCause });
	const { error, trace } = await make(fake, QUERY, asJob);

	expect(trace.reportRunIds).toEqual(['90000']);
	expect(error?.message).toContain('The field does not exist.');
	expect(error?.details).toMatchObject({ class: 'invalidParameter', code: 100 });
	expect(fake.requests).toHaveLength(2);
});

test.each(['auto', 'asynchronous'] as const)(
	'a report that fails in its smallest part too ends after a few runs (%s)',
	async (mode) => {
		const fake = new FakeInsights({ ...DEFAULTS, syncMost: -1, jobMost: -1 });
		const range = { since: '2024-05-01', until: '2024-05-30' };
		const query: InsightsQuery = {
			object: 'act_1',
			parameters: {
				level: 'ad',
				fields: ['ad_id', 'conversions', 'impressions', 'spend'],
				breakdowns: ['dma'],
				action_attribution_windows: ['incrementality'],
				time_increment: 1,
				time_range: range,
			},
		};
		const { error, trace } = await make(fake, query, { mode });

		expect(trace.reportRunIds.length).toBeLessThanOrEqual(5);
		expect(fake.requests.length).toBeLessThan(20);
		const { advice = '' } = error?.details ?? {};
		expect(advice).toContain(
			'What failed: conversions by dma with incrementality of act_1 at level ad, 2024-05-01.',
		);
		expect(advice).toContain(
			'Ask for less: fewer breakdowns than dma; another field than conversions; other attribution windows than incrementality; a higher level;',
		);
		expect(advice).not.toMatch(/range of days|time increment/);
	},
);

test('the children of an object are listed once, whatever the days of a part', async () => {
	const fake = new FakeInsights({ jobMost: 3 });
	const parameters = { ...DAILY.parameters, level: 'ad', fields: ['ad_id', 'reach'] };
	const { rows, error } = await make(fake, { object: 'act_1', parameters }, asJob);
	expect(error).toBeUndefined();
	expect(normal(rows)).toEqual(normal(fake.rows({ object: 'act_1', parameters })));
	const whole = JSON.stringify(DAILY.parameters.time_range);
	const lists = fake.requests.filter(
		({ method, parameters: asked }) =>
			method === 'POST' &&
			!JSON.stringify(asked?.fields).includes('reach') &&
			JSON.stringify(asked?.time_range) === whole,
	);
	const listed = lists.map(({ path, parameters: asked }) => `${path} ${String(asked?.level)}`);
	expect(listed.length).toBeGreaterThan(0);
	expect(new Set(listed).size).toBe(listed.length);
});

test('a job that fails for its size is split at once', async () => {
	const jobCause = { error_code: 100, error_subcode: 1487534, error_message: 'Too much' };
	const fake = new FakeInsights({ ...DEFAULTS, jobMost: 30, jobCause });
	const { rows, trace } = await make(fake, DAILY, { ...asJob, maxRestarts: 2 });

	expect(normal(rows)).toEqual(normal(fake.rows(DAILY)));
	const whole = JSON.stringify(QUERY.parameters.time_range);
	const runs = fake.requests.filter(({ method }) => method === 'POST');
	expect(
		runs.filter(({ parameters }) => JSON.stringify(parameters?.time_range) === whole),
	).toHaveLength(1);
	expect(trace.reportRunIds.length).toBeGreaterThan(1);
});

test('what was too much for a call is split after the first job that fails', async () => {
	const fake = new FakeInsights({ ...DEFAULTS, syncMost: 0, jobMost: 30 });
	const { trace } = await make(fake, DAILY, { maxRestarts: 2 });
	expect(trace.reportRunIds.length).toBeGreaterThan(1);
	const whole = JSON.stringify(QUERY.parameters.time_range);
	const runs = fake.requests.filter(({ method }) => method === 'POST');
	expect(
		runs.filter(({ parameters }) => JSON.stringify(parameters?.time_range) === whole),
	).toHaveLength(1);
});

test('cancelling ends the wait at once', async () => {
	const fake = new FakeInsights({ looks: [['Job Running', 10]] });
	const abort = new AbortController();
	const clock = new JumpClock();
	clock.onSleep = () => clock.sleeps.length === 4 && abort.abort();
	const { error, trace } = await make(fake, QUERY, { ...asJob, signal: abort.signal }, clock);

	expect(error?.details.class).toBe('cancelled');
	expect(error?.details.advice).toContain(trace.reportRunIds[0]);
	expect(clock.sleeps).toHaveLength(4);
});

test('several jobs are looked at in one call, and no more run than allowed', async () => {
	const fake = new FakeInsights({
		jobMost: 12,
		looks: [
			['Job Running', 5],
			['Job Completed', 100],
		],
	});
	const many = jest.spyOn(fake, 'requestMany');
	const query = { ...QUERY, parameters: { ...QUERY.parameters, time_increment: 1 } };
	await make(fake, query, { ...asJob, maxJobs: 3, maxRestarts: 0 });

	const sizes = many.mock.calls
		.map(([requests]) => requests)
		.filter(([{ path, method }]) => method === 'GET' && /^\/9\d+$/.test(path))
		.map(({ length }) => length);
	expect(Math.max(...sizes)).toBeGreaterThan(1);
	expect(Math.max(...sizes)).toBeLessThanOrEqual(3);
});

test('children are listed with the filters of the report only', async () => {
	const fake = new FakeInsights({ jobMost: 4 });
	const { rows, trace } = await make(
		fake,
		{ ...QUERY, parameters: { ...QUERY.parameters, level: 'ad', fields: ['ad_id', 'reach'] } },
		asJob,
	);

	expect(rows).toHaveLength(8);
	const listing = fake.requests.find(
		({ parameters }) => String(parameters?.fields) === 'campaign_id',
	);
	expect(listing?.parameters).toEqual({
		level: 'campaign',
		fields: ['campaign_id'],
		time_range: { since: '2024-06-01', until: '2024-06-10' },
	});
	expect(trace.steps.join('\n')).toContain('split into 2 with data at level campaign');
});

test('a report that was split is sorted as a whole and ends at its limit', async () => {
	const fake = new FakeInsights({ jobMost: 12 });
	const parameters = { ...QUERY.parameters, time_increment: 1, sort: ['reach_descending'] };
	const { rows } = await make(
		fake,
		{ object: 'act_1', parameters: { ...parameters, limit: 5 } },
		asJob,
	);

	const all = fake.rows({ object: 'act_1', parameters }).map(({ reach }) => Number(reach));
	expect(rows.map(({ reach }) => Number(reach))).toEqual(all.sort((a, b) => b - a).slice(0, 5));
});

test.each([
	[{ code: 2601, message: '(#2601) Report not ready' }, true],
	[{ code: 100, error_subcode: 1815107, message: '(#100) Not ready' }, true],
	[
		{
			code: 100,
			message:
				"(#100) Cannot include spend, campaign_name in summary param because they weren't there while creating the report run. All available values are:",
		},
		true,
	],
	[{ code: 100, message: '(#100) Cannot include spend in summary param' }, false],
])('%j says whether results are only not ready', (error, isSo) => {
	const reply = { statusCode: 400, headers: {}, body: { error } };
	expect(isNotReady(graphErrorFrom(reply, { method: 'GET', path: '/1/insights' }))).toBe(isSo);
});
