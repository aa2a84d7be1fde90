import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';

import { collection, group, money, object, text } from '../../../nodes/shared/operation/fields';
import { amountIssues, scaled } from '../../../nodes/shared/operation/amounts';
import { holdsMoney } from '../../../nodes/shared/operation/fields/money';
import { sentenceOf } from '../../../nodes/shared/operation/labels';
import type { Currency, Field } from '../../../nodes/shared/operation/types';
import * as support from './support';

const budget = money('daily_budget');
const inEuros: Currency = { code: 'EUR', offset: 100 };
const inYen: Currency = { code: 'JPY', offset: 1 };
const top = { amounts_in: 'accountCurrency' };
const parsing = { ...support.context, top };

/** What is sent, when amounts are in minor units or in a currency. */
function valueOf(field: Field, raw: unknown, currency?: Currency): unknown {
	if (!currency) return support.valueOf(field, raw);
	return scaled(support.valueOf(field, raw, parsing), currency);
}

function issuesOf(field: Field, raw: unknown, currency?: Currency | 'unknown'): string[] {
	if (!currency) return support.issuesOf(field, raw);
	const refused = support.issuesOf(field, raw, parsing);
	if (refused.length > 0) return refused;
	const value = { [field.name]: support.valueOf(field, raw, parsing) };
	const known = currency === 'unknown' ? undefined : currency;
	return amountIssues(value, known).map((issue) => sentenceOf([field], issue, top));
}

describe('an amount in minor units', () => {
	test.each([
		['1000', 1000],
		[1000, 1000],
		[0, 0],
	])('reads %j', (raw, expected) => {
		expect(valueOf(budget, raw)).toBe(expected);
	});

	test.each([
		['ten', 'Daily Budget (Minor Units) must be a whole number (given: "ten")'],
		['10.50', 'Daily Budget (Minor Units) must be a whole number (given: "10.50")'],
		[-1, 'Daily Budget (Minor Units) must be at least 0 (given: -1)'],
	])('refuses %j', (raw, issue) => {
		expect(issuesOf(budget, raw)).toEqual([issue]);
	});
});

describe("an amount in the account's currency", () => {
	test.each([
		[19.99, 1999],
		['19.99', 1999],
		[' 19.9 ', 1990],
		['+0.07', 7],
		[1.1, 110],
		[4.35, 435],
		['1.500', 150],
		[20, 2000],
		[0, 0],
	])('reads %j of a currency with cents', (raw, expected) => {
		expect(valueOf(budget, raw, inEuros)).toBe(expected);
	});

	test.each([
		[2500, 2500],
		['2500', 2500],
		['2500.00', 2500],
	])('reads %j of a currency without', (raw, expected) => {
		expect(valueOf(budget, raw, inYen)).toBe(expected);
	});

	test.each([
		['19.999', inEuros, 'must have at most 2 digits after the point in EUR (given: "19.999")'],
		[0.001, inEuros, 'must have at most 2 digits after the point in EUR (given: 0.001)'],
		['19.5', inYen, 'must be a whole number in JPY (given: "19.5")'],
		['19,99', inEuros, 'must be an amount such as 19.99 (given: "19,99")'],
		['EUR 5', inEuros, 'must be an amount such as 19.99 (given: "EUR 5")'],
		[1e-7, inEuros, 'must be an amount such as 19.99 (given: 1e-7)'],
		[true, inEuros, 'must be an amount such as 19.99 (given: true)'],
		[-0.01, inEuros, 'must be at least 0.00 EUR (given: -0.01)'],
		['-5', inYen, 'must be at least 0 JPY (given: "-5")'],
		['9'.repeat(15), inEuros, 'is too large to be kept exactly (given: "999999999999999")'],
		[5, 'unknown' as const, 'needs the ad account, whose currency it is in'],
	])('refuses %j', (raw, currency, issue) => {
		expect(issuesOf(budget, raw, currency)).toEqual([`Daily Budget (Currency) ${issue}`]);
	});

	test('keeps to bounds that are given in minor units', () => {
		const bid = money('bid_amount', { label: 'Bid', min: 50, max: 1000 });
		expect(valueOf(bid, '0.5', inEuros)).toBe(50);
		expect(issuesOf(bid, '0.49', inEuros)).toEqual([
			'Bid (Currency) must be at least 0.50 EUR (given: "0.49")',
		]);
		expect(issuesOf(bid, 10.01, inEuros)).toEqual([
			'Bid (Currency) must be at most 10.00 EUR (given: 10.01)',
		]);
	});

	test.each([
		['text', (amount: string) => amount],
		['a number', Number],
	])('is exact as %s, whatever the amount', (_what, given) => {
		fc.assert(
			fc.property(fc.nat(999_999_999_999), fc.nat(99), (whole, cents) => {
				const amount = `${whole}.${String(cents).padStart(2, '0')}`;
				expect(valueOf(budget, given(amount), inEuros)).toBe(whole * 100 + cents);
				expect(valueOf(budget, given(String(whole)), inYen)).toBe(whole);
			}),
		);
	});

	test('has no more digits than the currency, whatever the amount', () => {
		fc.assert(
			fc.property(fc.nat(999_999), fc.integer({ min: 1, max: 9 }), (whole, last) => {
				expect(issuesOf(budget, `${whole}.00${last}`, inEuros)).toHaveLength(1);
				expect(issuesOf(budget, `${whole}.${last}`, inYen)).toHaveLength(1);
			}),
		);
	});
});

describe('the form of an amount', () => {
	test('has one property per unit', () => {
		expect(budget.property).toMatchObject({
			displayName: 'Daily Budget (Minor Units)',
			name: 'daily_budget',
			typeOptions: { minValue: 0, numberPrecision: 0 },
		});
		expect(budget.inAccountCurrency).toMatchObject({
			displayName: 'Daily Budget (Currency)',
			name: 'daily_budget_in_currency',
			typeOptions: { minValue: 0, numberPrecision: 2 },
		});
	});

	const inUnits = [
		{ displayName: 'Cap (Minor Units)', displayOptions: show('minorUnits') },
		{ displayName: 'Cap (Currency)', displayOptions: show('accountCurrency') },
	];

	function show(unit: string) {
		return { show: { kind: ['A'], '/amounts_in': [unit] } };
	}

	test.each([
		['a collection', collection],
		['an object', object],
		[
			'a group',
			(name: string, members: Parameters<typeof object>[1]) =>
				group(name, members, { entryLabel: 'Entry' }),
		],
	])('below the top level, in %s, goes by the unit at the top', (_what, build) => {
		const field = build('spec', [
			text('kind'),
			collection('inner', [money('cap', { showWhen: { kind: ['A'] } })]),
			money('cap', { showWhen: { kind: ['A'] } }),
		]);
		expect(holdsMoney(field)).toBe(true);
		const [, inner, ...caps] = membersOf(field.property);
		expect(caps).toMatchObject(inUnits);
		expect(membersOf(inner)).toMatchObject(inUnits);
	});

	test('is not claimed by what holds none', () => {
		expect(holdsMoney(collection('spec', [text('name')]))).toBe(false);
	});

	test('is converted below the top level, too', () => {
		const field = collection('spec', [group('rules', [budget], { entryLabel: 'Rule' })]);
		const form = { rules: { value: [{ daily_budget_in_currency: '1.5' }] } };
		expect(valueOf(field, form, inEuros)).toEqual({ rules: [{ daily_budget: 150 }] });
		expect(issuesOf(field, form, inYen)).toEqual([
			'Specification > Rules 1 > Daily Budget (Currency) must be a whole number in JPY (given: "1.5")',
		]);
	});
});

function membersOf({ options = [] }: INodeProperties): INodeProperties[] {
	return options.flatMap((option) => {
		if ('values' in option) return option.values;
		return 'type' in option ? [option] : [];
	});
}
