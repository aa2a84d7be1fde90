import * as fc from 'fast-check';

import type { InsightsQuery } from '../../../../nodes/MetaInsights/report';
import { FakeInsights, type JobFailure } from './support/fakeInsights';
import { make, normal } from './support/make';

const SUMS = ['impressions', 'spend', 'clicks', 'actions'];
const OTHERS = ['reach', 'frequency'];

const queries = fc
	.record({
		object: fc.constantFrom('act_1', '10', '210'),
		level: fc.constantFrom('campaign', 'adset', 'ad'),
		metrics: fc.subarray([...SUMS, ...OTHERS], { minLength: 1 }),
		ids: fc.boolean(),
		country: fc.boolean(),
		increment: fc.constantFrom<string | number>('all_days', 'monthly', 1, 4),
		start: fc.constantFrom('2024-05-12', '2024-05-31'),
		filter: fc.constantFrom('none', 'campaign', 'metric'),
		several: fc.boolean(),
	})
	.map(
		({
			object,
			level,
			metrics,
			ids,
			country,
			increment,
			start,
			filter,
			several,
		}): InsightsQuery => {
			const filters = {
				none: [],
				campaign: [{ field: 'campaign.id', operator: 'IN', value: ['10'] }],
				metric: [{ field: 'ad.impressions', operator: 'GREATER_THAN', value: 300 }],
			};
			const range = { since: start, until: '2024-06-10' };
			return {
				object,
				parameters: {
					level,
					fields: [...(ids ? ['campaign_name', `${level}_id`] : []), ...metrics],
					breakdowns: country ? ['country'] : [],
					filtering: filters[filter as keyof typeof filters],
					time_increment: increment,
					time_range: range,
					...(several && filter !== 'metric'
						? { time_ranges: [{ since: '2024-05-01', until: '2024-05-03' }, range] }
						: {}),
				},
			};
		},
	);

test('whatever has to be split, the rows are those of the whole report', async () => {
	let cut = 0;
	let refused = 0;
	let summed = 0;
	await fc.assert(
		fc.asyncProperty(
			queries,
			fc.record({
				daysCount: fc.boolean(),
				syncMost: fc.integer({ min: 0, max: 40 }),
				jobMost: fc.integer({ min: 1, max: 60 }),
				jobFailure: fc.constantFrom<JobFailure>(
					'refused',
					'failed',
					'skipped',
					'stuck',
					'unreadable',
					'server',
				),
				syncFailure: fc.constantFrom('tooMuchData' as const, 'reduce' as const, 'server' as const),
			}),
			fc.constantFrom('auto' as const, 'synchronous' as const, 'asynchronous' as const),
			async (query, options, mode) => {
				const fake = new FakeInsights(options);
				const { rows, error, trace } = await make(fake, query, { mode, jobTimeout: 30_000 });
				if (error) {
					refused += 1;
					expect(error.details.class).toBe('tooMuchData');
					return;
				}
				if (trace.steps.some((step) => step.includes('split'))) cut += 1;
				if (trace.steps.some((step) => step.includes('to be added up'))) summed += 1;
				expect(normal(rows)).toEqual(normal(fake.rows(query)));
			},
		),
		{ numRuns: 200 },
	);
	// Neither an engine that never splits nor one that always gives up has shown anything. The bounds are
	// far from what chance gives (about 90, 14 and 35), so that no run fails by chance.
	expect(cut).toBeGreaterThan(30);
	expect(summed).toBeGreaterThan(0);
	expect(refused).toBeLessThan(100);
}, 30_000);

test('a report of sums is never refused while two rows fit', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom<string | number>('all_days', 'monthly', 1, 3),
			fc.subarray(SUMS, { minLength: 1 }),
			fc.integer({ min: 2, max: 30 }),
			fc.boolean(),
			async (increment, fields, jobMost, daysCount) => {
				const fake = new FakeInsights({ syncMost: 0, jobMost, daysCount });
				const query: InsightsQuery = {
					object: 'act_1',
					parameters: {
						level: 'ad',
						fields: ['ad_id', ...fields],
						time_increment: increment,
						time_range: { since: '2024-05-20', until: '2024-06-10' },
					},
				};
				const { rows, error } = await make(fake, query, { mode: 'asynchronous' });
				expect(error).toBeUndefined();
				expect(normal(rows)).toEqual(normal(fake.rows(query)));
			},
		),
		{ numRuns: 30 },
	);
}, 30_000);
