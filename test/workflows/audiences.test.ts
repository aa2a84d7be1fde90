import type { IDataObject } from 'n8n-workflow';

import { ASSET_IDS } from '../sandbox/seedAssets';
import { Bench, itemsOf, pairsOf, told, type RunOptions } from './support/bench';
import { byId, oneNode } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

const AD_SET_NODE = { type: 'n8n-nodes-meta-ads.metaAdSet' };

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

async function run(what: string, parameters: IDataObject, options?: RunOptions) {
	const inAccount = { ad_account: byId('1001'), ...parameters };
	return await bench.run(oneNode(what, inAccount, AD_SET_NODE), options);
}

const audiences = () => bench.sandbox.store.ofType('custom_audience');
const tennis = { value: [{ id: byId('6003397425735') }] };

describe('targeting', () => {
	test('is searched for, all pages of it', async () => {
		const search = { type: 'adgeolocation', q: '', location_types: ['country'], returnAll: true };
		const found = itemsOf(await run('targeting.search', search));
		expect(found.length).toBeGreaterThan(200);
		expect(found).toContainEqual(expect.objectContaining({ key: 'JP', name: 'Japan' }));
	});

	test('has details of places of several kinds in one item', async () => {
		const places = { type: 'adgeolocationmeta', countries: 'US', zips: 'US:94304' };
		const [item, ...others] = itemsOf(await run('targeting.search', places));
		expect(others).toEqual([]);
		expect(item).toMatchObject({
			countries: { US: { name: 'United States' } },
			zips: { 'US:94304': { type: 'zip' } },
		});
	});

	test('can be browsed, searched, suggested and validated for one ad account', async () => {
		const pair = { value: [{ type: 'interests', id: byId('6003397425735') }] };
		const limit = { returnAll: false, limit: 3 };
		const kind = { additionalFields: { limit_type: 'interests' } };
		expect(itemsOf(await run('targeting.browse', { ...limit, ...kind }))).toHaveLength(3);
		expect(itemsOf(await run('targeting.searchUnified', { ...limit, q: 'tennis' }))).toMatchObject([
			{ id: '6003397425735', type: 'interests' },
		]);
		const suggest = { ...limit, targeting_list: pair };
		expect(itemsOf(await run('targeting.suggest', suggest))).toHaveLength(3);
		const more = { additionalFields: { name_list: 'Pinball' } };
		const validated = itemsOf(await run('targeting.validate', { targeting_list: pair, ...more }));
		expect(validated.map(({ name, valid }) => [name, valid])).toEqual([
			['Tennis', true],
			['Pinball', false],
		]);
	});
});

describe('estimates', () => {
	const spec = { geo_locations: { countries: '={{ [$json.country] }}' } };
	const countries = ['US', 'FR', 'DE'];

	test('of 60 items share HTTP requests and stay with their items', async () => {
		const items = Array.from({ length: 60 }, (_item, index) => ({ country: countries[index % 3] }));
		const done = await run('targeting.getReachEstimate', { targeting: spec }, { items });
		const people = itemsOf(done).map(({ users_lower_bound: lower }) => Number(lower));
		expect(bench.http.map(({ steps }) => steps)).toEqual([20, 14, 14, 12]);
		expect(pairsOf(done)).toEqual(items.map((_item, index) => index));
		expect(new Set(people).size).toBe(3);
		expect(people.slice(3, 6)).toEqual(people.slice(0, 3));
	});

	test('are smaller for a narrower targeting', async () => {
		const estimate = async (targeting: IDataObject) => {
			const goal = { optimization_goal: 'REACH', targeting: { ...spec, ...targeting } };
			const done = await run('targeting.getDeliveryEstimate', goal, { items: [{ country: 'US' }] });
			return Number(itemsOf(done)[0].estimate_mau_lower_bound);
		};
		const people = { value: [{ people: 'include', traits: { interests: tennis } }] };
		expect(await estimate({ detailed_targeting: people })).toBeLessThan(await estimate({}));
	});
});

describe('an audience', () => {
	const engagement = {
		name: 'Watched',
		subtype: 'ENGAGEMENT',
		rule: { value: [{ object_id: byId('10203000000000001'), event_name: 'video_watched' }] },
	};

	test('whose answer got lost is found again, not made twice', async () => {
		const before = audiences().length;
		bench.sandbox.faults.add({ fault: 'nullStep', executed: true, match: { batchStep: 1 } });
		const items = [{ name: 'First' }, { name: 'Second' }];
		const parameters = { ...engagement, name: '={{ $json.name }}' };
		const made = itemsOf(await run('audience.create', parameters, { items }));
		expect(audiences()).toHaveLength(before + 2);
		expect(made.map(({ id }) => bench.valuesOf(id).name)).toEqual(['First', 'Second']);
	});

	test('is listed with what it was made of', async () => {
		await run('audience.create', { ...engagement, additionalFields: { retention_days: 30 } });
		const filtering = { value: [{ field: 'name', operator: 'CONTAIN', value: 'Watched' }] };
		const list = { output: 'selected', outputFields: ['name', 'rule', 'retention_days'] };
		const listed = itemsOf(
			await run('audience.getMany', { ...list, additionalFields: { filtering } }),
		);
		expect(listed.find(({ name }) => name === 'Watched')).toMatchObject({
			retention_days: 30,
			rule: expect.stringContaining('video_watched') as string,
		});
	});

	test('like another one needs to know where', async () => {
		const like = { name: 'Like', subtype: 'LOOKALIKE' };
		const origin = { origin_audience_id: byId(ASSET_IDS.audiences[0]) };
		expect(told(await run('audience.create', { ...like, ...origin }))).toContain(
			'Lookalike is required for a lookalike audience',
		);
		const spec = { lookalike_spec: { value: { country: 'US', ratio: '0.01' } } };
		const [{ id }] = itemsOf(await run('audience.create', { ...like, ...origin, ...spec }));
		expect(bench.valuesOf(id)).toMatchObject({ lookalike_spec: { country: 'US', ratio: 0.01 } });
	});

	test('is shared with each ad account for itself, and taken away again', async () => {
		const shared = { custom_audience_id: byId(ASSET_IDS.audiences[0]), adaccounts: '1002, 1003' };
		const [item] = itemsOf(await run('audience.share', shared));
		expect(item).toMatchObject({
			id: ASSET_IDS.audiences[0],
			sharing_data: [
				{ ad_acct_id: '1002', errors: [] },
				{ ad_acct_id: '1003', audience_share_status: 'failed' },
			],
		});
		itemsOf(await run('audience.unshare', { ...shared, adaccounts: 'act_1002' }));
		expect(bench.valuesOf(ASSET_IDS.audiences[0]).shared_account_ids).toEqual([]);
	});

	test('of products and a set of location Pages are made', async () => {
		const inclusions = { value: [{ event: 'ViewContent', retention_seconds: 86_400 }] };
		const product = { name: 'Viewed', product_set_id: byId(ASSET_IDS.productSet), inclusions };
		const [{ id }] = itemsOf(await run('audience.createProductAudience', product));
		expect(bench.valuesOf(id).inclusions).toEqual([
			{ retention_seconds: 86_400, rule: { event: { eq: 'ViewContent' } } },
		]);
		const set = { name: 'Shops', parent_page: byId('100000000003001') };
		expect(itemsOf(await run('adPlacePageSet.create', set))).toHaveLength(1);
	});

	test('that may or may not have been made is not made again when nothing can tell', async () => {
		bench.sandbox.faults.add({ fault: 'reset', executed: true, match: { method: 'POST' } });
		const product = { name: 'Viewed', product_set_id: byId(ASSET_IDS.productSet) };
		const done = await run('audience.createProductAudience', product);
		expect(done.status).toBe('error');
		expect(bench.sandbox.store.ofType('product_audience').length).toBeLessThan(2);
		expect(bench.calls('POST', /product_audiences/)).toHaveLength(1);
	});
});

test('saved audiences and terms are listed', async () => {
	const simple = { output: 'simplified' };
	expect(itemsOf(await run('audience.getSaved', simple))).toHaveLength(3);
	expect(itemsOf(await run('audience.getTermsOfService', simple))).toMatchObject([{ type: 'web' }]);
	const categories = itemsOf(await run('targeting.getBroadCategories', {}));
	expect(categories.length).toBeGreaterThan(5);
});
