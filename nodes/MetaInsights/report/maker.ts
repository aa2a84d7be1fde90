import { chunk } from 'lodash';

import { GraphError } from '../../shared/graph/types';
import { concurrencyLimit, type ConcurrencyLimit } from '../../shared/operation/concurrencyLimit';
import { ChildLists, type Lister } from './childLists';
import { cutByDate, cutByFields, cutIntoSummands, daysOf, smallestPart, type Cut } from './cut';
import { isNotReady, readReportRows } from './job';
import { isServerFault, JobBoard, type BoardParts } from './jobBoard';
import { RowJoin } from './joinRows';
import { Lookahead, opened, type Outcome } from './lookahead';
import { hasFewRows, looksSmall } from './plan';
import {
	ambiguousRows,
	brokenOff,
	cancelled,
	cannotSplit,
	unreadableSums,
	type Misfit,
} from './problems';
import { namesIn, shapeOf } from './shape';
import { RowSum } from './sumRows';
import { askAtOnce } from './synchronous';
import type { InsightsQuery, Row } from './types';

/** Rows given at once where they were put together in memory. */
const CHUNK_ROWS = 1_000;

/** How a query will be read. */
type Ready = { kind: 'rows'; pages: Row[][] } | { kind: 'job'; id: string } | CutUp;

interface CutUp {
	kind: 'cut';
	cut: Cut;
	queries: InsightsQuery[];
	parts: Lookahead<InsightsQuery, Ready>;
}

export interface MakerParts extends BoardParts {
	/** Ends after so many rows, where the report needs no cut. */
	limit?: number;
}

/** What the maker of a report shares with those of its listings. */
interface Shared {
	board: JobBoard;
	limited: ConcurrencyLimit;
}

/** Makes one report: whole if it fits, in parts if not. */
export class ReportMaker {
	/** Fewest days that were too much, by object and fields: as many are not tried again. */
	private readonly tooManyDays = new Map<string, number>();
	private readonly children?: ChildLists;
	private readonly shared: Shared;
	/** Whether something of the report could be made. */
	private hasFitted = false;
	private hope?: Promise<boolean>;
	/** Whether the report as a whole had to be cut; known before its first row. */
	isCut = false;

	/** With `shared`: makes a list of children, which has no children to be cut by. */
	constructor(
		private readonly parts: MakerParts,
		shared?: Shared,
	) {
		this.shared = shared ?? {
			board: new JobBoard(parts),
			limited: concurrencyLimit(Math.max(1, parts.settings.maxJobs)),
		};
		if (!shared) this.children = new ChildLists(parts.settings.today, () => this.lister());
	}

	/**
	 * The rows of a query, in the order of its parts.
	 *
	 * @throws GraphError
	 */
	async *rows(query: InsightsQuery): AsyncGenerator<Row[]> {
		this.children?.ofDaysOf(query);
		yield* this.read(query, opened(await this.prepare(query)));
	}

	/** Gets a query so far that its rows can be read. Never rejects. */
	private async prepare(query: InsightsQuery): Promise<Outcome<Ready>> {
		const { settings, signal } = this.parts;
		if (signal.aborted) return { error: cancelled(query) };
		if (this.isKnownToBeTooLarge(query)) {
			const cut = cutByDate(query, settings.today);
			if (cut) return this.begin(query, cut);
		}
		const end = await this.shared.limited(async () => await this.attempt(query));
		return 'misfit' in end ? await this.cutUp(query, end.misfit) : end;
	}

	/** Synchronously where that is likely to do, else or then as a job; `once`: which is not begun anew. */
	private async attempt(
		query: InsightsQuery,
		once = false,
	): Promise<Outcome<Ready> | { misfit: Misfit }> {
		const end = await this.attemptAny(query, once);
		this.hasFitted ||= 'value' in end;
		return end;
	}

	private async attemptAny(
		query: InsightsQuery,
		once: boolean,
	): Promise<Outcome<Ready> | { misfit: Misfit }> {
		const { client, settings, signal, trace, quotaOf } = this.parts;
		if (signal.aborted) return { error: cancelled(query) };
		const { mode, today } = settings;
		let restarts = once ? 0 : settings.maxRestarts;
		if (mode === 'synchronous' || (mode === 'auto' && looksSmall(query, today))) {
			const attempt = await askAtOnce(client, query, {
				...this.paging(),
				quotaOf,
				hasOtherWay: mode === 'auto',
				triesSmallPage: hasFewRows(query, today),
			});
			if (attempt.kind === 'rows') return { value: attempt };
			if (attempt.kind === 'error') return { error: attempt.error };
			if (mode === 'synchronous') return { misfit: attempt };
			// Meta has said already that it is too much: a job that fails then need not be tried again.
			const isTooLarge = attempt.error?.details.class === 'tooMuchData';
			if (isTooLarge) restarts = 0;
			const why = isTooLarge
				? 'Too large to be answered at once'
				: `Not answered at once (${attempt.reason})`;
			trace.steps.push(`${why}: made as a job.`);
		}
		const mayFit = async () => await this.mayFit(query);
		const end = await this.shared.board.run(query, restarts, mayFit);
		if (end.kind === 'error') return { error: end.error };
		return end.kind === 'done' ? { value: { kind: 'job', id: end.id } } : { misfit: end.misfit };
	}

	/**
	 * Whether any part of a report can be made: before it is cut into hundreds that fail all the same,
	 * the smallest is tried, of the report's own object and then of one of its children.
	 */
	private async mayFit(query: InsightsQuery): Promise<boolean> {
		if (this.hasFitted) return true;
		this.hope ??= this.tryTheSmallest(query);
		return await this.hope;
	}

	private async tryTheSmallest(query: InsightsQuery): Promise<boolean> {
		let part = smallestPart(query, this.parts.settings.today);
		if (part !== query && (await this.fits(part))) return true;
		const whole = part;
		for (;;) {
			const child = await this.children?.first(part);
			if (!child) break;
			part = child;
		}
		// What is the smallest itself has no part that could tell: it is simply tried again.
		return part === whole ? whole === query : await this.fits(part);
	}

	/** A refusal tells of the part alone, and nothing of whether the report is too large. */
	private async fits(part: InsightsQuery): Promise<boolean> {
		return !('misfit' in (await this.attempt(part, true)));
	}

	private async *read(query: InsightsQuery, ready: Ready): AsyncGenerator<Row[]> {
		if (ready.kind === 'rows') yield* ready.pages.filter(({ length }) => length > 0);
		else if (ready.kind === 'job') yield* this.readJob(query, ready.id);
		else yield* this.readCut(query, ready);
	}

	private async *readJob(query: InsightsQuery, id: string): AsyncGenerator<Row[]> {
		const { client, settings, clock, signal, quotaOf } = this.parts;
		let given = 0;
		let failure: unknown;
		try {
			const options = { ...this.paging(), notReadyTimeout: settings.jobTimeout };
			for await (const rows of readReportRows(client, id, { ...options, clock, signal, quotaOf })) {
				given += rows.length;
				yield rows;
			}
			return;
		} catch (cause) {
			failure = cause;
		}
		if (!(failure instanceof GraphError)) throw failure;
		if (given > 0) throw brokenOff(failure, given);
		if (!mayFitInParts(failure)) throw failure;
		const reason = `report run ${id} cannot be read: ${failure.details.message}`;
		const ready = opened(await this.cutUp(query, { reason, error: failure }));
		yield* this.read(query, ready);
	}

	private async *readCut(query: InsightsQuery, ready: CutUp): AsyncGenerator<Row[]> {
		if (ready.cut.how === 'concat') {
			yield* this.readParts(ready);
			return;
		}
		const shape = shapeOf(query, this.parts.settings.today);
		if (ready.cut.how === 'sum') {
			const sums = new RowSum(shape, shape.ranges[0]);
			for await (const rows of this.readParts(ready)) sums.add(rows);
			if (sums.unreadable.size > 0) throw unreadableSums(query, sums.unreadable);
			yield* chunk(sums.rows(), CHUNK_ROWS);
			return;
		}
		const join = new RowJoin(ready.cut.halves, shape);
		for await (const rows of this.readPart(ready, 1)) join.add(rows);
		const joined: Row[] = [];
		for await (const rows of this.readPart(ready, 0)) joined.push(...join.complete(rows));
		// A row that cannot be told from another may have been given the metrics of the other.
		if (join.isAmbiguous) throw ambiguousRows(query);
		yield* chunk([...joined, ...join.rest()], CHUNK_ROWS);
	}

	private async *readParts(ready: CutUp): AsyncGenerator<Row[]> {
		for (let index = 0; index < ready.queries.length; index++) yield* this.readPart(ready, index);
	}

	private async *readPart({ queries, parts }: CutUp, index: number): AsyncGenerator<Row[]> {
		yield* this.read(queries[index], await parts.take(index));
	}

	/** A query that does not fit, in parts that may: days, then children, then sums, then fields. */
	private async cutUp(query: InsightsQuery, misfit: Misfit): Promise<Outcome<Ready>> {
		const { today } = this.parts.settings;
		if (!(await this.mayFit(query))) {
			return { error: cannotSplit(smallestPart(query, today), today, misfit) };
		}
		this.rememberTooLarge(query);
		let cut = cutByDate(query, today);
		if (!cut) {
			const children = await this.children?.cut(query);
			if (children && 'error' in children) return children;
			cut = children?.value ?? cutIntoSummands(query, today) ?? cutByFields(query, today);
		}
		if (!cut) return { error: cannotSplit(query, today, misfit) };
		this.parts.trace.steps.push(`Too much at once (${misfit.reason}).`);
		return this.begin(query, cut);
	}

	/** Starts on the first parts at once, so that jobs run beside each other. */
	private begin(query: InsightsQuery, cut: Cut): Outcome<Ready> {
		const { settings, trace } = this.parts;
		trace.steps.push(`${query.object}: ${cut.told}.`);
		this.isCut = true;
		const queries = cut.how === 'join' ? cut.halves.map((half) => half.query) : cut.parts;
		const parts = new Lookahead(
			queries,
			settings.maxJobs,
			async (part) => await this.prepare(part),
		);
		parts.start();
		return { value: { kind: 'cut', cut, queries, parts } };
	}

	/** A maker of lists of children, which have no children to be cut by. */
	private lister(): Lister {
		const lister = new ReportMaker({ ...this.parts, limit: undefined }, this.shared);
		return {
			atOnce: async (query) => {
				const end = await lister.attempt(query, true);
				return 'value' in end ? lister.read(query, end.value) : undefined;
			},
			whole: (query) => lister.rows(query),
		};
	}

	private isKnownToBeTooLarge(query: InsightsQuery): boolean {
		const days = this.tooManyDays.get(kindOf(query));
		return days !== undefined && daysOf(query, this.parts.settings.today) >= days;
	}

	private rememberTooLarge(query: InsightsQuery): void {
		const days = daysOf(query, this.parts.settings.today);
		const known = this.tooManyDays.get(kindOf(query)) ?? Infinity;
		this.tooManyDays.set(kindOf(query), Math.min(known, days));
	}

	/** The limit and the summary are the whole report's: parts have neither. */
	private paging(): { pageSize: number; limit?: number; onSummary?: (summary: Row) => void } {
		const { settings, limit, trace } = this.parts;
		const { pageSize } = settings;
		if (this.isCut || !this.children) return { pageSize };
		const onSummary = (summary: Row) => {
			trace.summary = summary;
		};
		return { pageSize, limit, onSummary };
	}
}

function mayFitInParts(error: GraphError): boolean {
	return error.details.class === 'tooMuchData' || isNotReady(error) || isServerFault(error);
}

/** Queries alike but for their days. */
function kindOf({ object, parameters }: InsightsQuery): string {
	return `${object} ${namesIn(parameters.fields).join()}`;
}
