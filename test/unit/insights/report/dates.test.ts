import { ageProblem, presetRange, todayIn } from '../../../../nodes/MetaInsights/report';
import type { GraphParameters } from '../../../../nodes/shared/graph/types';

const TODAY = '2024-05-15';

test.each([
	['today', '2024-05-15', '2024-05-15'],
	['yesterday', '2024-05-14', '2024-05-14'],
	['last_7d', '2024-05-08', '2024-05-14'],
	['this_month', '2024-05-01', '2024-05-15'],
	['last_month', '2024-04-01', '2024-04-30'],
	['this_quarter', '2024-04-01', '2024-05-15'],
	['last_quarter', '2024-01-01', '2024-03-31'],
	['last_year', '2023-01-01', '2023-12-31'],
	['this_week_mon_today', '2024-05-13', '2024-05-15'],
	['this_week_sun_today', '2024-05-12', '2024-05-15'],
	['last_week_mon_sun', '2024-05-06', '2024-05-12'],
	['last_week_sun_sat', '2024-05-05', '2024-05-11'],
	['maximum', '2021-04-15', '2024-05-15'],
])('%s is %s to %s', (preset, since, until) => {
	expect(presetRange(preset, TODAY)).toEqual({ since, until });
});

test('a preset that is not documented has no days', () => {
	expect(presetRange('constructor', TODAY)).toBeUndefined();
});

test('the day is the one of the ad account', () => {
	const now = Date.UTC(2024, 4, 15, 1);
	expect(todayIn('America/Los_Angeles', now)).toBe('2024-05-14');
	expect(todayIn('Asia/Tokyo', now)).toBe('2024-05-15');
});

const problem = (parameters: GraphParameters, mode?: 'asynchronous') =>
	ageProblem({ object: 'act_1', parameters }, TODAY, mode);

test('reports begin at most 37 months ago', () => {
	expect(problem({ time_range: { since: '2021-04-15', until: '2024-05-01' } })).toBeUndefined();
	expect(problem({ time_range: { since: '2021-04-14', until: '2024-05-01' } })).toContain(
		'2021-04-15',
	);
	expect(problem({ date_preset: 'maximum' })).toBeUndefined();
});

test('reach with breakdowns goes back 13 months, unless it is made as a job', () => {
	const parameters = {
		fields: ['reach', 'spend'],
		breakdowns: ['age'],
		time_range: { since: '2023-04-14', until: '2024-05-01' },
	};
	expect(problem(parameters)).toContain('reach with breakdowns');
	expect(problem(parameters, 'asynchronous')).toBeUndefined();
	expect(problem({ ...parameters, breakdowns: [] })).toBeUndefined();
	expect(problem({ ...parameters, fields: ['spend'] })).toBeUndefined();
	expect(
		problem({ ...parameters, time_range: { since: '2023-04-15', until: '2024-05-01' } }),
	).toBeUndefined();
});
