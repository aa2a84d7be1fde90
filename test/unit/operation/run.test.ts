import { NodeApiError, NodeOperationError, type IDataObject } from 'n8n-workflow';

import { createGraphClient } from '../../../nodes/shared/graph/client';
import type { GraphValue } from '../../../nodes/shared/graph/types';
import { defineOperation } from '../../../nodes/shared/operation/define';
import { integer, text } from '../../../nodes/shared/operation/fields';
import { execute } from '../../../nodes/shared/operation/run';
import type { Operation, RunContext } from '../../../nodes/shared/operation/types';
import { FakeClient, FakeExecution, graphError, reply } from './support';

jest.mock('../../../nodes/shared/graph/client');

const createClient = jest.mocked(createGraphClient);
let client: FakeClient;

beforeEach(() => {
	client = new FakeClient();
	createClient.mockReset().mockImplementation(async () => await Promise.resolve(client));
});

const base = { documents: [], action: 'Do it', description: 'Do it' };

const create = defineOperation({
	...base,
	name: 'Create',
	request: { method: 'POST', path: '/act_{ad_account}/things' },
	fields: [
		text('ad_account', { to: false, required: true }),
		text('name', { required: true }),
		integer('budget'),
	],
	additionalFields: [text('note')],
	output: { kind: 'object' },
});

const get = defineOperation({
	...base,
	name: 'Get',
	request: { method: 'GET', path: '/{id}' },
	fields: [text('id', { to: false, required: true })],
	output: { kind: 'object', map: (body, { id }) => ({ ...body, asked: String(id) }) },
});

const list = defineOperation({
	...base,
	name: 'List',
	request: { method: 'GET', path: '/act_{ad_account}/things' },
	fields: [text('ad_account', { to: false, required: true })],
	additionalFields: [text('summary')],
	output: { kind: 'list', readable: { fields: [{ name: 'id' }], simplified: ['id'] } },
});

const several = (run: (context: RunContext) => ReturnType<NonNullable<Operation['run']>>) =>
	defineOperation({
		...base,
		name: 'Several',
		run,
		fields: [text('name')],
		output: { kind: 'object' },
	});

function start(
	operation: Operation,
	parameters: IDataObject[],
	options: ConstructorParameters<typeof FakeExecution>[1] = {},
) {
	const given = parameters.map((own) => ({ resource: 'thing', operation: 'it', ...own }));
	const execution = new FakeExecution(given, options);
	const resources = { thing: { name: 'Thing', operations: { it: operation } } };
	return { execution, outcome: execute(execution.functions, resources) };
}

async function itemsOf(...args: Parameters<typeof start>) {
	const [items] = await start(...args).outcome;
	return items;
}

async function errorOf(
	...args: Parameters<typeof start>
): Promise<NodeApiError | NodeOperationError> {
	const error: unknown = await start(...args).outcome.then(
		() => undefined,
		(cause: unknown) => cause,
	);
	if (error instanceof NodeApiError || error instanceof NodeOperationError) return error;
	throw new Error(`Expected an error of n8n, got ${String(error)}`);
}

const things = (count: number, own: (index: number) => IDataObject = () => ({})) =>
	Array.from({ length: count }, (_unused, index) => ({
		ad_account: '1',
		name: `n${index}`,
		...own(index),
	}));

describe('the usual run', () => {
	test('sends one request per item and gives items in the order of the input', async () => {
		const items = await itemsOf(
			create,
			things(3, (index) => ({ additionalFields: { note: index } })),
		);
		expect(client.sent.map(({ path, parameters }) => [path, parameters])).toEqual([
			['/act_1/things', { name: 'n0', note: '0' }],
			['/act_1/things', { name: 'n1', note: '1' }],
			['/act_1/things', { name: 'n2', note: '2' }],
		]);
		expect(items).toEqual([
			{ json: { id: 'made-0' }, pairedItem: { item: 0 } },
			{ json: { id: 'made-1' }, pairedItem: { item: 1 } },
			{ json: { id: 'made-2' }, pairedItem: { item: 2 } },
		]);
	});

	test('without items does nothing', async () => {
		expect(await start(create, []).outcome).toEqual([[]]);
		expect(createClient).not.toHaveBeenCalled();
	});

	test('maps answers with what was asked', async () => {
		const [item] = await itemsOf(get, [{ id: '7' }]);
		expect(item.json).toEqual({ id: 'made-0', asked: '7' });
	});

	test('goes in chunks of the batch size', async () => {
		await itemsOf(
			create,
			things(5, () => ({ options: { batchSize: 2 } })),
		);
		expect(client.batches.map(({ requests, batchSize }) => [requests.length, batchSize])).toEqual([
			[2, 2],
			[2, 2],
			[1, 2],
		]);
	});

	test('fills its chunks past items whose group is in already', async () => {
		const grouped = defineOperation({
			...base,
			name: 'Create',
			request: {
				method: 'POST',
				path: '/act_{ad_account}/things',
				batchGroup: ({ note }) => note as string | undefined,
			},
			fields: create.fields,
			additionalFields: create.additionalFields,
			output: create.output,
		});
		const notes = ['a', 'a', 'b', undefined, 'a', undefined, 'b'];
		const items = await itemsOf(
			grouped,
			things(notes.length, (index) => ({
				options: { batchSize: 3 },
				additionalFields: notes[index] ? { note: notes[index] } : {},
			})),
		);
		const sent = client.batches.map(({ requests }) =>
			requests.map(({ parameters }) => parameters?.name),
		);
		expect(sent).toEqual([['n0', 'n2', 'n3'], ['n1', 'n5', 'n6'], ['n4']]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			notes.map((_note, item) => ({ item })),
		);
	});

	test('leaves all items to the client at once when none stops another', async () => {
		await itemsOf(create, things(120), { continueOnFail: true });
		expect(client.sendOptions).toEqual([{ concurrency: 3, stopOnError: false }]);
		expect(client.sent).toHaveLength(120);
	});

	test('has as many batches under way as the node says, and stops at the first that fails', async () => {
		await itemsOf(
			create,
			things(120, () => ({ options: { batchesAtOnce: 5 } })),
		);
		expect(client.sendOptions).toEqual([{ concurrency: 5, stopOnError: true }]);
	});

	test('tells the client the settings of the node', async () => {
		await itemsOf(
			create,
			things(1, () => ({ options: { apiVersion: 'v25.0', maxWait: '30' } })),
		);
		expect(createClient.mock.calls[0][1]).toEqual({ apiVersion: 'v25.0', maxWait: 30_000 });
		await itemsOf(create, things(1));
		expect(createClient.mock.calls[1][1]).toEqual({ apiVersion: undefined, maxWait: 600_000 });
	});

	test('rules and calls know the version and the zone of the run', async () => {
		const seen: unknown[] = [];
		const rule = { when: (_values: unknown, known: unknown) => void seen.push(known), message: '' };
		Object.assign(client, { apiVersion: 'v26.0' });
		await itemsOf({ ...create, rules: [rule] }, things(1), { timezone: 'Asia/Tokyo' });
		expect(seen).toMatchObject([{ timezone: 'Asia/Tokyo', apiVersion: 'v26.0' }]);
	});
});

describe('input that cannot be sent', () => {
	const bad = things(4, (index) =>
		index === 1 ? { budget: 'ten' } : index === 3 ? { name: '' } : {},
	);

	test('stops the run before anything is sent', async () => {
		const error = await errorOf(create, bad);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('Budget must be a whole number (given: "ten") [item 1]');
		expect(error.description).toBe(
			'Nothing was sent to Meta for this item. ' +
				'Did not go through either: item 3 (Name is required). Not sent: item 0, item 2.',
		);
		expect(error.context.itemIndex).toBe(1);
		expect(client.batches).toEqual([]);
	});

	test('of one item names all that is wrong with it, and no item', async () => {
		const error = await errorOf(create, [{ ad_account: '1', budget: '1.5' }]);
		expect(error.message).toBe('Name is required');
		expect(error.description).toBe(
			'Nothing was sent to Meta for this item. Also: Budget must be a whole number (given: "1.5").',
		);
	});

	test('leaves the other items alone with "continue on fail"', async () => {
		const items = await itemsOf(create, bad, { continueOnFail: true });
		expect(client.sent).toHaveLength(2);
		expect(items.map(({ json, pairedItem }) => [json.error ?? json.id, pairedItem])).toEqual([
			['made-0', { item: 0 }],
			['Budget must be a whole number (given: "ten")', { item: 1 }],
			['made-1', { item: 2 }],
			['Name is required', { item: 3 }],
		]);
		expect(items[1].json.message).toBe('Nothing was sent to Meta for this item.');
	});

	test('in all items sends nothing at all', async () => {
		const items = await itemsOf(create, [{}, {}], { continueOnFail: true });
		expect(items.map(({ json }) => json.error)).toEqual([
			'Ad Account is required',
			'Ad Account is required',
		]);
		expect(client.batches).toEqual([]);
	});

	test('an expression that cannot be evaluated is the fault of its item only', async () => {
		const parameters = things(2, (index) => (index === 0 ? { name: '={{ broken }}' } : {}));
		const items = await itemsOf(create, parameters, { continueOnFail: true });
		expect(items.map(({ json }) => json.error ?? json.id)).toEqual([
			'Expression cannot be evaluated',
			'made-0',
		]);
		expect((await errorOf(create, parameters)).context.itemIndex).toBe(0);
	});

	test('rules over several fields come after those of each field', async () => {
		const rule = { at: 'budget', when: () => true, message: 'does not fit the name' };
		const operation = { ...create, rules: [rule, rule] };
		const error = await errorOf(operation, things(1));
		expect(error.message).toBe('Budget does not fit the name');
		expect((await errorOf(operation, [{}])).message).toBe('Ad Account is required');
	});

	test('rules judge the form, not what JSON adds to it or takes from it', async () => {
		const tooMuch = {
			at: 'budget' as const,
			when: ({ budget, note }: { budget?: GraphValue; note?: GraphValue }) =>
				Number(budget) > 5 || note === 'no',
			message: 'is too much',
		};
		const operation = { ...create, rules: [tooMuch] };
		const adding = (json: object) => ({ additionalParameters: JSON.stringify(json) });
		const run = async (budget: number, json: object) =>
			await itemsOf(
				operation,
				things(1, () => ({ budget, additionalFields: adding(json) })),
			);
		await run(1, { budget: 6 });
		await run(1, { note: 'no' });
		await run(6, { budget: 1 });
		expect(client.sent).toHaveLength(3);
		await expect(run(6, { note: 'yes' })).rejects.toThrow('Budget is too much');
	});

	test('rules that can be waived say how', async () => {
		const rule = { at: 'budget' as const, waivable: true, when: () => true, message: 'is unusual' };
		const operation = { ...create, rules: [rule] };
		expect((await errorOf(operation, things(1))).message).toBe(
			'Budget is unusual (Send Unusual Combinations in Options sends it all the same)',
		);
		await itemsOf(
			operation,
			things(1, () => ({ options: { sendUnusual: true } })),
		);
		expect(client.sent).toHaveLength(1);
	});

	test('free parameters cannot change the path', async () => {
		const parameters = things(1, () => ({
			additionalFields: { additionalParameters: '{"ad_account": "../me", "extra": 1}' },
		}));
		expect((await errorOf(create, parameters)).message).toBe(
			'Additional Parameters (JSON) cannot set ad_account: use its own field',
		);
	});

	test.each([
		[{ batchSize: 51 }, 'Batch Size must be at most 50 (given: 51)'],
		[{ apiVersion: '24' }, 'API Version must be a version such as v24.0 (given: "24")'],
		[{ maxWait: -1 }, 'Max Wait for Rate Limits (Seconds) must be at least 0 (given: -1)'],
	])('options %j', async (options, message) => {
		expect(
			(
				await errorOf(
					create,
					things(1, () => ({ options })),
				)
			).message,
		).toBe(message);
	});

	test.each([['missing'], ['toString'], ['constructor']])('the operation %j', async (operation) => {
		const error = await errorOf(create, [{ operation }]);
		expect(error.message).toBe(
			`The operation "${operation}" does not exist for the resource "thing"`,
		);
	});

	test('a credential that cannot be used', async () => {
		createClient.mockRejectedValue(
			graphError({ message: 'The token has expired', class: 'token' }),
		);
		expect(await errorOf(create, things(2))).toMatchObject({
			message: 'The token has expired',
			description: expect.stringContaining('Raise the budget.') as string,
		});
	});
});

describe('what Meta refuses', () => {
	const refuse = (...numbers: number[]) => {
		client.answer = (_request, number) =>
			numbers.includes(number) ? { error: graphError() } : reply({ id: `made-${number}` });
	};

	test('stops after its chunk and names what was done, what was not and what was not sent', async () => {
		refuse(3, 4);
		const parameters = things(8, () => ({ options: { batchSize: 3 } }));
		const error = await errorOf(create, parameters);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe('Meta refused the budget [item 3]');
		expect(error.description).toBe(
			"Raise the budget. Meta's error code: 100, subcode 1885272. Meta's trace ID for support: trace. " +
				'Already done in this run (not undone): item 0: made-0, item 1: made-1, item 2: made-2, item 5: made-5. ' +
				'Did not go through either: item 4 (Meta refused the budget). Not sent: item 6, item 7.',
		);
		expect(client.sent).toHaveLength(6);
	});

	test('becomes an item with "continue on fail", and all others go on', async () => {
		refuse(0, 2);
		const items = await itemsOf(create, things(4), { continueOnFail: true });
		expect(items).toEqual([
			expect.objectContaining({ pairedItem: { item: 0 } }),
			{ json: { id: 'made-1' }, pairedItem: { item: 1 } },
			expect.objectContaining({ pairedItem: { item: 2 } }),
			{ json: { id: 'made-3' }, pairedItem: { item: 3 } },
		]);
		expect(items[0].json).toMatchObject({
			error: 'Meta refused the budget',
			message:
				"Raise the budget. Meta's error code: 100, subcode 1885272. Meta's trace ID for support: trace.",
			details: { code: 100, error_subcode: 1885272, request: 'POST /act_1/campaigns' },
		});
	});

	test('reads leave nothing to undo', async () => {
		refuse(1);
		const error = await errorOf(get, [{ id: '1' }, { id: '2' }]);
		expect(error.description).not.toContain('Already done');
	});

	test('a trial with validate_only leaves nothing to undo', async () => {
		refuse(1);
		const operation = {
			...create,
			run: undefined,
			request: {
				method: 'POST' as const,
				path: '/act_{ad_account}/things',
				parameters: { execution_options: ['validate_only'] },
			},
		};
		expect((await errorOf(operation, things(2))).description).not.toContain('Already done');
	});

	test('what was done is named by its path when the answer has no ID', async () => {
		client.answer = (_request, number) =>
			number === 1 ? { error: graphError() } : reply({ success: true });
		expect((await errorOf(create, things(2))).description).toContain('item 0: act_1/things.');
	});

	test('a client that breaks off as a whole is the same for every item', async () => {
		client.requestMany = async () => await Promise.reject(graphError({ message: 'Cancelled' }));
		const items = await itemsOf(create, things(2), { continueOnFail: true });
		expect(items.map(({ json }) => json.error)).toEqual(['Cancelled', 'Cancelled']);
		expect((await errorOf(create, things(1))).message).toBe('Cancelled');
	});

	test('a client that was stopped half-way loses no item', async () => {
		const notSent = { error: graphError({ class: 'notSent' }) };
		client.requestMany = async () => await Promise.resolve([reply({ id: 'a' }), notSent]);
		const items = await itemsOf(create, things(2), { continueOnFail: true });
		expect(items.map(({ json }) => json.error ?? json.id)).toEqual([
			'a',
			'The execution was stopped before this item was sent',
		]);
	});
});

describe('lists', () => {
	const account = { ad_account: '1', returnAll: true };

	beforeEach(() => {
		client.listed = [{ rows: [{ id: '1' }, { id: '2' }] }, { rows: [] }, { rows: [{ id: '3' }] }];
	});

	test('give an item per row, paired with the item that asked', async () => {
		const items = await itemsOf(list, [account, account]);
		expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			['1', { item: 0 }],
			['2', { item: 0 }],
			['3', { item: 0 }],
			['1', { item: 1 }],
			['2', { item: 1 }],
			['3', { item: 1 }],
		]);
		expect(client.lists[0].request).toEqual({
			method: 'GET',
			path: '/act_1/things',
			useCase: 'ads_management',
			parameters: { fields: 'id' },
			quotaOf: '1',
		});
	});

	test.each([
		[
			{ returnAll: true, limit: 3 },
			{ pageSize: 500, limit: undefined },
		],
		[
			{ returnAll: false, limit: 3 },
			{ pageSize: 3, limit: 3 },
		],
		[
			{ returnAll: 'false', limit: '700' },
			{ pageSize: 500, limit: 700 },
		],
		[{}, { pageSize: 50, limit: 50 }],
	])('%j', async (own, options) => {
		await itemsOf(list, [{ ad_account: '1', ...own }]);
		expect(client.lists[0].options).toEqual(options);
	});

	test('ask for pages of the size that suits the operation', async () => {
		await itemsOf({ ...list, output: { kind: 'list', pageSize: 25 } }, [account]);
		expect(client.lists[0].options.pageSize).toBe(25);
	});

	test('add what is summed up, when that was asked for and given', async () => {
		client.listed = [{ rows: [{ id: '1' }], summary: { total_count: 2 } }, { rows: [{ id: '2' }] }];
		const asking = { ...account, additionalFields: { summary: 'total_count' } };
		expect((await itemsOf(list, [asking])).map(({ json }) => json)).toEqual([
			{ id: '1', summary: { total_count: 2 } },
			{ id: '2' },
		]);
		expect((await itemsOf(list, [account])).map(({ json }) => json)).toEqual([
			{ id: '1' },
			{ id: '2' },
		]);
	});

	test('that break off half-way are an error item', async () => {
		client.pages = async function* () {
			yield { rows: [{ id: '1' }] as never[] };
			throw graphError({ message: 'The cursor is too old' });
		};
		const items = await itemsOf(list, [account, account], { continueOnFail: true });
		expect(items.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			['The cursor is too old', { item: 0 }],
			['The cursor is too old', { item: 1 }],
		]);
		expect((await errorOf(list, [account])).message).toBe('The cursor is too old');
	});

	test('are read one after the other and stop at the first that fails', async () => {
		client.pages = function (request, options) {
			client.lists.push({ request, options });
			throw graphError();
		};
		await errorOf(list, [account, account]);
		expect(client.lists).toHaveLength(1);
	});
});

describe('operations of several calls', () => {
	test('get all they need', async () => {
		const operation = several(async ({ values, itemIndex, timezone, execution }) => {
			const json = { ...values, itemIndex, timezone, node: execution.getNode().name };
			return await Promise.resolve([{ json, pairedItem: { item: itemIndex } }]);
		});
		const [, item] = await itemsOf(operation, [{ name: 'a' }, { name: 'b' }]);
		expect(item.json).toEqual({
			name: 'b',
			itemIndex: 1,
			timezone: 'America/New_York',
			node: 'Node',
		});
	});

	test('name what they made before they broke off', async () => {
		const operation = several(async ({ itemIndex, wrote }) => {
			await Promise.resolve();
			wrote(`video-${itemIndex}`);
			if (itemIndex === 1) throw graphError();
			return [{ json: {}, pairedItem: { item: itemIndex } }];
		});
		const error = await errorOf(operation, [{}, {}, {}]);
		expect(error.description).toContain(
			'Already done in this run (not undone): item 0: video-0, item 1: video-1. Not sent: item 2.',
		);
	});

	test.each([
		[new TypeError('x is not a function'), 'x is not a function'],
		[graphError(), 'Meta refused the budget'],
	])('fail like others: %s', async (cause, message) => {
		const operation = several(async () => await Promise.reject(cause));
		const error = await errorOf(operation, [{}]);
		expect(error.message).toBe(message);
		expect(error.context.itemIndex).toBe(0);
		const [item] = await itemsOf(operation, [{}], { continueOnFail: true });
		expect(item).toMatchObject({ json: { error: message }, pairedItem: { item: 0 } });
	});

	test('the item that broke off says what it had made, with "continue on fail" too', async () => {
		const operation = several(async ({ wrote }) => {
			wrote('video-1');
			return await Promise.reject(graphError());
		});
		const [item] = await itemsOf(operation, [{}], { continueOnFail: true });
		expect(item.json.message).toContain('Already done in this run (not undone): item 0: video-1.');
	});
});

describe('what the node tells besides', () => {
	test('how long it waited, also when it fails', async () => {
		client.waits.push(
			{ duration: 1_200, reason: 'first' },
			{ duration: 2_000, reason: 'quota is full' },
		);
		const { execution, outcome } = start(create, things(1));
		await outcome;
		const hint = {
			message: "Waited 3.2 s in all for Meta's rate limits. Last: quota is full.",
			type: 'info',
			location: 'outputPane',
		};
		expect(execution.hints).toEqual([hint]);

		client.answer = () => ({ error: graphError() });
		const failing = start(create, things(1));
		await expect(failing.outcome).rejects.toThrow('Meta refused the budget');
		expect(failing.execution.hints).toEqual([hint]);
	});

	test('nothing when it did not wait', async () => {
		const { execution, outcome } = start(create, things(1));
		await outcome;
		expect(execution.hints).toEqual([]);
	});

	test('the usage, in every item that went through', async () => {
		client.quotas = [
			{
				object: '1',
				type: 'ads_management',
				percent: 12.3456,
				regainAccessIn: 1_500,
				tier: 'standard_access',
			},
			{ object: 'app', type: 'app', percent: 3, regainAccessIn: 0 },
		];
		client.answer = (_request, number) =>
			number === 1 ? { error: graphError() } : reply({ id: 'x' });
		const parameters = things(2, () => ({ options: { usageInOutput: true } }));
		const items = await itemsOf(create, parameters, { continueOnFail: true });
		expect(items[0].json).toEqual({
			id: 'x',
			rate_limits: [
				{
					object: '1',
					type: 'ads_management',
					percent_used: 12.35,
					regain_access_in_seconds: 2,
					tier: 'standard_access',
				},
				{ object: 'app', type: 'app', percent_used: 3, regain_access_in_seconds: 0 },
			],
		});
		expect(items[1].json).not.toHaveProperty('rate_limits');
	});
});
