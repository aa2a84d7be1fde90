import { AdSetBench, US, type Form } from './adSetSupport';
import { Bench, errorOf, rowsOf } from './support';

let bench: Bench;
let sets: AdSetBench;
beforeAll(async () => {
	bench = await Bench.open({ limits: { tier: 'standard_access' } });
	sets = new AdSetBench(bench);
});
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

describe('reading ad sets', () => {
	it('filters lists by status, end, time of change and fields', async () => {
		const [campaign] = bench.sandbox.seed.campaigns('1001', 1, { status: 'ACTIVE' });
		const seconds = Bench.START_MS / 1000;
		const ids = bench.sandbox.seed.adSets(campaign, 4, (n) => ({
			status: ['ACTIVE', 'PAUSED', 'ARCHIVED', 'ACTIVE'][n - 1],
			end_time: n === 4 ? seconds - 10 : undefined,
			updated_time: seconds - n * 100,
		}));
		const list = async (query: Form, parent = 'act_1001') =>
			rowsOf(await bench.get(`${parent}/adsets`, query)).map(
				({ id }) => ids.indexOf(String(id)) + 1,
			);
		expect(await list({})).toEqual([1, 2, 4]);
		expect(await list({}, campaign)).toEqual([1, 2, 4]);
		expect(await list({ effective_status: ['ARCHIVED'] })).toEqual([3]);
		expect(await list({ is_completed: true })).toEqual([4]);
		expect(await list({ is_completed: false }, campaign)).toEqual([1, 2]);
		expect(await list({ updated_since: seconds - 250 })).toEqual([1, 2]);
		expect(
			await list({
				date_preset: 'LAST_7D',
				time_range: { since: '2026-01-01', until: '2026-01-31' },
			}),
		).toEqual([1, 2, 4]);
		expect(
			await list({ filtering: [{ field: 'adset.name', operator: 'CONTAIN', value: 'set 2' }] }),
		).toEqual([2]);
		const body = await bench.get('act_1001/adsets', {
			summary: ['insights', 'total_count'],
			limit: 1,
		});
		expect(body.summary).toEqual({ insights: { data: [] }, total_count: 3 });
		expect(
			errorOf(await bench.get('act_1001/adsets', { effective_status: ['DELETED'] })).error_subcode,
		).toBe(1815001);
		expect(
			errorOf(
				await bench.get('act_1001/adsets', {
					time_range: { since: '2020-01-01', until: '2026-01-01' },
				}),
			).code,
		).toBe(3018);
	});

	it('lists ads, creatives and the log of an ad set', async () => {
		const id = await sets.make();
		bench.sandbox.seed.ads(id, 2);
		bench.sandbox.seed.creatives(id, 3);
		bench.sandbox.seed.activities(id, 2);
		expect(rowsOf(await bench.get(`${id}/ads`, { effective_status: ['PAUSED'] }))).toHaveLength(2);
		expect(rowsOf(await bench.get(`${id}/adcreatives`, { fields: 'name,title' }))[0]).toMatchObject(
			{ name: 'Creative 1', title: 'Title 1' },
		);
		expect(rowsOf(await bench.get(`${id}/activities`))).toHaveLength(3);
	});

	it('lists ad sets whose targeting is going away', async () => {
		const [campaign] = bench.sandbox.seed.campaigns('1001', 1);
		const body = await bench.get('search', { type: 'adinterest', q: 'answering' });
		expect(rowsOf(body)).toEqual([]);
		const gone = (await bench.get('act_1001/targetingvalidation', {
			name_list: ['Answering machines'],
		})) as { data: Form[] };
		expect(gone.data[0].valid).toBe(false);
		const { OPTIONS } = await import('../../sandbox/targeting/options');
		const option = OPTIONS.find(({ name }) => name === 'Answering machines');
		const [old] = bench.sandbox.seed.adSets(campaign, 1, {
			targeting: { ...US, interests: [{ id: String(option?.id) }] },
		});
		bench.sandbox.seed.adSets(campaign, 1);
		expect(rowsOf(await bench.get('act_1001/deprecatedtargetingadsets'))).toEqual([{ id: old }]);
		expect(errorOf(await bench.post(old, { daily_budget: 1000 })).error_subcode).toBe(1487694);
	});
});
