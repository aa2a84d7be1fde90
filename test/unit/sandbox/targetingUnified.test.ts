import type { Json, JsonObject } from '../../sandbox/json';
import { Bench, errorOf, pagingOf, rowsOf } from './support';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open({ limits: { tier: 'standard_access' } })));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

type Query = Record<string, Json>;
const names = (rows: JsonObject[]) => rows.map(({ name }) => name);
const unified = async (edge: string, query: Query = {}) =>
	rowsOf(await bench.get(`act_1001/${edge}`, query));

describe('detailed targeting', () => {
	it('searches all types, without small schools and employers, or one type with them', async () => {
		const all = names(await unified('targetingsearch', { q: 'harvard' }));
		expect(all).toEqual(['Harvard Square', 'Harvard University', 'Harvard Business School']);
		const schools = names(
			await unified('targetingsearch', { q: 'harvard', limit_type: 'education_schools' }),
		);
		expect(schools).toEqual([
			'Harvard University',
			'Harvard Business School',
			'Harvard Extension School',
			'Harvard Evening College',
		]);
		expect((await unified('targetingsearch', { q: 'married' }))[0]).toMatchObject({
			id: '3',
			type: 'relationship_statuses',
		});
		expect(errorOf(await bench.get('act_1001/targetingsearch')).message).toMatch(/q is required/);
		expect(
			errorOf(await bench.get('act_1001/targetingsearch', { q: 'a', limit_type: 'colors' })).code,
		).toBe(100);
	});

	it('suggests 30 at first and 45 at most', async () => {
		const targeting_list = [{ type: 'interests', id: 6003397425735 }];
		const rows = await unified('targetingsuggestions', { targeting_list });
		expect(names(rows)).toContain('Golf');
		expect(rows.length).toBeLessThanOrEqual(30);
		expect(await unified('targetingsuggestions', { targeting_list, limit: 2 })).toHaveLength(2);
		expect(
			errorOf(await bench.get('act_1001/targetingsuggestions', { targeting_list, limit: 46 })).code,
		).toBe(100);
		expect(errorOf(await bench.get('act_1001/targetingsuggestions')).code).toBe(100);
	});

	it('browses everything, in pages', async () => {
		const first = await bench.get('act_1001/targetingbrowse', { limit: 50 });
		expect(rowsOf(first)).toHaveLength(50);
		expect(pagingOf(first).next).toContain('act_1001/targetingbrowse');
		const incomes = await unified('targetingbrowse', { limit_type: 'income' });
		expect(incomes.every(({ type }) => type === 'income')).toBe(true);
	});

	it('validates by type and id, by id and by name', async () => {
		const rows = await unified('targetingvalidation', {
			targeting_list: [
				{ type: 'interests', id: '6003397425735' },
				{ type: 'behaviors', id: '6003397425735' },
			],
			id_list: ['6002714895372', '5'],
			name_list: ['Console gamers'],
		});
		expect(rows.map(({ valid }) => valid)).toEqual([true, false, true, false, true]);
		const excluded = await unified('targetingvalidation', {
			name_list: ['Console gamers'],
			is_exclusion: true,
		});
		expect(excluded[0].valid).toBe(false);
		expect(errorOf(await bench.get('act_1001/targetingvalidation')).code).toBe(100);
	});

	it('lists broad categories', async () => {
		expect((await unified('broadtargetingcategories'))[0]).toMatchObject({
			name: 'Frequent travelers',
			parent_category: 'Travel',
		});
		expect(await unified('broadtargetingcategories', { custom_categories_only: true })).toEqual([]);
	});
});
