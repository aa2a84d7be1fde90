import type { Row } from '../report/types';
import { ActionColumns } from './actionColumns';
import { toNumber } from './numbers';
import { askedFields, breakdownColumns } from './query';
import { rowKeyMaker } from './rowKey';
import { isListField, isTextField } from './textFields';
import type { ShapedRow, ShapedValue, Shaper, ShapeOptions } from './types';

/** The column with the key for updating stored rows. */
export const ROW_KEY_COLUMN = 'row_key';

const shapers = new WeakMap<ShapeOptions, Shaper>();

/** A row as the user sees it. Options should be one object per report: what they mean is kept. */
export function shapeRow(row: Row, options: ShapeOptions): ShapedRow {
	let shaper = shapers.get(options);
	if (!shaper) {
		shaper = createShaper(options);
		shapers.set(options, shaper);
	}
	return shaper(row);
}

/**
 * Gives the function that shapes the rows of one report. Columns of action types that were chosen are
 * in every row: empty (`null`) where nothing happened.
 */
export function createShaper(options: ShapeOptions): Shaper {
	const { query, numbers } = options;
	const actions = new ActionColumns(options);
	const promised = options.actions === 'columns' ? actions.allPromised() : [];
	const keyOf = options.rowKey ? rowKeyMaker(query) : undefined;
	const isText = textTest(new Set(breakdownColumns(query.parameters)));
	return (row) => {
		const shaped: ShapedRow = {};
		if (keyOf) shaped[ROW_KEY_COLUMN] = keyOf(row);
		for (const name in row) {
			const value = row[name];
			if (actions.isActionList(value)) {
				if (options.actions === 'columns') actions.spread(name, value, shaped);
				else shaped[name] = numbers ? actions.withNumbers(value) : value;
			} else if (!isEmptyList(value) || options.actions === 'raw' || !isListField(name)) {
				shaped[name] = numbers && !isText(name) ? toNumber(value) : value;
			}
		}
		for (const column of promised) if (!(column in shaped)) shaped[column] = null;
		return shaped;
	};
}

/** The columns that are sure to come, in the order in which a file shows them. */
export function expectedColumns(options: ShapeOptions): string[] {
	const { parameters } = options.query;
	const actions = new ActionColumns(options);
	const becomesColumns = (field: string) => options.actions === 'columns' && isListField(field);
	return [
		...new Set([
			...(options.rowKey ? [ROW_KEY_COLUMN] : []),
			'date_start',
			'date_stop',
			...breakdownColumns(parameters),
			...askedFields(parameters).flatMap((field) =>
				becomesColumns(field) ? actions.promised(field) : [field],
			),
		]),
	];
}

function isEmptyList(value: ShapedValue): boolean {
	return Array.isArray(value) && value.length === 0;
}

function textTest(breakdowns: ReadonlySet<string>): (name: string) => boolean {
	const known = new Map<string, boolean>();
	return (name) => {
		let isText = known.get(name);
		if (isText === undefined) {
			isText = isTextField(name, breakdowns);
			known.set(name, isText);
		}
		return isText;
	};
}
