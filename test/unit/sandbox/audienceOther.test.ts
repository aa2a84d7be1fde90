import { ASSET_IDS } from '../../sandbox';
import type { Json } from '../../sandbox/json';
import { AdSetBench, blamed, PAGE, US } from './adSetSupport';
import { errorOf, openBench, rowsOf } from './support';

const bench = openBench({ limits: { tier: 'standard_access' } });

type Form = Record<string, Json>;

describe('other audiences', () => {
	it('lists saved audiences with their targeting', async () => {
		const rows = rowsOf(
			await bench.get('act_1001/saved_audiences', { fields: 'name,targeting,run_status' }),
		);
		expect(rows[0]).toMatchObject({
			name: 'US shoppers',
			run_status: 'ACTIVE',
			targeting: { geo_locations: { countries: ['US'] } },
		});
		bench.sandbox.seed.savedAudiences('1001', 30);
		bench.sandbox.seed.customAudiences('1001', 30);
		expect(rowsOf(await bench.get('act_1001/saved_audiences', { limit: 100 }))).toHaveLength(33);
		expect(rowsOf(await bench.get('act_1001/customaudiences', { limit: 100 }))).toHaveLength(34);
	});

	it('makes product audiences that ad sets can be targeted at', async () => {
		const form = {
			name: 'Test Iphone Product Audience',
			product_set_id: ASSET_IDS.productSet,
			inclusions: [
				{
					retention_seconds: 86400,
					rule: { and: [{ event: { eq: 'AddToCart' } }, { userAgent: { i_contains: 'iPhone' } }] },
				},
			],
			exclusions: [{ retention_seconds: 172800, rule: { event: { eq: 'Purchase' } } }],
		};
		const path = 'act_1001/product_audiences';
		const { id } = await bench.post(path, form);
		expect(await bench.get(String(id), { fields: 'name,inclusions' })).toMatchObject({
			name: form.name,
			inclusions: form.inclusions,
		});
		expect(await bench.post(path, { ...form, enable_fetch_or_create: true })).toMatchObject({ id });
		const targeting = { ...US, dynamic_audience_ids: [id] } as Form;
		expect(await new AdSetBench(bench).create({ targeting })).toMatchObject({ success: true });
		expect(errorOf(await bench.post(path, { ...form, product_set_id: '5' })).code).toBe(2654);
		expect(errorOf(await bench.post(path, { name: 'A' })).message).toMatch(
			/product_set_id is required/,
		);
		const rule = { event: { neq: 'Purchase' } };
		expect(
			errorOf(await bench.post(path, { ...form, inclusions: [{ retention_seconds: 1, rule }] }))
				.code,
		).toBe(100);
	});

	it('makes place page sets of published Pages, and nothing else with them', async () => {
		const path = 'act_1001/ad_place_page_sets';
		const { id } = await bench.post(path, {
			name: 'Stores',
			parent_page: PAGE,
			location_types: ['home'],
		});
		expect(
			await bench.get(String(id), { fields: 'name,location_types,parent_page{name}' }),
		).toMatchObject({
			name: 'Stores',
			location_types: ['home'],
			parent_page: { name: 'Example Shop' },
		});
		const targeting = { ...US, place_page_set_ids: [id] } as Form;
		expect(await new AdSetBench(bench).create({ targeting })).toMatchObject({ success: true });
		expect(errorOf(await bench.get(path)).code).toBe(100);
		expect(errorOf(await bench.remove(String(id))).code).toBe(100);
		expect(errorOf(await bench.post(path, { name: 'A', parent_page: '5' })).code).toBe(100);
		expect(
			errorOf(await bench.post(path, { name: 'A', parent_page: PAGE, location_types: ['work'] }))
				.code,
		).toBe(100);
		const page = bench.sandbox.store.get(PAGE);
		if (page) bench.sandbox.store.update(page, { is_published: false });
		expect(blamed(errorOf(await bench.post(path, { name: 'A', parent_page: PAGE })))).toBe(
			'parent_page',
		);
	});

	it('lists what ads can point to', async () => {
		const list = async (path: string) => rowsOf(await bench.get(path, { fields: 'name' }));
		expect(await list('act_1001/adspixels')).toEqual([
			{ id: ASSET_IDS.pixel, name: 'Example Shop Pixel' },
			{ id: '700000000000002', name: 'Example Blog Pixel' },
		]);
		expect(await list('act_1001/advertisable_applications')).toHaveLength(2);
		expect(await list('act_1001/instagram_accounts')).toHaveLength(2);
		expect(await list('act_1001/promote_pages')).toHaveLength(2);
		expect(await list('2001/owned_product_catalogs')).toEqual([
			{ id: ASSET_IDS.catalog, name: 'Example Catalog' },
		]);
		expect(await list(`${ASSET_IDS.catalog}/product_sets`)).toHaveLength(4);
	});
});
