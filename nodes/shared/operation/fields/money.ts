import type { INodeProperties } from 'n8n-workflow';

import type { Currency, Field, Parsed, Values } from '../types';
import { fieldLabel, refusal } from './field';
import { number, NUMBER_TEXT, type NumberOptions } from './number';
import { options as oneOf } from './options';

/** Name of the field that chooses the unit of all amounts of a form. */
export const AMOUNTS_IN = 'amounts_in';
export const MINOR_UNITS = 'minorUnits';
export const ACCOUNT_CURRENCY = 'accountCurrency';

/** Whether the amounts of an item are in the currency of its ad account, and not in minor units. */
export function isInAccountCurrency(values: Values): boolean {
	return values[AMOUNTS_IN] === ACCOUNT_CURRENCY;
}

/** The property that the form shows for a field; an amount has one per unit. */
export function shownProperty(
	{ property, inAccountCurrency }: Field,
	values: Values,
): INodeProperties {
	return (isInAccountCurrency(values) ? inAccountCurrency : undefined) ?? property;
}

/** The name under which a field would be entered in the other unit; nothing for what is no amount. */
export function otherUnitName(field: Field, values: Values): string | undefined {
	const { property, inAccountCurrency } = field;
	return shownProperty(field, values) === property ? inAccountCurrency?.name : property.name;
}

/** Chooses the unit of all amounts of a form; every form that has an amount gets it by itself. */
export function amountsIn() {
	const field = oneOf(
		AMOUNTS_IN,
		[
			{ value: MINOR_UNITS, name: 'Minor Units (Cents)' },
			{ value: ACCOUNT_CURRENCY, name: 'Account Currency' },
		],
		{
			to: false,
			description:
				'Unit of budgets, bids and other amounts: 1999 minor units are 19.99 in most currencies, and 1999 in those without cents',
		},
	);
	// The form shows the fields of one unit, so the unit is the same for all items.
	return { ...field, property: { ...field.property, noDataExpression: true } };
}

/** Least and most, in minor units. */
type Limits = Pick<NumberOptions, 'min' | 'max'>;

/** An amount as it was given in the account's currency, until that currency is known. */
export class Amount {
	/** `text` is the decimal number in `given`, which messages repeat. */
	constructor(
		private readonly text: string,
		private readonly given: unknown,
		private readonly limits: Limits,
	) {}

	/** Whole minor units, or what is wrong with the amount in that currency. */
	in(currency: Currency): Parsed<number> {
		const { min = 0, max = Infinity } = this.limits;
		const amount = toMinorUnits(this.text, currency);
		if (amount === undefined) return refusal(`must ${digitsOf(currency)}`, this.given);
		if (!Number.isSafeInteger(amount)) {
			return refusal('is too large to be kept exactly', this.given);
		}
		if (amount < min) return refusal(`must be at least ${shown(min, currency)}`, this.given);
		if (amount > max) return refusal(`must be at most ${shown(max, currency)}`, this.given);
		return { value: amount };
	}
}

/**
 * An amount, sent as whole minor units of the ad account's currency (cents, or the currency
 * itself where it has none). `min` and `max` are in minor units. The form has it once per unit, each with
 * a name of its own and the unit in its label; "Amounts In" shows one of the two.
 */
export function money<Name extends string>(
	name: Name,
	options: Omit<NumberOptions, 'precision' | 'default'> = {},
): Field<Name, number> {
	const label = fieldLabel(name, options);
	const inUnit = (unit: string, precision: number) =>
		number(name, { min: 0, ...options, default: 0, label: `${label} (${unit})`, precision });
	const minorUnits = inUnit('Minor Units', 0);
	// Short: n8n cuts long labels of nested fields, and the unit stands last.
	const { property } = inUnit('Currency', 2);
	return {
		...minorUnits,
		inAccountCurrency: {
			...property,
			name: `${name}_in_currency`,
			typeOptions: { ...property.typeOptions, minValue: 0 },
		},
		parse: (raw, context) =>
			isInAccountCurrency(context.top ?? {})
				? parseAmount(raw, options)
				: minorUnits.parse(raw, context),
	};
}

function parseAmount(raw: unknown, limits: Limits): Parsed<number> {
	const text = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.trim() : '';
	if (!NUMBER_TEXT.test(text)) return refusal('must be an amount such as 19.99', raw);
	// It becomes a number before anybody sends it: see `amounts`.
	return { value: new Amount(text, raw, limits) as unknown as number };
}

/**
 * Decimal text in whole minor units, digit by digit: a product of floats would make 1998.9999 of
 * 19.99. Undefined for more digits than the currency has; zeros at the end do not count.
 */
function toMinorUnits(text: string, { offset }: Currency): number | undefined {
	const places = placesOf(offset);
	const [whole, fraction = ''] = text.split('.');
	const digits = fraction.replace(/0+$/, '');
	return digits.length > places ? undefined : Number(whole + digits.padEnd(places, '0'));
}

/** Digits after the point: 2 of an offset of 100. */
function placesOf(offset: number): number {
	return String(offset).length - 1;
}

function digitsOf({ code, offset }: Currency): string {
	const places = placesOf(offset);
	return places === 0
		? `be a whole number in ${code}`
		: `have at most ${places} digits after the point in ${code}`;
}

function shown(amount: number, { code, offset }: Currency): string {
	return `${(amount / offset).toFixed(placesOf(offset))} ${code}`;
}

/** One look of a field in the form. */
export type Look = Pick<Field, 'property' | 'showWhen'>;
/** The field that chooses the unit, as seen from the top level or from below it. */
export type UnitField = typeof AMOUNTS_IN | `/${typeof AMOUNTS_IN}`;

/** How a field looks and when: an amount once per unit, what nobody enters not at all, others once. */
export function looksOf(field: Field, unitField: UnitField): Look[] {
	const { property, showWhen, inAccountCurrency, constant, unseen } = field;
	if (constant !== undefined || unseen) return [];
	if (!inAccountCurrency) return [{ property, showWhen }];
	return [
		{ property, showWhen: { ...showWhen, [unitField]: [MINOR_UNITS] } },
		{ property: inAccountCurrency, showWhen: { ...showWhen, [unitField]: [ACCOUNT_CURRENCY] } },
	];
}

/** Whether a field is an amount or made of some. */
export function holdsMoney({ inAccountCurrency, members = [] }: Field): boolean {
	return inAccountCurrency !== undefined || members.some(holdsMoney);
}
