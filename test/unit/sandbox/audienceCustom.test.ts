import { ASSET_IDS } from '../../sandbox';
import type { Json } from '../../sandbox/json';
import { blamed } from './adSetSupport';
import { errorOf, openBench, rowsOf } from './support';

const bench = openBench({ limits: { tier: 'standard_access' } });

type Form = Record<string, Json>;

const create = async (form: Form, account = 'act_1001') =>
	await bench.post(`${account}/customaudiences`, { name: 'My Custom Audience', ...form });
const [CUSTOMERS] = ASSET_IDS.audiences;
const watched = [
	{ object_id: '101', event_name: 'video_watched' },
	{ object_id: '102', event_name: 'video_completed' },
];
const like = {
	subtype: 'LOOKALIKE',
	origin_audience_id: CUSTOMERS,
	lookalike_spec: { country: 'US', ratio: 0.01 },
};

describe('custom audiences', () => {
	it('makes the documented kinds and reads them back', async () => {
		const plain = await create({
			subtype: 'CUSTOM',
			customer_file_source: 'USER_PROVIDED_ONLY',
			description: 'People',
		});
		expect(plain).toEqual({ id: expect.any(String), message: '' });
		const video = await create({
			subtype: 'ENGAGEMENT',
			prefill: '1',
			rule: watched,
			retention_days: 14,
		});
		const canvas = await create({
			rule: [{ object_id: '5', event_name: 'instant_shopping_document_open' }],
		});
		const website = await create({
			subtype: 'WEBSITE',
			rule: { url: { i_contains: 'shoes' } },
			pixel_id: ASSET_IDS.pixel,
		});
		const lookalike = await create(like);
		const read = async ({ id }: { id?: Json }) =>
			await bench.get(String(id), { fields: 'subtype,rule,description' });
		expect(await read(plain)).toMatchObject({ subtype: 'CUSTOM', description: 'People' });
		expect(await read(video)).toMatchObject({
			subtype: 'ENGAGEMENT',
			rule: JSON.stringify(watched),
		});
		expect(await read(canvas)).toMatchObject({ subtype: 'ENGAGEMENT' });
		expect(await read(website)).toMatchObject({ rule: '{"url":{"i_contains":"shoes"}}' });
		expect(await read(lookalike)).toMatchObject({ subtype: 'LOOKALIKE' });
		expect(rowsOf(await bench.get('act_1001/customaudiences', { fields: 'name' }))).toHaveLength(9);
	});

	it.each<[string, Form, string]>([
		['without name', { name: '', subtype: 'CUSTOM' }, 'name'],
		['without kind', {}, 'subtype'],
		['of an unknown kind', { subtype: 'FRIENDS' }, 'subtype'],
		['for engagement without rule', { subtype: 'ENGAGEMENT' }, 'rule'],
		['with an unknown event', { rule: [{ object_id: '1', event_name: 'video_liked' }] }, 'rule'],
		['with a rule about nothing', { rule: [{ event_name: 'video_watched' }] }, 'rule'],
		['with a broken rule', { subtype: 'WEBSITE', rule: '{' }, 'rule'],
		['like nobody', { ...like, origin_audience_id: '5' }, 'origin_audience_id'],
		['like somebody nowhere', { ...like, lookalike_spec: { ratio: 0.01 } }, 'lookalike_spec'],
		[
			'like somebody without saying how much',
			{ subtype: 'LOOKALIKE', origin_audience_id: CUSTOMERS },
			'lookalike_spec',
		],
		[
			'like a third of a country',
			{ ...like, lookalike_spec: { country: 'US', ratio: 0.3 } },
			'lookalike_spec',
		],
	])('refuses one %s', async (_what, form, blame) => {
		const error = errorOf(await create(form));
		expect(error.code).toBe(100);
		expect(blamed(error)).toBe(blame);
	});

	it('needs the terms to be accepted, and shows them', async () => {
		expect(errorOf(await create({ subtype: 'CUSTOM' }, 'act_1003'))).toMatchObject({
			code: 200,
			error_subcode: 1870034,
		});
		expect(rowsOf(await bench.get('act_1001/customaudiencestos'))).toEqual([
			{ id: '99001001', content: 'Facebook Custom Audience Terms', type: 'web' },
		]);
	});

	it('renames and deletes', async () => {
		expect(await bench.post(CUSTOMERS, { name: 'Buyers' })).toEqual({ success: true });
		expect(await bench.get(CUSTOMERS, { fields: 'name' })).toMatchObject({ name: 'Buyers' });
		expect(await bench.remove(CUSTOMERS)).toEqual({ success: true });
		expect(rowsOf(await bench.get('act_1001/customaudiences')).map(({ id }) => id)).not.toContain(
			CUSTOMERS,
		);
	});
});
