import type { IDataObject, INode } from 'n8n-workflow';

import { createGraphClient } from '../../../nodes/shared/graph/client';
import { MetaCampaign } from '../../../nodes/MetaCampaign/MetaCampaign.node';
import { runWorkflow, workflowWith } from '../../support/engine';
import { FakeClient, graphError, reply } from './support';

jest.mock('../../../nodes/shared/graph/client');

const TYPE = 'n8n-nodes-meta-ads.metaCampaign';
let client: FakeClient;

beforeEach(() => {
	client = new FakeClient();
	client.answer = ({ parameters }, number) =>
		parameters?.name === 'refused' ? { error: graphError() } : reply({ id: `made-${number}` });
	jest.mocked(createGraphClient).mockImplementation(async () => await Promise.resolve(client));
});

/** Runs "Create" in n8n's engine, once per name; an empty one is bad input. */
async function run(names: string[], parameters: IDataObject = {}, onError?: INode['onError']) {
	return await runWorkflow(
		workflowWith({
			type: TYPE,
			...(onError ? { onError } : {}),
			parameters: {
				authentication: 'accessToken',
				resource: 'campaign',
				operation: 'create',
				ad_account: { __rl: true, mode: 'id', value: '1001' },
				name: '={{ $json.name }}',
				objective: 'OUTCOME_SALES',
				special_ad_categories: [],
				status: 'PAUSED',
				...parameters,
			},
		}),
		{ nodeTypes: { [TYPE]: new MetaCampaign() }, triggerItems: names.map((name) => ({ name })) },
	);
}

const summary = (items: Array<{ json: IDataObject }>) =>
	items.map(({ json }) => json.error ?? json.id);

test('n8n stops with an error that says which item and what was done', async () => {
	const { status, error } = await run(['a', 'refused']);
	expect(status).toBe('error');
	expect(error).toMatchObject({
		message: 'Meta refused the budget [item 1]',
		description: expect.stringContaining(
			'Already done in this run (not undone): item 0: made-0.',
		) as string,
		context: { itemIndex: 1 },
	});
});

test('n8n keeps all that an error item says when the workflow goes on', async () => {
	const { status, outputs } = await run(['a', 'refused', ''], {}, 'continueRegularOutput');
	expect(status).toBe('success');
	const [items] = outputs.Node;
	expect(summary(items)).toEqual(['made-0', 'Meta refused the budget', 'Name is required']);
	expect(items[1].json).toMatchObject({ details: { code: 100 } });
	expect(items[2].json).toEqual({
		error: 'Name is required',
		message: 'Nothing was sent to Meta for this item.',
	});
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 1 },
		{ item: 2 },
	]);
});

test.each([[{}], [{ options: { usageInOutput: true } }]])(
	'n8n sends error items to the error output, together with their input: %j',
	async (parameters) => {
		const { outputs } = await run(['a', 'refused', '', 'b'], parameters, 'continueErrorOutput');
		const [done, failed] = outputs.Node;
		expect(summary(done)).toEqual(['made-0', 'made-2']);
		expect(failed.map(({ json }) => json)).toEqual([
			expect.objectContaining({
				name: 'refused',
				error: 'Meta refused the budget',
				details: expect.objectContaining({ code: 100 }) as IDataObject,
			}),
			{
				name: '',
				error: 'Name is required',
				message: 'Nothing was sent to Meta for this item.',
			},
		]);
	},
);

test('members of an object that were left alone are not sent', async () => {
	await run(['a'], {
		additionalFields: {
			promoted_object: { pixel_id: { __rl: true, mode: 'id', value: '5' } },
			budget_schedule_specs: {
				value: [{ time_start: '2026-03-01', time_end: '2026-03-02', budget_value: 3 }],
			},
		},
	});
	expect(client.sent[0].parameters).toMatchObject({
		promoted_object: { pixel_id: '5' },
		budget_schedule_specs: [{ budget_value: 3, budget_value_type: 'ABSOLUTE' }],
	});
	expect(client.sent[0].parameters?.promoted_object).toEqual({ pixel_id: '5' });
});
