import type { Clock } from '../../shared/graph/clock';
import type { GraphClient, GraphError } from '../../shared/graph/types';
import { causeOf, isDone, noId, readReportStatus, reportRunIdIn, startRequest } from './job';
import { asGraphError, cancelled, type Misfit } from './problems';
import type { InsightsQuery, ReportSettings, ReportTrace } from './types';

/** The pause before the first look at a job; each further one is longer. */
const FIRST_PAUSE_MS = 2_000;
const LAST_PAUSE_MS = 30_000;
const PAUSE_GROWTH = 1.5;

/** Jobs that are due within this time are looked at together. */
const TOGETHER_MS = 1_000;

/** Looks are about many reports at once. */
const NO_QUERY: InsightsQuery = { object: '', parameters: {} };

/** What became of a job that was started, or of the attempt. */
export type JobEnd =
	| { kind: 'done'; id: string }
	| { kind: 'misfit'; misfit: Misfit }
	| { kind: 'error'; error: GraphError };

type Ending = 'completed' | 'skipped' | 'stuck' | 'gone' | { error: GraphError } | Failure;

/** A run that failed, for a cause that a smaller or later one may not have. */
interface Failure {
	failedFor: GraphError | undefined;
}

/** Causes of a failure that splitting the report or asking again may cure. */
const CURABLE = ['tooMuchData', 'transient', 'throttled', 'unknown'];

interface Watch {
	id: string;
	pause: number;
	/** Time of the next look, ms since 1970. */
	due: number;
	/** From then on it counts as stuck, ms since 1970. */
	deadline: number;
	end: (ending: Ending) => void;
}

export interface BoardParts {
	client: GraphClient;
	settings: ReportSettings;
	trace: ReportTrace;
	clock: Clock;
	signal: AbortSignal;
	/** Number of the ad account that pays, if known. */
	quotaOf?: string;
}

/** Runs report jobs to their end: starts them, looks after all of them together, starts them again. */
export class JobBoard {
	private readonly watched = new Set<Watch>();
	private isLooking = false;

	constructor(private readonly parts: BoardParts) {}

	/**
	 * Never rejects. A job that Meta cannot do, however often it is started, is a misfit; one that is
	 * refused for a cause that stays ends with it.
	 *
	 * @param restarts times it is started again
	 * @param mayFit asked before it is started again, whether any part of the report can be made at all
	 */
	async run(
		query: InsightsQuery,
		restarts: number,
		mayFit: () => Promise<boolean>,
	): Promise<JobEnd> {
		const { settings, trace, signal } = this.parts;
		let misfit: Misfit = { reason: 'the job was not done' };
		for (let attempt = 0; attempt <= restarts; attempt++) {
			if (attempt > 0 && !(await mayFit())) break;
			if (signal.aborted) return { kind: 'error', error: cancelled(query) };
			const started = await this.start(query);
			if ('error' in started) {
				const { details } = started.error;
				misfit = { reason: details.message, error: started.error };
				if (details.class === 'tooMuchData') return { kind: 'misfit', misfit };
				if (!isServerFault(started.error)) return { kind: 'error', error: started.error };
				continue;
			}
			const ending = await this.watch(started.id);
			if (ending === 'completed') return { kind: 'done', id: started.id };
			if (typeof ending === 'object' && 'error' in ending) {
				return { kind: 'error', error: ending.error };
			}
			const reason = `report run ${started.id} ${told(ending, settings.jobTimeout)}`;
			const cause = typeof ending === 'object' ? ending.failedFor : undefined;
			misfit = { reason, ...(cause ? { error: cause } : {}) };
			trace.steps.push(`Report run ${started.id} ${told(ending, settings.jobTimeout)}.`);
			if (cause?.details.class === 'tooMuchData') break;
		}
		return { kind: 'misfit', misfit };
	}

	private async start(query: InsightsQuery): Promise<{ id: string } | { error: GraphError }> {
		const { client, trace, quotaOf } = this.parts;
		const request = startRequest(query, quotaOf);
		const [outcome] = await client.requestMany([request], 1);
		if ('error' in outcome) return outcome;
		const id = reportRunIdIn(outcome);
		if (id === undefined) return { error: noId(request) };
		trace.reportRunIds.push(id);
		return { id };
	}

	private async watch(id: string): Promise<Ending> {
		const { clock, settings } = this.parts;
		const now = clock.now();
		return await new Promise<Ending>((resolve) => {
			const watch: Watch = {
				id,
				pause: FIRST_PAUSE_MS,
				due: now + FIRST_PAUSE_MS,
				deadline: now + settings.jobTimeout,
				end: (ending) => {
					this.watched.delete(watch);
					resolve(ending);
				},
			};
			this.watched.add(watch);
			if (!this.isLooking) void this.lookUntilDone();
		});
	}

	/** One loop for all jobs, so that one call tells how they stand. Never rejects. */
	private async lookUntilDone(): Promise<void> {
		const { clock, signal } = this.parts;
		this.isLooking = true;
		while (this.watched.size > 0) {
			const now = clock.now();
			if (signal.aborted) {
				this.endAll({ error: cancelled(NO_QUERY) });
				break;
			}
			const next = Math.min(...[...this.watched].map(({ due }) => due));
			// Short sleeps: a job that is started meanwhile is due before those that wait longer.
			if (next > now) await clock.sleep(Math.min(next - now, FIRST_PAUSE_MS), signal);
			else await this.look([...this.watched].filter(({ due }) => due <= now + TOGETHER_MS));
		}
		this.isLooking = false;
	}

	private async look(due: Watch[]): Promise<void> {
		const { client, quotaOf } = this.parts;
		const ids = due.map(({ id }) => id);
		await readReportStatus(client, ids, quotaOf).then(
			(results) => due.forEach((watch, index) => this.judge(watch, results[index])),
			(cause: unknown) => {
				const error = asGraphError(cause, NO_QUERY);
				for (const watch of due) watch.end({ error });
			},
		);
	}

	private judge(watch: Watch, result: Awaited<ReturnType<typeof readReportStatus>>[number]): void {
		const ending = endingOf(result);
		const now = this.parts.clock.now();
		if (ending) watch.end(ending);
		else if (now >= watch.deadline) watch.end('stuck');
		else {
			watch.pause = Math.min(watch.pause * PAUSE_GROWTH, LAST_PAUSE_MS);
			watch.due = Math.min(now + watch.pause, watch.deadline);
		}
	}

	private endAll(ending: Ending): void {
		for (const watch of [...this.watched]) watch.end(ending);
	}
}

/** `undefined`: not ended yet. A job that nobody could ask after is asked after again. */
function endingOf(
	result: Awaited<ReturnType<typeof readReportStatus>>[number],
): Ending | undefined {
	if ('error' in result) {
		const { class: errorClass } = result.error.details;
		if (errorClass === 'notFound') return 'gone';
		return errorClass === 'transient' || errorClass === 'unknown' ? undefined : result;
	}
	const { status } = result;
	if (status.status === 'Job Failed') {
		const cause = causeOf(status);
		return !cause || CURABLE.includes(cause.details.class)
			? { failedFor: cause }
			: { error: cause };
	}
	if (status.status === 'Job Skipped') return 'skipped';
	return isDone(status) ? 'completed' : undefined;
}

/** Meta answered with a fault of its own: too large a report is one of the causes. */
export function isServerFault({ details }: GraphError): boolean {
	return (
		details.statusCode !== undefined &&
		(details.class === 'transient' || (details.class === 'unknown' && details.statusCode >= 500))
	);
}

function told(ending: Exclude<Ending, { error: GraphError }>, jobTimeoutMs: number): string {
	if (typeof ending === 'object') {
		return ending.failedFor ? `failed: ${ending.failedFor.details.message}` : 'failed';
	}
	if (ending === 'stuck') return `was not done after ${Math.round(jobTimeoutMs / 1000)} seconds`;
	if (ending === 'gone') return 'is not known to Meta any more';
	if (ending === 'skipped') return 'was skipped';
	return ending;
}
