import type { IDataObject, JsonObject } from 'n8n-workflow';

import { adPlacePageSet } from '../../../nodes/MetaAdSet/resources/adPlacePageSet';
import { audience } from '../../../nodes/MetaAdSet/resources/audience';
import { createGraphClient } from '../../../nodes/shared/graph/client';
import type { FindWritten } from '../../../nodes/shared/graph/types';
import { execute } from '../../../nodes/shared/operation/run';
import { FakeClient, FakeExecution, reply } from '../operation/support';

jest.mock('../../../nodes/shared/graph/client');

let client: FakeClient;

beforeEach(() => {
	client = new FakeClient();
	jest.mocked(createGraphClient).mockImplementation(async () => await Promise.resolve(client));
});

const byId = (value: string) => ({ __rl: true, mode: 'id', value });

async function run(operation: string, parameters: IDataObject, resource = 'audience') {
	const base = { resource, operation, ad_account: byId('1001'), name: 'Buyers' };
	const execution = new FakeExecution([{ ...base, additionalFields: {}, ...parameters }]);
	return await execute(execution.functions, { audience, adPlacePageSet });
}

const customerList = { subtype: 'CUSTOM', customer_file_source: 'USER_PROVIDED_ONLY' };
const watched = [{ object_id: '10203000000000001', event_name: 'video_watched' }];

describe('an audience is refused before anything is sent', () => {
	test.each<[string, string, IDataObject, string]>([
		[
			'engagement without a rule',
			'create',
			{ subtype: 'ENGAGEMENT' },
			'Rule is required for this kind of audience',
		],
		[
			'of its rule without a rule',
			'create',
			{ subtype: '' },
			'Rule is required for this kind of audience',
		],
		[
			'of an unknown event',
			'create',
			{ subtype: 'ENGAGEMENT', rule: [{ object_id: '1', event_name: 'video_liked' }] },
			'Rule 1 > Event must be one of: video_watched, ',
		],
		[
			'of an event without a video',
			'create',
			{ subtype: 'ENGAGEMENT', rule: [{ event_name: 'video_watched' }] },
			'Rule 1 > Video or Instant Experience ID is required',
		],
		[
			'lookalike of nobody',
			'create',
			{ subtype: 'LOOKALIKE', lookalike_spec: { country: 'US', ratio: 0.01 } },
			'Origin Audience is required for a lookalike audience',
		],
		[
			'lookalike in no place',
			'create',
			{ subtype: 'LOOKALIKE', origin_audience_id: byId('5') },
			'Lookalike is required for a lookalike audience',
		],
		[
			'lookalike of more than a fifth of a country',
			'create',
			{ subtype: 'LOOKALIKE', lookalike_spec: { ratio: 0.21 } },
			'Lookalike > Ratio must be at most 0.2 (given: 0.21)',
		],
		[
			'kept for no day',
			'create',
			{ subtype: 'ENGAGEMENT', rule: watched, additionalFields: { retention_days: 0 } },
			'Retention Days must be at least 1',
		],
		['of no products', 'createProductAudience', {}, 'Product Set is required'],
		['shared with nobody', 'share', { custom_audience_id: '5' }, 'Ad Accounts is required'],
		['taken away from nobody', 'unshare', { custom_audience_id: '5' }, 'Ad Accounts is required'],
		[
			'shared with something else',
			'share',
			{ custom_audience_id: '5', adaccounts: 'shop' },
			'Ad Accounts 1 must be an ad account ID',
		],
	])('%s', async (_what, operation, parameters, message) => {
		await expect(run(operation, parameters)).rejects.toThrow(message);
		expect(client.sent).toEqual([]);
	});
});

test.each<[string, IDataObject, JsonObject]>([
	['a customer list', customerList, { name: 'Buyers', ...customerList }],
	[
		'a rule in another form',
		{
			subtype: '',
			additionalFields: { additionalParameters: '{"rule": {"inclusions": {"operator": "or"}}}' },
		},
		{ name: 'Buyers', rule: { inclusions: { operator: 'or' } } },
	],
	[
		'a lookalike of a Page',
		{ subtype: 'LOOKALIKE', lookalike_spec: { ratio: 0.2, page_id: '4001' } },
		{ name: 'Buyers', subtype: 'LOOKALIKE', lookalike_spec: { ratio: 0.2, page_id: '4001' } },
	],
	[
		'only what belongs to the kind',
		{ subtype: 'ENGAGEMENT', rule: watched, customer_file_source: 'USER_PROVIDED_ONLY' },
		{ name: 'Buyers', subtype: 'ENGAGEMENT', rule: watched },
	],
])('an audience can be %s', async (_what, parameters, sent) => {
	await run('create', parameters);
	expect(client.sent).toMatchObject([
		{ method: 'POST', path: '/act_1001/customaudiences', useCase: 'custom_audience' },
	]);
	expect(client.sent[0].parameters).toEqual(sent);
});

test('an audience is looked for when the answer is lost', async () => {
	await run('create', { ...customerList, additionalFields: { description: 'All' } });
	const { list, findIn } = client.sent[0].repeat as FindWritten;
	const made = { id: '7', name: 'Buyers', ...customerList, time_created: Date.now() / 1000 };
	const body = { data: [{ ...made, description: 'All' }] };
	const page = { body, headers: {}, statusCode: 200 };
	expect(findIn(page, Date.now(), new Set())).toEqual({ id: '7' });
	expect(list).toMatchObject({
		path: '/act_1001/customaudiences',
		parameters: { filtering: [{ field: 'name', operator: 'CONTAIN', value: 'Buyers' }] },
	});
});

test('a share may be sent again, what cannot be found again not', async () => {
	await run('share', { custom_audience_id: '5', adaccounts: '1002' });
	await run('create', { parent_page: '4001' }, 'adPlacePageSet');
	await run('createProductAudience', { product_set_id: '6001' });
	expect(client.sent.map(({ repeat }) => repeat)).toEqual(['always', 'never', 'never']);
});

test('a shared audience is named in its item', async () => {
	client.answer = () => reply({ success: true });
	const [items] = await run('share', { custom_audience_id: byId('5'), adaccounts: [1002] });
	expect(items[0].json).toEqual({ id: '5', success: true });
	expect(client.sent[0].parameters).toEqual({ adaccounts: ['1002'] });
});
