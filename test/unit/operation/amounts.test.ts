import type { IDataObject } from 'n8n-workflow';

import { campaignKind, adAccountKind } from '../../../nodes/shared/fields/objectKinds';
import { createGraphClient } from '../../../nodes/shared/graph/client';
import type { GraphOutcome, GraphRequest } from '../../../nodes/shared/graph/types';
import { currencyOf } from '../../../nodes/shared/operation/amounts';
import { defineOperation, defineResource } from '../../../nodes/shared/operation/define';
import { money, objectId } from '../../../nodes/shared/operation/fields';
import { execute } from '../../../nodes/shared/operation/run';
import { FakeClient, FakeExecution, graphError, reply } from './support';

jest.mock('../../../nodes/shared/graph/client');

let client: FakeClient;
let replies: Record<string, IDataObject>;
/** Currencies are kept for the whole process, so that each test has accounts of its own. */
let account = 1000;

beforeEach(() => {
	account += 100;
	replies = {};
	client = new FakeClient();
	client.answer = answer;
	jest.mocked(createGraphClient).mockImplementation(async () => await Promise.resolve(client));
});

function answer({ method, path }: GraphRequest): GraphOutcome {
	if (method === 'POST') return reply({ success: true });
	return replies[path]
		? reply(replies[path])
		: { error: graphError({ message: `There is no ${path}`, path }) };
}

const texts = {
	name: 'Update',
	action: 'Update a thing',
	description: 'Update a thing',
	documents: [],
};
const update = defineOperation({
	...texts,
	request: { method: 'POST', path: '/{campaign_id}', repeat: 'always' },
	fields: [
		objectId('ad_account', adAccountKind, { to: false }),
		objectId('campaign_id', campaignKind, { required: true, to: false }),
	],
	additionalFields: [money('daily_budget'), money('spend_cap')],
	output: { kind: 'object' },
});
const create = defineOperation({
	...update,
	run: undefined,
	request: { method: 'POST', path: '/act_{ad_account}/campaigns' },
	fields: [objectId('ad_account', adAccountKind, { required: true, to: false })],
});
const resources = { thing: defineResource({ name: 'Thing', operations: { update, create } }) };

async function run(items: IDataObject[], goesOn = false) {
	const execution = new FakeExecution(
		items.map((item) => ({
			resource: 'thing',
			operation: 'update',
			amounts_in: 'accountCurrency',
			...item,
		})),
		{ continueOnFail: goesOn },
	);
	const [out] = await execute(execution.functions, resources);
	return out.map(({ json }) => json);
}

const reads = () => client.sent.filter(({ method }) => method === 'GET');
const written = () =>
	client.sent.filter(({ method }) => method === 'POST').map(({ parameters }) => parameters);
const budget = (amount: unknown, name = 'daily_budget_in_currency') => ({
	additionalFields: { [name]: amount } as IDataObject,
});
const cents = (amount: number) => budget(amount, 'daily_budget');

test('an amount in one unit is never taken for one in the other', async () => {
	await expect(run([{ campaign_id: '1', ...cents(5000) }])).rejects.toThrow(
		'Daily Budget (Currency) was given as daily_budget, which is not the unit that Amounts In says: give daily_budget_in_currency',
	);
	await expect(
		run([{ campaign_id: '1', amounts_in: 'minorUnits', ...budget(50) }]),
	).rejects.toThrow('Daily Budget (Minor Units) was given as daily_budget_in_currency');
	expect(client.sent).toEqual([]);
});

test('amounts in minor units need no currency', async () => {
	await run([{ campaign_id: '1', amounts_in: 'minorUnits', ...cents(1999) }]);
	await run([{ campaign_id: '1', amounts_in: null, ...cents(1999) }]);
	expect(reads()).toEqual([]);
	expect(written()).toEqual([{ daily_budget: 1999 }, { daily_budget: 1999 }]);
});

test('the currency is read of the ad account that is named', async () => {
	replies[`/act_${account}`] = { currency: 'EUR' };
	await run([{ operation: 'create', ad_account: `act_${account}`, ...budget(19.99) }]);
	await run([{ ad_account: String(account), campaign_id: '1', ...budget('0.5') }]);
	expect(reads()).toEqual([
		{
			method: 'GET',
			path: `/act_${account}`,
			parameters: { fields: 'currency' },
			useCase: 'ads_management',
			quotaOf: String(account),
		},
	]);
	expect(written()).toEqual([{ daily_budget: 1999 }, { daily_budget: 50 }]);
});

test('the ad account is read of the object where only that is named', async () => {
	replies['/120210000000000001'] = { account_id: String(account) };
	replies[`/act_${account}`] = { currency: 'JPY' };
	await run([{ campaign_id: '120210000000000001', ...budget(2500) }]);
	expect(reads()).toMatchObject([
		{ path: '/120210000000000001', parameters: { fields: 'account_id' } },
		{ path: `/act_${account}`, parameters: { fields: 'currency' } },
	]);
	expect(written()).toEqual([{ daily_budget: 2500 }]);
});

test('many items ask once per account and once per object, in batches', async () => {
	replies[`/act_${account}`] = { currency: 'EUR' };
	replies[`/act_${account + 1}`] = { currency: 'KRW' };
	replies['/1'] = { account_id: String(account) };
	replies['/2'] = { account_id: String(account + 1) };
	await run([
		{ campaign_id: '1', ...budget(1.5) },
		{ campaign_id: '2', ...budget(1500) },
		{ campaign_id: '1', ...budget(2.5) },
		{ campaign_id: '3', ad_account: String(account), ...budget(3.5) },
	]);
	expect(
		client.batches.map(({ requests }) => requests.map(({ method, path }) => `${method} ${path}`)),
	).toEqual([
		['GET /1', 'GET /2'],
		[`GET /act_${account}`, `GET /act_${account + 1}`],
		['POST /1', 'POST /2', 'POST /1', 'POST /3'],
	]);
	expect(written().map((parameters) => parameters?.daily_budget)).toEqual([150, 1500, 250, 350]);
});

test('an amount that its currency does not have is refused, the others go on', async () => {
	replies[`/act_${account}`] = { currency: 'JPY' };
	replies[`/act_${account + 1}`] = { currency: 'EUR' };
	const items = await run(
		[
			{ ad_account: String(account), campaign_id: '1', ...budget(19.99) },
			{ ad_account: String(account + 1), campaign_id: '2', ...budget(19.99) },
		],
		true,
	);
	expect(items).toMatchObject([
		{
			error: 'Daily Budget (Currency) must be a whole number in JPY (given: 19.99)',
		},
		{ success: true },
	]);
	expect(written()).toEqual([{ daily_budget: 1999 }]);
});

test('an account that cannot be read is told for its items only', async () => {
	replies[`/act_${account}`] = { currency: 'EUR' };
	const items = await run(
		[
			{ ad_account: String(account + 1), campaign_id: '1', ...budget(1) },
			{ ad_account: String(account), campaign_id: '2', ...budget(2) },
			{ campaign_id: '9', ...budget(3) },
		],
		true,
	);
	expect(items).toMatchObject([
		{
			error: `There is no /act_${account + 1}`,
			details: { request: `POST /act_${account + 1}` },
		},
		{ success: true },
		{ error: 'There is no /9' },
	]);
	expect(written()).toEqual([{ daily_budget: 200 }]);
});

test('nothing is sent when one account cannot be read and one item stops the others', async () => {
	replies[`/act_${account}`] = { currency: 'EUR' };
	const items = [account, account + 1].map((id) => ({
		ad_account: String(id),
		campaign_id: '1',
		...budget(1),
	}));
	await expect(run(items)).rejects.toMatchObject({
		message: `There is no /act_${account + 1} [item 1]`,
		description: expect.stringContaining('Not sent: item 0.') as string,
	});
	expect(written()).toEqual([]);
});

test('an account that was not read is asked for again', async () => {
	const item = { ad_account: String(account), campaign_id: '1', ...budget(1) };
	await expect(run([item])).rejects.toThrow(`There is no /act_${account}`);
	replies[`/act_${account}`] = { currency: 'EUR' };
	await run([item]);
	expect(written()).toEqual([{ daily_budget: 100 }]);
});

test('what ends all reading is told for each item', async () => {
	client.requestMany = async () => await Promise.reject(graphError({ message: 'Too many calls' }));
	const item = { ad_account: String(account), campaign_id: '1', ...budget(1) };
	expect(await run([item, { ...item, amounts_in: 'minorUnits', ...cents(1) }], true)).toMatchObject(
		[{ error: 'Too many calls' }, { error: 'Too many calls' }],
	);
});

test('an object without an ad account says what to do', async () => {
	replies['/1'] = { name: 'No account' };
	await expect(run([{ campaign_id: '1', ...budget(1) }])).rejects.toMatchObject({
		message: 'The currency of the ad account could not be read',
		description: expect.stringContaining('Choose the ad account in Ad Account') as string,
	});
});

test('what names no account is refused as ever', async () => {
	await expect(run([{ operation: 'create', ad_account: 'x', ...budget(1) }])).rejects.toMatchObject(
		{
			message: expect.stringMatching(/^Ad Account must be an ad account ID/) as string,
		},
	);
	await expect(run([{ campaign_id: '={{ broken }}', ...budget(1) }])).rejects.toThrow(
		'Expression cannot be evaluated',
	);
	expect(client.sent).toEqual([]);
});

test('what names no account at all needs one', async () => {
	const nowhere = defineOperation({
		...texts,
		output: { kind: 'object' },
		request: { method: 'POST', path: '/things' },
		fields: [objectId('ad_account', adAccountKind, { to: false })],
		additionalFields: [money('daily_budget')],
	});
	const execution = new FakeExecution([
		{ resource: 'thing', operation: 'nowhere', amounts_in: 'accountCurrency', ...budget(1) },
	]);
	const things = { thing: defineResource({ name: 'Thing', operations: { nowhere } }) };
	await expect(execute(execution.functions, things)).rejects.toThrow(
		'Daily Budget (Currency) needs the ad account, whose currency it is in',
	);
	expect(client.sent).toEqual([]);
});

test.each([
	['minorUnits', 'Spend Cap (Minor Units) is'],
	['accountCurrency', 'Spend Cap (Currency) is'],
])('rules name an amount in %s as the form shows it', async (unit, message) => {
	const ruled = defineOperation({
		...texts,
		output: { kind: 'object' },
		request: { method: 'POST', path: '/{campaign_id}' },
		fields: [objectId('campaign_id', campaignKind, { required: true, to: false })],
		additionalFields: [money('daily_budget'), money('spend_cap')],
		rules: [{ at: 'spend_cap', when: () => true, message: 'is' }],
	});
	const execution = new FakeExecution([
		{ resource: 'thing', operation: 'ruled', campaign_id: '1', amounts_in: unit },
	]);
	await expect(
		execute(execution.functions, {
			thing: defineResource({ name: 'Thing', operations: { ruled } }),
		}),
	).rejects.toThrow(message);
});

test.each('CLP COP CRC HUF ISK IDR JPY KRW PYG TWD VND'.split(' '))('%s has no cents', (code) => {
	expect(currencyOf(code)).toEqual({ code, offset: 1 });
});

test.each(['EUR', 'USD', 'KWD', 'XYZ'])('%s has hundredths', (code) => {
	expect(currencyOf(code)).toEqual({ code, offset: 100 });
});
