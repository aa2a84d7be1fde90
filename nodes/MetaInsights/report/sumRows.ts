import type { JsonValue } from 'n8n-workflow';

import type { DayRange } from './dates';
import { addDecimals } from './decimal';
import { isAttribute, isKeyField, metricsOf } from './metrics';
import { keyOf } from './rowKey';
import type { Shape } from './shape';
import type { Row } from './types';
import { isObject } from '../../shared/graph/json';

/** Members of an action that hold its numbers: `value` and one for each attribution window. */
const ACTION_NUMBER = /^(value|\d+d_[a-z_]+|inline|default)$/;

/** Adds up the rows of parts of a range, for metrics whose total is their sum. */
export class RowSum {
	private readonly sums = new Map<string, Row>();
	private readonly metrics: ReadonlySet<string>;
	private readonly ignored: ReadonlySet<string>;
	/** Names of metrics that held something else than numbers. */
	readonly unreadable = new Set<string>();

	constructor(
		shape: Shape,
		private readonly range: DayRange,
	) {
		const { fields = [], breakdowns } = shape;
		this.metrics = new Set(metricsOf(shape));
		const texts = fields.filter((name) => isAttribute(name) && !isKeyField(name, breakdowns));
		this.ignored = new Set([...this.metrics, ...texts, 'date_start', 'date_stop']);
	}

	/** Takes rows; those of later days after those of earlier ones, so that the last name counts. */
	add(rows: readonly Row[]): void {
		for (const row of rows) {
			const key = keyOf(row, this.ignored);
			const sum = this.sums.get(key);
			this.sums.set(key, sum ? this.plus(sum, row) : row);
		}
	}

	rows(): Row[] {
		const { since, until } = this.range;
		return [...this.sums.values()].map((row) => ({ ...row, date_start: since, date_stop: until }));
	}

	private plus(sum: Row, row: Row): Row {
		const result: Row = { ...sum, ...row };
		for (const name of this.metrics) {
			if (sum[name] === undefined || row[name] === undefined) continue;
			const value = addValues(sum[name], row[name]);
			if (value === undefined) this.unreadable.add(name);
			else result[name] = value;
		}
		return result;
	}
}

function addValues(first: JsonValue, second: JsonValue): JsonValue | undefined {
	if (!Array.isArray(first) || !Array.isArray(second)) return addDecimals(first, second);
	if (![...first, ...second].every(isObject<Row>)) return undefined;
	return addActions(first as Row[], second as Row[]);
}

/** Lists of actions: one entry per action type and value of an action breakdown. */
function addActions(first: Row[], second: Row[]): Row[] | undefined {
	const sums = new Map<string, Row>();
	for (const action of [...first, ...second]) {
		const names = Object.keys(action).filter((name) => ACTION_NUMBER.test(name));
		const key = keyOf(action, new Set(names));
		const sum = sums.get(key);
		const total: Row = { ...sum, ...action };
		for (const name of names) {
			if (sum?.[name] === undefined) continue;
			const value = addDecimals(sum[name], action[name]);
			if (value === undefined) return undefined;
			total[name] = value;
		}
		sums.set(key, total);
	}
	return [...sums.values()];
}
