import { Bench, errorOf, openBench, rowsOf } from './support';
import type { Json } from '../../sandbox/json';

const bench = openBench();

const cell = (name: string, campaigns: Json, treatment_percentage: Json = 50) => ({
	name,
	treatment_percentage,
	campaigns,
});

async function create(cells: Json, changes: Record<string, Json> = {}) {
	const study = {
		name: 'new study',
		description: 'test creative',
		start_time: 1478387569,
		end_time: 1479597169,
		type: 'SPLIT_TEST',
	};
	return await bench.post('2001/ad_studies', { ...study, cells, ...changes });
}

it('makes a split test over campaigns or ad sets and lists it for the ad account', async () => {
	const [a, b] = bench.sandbox.seed.campaigns('1001', 2);
	const [adSet] = bench.sandbox.seed.adSets(a, 1);
	const { id } = await create([cell('Group A', [a]), cell('Group B', [b])]);
	await create([{ name: 'Group A', treatment_percentage: 50, adsets: [adSet] }]);
	const fields = 'name,start_time,type,cells{name,treatment_percentage,campaigns{name}}';
	expect(await bench.get(String(id), { fields })).toMatchObject({
		name: 'new study',
		start_time: '2016-11-05T23:12:49+0000',
		type: 'SPLIT_TEST',
		cells: {
			data: [
				{ name: 'Group A', treatment_percentage: 50, campaigns: { data: [{ id: a }] } },
				{ name: 'Group B' },
			],
		},
	});
	expect(rowsOf(await bench.get('act_1001/impacting_ad_studies'))).toHaveLength(2);
	expect(rowsOf(await bench.get('act_1002/impacting_ad_studies'))).toHaveLength(0);
	expect(rowsOf(await bench.get('2001/ad_studies'))).toHaveLength(2);
});

it('keeps ids that are written as bare numbers', async () => {
	const [a] = bench.sandbox.seed.campaigns('1001', 1);
	expect(Number.isSafeInteger(Number(a))).toBe(false);
	const cells = `[{"name":"A","treatment_percentage":50,"campaigns":[${a}]}]`;
	expect(await create(cells)).toHaveProperty('id');
});

it('refuses what the limits forbid', async () => {
	const ids = bench.sandbox.seed.campaigns('1001', 151);
	const many = ids.map((id, i) => cell(`Cell ${i}`, [id], 1));
	const [a, b] = ids;
	const refusals: Array<[Json, Record<string, Json>?]> = [
		[many],
		[[cell('A', ids.slice(0, 101))]],
		[[cell('A', [a], 60), cell('B', [b], 60)]],
		[[cell('A', [a]), cell('B', [a])]],
		[[cell('A', ['999'])]],
		[[{ name: 'A', treatment_percentage: 50, adsets: [a] }]],
		[[{ name: 'A', treatment_percentage: 50 }]],
		[[{ name: 'A', campaigns: [a] }]],
		[[cell('A', [a], 0)]],
		[[]],
		[[cell('A', [a])], { type: 'LIFT' }],
		[[cell('A', [a])], { end_time: 1 }],
		[[cell('A', [a])], { colour: 1 }],
		['[{name:"A"}]'],
	];
	for (const [cells, changes] of refusals) {
		expect(errorOf(await create(cells, changes)).code).toBe(100);
	}
	expect(bench.sandbox.store.ofType('ad_study')).toHaveLength(0);
	expect(await create([cell('A', ids.slice(0, 100), 50)])).toHaveProperty('id');
});

it('allows 100 studies at a time', async () => {
	const [a] = bench.sandbox.seed.campaigns('1001', 1);
	const later = { end_time: Bench.START_MS / 1000 + 3600 };
	for (let i = 0; i < 100; i++) await create([cell('A', [a])], later);
	expect(errorOf(await create([cell('A', [a])], later)).code).toBe(100);
	bench.advance(3_600_000);
	expect(await create([cell('A', [a])], { end_time: Bench.START_MS / 1000 + 7200 })).toHaveProperty(
		'id',
	);
});
