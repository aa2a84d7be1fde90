import type { IDataObject } from 'n8n-workflow';

import { ASSET_IDS } from '../sandbox';
import { workflowWith } from '../support/engine';
import { adSetNode, adSetParameters, CAMPAIGN, oneAdSetNode } from './support/adSets';
import { Bench, itemsOf, jsonOf, told } from './support/bench';
import { byId, createParameters, metaNode } from './support/campaigns';
import { entries, FORM, KEPT } from './support/targetingForm';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

const adSets = () => bench.sandbox.store.ofType('adset');
test('a new campaign gets an ad set that lives through one workflow', async () => {
	const promoted_object = { pixel_id: byId(ASSET_IDS.pixel), custom_event_type: 'PURCHASE' };
	const adset_id = byId("={{ $('Create').item.json.id }}");
	const inAccount = { ad_account: byId('1001') };
	const run = await bench.run(
		workflowWith(
			metaNode('campaign.create', createParameters({ name: 'Shop', objective: 'OUTCOME_SALES' }), {
				name: 'Campaign',
			}),
			adSetNode(
				'adSet.create',
				adSetParameters(
					{
						campaign_id: byId('={{ $json.id }}'),
						name: 'Spring',
						optimization_goal: 'OFFSITE_CONVERSIONS',
						targeting: FORM,
					},
					{
						promoted_object,
						bid_amount: 250,
						end_time: '2030-03-31T08:00:00',
						attribution_spec: entries({ event_type: 'CLICK_THROUGH', window_days: 7 }),
					},
				),
				{ name: 'Create' },
			),
			adSetNode('adSet.get', { adset_id, output: 'raw' }, { name: 'Get' }),
			adSetNode(
				'adSet.update',
				{
					adset_id,
					targeting: { geo_locations: { countries: ['FR', 'DE'] } },
					additionalFields: { name: 'Summer', daily_budget: 2000, run_without_end: true },
				},
				{ name: 'Update' },
			),
			adSetNode('adSet.activate', { adset_id }, { name: 'Activate' }),
			adSetNode('adSet.pause', { adset_id }, { name: 'Pause' }),
			adSetNode(
				'adSet.copy',
				{
					...inAccount,
					adset_id,
					additionalFields: { rename_options: { value: { rename_suffix: ' again' } } },
				},
				{ name: 'Copy' },
			),
			adSetNode(
				'adSet.getMany',
				{
					...inAccount,
					returnAll: true,
					additionalFields: {
						effective_status: ['CAMPAIGN_PAUSED', 'PAUSED'],
						filtering: entries({ field: 'name', operator: 'CONTAIN', value: 'again' }),
					},
				},
				{ name: 'List' },
			),
			adSetNode('adSet.getActivities', { adset_id, returnAll: true }, { name: 'Activities' }),
			adSetNode('adSet.delete', { adset_id }, { name: 'Delete' }),
		),
	);

	const [{ id: campaign }] = itemsOf(run, 'Campaign');
	const [{ id }] = jsonOf(run, 'Create');
	expect(jsonOf(run, 'Get')).toEqual([
		expect.objectContaining({
			id,
			campaign_id: campaign,
			name: 'Spring',
			bid_amount: 250,
			daily_budget: '1000',
			optimization_goal: 'OFFSITE_CONVERSIONS',
			promoted_object: { pixel_id: ASSET_IDS.pixel, custom_event_type: 'PURCHASE' },
			attribution_spec: [{ event_type: 'CLICK_THROUGH', window_days: 7 }],
			status: 'PAUSED',
			targeting: KEPT,
		}),
	]);
	// The workflow's time zone is that of New York.
	expect(Date.parse(String(jsonOf(run, 'Get')[0].end_time))).toBe(Date.UTC(2030, 2, 31, 12));
	expect(jsonOf(run, 'Update')).toMatchObject([{ id, name: 'Summer', success: true }]);
	expect(jsonOf(run, 'Activate')).toEqual([{ id, status: 'ACTIVE', success: true }]);
	expect(jsonOf(run, 'Pause')).toEqual([{ id, status: 'PAUSED', success: true }]);
	const [copy] = jsonOf(run, 'Copy');
	expect(jsonOf(run, 'List')).toEqual([
		expect.objectContaining({ id: copy.id, name: 'Summer again' }),
	]);
	expect(jsonOf(run, 'Activities').map(({ event_type: type }) => type)).toContain(
		'update_ad_set_target_spec',
	);
	expect(jsonOf(run, 'Delete')[0]).toEqual({ id, deleted: true });

	expect(bench.valuesOf(id)).toMatchObject({
		name: 'Summer',
		daily_budget: 2000,
		end_time: undefined,
		status: 'DELETED',
		targeting: { geo_locations: { countries: ['FR', 'DE'] } },
	});
	expect(bench.valuesOf(id).targeting).toEqual({ geo_locations: { countries: ['FR', 'DE'] } });
	expect(bench.valuesOf(copy.id)).toMatchObject({ status: 'PAUSED', source_adset_id: id });
	expect(adSets()).toHaveLength(2);
});

describe('one ad set', () => {
	beforeEach(() => bench.sandbox.seed.campaigns('1001', 1, { id: CAMPAIGN, daily_budget: 9000 }));

	const shares = (own: IDataObject, fields: IDataObject) => ({
		...adSetParameters({ name: 'Share', ...own }),
		additionalFields: fields,
	});

	test('is only checked on demand', async () => {
		const fields = { execution_options: ['validate_only'] };
		const run = await bench.run(oneAdSetNode('adSet.create', shares({}, fields)));
		expect(itemsOf(run)).toMatchObject([{ success: true }]);
		expect(itemsOf(run)[0]).not.toHaveProperty('id');
		expect(adSets()).toEqual([]);
	});

	test('that is checked and does not fit is told so', async () => {
		const fields = { execution_options: ['validate_only'] };
		const parameters = shares({ optimization_goal: 'VALUE' }, fields);
		const run = await bench.run(oneAdSetNode('adSet.create', parameters));
		expect(told(run)).toMatch(/optimization_goal VALUE does not go with .*OUTCOME_TRAFFIC/);
	});

	test('gets a spend cap, loses it and runs without end', async () => {
		const fields = { daily_spend_cap: 3000, daily_min_spend_target: 500, end_time: '2030-01-01' };
		const [{ id }] = itemsOf(await bench.run(oneAdSetNode('adSet.create', shares({}, fields))));
		expect(bench.valuesOf(id)).toMatchObject({
			daily_spend_cap: 3000,
			daily_min_spend_target: 500,
			end_time: Date.UTC(2030, 0, 1, 5) / 1000,
		});
		itemsOf(
			await bench.run(
				oneAdSetNode('adSet.update', {
					adset_id: byId(String(id)),
					additionalFields: { remove_daily_spend_cap: true, run_without_end: true },
				}),
			),
		);
		const [sent] = bench.calls('POST').slice(-1);
		expect(sent.body).toEqual({ daily_spend_cap: '922337203685478', end_time: '0' });
		expect(bench.valuesOf(id)).toMatchObject({
			daily_spend_cap: undefined,
			daily_min_spend_target: 500,
			end_time: undefined,
		});
	});

	test('is archived, and then found only among the archived', async () => {
		const [id] = bench.sandbox.seed.adSets(CAMPAIGN, 1);
		itemsOf(await bench.run(oneAdSetNode('adSet.archive', { adset_id: byId(id) })));
		const list = async (additionalFields: IDataObject) =>
			itemsOf(
				await bench.run(
					oneAdSetNode('adSet.getMany', { ad_account: byId('1001'), additionalFields }),
				),
			).map((item) => item.id);
		expect(await list({})).toEqual([]);
		expect(await list({ effective_status: ['ARCHIVED'] })).toEqual([id]);
	});
});
