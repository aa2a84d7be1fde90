import { defineOperation } from '../../../nodes/shared/operation/define';
import { text } from '../../../nodes/shared/operation/fields';
import {
	buildRequest,
	fieldSelection,
	fillPath,
	type RequestOperation,
} from '../../../nodes/shared/operation/request';
import type { FindWritten } from '../../../nodes/shared/graph/types';
import type { Item, Operation, RequestShape } from '../../../nodes/shared/operation/types';

const readable = {
	fields: [{ name: 'id' }, { name: 'name' }, { name: 'spec{kind}' }],
	simplified: ['id', 'name'],
};

function operation(
	request: Partial<RequestShape> = {},
	output: Operation['output'] = { kind: 'object' },
) {
	const shape: RequestShape = { method: 'POST', path: '/act_{ad_account}/things', ...request };
	return defineOperation({
		name: 'Create',
		action: 'Create a thing',
		description: 'Create a thing',
		documents: [],
		request: shape,
		fields: [text('ad_account', { to: false }), text('name'), text('mode', { to: false })],
		output,
	} as never) as RequestOperation;
}

const item: Item = {
	values: { ad_account: '5', name: 'n', mode: 'fast', left_out: undefined },
	parameters: { name: 'n' },
};
const only = (values: Item['values']): Item => ({ values, parameters: {} });

describe('buildRequest', () => {
	test('fills the path and sends what is a parameter', () => {
		expect(buildRequest(operation(), item)).toEqual({
			method: 'POST',
			path: '/act_5/things',
			useCase: 'ads_management',
			parameters: { name: 'n' },
			quotaOf: '5',
		});
	});

	test('sends null and false, which mean something', () => {
		const { parameters } = buildRequest(operation(), {
			...item,
			parameters: { ...item.parameters, cap: null, on: false },
		});
		expect(parameters).toEqual({ name: 'n', cap: null, on: false });
	});

	test('has no parameters where there are none', () => {
		expect(
			buildRequest(operation({ method: 'DELETE' }), only({ ad_account: '5' })),
		).not.toHaveProperty('parameters');
	});

	test('constant parameters give way to what the user says', () => {
		const { parameters } = buildRequest(
			operation({ parameters: { name: 'constant', status: 'PAUSED' } }),
			item,
		);
		expect(parameters).toEqual({ name: 'n', status: 'PAUSED' });
	});

	test('the ad account of a picker pays although the path does not name it', () => {
		const request = buildRequest(
			operation({ path: '/{name}' }),
			only({ ad_account: '5', name: '7' }),
		);
		expect(request).toMatchObject({ path: '/7', quotaOf: '5' });
		expect(buildRequest(operation({ path: '/{name}' }), only({ name: '7' }))).not.toHaveProperty(
			'quotaOf',
		);
	});

	test('says what may be repeated and batched', () => {
		const find: FindWritten = { list: { method: 'GET', path: '/1' }, findIn: () => undefined };
		expect(
			buildRequest(operation({ repeat: 'always', batchGroup: ({ name }) => String(name) }), item),
		).toMatchObject({ repeat: 'always', batchGroup: 'n' });
		expect(buildRequest(operation({ findWritten: () => find, repeat: 'never' }), item).repeat).toBe(
			find,
		);
		expect(
			buildRequest(operation({ findWritten: () => undefined, repeat: 'never' }), item).repeat,
		).toBe('never');
	});

	test('is computed where the operation says how', () => {
		const computed = {
			...operation(),
			request: ({ values, parameters }: Item) => ({
				method: 'GET' as const,
				path: `/${String(values.mode)}`,
				parameters,
			}),
		};
		expect(buildRequest(computed, item)).toEqual({
			method: 'GET',
			path: '/fast',
			parameters: { name: 'n' },
		});
	});

	test('is counted under the quota of the operation', () => {
		expect(buildRequest(operation({ useCase: 'ads_insights' }), item).useCase).toBe('ads_insights');
	});
});

describe('fields that are asked for', () => {
	const reading = operation({ method: 'GET' }, { kind: 'object', readable });

	test.each([
		[{}, 'id,name'],
		[{ output: 'simplified', outputFields: ['spec{kind}'] }, 'id,name'],
		[{ output: 'raw' }, 'id,name,spec{kind}'],
		[{ output: 'selected' }, 'id'],
		[{ output: 'selected', outputFields: ['name', 'id'] }, 'id,name'],
		[
			{ output: 'selected', outputFields: ['name'], moreFields: 'adsets.limit(5){name,status}' },
			'id,name,adsets.limit(5){name,status}',
		],
		[
			{ output: 'selected', outputFields: ['name'], moreFields: 'adsets{a,b},name,ads{c}' },
			'id,name,adsets{a,b},ads{c}',
		],
		[
			{
				output: 'selected',
				outputFields: ['name'],
				moreFields: ' name, id ,,insights.time_range({"since":"a","until":"b"}){spend,clicks} ',
			},
			'id,name,insights.time_range({"since":"a","until":"b"}){spend,clicks}',
		],
	])('%j', (given, expected) => {
		expect(fieldSelection(reading, given)).toBe(expected);
		expect(buildRequest(reading, only({ ad_account: '5', ...given })).parameters).toMatchObject({
			fields: expected,
		});
	});

	test('none where nothing can be read', () => {
		expect(fieldSelection(operation(), { output: 'raw' })).toBeUndefined();
	});
});

test('a path holds no more segments than its operation has', () => {
	expect(fillPath('/{a}/x/{b}', { a: '1/2?c', b: 'é' })).toBe('/1%2F2%3Fc/x/%C3%A9');
});
