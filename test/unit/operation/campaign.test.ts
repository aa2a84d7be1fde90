import type { IDataObject } from 'n8n-workflow';

import { createGraphClient } from '../../../nodes/shared/graph/client';
import { execute } from '../../../nodes/shared/operation/run';
import { adStudy } from '../../../nodes/MetaCampaign/resources/adStudy';
import { campaign } from '../../../nodes/MetaCampaign/resources/campaign';
import { inForm } from '../../support/form';
import { FakeClient, FakeExecution, graphError, reply } from './support';

jest.mock('../../../nodes/shared/graph/client');

let client: FakeClient;

beforeEach(() => {
	client = new FakeClient();
	jest.mocked(createGraphClient).mockImplementation(async () => await Promise.resolve(client));
});

const ID = '120210000000000001';
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

function run(operation: string, parameters: IDataObject, resource = 'campaign') {
	const execution = new FakeExecution([
		inForm('n8n-nodes-meta-ads.metaCampaign', { resource, operation, ...parameters }),
	]);
	return execute(execution.functions, { campaign, adStudy });
}

const minimal: IDataObject = {
	ad_account: byId('1001'),
	name: 'Spring',
	objective: 'OUTCOME_SALES',
	special_ad_categories: [],
	status: 'PAUSED',
	additionalFields: {},
};

function create(own: IDataObject, additionalFields: IDataObject = {}) {
	return run('create', { ...minimal, ...own, additionalFields });
}

test('the least that a campaign needs is sent', async () => {
	await create({});
	expect(client.sent).toMatchObject([
		{
			method: 'POST',
			path: '/act_1001/campaigns',
			quotaOf: '1001',
			parameters: {
				name: 'Spring',
				objective: 'OUTCOME_SALES',
				special_ad_categories: [],
				status: 'PAUSED',
			},
		},
	]);
});

test('what a sheet calls as the form does is sent as the API calls it', async () => {
	await create(
		{
			objective: 'Traffic',
			special_ad_categories: 'Housing, Financial Products and Services',
			status: 'Active',
		},
		{
			bid_strategy: 'cost cap',
			daily_budget: 10,
			promoted_object: { custom_event_type: 'Day 7 Retention' },
			special_ad_category_country: ['Germany', 'United States (US)'],
		},
	);
	expect(client.sent[0].parameters).toMatchObject({
		bid_strategy: 'COST_CAP',
		objective: 'OUTCOME_TRAFFIC',
		promoted_object: { custom_event_type: 'D7_RETENTION' },
		special_ad_categories: ['HOUSING', 'FINANCIAL_PRODUCTS_SERVICES'],
		special_ad_category_country: ['DE', 'US'],
		status: 'ACTIVE',
	});
});

test.each<[string, string, IDataObject, boolean | undefined]>([
	['no budget', 'v24.0', {}, false],
	['no budget, but a word of the user', 'v24.0', { is_adset_budget_sharing_enabled: true }, true],
	['an older version', 'v23.0', {}, undefined],
	['a budget per day', 'v24.0', { daily_budget: 1000 }, undefined],
	['a budget in all', 'v25.0', { lifetime_budget: 1000 }, undefined],
	['a budget in JSON', 'v24.0', { additionalParameters: '{"daily_budget": 1000}' }, undefined],
	['a reservation', 'v24.0', { buying_type: 'RESERVED' }, undefined],
])('with %s in %s ad sets share their budgets: as said', async (_title, version, fields, sent) => {
	Object.assign(client, { apiVersion: version });
	await create({ amounts_in: 'minorUnits' }, fields);
	expect(client.sent[0].parameters?.is_adset_budget_sharing_enabled).toBe(sent);
});

describe('a campaign is refused before anything is sent', () => {
	const AD_ACCOUNT =
		'Ad Account must be an ad account ID: digits such as 1234567890, or act_1234567890, or a URL of Ads Manager';

	test.each<[string, IDataObject, IDataObject, string | RegExp]>([
		['malformed ad account', { ad_account: byId('abc') }, {}, `${AD_ACCOUNT} (given: "abc")`],
		['ad account with spaces', { ad_account: byId('10 01') }, {}, `${AD_ACCOUNT} (given: "10 01")`],
		['no ad account', { ad_account: byId('') }, {}, 'Ad Account is required'],
		[
			'ad account of a URL without one',
			{ ad_account: { __rl: true, mode: 'url', value: 'https://adsmanager.facebook.com/' } },
			{},
			/^Ad Account is a URL that does not name an ad account \(act=\.\.\.\)/,
		],
		['no name', { name: ' ' }, {}, 'Name is required'],
		[
			'unknown objective',
			{ objective: 'FAME' },
			{},
			/^Objective must be one of: OUTCOME_AWARENESS, .* \(given: "FAME"\)$/,
		],
		[
			'unknown status',
			{ status: 'ARCHIVED' },
			{},
			'Status must be one of: PAUSED, ACTIVE (given: "ARCHIVED")',
		],
		[
			'categories of an expression that gives nothing',
			{ special_ad_categories: null as never },
			{},
			'Special Ad Categories is required: give an empty list when no category applies',
		],
		[
			'None beside a category',
			{ special_ad_categories: 'NONE, HOUSING' },
			{},
			'Special Ad Categories cannot have None together with a category',
		],
		[
			'a budget in words',
			{},
			{ daily_budget: 'ten' },
			'Daily Budget (Minor Units) must be a whole number (given: "ten")',
		],
		[
			'end before start',
			{},
			{ start_time: '2026-03-02T00:00:00', stop_time: '2026-03-01T00:00:00' },
			'Stop Time must be after Start Time (2026-03-02T00:00:00-0500)',
		],
		[
			'end at the start, in another zone',
			{},
			{ start_time: '2026-03-01T12:00:00Z', stop_time: '2026-03-01T07:00:00' },
			/^Stop Time must be after Start Time/,
		],
		[
			'a date that is none',
			{},
			{ start_time: '2026-02-30' },
			/^Start Time must be a date and time such as/,
		],
		[
			'invalid JSON',
			{},
			{ additionalParameters: '{"a": ' },
			/^Additional Parameters \(JSON\) is not valid JSON: /,
		],
		[
			'JSON that is no object',
			{},
			{ additionalParameters: '5' },
			/^Additional Parameters \(JSON\) must be a JSON object/,
		],
		[
			'an ID with spaces',
			{},
			{ source_campaign_id: byId('12 34') },
			/^Source Campaign ID must be a campaign ID/,
		],
		[
			'recommendations alone',
			{},
			{ execution_options: ['include_recommendations'] },
			'Execution Options must have Validate Only when Include Recommendations is chosen',
		],
		[
			'Advantage+ shopping for another objective',
			{ objective: 'OUTCOME_LEADS' },
			{ smart_promotion_type: 'AUTOMATED_SHOPPING_ADS' },
			'Smart Promotion Type needs Objective to be OUTCOME_SALES: Advantage+ shopping sells',
		],
		[
			'a cap on a reserved campaign',
			{},
			{ buying_type: 'RESERVED', spend_cap: 10_000 },
			'Spend Cap (Minor Units) is not available for reach and frequency campaigns',
		],
		[
			'a budget period that ends before it begins',
			{},
			{
				budget_schedule_specs: {
					value: [{ time_start: '2026-03-02', time_end: '2026-03-01', budget_value: 5 }],
				},
			},
			'Budget Schedule (High Demand Periods) 1 > Time End must be after Time Start',
		],
	])('%s', async (_what, own, additionalFields, message) => {
		await expect(create(own, additionalFields)).rejects.toMatchObject({
			message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
		});
		expect(client.sent).toEqual([]);
	});
});

test('automated types ended with v25.0', async () => {
	Object.assign(client, { apiVersion: 'v25.0' });
	await expect(create({}, { smart_promotion_type: 'AUTOMATED_SHOPPING_ADS' })).rejects.toThrow(
		'Smart Promotion Type cannot be AUTOMATED_SHOPPING_ADS from v25.0 on (this run uses v25.0)',
	);
	Object.assign(client, { apiVersion: 'v24.0' });
	await expect(
		create({}, { smart_promotion_type: 'AUTOMATED_SHOPPING_ADS' }),
	).resolves.toHaveLength(1);
});

test('budgets and times of expressions are taken as text', async () => {
	await create(
		{},
		{ daily_budget: '1000', start_time: '2026-03-01 08:00:00 PST', spend_cap: ' 5000 ' },
	);
	expect(client.sent[0].parameters).toMatchObject({
		daily_budget: 1000,
		spend_cap: 5000,
		start_time: '2026-03-01T08:00:00-0800',
	});
});

test('free parameters go with the others and win', async () => {
	await create({}, { daily_budget: 5, additionalParameters: { daily_budget: 7, new_one: [1] } });
	expect(client.sent[0].parameters).toMatchObject({ daily_budget: 7, new_one: [1] });
});

describe('other operations', () => {
	test.each([
		['pause', 'PAUSED'],
		['activate', 'ACTIVE'],
		['archive', 'ARCHIVED'],
	])('%s sets the status', async (operation, status) => {
		client.answer = () => reply({ success: true });
		const [[item]] = await run(operation, { campaign_id: byId(ID) });
		expect(client.sent).toMatchObject([
			{ method: 'POST', path: `/${ID}`, parameters: { status }, repeat: 'always' },
		]);
		expect(item.json).toEqual({ id: ID, status, success: true });
	});

	test('delete says what was deleted', async () => {
		client.answer = () => reply({ success: true });
		const [[item]] = await run('delete', { campaign_id: byId(ID) });
		expect(client.sent).toMatchObject([{ method: 'DELETE', path: `/${ID}` }]);
		expect(item.json).toEqual({ id: ID, deleted: true });
	});

	test('a copy is named by its own ID when a later one fails', async () => {
		client.answer = (_request, number) =>
			number === 0 ? reply({ copied_campaign_id: '99' }) : { error: graphError() };
		const execution = new FakeExecution(
			[1, 2].map(() => ({ resource: 'campaign', operation: 'copy', campaign_id: byId(ID) })),
		);
		await expect(execute(execution.functions, { campaign })).rejects.toMatchObject({
			description: expect.stringContaining('item 0: 99.') as string,
		});
	});

	test('deleting by age needs the date that its strategy asks for', async () => {
		const parameters = { ad_account: byId('1'), delete_strategy: 'DELETE_ARCHIVED_BEFORE' };
		await expect(run('deleteMany', parameters)).rejects.toThrow(
			'Before Date is required to delete what was archived before a date',
		);
		expect(client.sent).toEqual([]);
	});

	test('a list takes one way to name its days', async () => {
		const range = { value: { since: '2026-01-31', until: '2026-01-01' } };
		const parameters = { ad_account: byId('1'), returnAll: true };
		await expect(
			run('getMany', {
				...parameters,
				additionalFields: { date_preset: 'today', time_range: range },
			}),
		).rejects.toThrow('Date Preset cannot be combined with Time Range: both name the days');
		await expect(
			run('getMany', { ...parameters, additionalFields: { time_range: range } }),
		).rejects.toThrow('Time Range > Until must not be before Since (2026-01-31)');
	});
});

describe('ad studies', () => {
	const study = (cells: IDataObject[]) =>
		run(
			'create',
			{
				business_id: byId('5'),
				name: 'Test',
				type: 'SPLIT_TEST',
				start_time: '2026-03-01',
				end_time: '2026-03-15',
				cells: { value: cells },
			},
			'adStudy',
		);

	test('need cells with something in them', async () => {
		await expect(study([])).rejects.toThrow('Cells is required');
		await expect(study([{ name: 'a', treatment_percentage: 50 }])).rejects.toThrow(
			'Cells 1 needs ad sets or campaigns',
		);
	});

	test('share out no more than the audience', async () => {
		const cell = { name: 'a', treatment_percentage: 60, campaigns: ID };
		await expect(study([cell, cell])).rejects.toThrow(
			'Cells have 120 percent of the audience in all, more than 100',
		);
		await study([cell, { ...cell, treatment_percentage: '40' }]);
		expect(client.sent[0].parameters).toMatchObject({
			start_time: 1772341200,
			cells: [
				{ name: 'a', treatment_percentage: 60, campaigns: [ID] },
				{ name: 'a', treatment_percentage: 40, campaigns: [ID] },
			],
		});
	});
});
