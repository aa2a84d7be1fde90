import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import {
	errorItem,
	nodeApiError,
	nodeError,
	operationError,
	tellTheRest,
} from '../../../nodes/shared/operation/failure';
import { FakeExecution, graphError } from './support';

const node = new FakeExecution([]).getNode();
const nodeWithErrorOutput = new FakeExecution([], { onError: 'continueErrorOutput' }).getNode();

describe('nodeApiError', () => {
	test('shows what happened, what to do and where to look', () => {
		const error = nodeApiError(node, graphError({ blamedFields: ['daily_budget', 'name'] }), {
			itemIndex: 3,
		});
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe('Meta refused the budget');
		expect(error.description).toBe(
			"Raise the budget. Fields to look at: daily_budget, name. Meta's error code: 100, subcode 1885272. Meta's trace ID for support: trace.",
		);
		expect(error.httpCode).toBe('400');
		expect(error.context.itemIndex).toBe(3);
	});

	test('names fields as the form does, and amounts in what they were entered in', () => {
		const message = 'The budget must be at least 150, or 1,000 for 20 days';
		const error = nodeApiError(node, graphError({ blamedFields: ['daily_budget'], message }), {
			labelOf: () => 'Daily Budget (Currency)',
			currency: { code: 'EUR', offset: 100 },
		});
		expect(error.description).toContain(
			'Meta counts in minor units: 150 is 1.50 EUR. Fields to look at: Daily Budget (Currency) (daily_budget).',
		);
	});

	test.each(['ECONNRESET while reading', 'The campaign "Keep eperm" is archived', 'It EEXISTs'])(
		'keeps its own words: %s',
		(message) => {
			expect(nodeApiError(node, graphError({ message })).message).toBe(message);
			expect(operationError(node, message, 'Advice').message).toBe(message);
		},
	);

	test("does not take Meta's code for an HTTP status", () => {
		const error = nodeApiError(node, graphError({ statusCode: undefined, code: 17 }));
		expect(error.httpCode).toBeNull();
	});

	test('a status does not bring its own words', () => {
		const error = nodeApiError(node, graphError({ statusCode: 500 }));
		expect(error.message).toBe('Meta refused the budget');
	});
});

describe('operationError', () => {
	test('has message, description and item', () => {
		const error = operationError(node, 'Name is required', 'Nothing was sent.', 2);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: 'Name is required', description: 'Nothing was sent.' });
		expect(error.context.itemIndex).toBe(2);
	});
});

describe('nodeError', () => {
	test('leaves errors of n8n as they are, but for the item', () => {
		const error = new NodeOperationError(node, 'Mine', { description: 'Why' });
		expect(nodeError(node, error, { itemIndex: 4 })).toBe(error);
		expect(error.context.itemIndex).toBe(4);
		const other = new NodeOperationError(node, 'Mine', { itemIndex: 1 });
		expect(nodeError(node, other, { itemIndex: 4 }).context.itemIndex).toBe(1);
	});

	test('wraps anything else', () => {
		const error = nodeError(node, new TypeError('x is undefined'), { itemIndex: 4 });
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('x is undefined');
		expect(error.context.itemIndex).toBe(4);
	});
});

describe('errorItem', () => {
	const cause = graphError({ userMessage: 'Too low' });
	const error = nodeApiError(node, cause, { itemIndex: 3 });

	test('shows message, advice and what Meta said, and where it comes from', () => {
		expect(errorItem(error, 3, cause)).toEqual({
			json: {
				error: 'Meta refused the budget',
				message:
					"Raise the budget. Meta's error code: 100, subcode 1885272. Meta's trace ID for support: trace.",
				details: {
					message: 'Meta refused the budget',
					class: 'invalidParameter',
					code: 100,
					error_subcode: 1885272,
					status: 400,
					error_user_msg: 'Too low',
					fbtrace_id: 'trace',
					request: 'POST /act_1/campaigns',
				},
			},
			pairedItem: { item: 3 },
		});
	});

	test('shows only members by which n8n knows an item for the error output', () => {
		const { json } = errorItem(error, 3, cause);
		expect(['error', 'message', 'details']).toEqual(expect.arrayContaining(Object.keys(json)));
	});

	test('has an error of its own only for an error output, and not when it is copied', () => {
		expect(errorItem(error, 0)).not.toHaveProperty('error');
		const routed = errorItem(nodeApiError(nodeWithErrorOutput, cause), 0);
		expect(routed.error).toBeInstanceOf(NodeApiError);
		expect({ ...routed }).not.toHaveProperty('error');
	});
});

describe('tellTheRest', () => {
	const failed = operationError(node, 'Failed', 'Do this.', 1);

	test('names what was done, what else did not go through and what was not sent', () => {
		const other = operationError(node, 'Other', '', 2);
		tellTheRest(
			failed,
			[
				{ itemIndex: 0, writtenIds: ['100', '101'] },
				{ itemIndex: 1, writtenIds: ['102'], error: failed },
				{ itemIndex: 2, writtenIds: [], error: other },
			],
			[3, 4],
		);
		expect(failed.description).toBe(
			'Do this. Already done in this run (not undone): item 0: 100, item 0: 101, item 1: 102. ' +
				'Did not go through either: item 2 (Other). Not sent: item 3, item 4.',
		);
	});

	test('stays short', () => {
		const error = operationError(node, 'Failed', 'Do this.', 0);
		const results = Array.from({ length: 500 }, (_unused, itemIndex) => ({
			itemIndex,
			writtenIds: ['120210000000000001'],
		}));
		tellTheRest(error, results, []);
		expect(error.description).toMatch(/item 59: 120210000000000001 and 440 more\.$/);
	});

	test('says nothing where there is nothing to say', () => {
		const error = operationError(node, 'Failed', 'Do this.', 0);
		tellTheRest(error, [{ itemIndex: 0, writtenIds: [], error }], []);
		expect(error.description).toBe('Do this.');
	});
});
