import { ASSET_IDS } from '../../sandbox';
import type { JsonObject } from '../../sandbox/json';
import { AdSetBench, US } from './adSetSupport';
import { Bench, errorOf, rowsOf } from './support';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open({ limits: { tier: 'standard_access' } })));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

async function reach(targeting_spec: JsonObject): Promise<number> {
	const { data } = await bench.get('act_1001/reachestimate', { targeting_spec });
	return Number((data as JsonObject).users_lower_bound);
}

const TENNIS = { id: '6003397425735' };
const MOVIES = { id: '6003139266461' };

it.each<[string, JsonObject, JsonObject]>([
	['a region', US, { geo_locations: { regions: [{ key: '3847' }] } }],
	[
		'a zip code',
		{ geo_locations: { cities: [{ key: '777934' }] } },
		{ geo_locations: { zips: [{ key: 'US:10001' }] } },
	],
	['less countries', { geo_locations: { countries: ['US', 'DE'] } }, US],
	['an excluded region', US, { ...US, excluded_geo_locations: { regions: [{ key: '3847' }] } }],
	['a shorter range of ages', US, { ...US, age_min: 30, age_max: 40 }],
	['one gender', US, { ...US, genders: [2] }],
	['an interest', US, { ...US, interests: [TENNIS] }],
	['less alternatives', { ...US, interests: [TENNIS, MOVIES] }, { ...US, interests: [TENNIS] }],
	[
		'one more condition',
		{ ...US, interests: [TENNIS] },
		{ ...US, interests: [TENNIS], flexible_spec: [{ interests: [MOVIES] }] },
	],
	['an audience', US, { ...US, custom_audiences: [{ id: ASSET_IDS.audiences[0] }] }],
	[
		'an excluded audience',
		US,
		{ ...US, excluded_custom_audiences: [{ id: ASSET_IDS.audiences[2] }] },
	],
	['a language', US, { ...US, locales: [24] }],
	['one platform', US, { ...US, publisher_platforms: ['instagram'] }],
])('reaches fewer people with %s', async (_what, wide, narrow) => {
	expect(await reach(narrow)).toBeLessThan(await reach(wide));
});

it('answers 50 estimates in one batch', async () => {
	const spec = encodeURIComponent(JSON.stringify(US));
	const step = {
		method: 'GET',
		relative_url: `v24.0/act_1001/reachestimate?targeting_spec=${spec}`,
	};
	const replies = await bench.batch(Array<JsonObject>(50).fill(step));
	expect(replies).toHaveLength(50);
	expect(replies[49].body).toEqual({
		data: {
			users_lower_bound: expect.any(Number),
			users_upper_bound: expect.any(Number),
			estimate_ready: true,
		},
	});
});

it('estimates delivery for a goal, and for an ad set with its own settings', async () => {
	const query = { targeting_spec: US, optimization_goal: 'IMPRESSIONS' };
	const [estimate] = rowsOf(await bench.get('act_1001/delivery_estimate', query));
	expect(estimate).toMatchObject({
		estimate_ready: true,
		estimate_mau_lower_bound: await reach(US),
	});
	const curve = estimate.daily_outcomes_curve as JsonObject[];
	const reached = curve.map((point) => Number(point.reach));
	expect(reached).toEqual([...reached].sort((a, b) => a - b));
	const id = await new AdSetBench(bench).make();
	expect(rowsOf(await bench.get(`${id}/delivery_estimate`))).toEqual([estimate]);
	expect(
		errorOf(await bench.get('act_1001/delivery_estimate', { targeting_spec: US })).message,
	).toMatch(/optimization_goal is required/);
	expect(errorOf(await bench.get('act_1001/reachestimate')).message).toMatch(
		/targeting_spec is required/,
	);
	const some = await bench.get('act_1001/delivery_estimate', { ...query, fields: 'estimate_dau' });
	expect(rowsOf(some)).toEqual([{ estimate_dau: expect.any(Number) }]);
});
