import type { Json, JsonObject } from '../../sandbox/json';
import { Bench, errorOf, pagingOf, rowsOf } from './support';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open({ limits: { tier: 'standard_access' } })));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

type Query = Record<string, Json>;

const search = async (type: string, query: Query = {}) =>
	rowsOf(await bench.get('search', { type, ...query }));
const names = (rows: JsonObject[]) => rows.map(({ name }) => name);

describe('/search', () => {
	it('finds languages, as documented, and all of them without a word', async () => {
		expect(await search('adlocale', { q: 'en', limit: 2 })).toEqual([
			{ key: 6, name: 'English (US)' },
			{ key: 24, name: 'English (UK)' },
		]);
		expect((await search('adlocale', { limit: 500 })).length).toBeGreaterThan(40);
	});

	it('finds places by type, country and region', async () => {
		expect(await search('adgeolocation', { q: 'menlo', location_types: ['city'] })).toEqual([
			{
				key: '2420605',
				name: 'Menlo Park',
				type: 'city',
				country_code: 'US',
				country_name: 'United States',
				region: 'California',
				region_id: 3847,
				supports_region: true,
				supports_city: true,
			},
		]);
		expect(names(await search('adgeolocation', { q: 'un', location_types: ['country'] }))).toEqual(
			expect.arrayContaining(['United States', 'United Kingdom']),
		);
		expect(
			names(await search('adgeolocation', { location_types: ['region'], country_code: 'FR' })),
		).toEqual(['Brittany', 'Normandy']);
		expect(
			names(await search('adgeolocation', { location_types: ['city'], region_id: '3886' })),
		).toEqual(['Houston', 'Austin', 'Dallas']);
		expect((await search('adgeolocation', { q: '94304', location_types: ['zip'] }))[0].key).toBe(
			'US:94304',
		);
		expect(
			(await search('adgeolocation', { q: 'springfield', location_types: ['geo_market'] }))[0].key,
		).toBe('DMA:543');
		expect(
			(await search('adgeolocation', { q: 'CA12', location_types: ['electoral_district'] }))[0].key,
		).toBe('US:CA12');
		expect(
			(await search('adgeolocation', { location_types: ['country_group'], q: 'merco' }))[0].key,
		).toBe('mercosur');
	});

	it('describes places by their keys', async () => {
		const { data } = await bench.get('search', {
			type: 'adgeolocationmeta',
			cities: [777934, 5],
			countries: ['DE'],
		});
		expect(data).toMatchObject({
			cities: { 777934: { name: 'New York', region: 'New York' } },
			countries: { DE: { name: 'Germany', supports_region: true } },
		});
		expect(Object.keys((data as { cities: JsonObject }).cities)).toEqual(['777934']);
	});

	it('finds, suggests and validates interests', async () => {
		expect(await search('adinterest', { q: 'tennis' })).toEqual([
			{
				id: '6003397425735',
				name: 'Tennis',
				topic: 'Sports and outdoors',
				path: ['Interests', 'Sports and outdoors', 'Sports', 'Tennis'],
				description: 'People who match Tennis',
				audience_size_lower_bound: expect.any(Number),
				audience_size_upper_bound: expect.any(Number),
			},
		]);
		const suggested = names(await search('adinterestsuggestion', { interest_list: ['Tennis'] }));
		expect(suggested).toContain('Golf');
		expect(suggested).not.toContain('Tennis');
		expect(suggested).not.toContain('Coffee');
		const valid = await search('adinterestvalid', {
			interest_list: ['tennis', 'Pinball', 'Nonsense'],
			interest_fbid_list: ['6003139266461'],
		});
		expect(valid.map(({ name, valid: isValid }) => [name, isValid])).toEqual([
			['Tennis', true],
			['Pinball', false],
			['Nonsense', false],
			['Movies', true],
		]);
	});

	it('lists the classes of targeting categories', async () => {
		const of = async (kind: string) =>
			await search('adTargetingCategory', { class: kind, limit: 200 });
		expect(names(await of('behaviors'))).toContain('Frequent travelers');
		expect((await of('life_events'))[0]).toMatchObject({
			id: '6003054185372',
			type: 'life_events',
		});
		expect(new Set((await of('demographics')).map(({ type }) => type))).toEqual(
			new Set(['life_events', 'industries', 'income', 'family_statuses']),
		);
		expect(names(await of('user_os'))).toContain('iOS');
		expect(names(await of('user_device'))).toContain('Galaxy S6');
		expect(errorOf(await bench.get('search', { type: 'adTargetingCategory' })).message).toMatch(
			/class is required/,
		);
	});

	it.each([
		['adeducationschool', 'harvard', 'Harvard University'],
		['adeducationmajor', 'law', 'Law'],
		['adworkemployer', 'foods', 'Example Foods'],
		['adworkposition', 'nurse', 'Nurse'],
		['adcountry', 'germ', 'Germany'],
		['adzipcode', '10115', '10115'],
		['adregion', 'tex', 'Texas'],
	])('finds by %s', async (type, q, name) => {
		expect(names(await search(type, { q }))[0]).toBe(name);
	});

	it('suggests a radius and tells the state of options', async () => {
		expect(
			await search('adradiussuggestion', {
				latitude: 48.1,
				longitude: 11.6,
				distance_unit: 'mile',
			}),
		).toEqual([{ suggested_radius: 10, distance_unit: 'mile' }]);
		expect(
			await search('targetingoptionstatus', { targeting_option_list: ['6003397425735', '5'] }),
		).toEqual([
			{ id: '6003397425735', current_status: 'NORMAL' },
			{ id: '5', current_status: 'UNKNOWN' },
		]);
	});

	it.each<[string, Query]>([
		['no type', {}],
		['an unknown type', { type: 'adcolor' }],
		['no word', { type: 'adinterest' }],
		['an unknown parameter', { type: 'adinterest', q: 'a', colour: 1 }],
		['an unknown place type', { type: 'adgeolocation', location_types: ['planet'] }],
		['nothing to validate', { type: 'adinterestvalid' }],
		['no list to suggest from', { type: 'adinterestsuggestion' }],
		['no point for a radius', { type: 'adradiussuggestion', latitude: 1 }],
	])('refuses %s', async (_what, query) => {
		expect(errorOf(await bench.get('search', query)).code).toBe(100);
	});

	it('is paged by cursors, counts against the app, and needs a permission', async () => {
		const seen: unknown[] = [];
		let after: string | undefined;
		do {
			const query: Query = { type: 'adgeolocation', location_types: ['city'], limit: 20 };
			const body = await bench.get('search', { ...query, ...(after ? { after } : {}) });
			seen.push(...rowsOf(body).map(({ key }) => key));
			const { next, cursors } = pagingOf(body);
			if (next) expect(next).toContain('/v24.0/search?');
			after = next ? cursors?.after : undefined;
		} while (after);
		expect(seen.length).toBeGreaterThan(40);
		expect(new Set(seen).size).toBe(seen.length);
		const { headers } = await bench.ask('v24.0/search', { query: { type: 'adlocale' } });
		expect(headers).toHaveProperty('x-app-usage');
		const refused = await bench.ask('v24.0/search', {
			query: { type: 'adlocale' },
			token: 'no-permission-token',
		});
		expect(errorOf(refused.body).code).toBe(200);
	});

	it('gives only the fields asked for', async () => {
		expect(await search('adinterest', { q: 'tennis', fields: 'name' })).toEqual([
			{ name: 'Tennis' },
		]);
	});
});
