import type { FieldHalves } from './fieldHalves';
import { baseName, isKeyField } from './metrics';
import { keyOf } from './rowKey';
import { namesIn, type Shape } from './shape';
import type { Row } from './types';

/**
 * Joins the rows of two halves of a report's fields: first all rows of the second half are added, then
 * those of the first are completed, then what is left is given.
 */
export class RowJoin {
	private readonly values: ReadonlySet<string>;
	private readonly waiting = new Map<string, Row>();
	private readonly seen = new Set<string>();
	private readonly surplus: string[];
	/** Whether a half had two rows that nothing tells apart: then they cannot be joined. */
	isAmbiguous = false;

	constructor(
		private readonly halves: FieldHalves,
		{ fields = [], breakdowns }: Shape,
	) {
		const asked = halves.flatMap(({ query }) => namesIn(query.parameters.fields));
		this.values = new Set(asked.map(baseName).filter((name) => !isKeyField(name, breakdowns)));
		this.surplus = asked.filter((name) => !fields.includes(name)).map(baseName);
	}

	/** Takes rows of the second half. */
	add(rows: readonly Row[]): void {
		for (const row of rows) {
			const key = keyOf(row, this.values);
			if (this.waiting.has(key)) this.isAmbiguous = true;
			this.waiting.set(key, row);
		}
	}

	/** Completes rows of the first half. */
	complete(rows: readonly Row[]): Row[] {
		return rows.map((row) => {
			const key = keyOf(row, this.values);
			if (this.seen.has(key)) this.isAmbiguous = true;
			this.seen.add(key);
			const other = this.waiting.get(key);
			this.waiting.delete(key);
			return this.tidy({
				...this.without(row, this.halves[1].wanted),
				...(other ? this.pick(other, this.halves[1].wanted) : {}),
			});
		});
	}

	/** Rows that only the second half has. */
	rest(): Row[] {
		return [...this.waiting.values()].map((row) =>
			this.tidy(this.without(row, this.halves[0].wanted)),
		);
	}

	private pick(row: Row, wanted: readonly string[]): Row {
		const names = wanted.map(baseName).filter((name) => name in row);
		return Object.fromEntries(names.map((name) => [name, row[name]]));
	}

	/** A metric that a half had to ask for although it is the other's comes from the other. */
	private without(row: Row, foreign: readonly string[]): Row {
		const names = new Set(foreign.map(baseName));
		return Object.fromEntries(Object.entries(row).filter(([name]) => !names.has(name)));
	}

	private tidy(row: Row): Row {
		for (const name of this.surplus) delete row[name];
		return row;
	}
}
