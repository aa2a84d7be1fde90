import { childIdsIn, childLevels, listingOf, ofChild, type ChildLevel } from './children';
import type { Cut } from './cut';
import type { Outcome } from './lookahead';
import { asGraphError } from './problems';
import { shapeOf } from './shape';
import type { InsightsQuery, Row } from './types';

/** Causes that another list would meet too. */
const STOPPING = ['cancelled', 'token', 'permission', 'throttled'];

/** Makes the report that a list of children is. */
export interface Lister {
	/** Its rows, unless it cannot be made at the first try. */
	atOnce(listing: InsightsQuery): Promise<AsyncIterable<Row[]> | undefined>;
	/** Its rows, in parts if need be. */
	whole(listing: InsightsQuery): AsyncIterable<Row[]>;
}

/** What is below the objects of a report. Each object's children are listed once per report. */
export class ChildLists {
	/** What the children are that were found. */
	private readonly kinds = new Map<string, ChildLevel>();
	/** IDs by object and level. */
	private readonly lists = new Map<string, Promise<Outcome<string[]>>>();
	private asked?: InsightsQuery;

	constructor(
		private readonly today: string,
		private readonly lister: () => Lister,
	) {}

	/** Lists hold what has data in the days of this report, and so serve all its parts. */
	ofDaysOf(asked: InsightsQuery): void {
		this.asked = asked;
	}

	/** A report in parts by children; `undefined` where there are none. */
	async cut(query: InsightsQuery): Promise<Outcome<Cut | undefined>> {
		for (const level of this.levelsOf(query)) {
			const key = keyOf(query, level);
			const listed = this.lists.get(key) ?? this.list(query, level);
			this.lists.set(key, listed);
			const ids = await listed;
			if ('error' in ids) return ids;
			if (ids.value.length === 0) continue;
			for (const id of ids.value) this.kinds.set(id, level);
			const parts = ids.value.map((id) => ofChild(query, id));
			const told = `split into ${parts.length} with data at level ${level}`;
			return { value: { how: 'concat', parts, told } };
		}
		return { value: undefined };
	}

	/** The same report of the first child with data; `undefined` where none can be listed at the first try. */
	async first(query: InsightsQuery): Promise<InsightsQuery | undefined> {
		const levels = this.levelsOf(query);
		for (const level of levels) {
			const ids = await this.firstIds(query, level);
			if (ids === undefined) {
				// A list is the least that can be asked for: where it fails, others fail too.
				for (const each of levels) this.lists.set(keyOf(query, each), nobody());
				return undefined;
			}
			if (ids.length === 0) continue;
			this.kinds.set(ids[0], level);
			return ofChild(query, ids[0]);
		}
		return undefined;
	}

	private async firstIds(query: InsightsQuery, level: ChildLevel): Promise<string[] | undefined> {
		try {
			const pages = await this.lister().atOnce(this.listingOf(query, level));
			for await (const rows of pages ?? []) {
				const ids = childIdsIn(query, rows, level);
				if (ids.length > 0) return ids;
			}
			return pages && [];
		} catch {
			return undefined;
		}
	}

	/** Not every object has every kind of children: a failure says nothing. */
	private async list(query: InsightsQuery, level: ChildLevel): Promise<Outcome<string[]>> {
		const ids = new Set<string>();
		try {
			const listing = this.listingOf(query, level, this.asked);
			for await (const rows of this.lister().whole(listing)) {
				for (const id of childIdsIn(query, rows, level)) ids.add(id);
			}
			return { value: [...ids] };
		} catch (cause) {
			const error = asGraphError(cause, query);
			return STOPPING.includes(error.details.class) ? { error } : { value: [] };
		}
	}

	private listingOf(query: InsightsQuery, level: ChildLevel, ofDays = query): InsightsQuery {
		return listingOf(query, shapeOf(query, this.today), level, ofDays);
	}

	private levelsOf(query: InsightsQuery): ChildLevel[] {
		return childLevels(query, shapeOf(query, this.today), this.kinds.get(query.object));
	}
}

function keyOf({ object }: InsightsQuery, level: ChildLevel): string {
	return `${object} ${level}`;
}

async function nobody(): Promise<Outcome<string[]>> {
	return await Promise.resolve({ value: [] });
}
