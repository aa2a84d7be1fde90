import type { StoredObject } from '../store';
import type { Group } from './groups';
import type { InsightsRequest } from './request';

export const JOB_OUTCOMES = [
	'expire',
	'fail',
	'neverStart',
	'notReady',
	'skip',
	'slow',
	'stall',
] as const;

/**
 * What becomes of a job:
 * - `fail`, `skip`: it ends with that status.
 * - `neverStart`: it stays "Job Not Started".
 * - `slow`: it takes `ms`.
 * - `stall`: it says 100 % and still "Job Running" for `ms`, then completes.
 * - `notReady`: it completes, and its rows are refused with 2601/1815107 for `ms` more.
 * - `expire`: it completes, and is gone when its rows are asked for.
 */
export type JobOutcome = (typeof JOB_OUTCOMES)[number];

export interface JobFault {
	outcome: JobOutcome;
	ms?: number;
	/** How many jobs; default 1; 0 for all. */
	times?: number;
	/** Only jobs of this object. */
	object?: string;
	/** How many such jobs go well before. */
	skip?: number;
}

/** A report that is made in the background. */
export interface Job {
	object: StoredObject;
	request: InsightsRequest;
	startedMs: number;
	durationMs: number;
	outcome?: JobOutcome;
	/** Ms of the outcome. */
	outcomeMs: number;
	/** Too many rows or data points: it fails. */
	isTooBig: boolean;
	withReach: boolean;
	/** Of the file, when one was asked for. */
	exported: { columns?: string[]; name?: string; format?: string };
}

/** Reports are kept while they have no more rows than this together. */
const MAX_CACHED_ROWS = 400_000;

/** Reports under way and reports made lately. */
export class InsightsState {
	readonly jobs = new Map<string, Job>();
	private faults: Array<{ fault: JobFault; left: number; skip: number }> = [];
	private readonly reachJobs = new Map<string, number>();
	private readonly reports = new Map<string, Group[]>();

	/** Decides what becomes of jobs that are started from now on. */
	jobFaults(...faults: JobFault[]): void {
		for (const fault of faults) {
			if (!JOB_OUTCOMES.includes(fault.outcome)) {
				throw new Error(`Unknown outcome "${fault.outcome}": one of ${JOB_OUTCOMES.join(', ')}`);
			}
			const times = fault.times ?? 1;
			this.faults.push({ fault, left: times === 0 ? Infinity : times, skip: fault.skip ?? 0 });
		}
	}

	/** Takes what is to become of a new job. */
	takeFault(objectId: string): JobFault | undefined {
		for (const queued of this.faults) {
			const { fault } = queued;
			if (fault.object !== undefined && fault.object !== objectId) continue;
			if (queued.skip > 0) {
				queued.skip -= 1;
				continue;
			}
			queued.left -= 1;
			if (queued.left <= 0) this.faults = this.faults.filter((other) => other !== queued);
			return fault;
		}
		return undefined;
	}

	/** Counts a job that asks for rationed reach; gives how many there were that day. */
	countReach(accountId: string, day: number): number {
		const key = `${accountId} ${day}`;
		const count = (this.reachJobs.get(key) ?? 0) + 1;
		this.reachJobs.set(key, count);
		return count;
	}

	/** The rows of a report that was made before, or makes them. */
	cached(key: string, make: () => Group[]): Group[] {
		const known = this.reports.get(key);
		const groups = known ?? make();
		this.reports.delete(key);
		this.reports.set(key, groups);
		if (!known) this.dropOldest();
		return groups;
	}

	private dropOldest(): void {
		let rows = 0;
		for (const groups of this.reports.values()) rows += groups.length;
		for (const [key, groups] of this.reports) {
			if (rows <= MAX_CACHED_ROWS || this.reports.size === 1) return;
			rows -= groups.length;
			this.reports.delete(key);
		}
	}

	clear(): void {
		this.jobs.clear();
		this.faults = [];
		this.reachJobs.clear();
		this.reports.clear();
	}
}
