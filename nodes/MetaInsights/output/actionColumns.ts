import { actionBreakdowns } from '../fields/breakdowns';
import type { Row } from '../report/types';
import { toNumber } from './numbers';
import { askedFields, listOf } from './query';
import { hasManyTypes } from './textFields';
import type { ShapedRow, ShapedValue, ShapeOptions } from './types';
import { isObject } from '../../shared/graph/json';

/** In a fixed order, because the names of columns follow it. */
const ACTION_BREAKDOWNS = actionBreakdowns.map(({ value }) => String(value)).sort();

/** What a metric by result is named by, instead of by action type. */
const INDICATOR = 'indicator';

/** Turns lists by action type into columns, or into the same lists with numbers. */
export class ActionColumns {
	private readonly identities: ReadonlySet<string>;
	private readonly types?: { exact: ReadonlySet<string>; beginnings: string[] };
	private readonly windows?: ReadonlySet<string>;
	/** By list and action: the column of the total. */
	private readonly names = new Map<string, string>();
	private readonly taken = new Set<string>();

	constructor(private readonly options: ShapeOptions) {
		this.identities = new Set([
			'action_type',
			...listOf(options.query.parameters.action_breakdowns),
			...ACTION_BREAKDOWNS,
			INDICATOR,
		]);
		if (options.actionTypes?.length) {
			this.types = {
				exact: new Set(options.actionTypes.filter((type) => !type.endsWith('*'))),
				beginnings: options.actionTypes
					.filter((type) => type.endsWith('*'))
					.map((type) => type.slice(0, -1)),
			};
		}
		if (options.windows) this.windows = new Set(options.windows);
	}

	/** Whether a value is a list by action type (`AdsActionStats` and its relatives). */
	isActionList(value: ShapedValue): value is Row[] {
		return (
			Array.isArray(value) &&
			value.length > 0 &&
			value.every(
				(entry) =>
					isObject<Row>(entry) &&
					('value' in entry || 'action_type' in entry || INDICATOR in entry),
			)
		);
	}

	/** Adds a column per action and window: `actions_purchase`, `actions_purchase_7d_click`. */
	spread(field: string, entries: Row[], into: ShapedRow): void {
		for (const entry of entries) {
			if (!this.isChosen(field, entry)) continue;
			const column = this.columnOf(field, this.identityOf(entry));
			if (Array.isArray(entry.values)) {
				this.spreadResults(column, entry.values, into);
				continue;
			}
			for (const name in entry) {
				if (name === 'value') into[column] = this.read(entry.value);
				else if (!this.identities.has(name) && this.isWanted(name)) {
					into[`${column}_${name}`] = this.read(entry[name]);
				}
			}
		}
	}

	/** The same list with numbers for texts. */
	withNumbers(entries: Row[]): Row[] {
		return entries.map((entry) => {
			const copy: Row = {};
			for (const name in entry) {
				const value = entry[name];
				copy[name] = this.identities.has(name)
					? value
					: this.isActionList(value)
						? this.withNumbers(value)
						: this.read(value);
			}
			return copy;
		});
	}

	/**
	 * Columns that the chosen action types promise for a list, whether or not they happened. None where
	 * further action breakdowns make names that cannot be known before.
	 */
	promised(field: string): string[] {
		const breakdowns = listOf(this.options.query.parameters.action_breakdowns);
		if (!hasManyTypes(field) || breakdowns.some((name) => name !== 'action_type')) return [];
		const windows = [...(this.windows ?? this.askedWindows())];
		return [...(this.types?.exact ?? [])].flatMap((type) => {
			const column = this.columnOf(field, type);
			return [column, ...windows.map((window) => `${column}_${window}`)];
		});
	}

	/** The default windows make up the total and have no column of their own. */
	private askedWindows(): string[] {
		const asked = listOf(this.options.query.parameters.action_attribution_windows);
		return asked.filter((window) => window !== 'default');
	}

	/** All promised columns of the asked fields. */
	allPromised(): string[] {
		return askedFields(this.options.query.parameters).flatMap((field) => this.promised(field));
	}

	/** Rows of results: `values` with `value` and `attribution_windows`. */
	private spreadResults(column: string, values: ShapedValue[], into: ShapedRow): void {
		for (const entry of values) {
			if (!isObject<Row>(entry)) continue;
			const windows = listOf(entry.attribution_windows).filter((name) => name !== 'default');
			if (windows.length === 0) into[column] = this.read(entry.value);
			else if (windows.some((window) => this.isWanted(window))) {
				into[`${column}_${windows.join('_')}`] = this.read(entry.value);
			}
		}
	}

	private isChosen(field: string, { action_type: type }: Row): boolean {
		const { types } = this;
		if (!types || typeof type !== 'string' || !hasManyTypes(field)) return true;
		return types.exact.has(type) || types.beginnings.some((start) => type.startsWith(start));
	}

	private isWanted(window: string): boolean {
		return this.windows === undefined || this.windows.has(window);
	}

	private read(value: ShapedValue): ShapedValue {
		if (!this.options.numbers) return value;
		return Array.isArray(value) ? value.map((member) => toNumber(member)) : toNumber(value);
	}

	/**
	 * What an entry counts, by its type and then in the order asked for: Meta's order of keys is not
	 * always the same. Parts are told apart by a character that no name has.
	 */
	private identityOf(entry: Row): string {
		let identity = '';
		for (const name of this.identities) {
			if (entry[name] === undefined) continue;
			const part = String(entry[name]);
			identity = identity === '' ? part : `${identity}\n${part}`;
		}
		return identity;
	}

	/**
	 * Two actions never share a column: where their names differ only in punctuation, the later one gets
	 * a number.
	 */
	private columnOf(field: string, identity: string): string {
		const key = `${field}\n${identity}`;
		const known = this.names.get(key);
		if (known !== undefined) return known;
		const plain =
			identity === '' ? field : `${field}_${identity.replace(/[^\p{L}\p{N}_]+/gu, '_')}`;
		let column = plain;
		for (let count = 2; this.taken.has(column); count++) column = `${plain}_${count}`;
		this.taken.add(column);
		this.names.set(key, column);
		return column;
	}
}
