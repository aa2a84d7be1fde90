import type { Clock } from './clock';
import { decideThrottle } from './throttle';
import type { ThrottleDecision } from './throttle';
import type { Quota } from './quota';
import { UNKNOWN_GROUP } from './types';
import type { GraphRequest, QuotaUsage } from './types';
import type { ReservedRequest, QuotaOwners, Reservation, UsageTracker } from './usage';
import type { WaitBudget } from './waitBudget';

/** Poll interval while a request needs the replies of calls in flight. */
const REPLY_CHECK_MS = 20;
/** A wait is checked again after this time, because other requests' replies may end it. */
const RECHECK_MS = 1_000;

export interface QueuedRequest {
	readonly request: GraphRequest;
	/** See `quotaKey` in `usage`. */
	readonly quotaKey: string;
}

export type Acquisition<Job> =
	| { kind: 'acquired'; jobs: Job[]; reservation: Reservation }
	/** `reason` names the quota; `wait` is the time until calls are possible again, in ms. */
	| { kind: 'maxWaitExceeded'; jobs: Job[]; reason: string; wait: number }
	| { kind: 'cancelled' };

/** The quota that delays all jobs. */
interface Blocker {
	quota: Quota;
	decision: Exclude<ThrottleDecision, { kind: 'allow' }>;
}

export interface RateLimiterDeps {
	tracker: UsageTracker;
	waitBudget: WaitBudget;
	clock: Clock;
	signal?: AbortSignal;
}

/** One per node run. */
export class RateLimiter {
	private readonly owners: QuotaOwners = new Map();

	constructor(private readonly deps: RateLimiterDeps) {}

	/**
	 * Waits until at least one job may be sent, and gives those for one HTTP call: at most `most`, no two
	 * of one batch group, and an unbatchable one alone. Jobs of an exhausted quota do not delay the others.
	 */
	async acquire<Job extends QueuedRequest>(jobs: Job[], most: number): Promise<Acquisition<Job>> {
		const { clock, waitBudget, signal } = this.deps;
		let started: ReturnType<WaitBudget['start']> | undefined;
		let acquisition: Acquisition<Job> | undefined;
		while (!acquisition) {
			if (signal?.aborted) {
				acquisition = { kind: 'cancelled' };
				break;
			}
			const now = clock.now();
			const choice = this.select(jobs, most, now);
			if ('reservation' in choice) {
				acquisition = { kind: 'acquired', ...choice };
			} else if (choice.decision.kind === 'awaitReplies') {
				await clock.sleep(REPLY_CHECK_MS, signal);
			} else if (choice.decision.wait > waitBudget.remaining(now)) {
				const { wait } = choice.decision;
				acquisition = { kind: 'maxWaitExceeded', jobs, reason: reasonOf(choice.quota, now), wait };
			} else {
				started ??= waitBudget.start(reasonOf(choice.quota, now), now);
				await clock.sleep(Math.min(choice.decision.wait, RECHECK_MS), signal);
			}
		}
		if (started) waitBudget.end(started, clock.now());
		return acquisition;
	}

	/** Ends a reservation; `headers` as in `UsageTracker.release`. */
	release(reservation: Reservation, headers: Array<Record<string, string> | undefined>): void {
		this.deps.tracker.release(reservation, headers, this.deps.clock.now(), this.owners);
	}

	/**
	 * Takes a throttle by the quota of `type`.
	 *
	 * @param wait ms until calls are possible again, if headers have not said
	 * @returns whether the request counts under such a quota, which now delays it
	 */
	onThrottled(request: GraphRequest, type: string, wait: number): boolean {
		const quota = this.deps.tracker.quotaOf(request, type, this.owners);
		quota?.onThrottled(this.deps.clock.now(), wait);
		return quota !== undefined;
	}

	usage(): QuotaUsage[] {
		return this.deps.tracker.usage(this.deps.clock.now());
	}

	/** Takes jobs in their order as long as all of their quotas have capacity. */
	private select<Job extends QueuedRequest>(
		jobs: Job[],
		most: number,
		now: number,
	): { jobs: Job[]; reservation: Reservation } | Blocker {
		const chosen: Job[] = [];
		const reserved: ReservedRequest[] = [];
		const groups = new Set<string>();
		const decisions = new Map<Quota, ThrottleDecision>();
		const capacity = new Map<Quota, number>();
		const known = new Map<string, Quota[]>();
		/** Sets of quotas of which one has no capacity: their other jobs are skipped. */
		const exhausted = new Set<Quota[]>();
		let soonest: Blocker | undefined;
		for (const job of jobs) {
			if (chosen.length >= most) break;
			const { batchGroup } = job.request;
			if (batchGroup !== undefined && groups.has(batchGroup)) continue;
			const isAlone = isUnbatchable(job.request);
			if (isAlone && chosen.length > 0) continue;
			const quotas =
				known.get(job.quotaKey) ?? this.deps.tracker.quotasOf(job.request, this.owners);
			if (exhausted.has(quotas)) continue;
			known.set(job.quotaKey, quotas);
			for (const quota of quotas) {
				if (decisions.has(quota)) continue;
				const decision = this.decisionFor(quota, most, now);
				decisions.set(quota, decision);
				capacity.set(quota, decision.kind === 'allow' ? decision.calls : 0);
			}
			const blocker = longestBlocker(quotas, decisions);
			if (blocker) {
				if (!soonest || waitOf(blocker.decision) < waitOf(soonest.decision)) soonest = blocker;
				exhausted.add(quotas);
				continue;
			}
			if (quotas.some((quota) => capacity.get(quota) === 0)) {
				exhausted.add(quotas);
				continue;
			}
			for (const quota of quotas) capacity.set(quota, (capacity.get(quota) ?? 0) - 1);
			if (batchGroup !== undefined) groups.add(batchGroup);
			chosen.push(job);
			reserved.push({ request: job.request, quotas });
			if (isAlone) break;
		}
		if (chosen.length === 0 && soonest) return soonest;
		const probes = new Set(
			reserved.flatMap(({ quotas }) => quotas).filter((quota) => isProbe(decisions.get(quota))),
		);
		const reservation = { requests: reserved, at: now, probes };
		this.deps.tracker.reserve(reservation);
		return { jobs: chosen, reservation };
	}

	/** Delays that only spread calls are skipped when the wait budget is too small. */
	private decisionFor(quota: Quota, most: number, now: number): ThrottleDecision {
		const decision = decideThrottle(quota.state(now), most, now);
		return decision.kind === 'delay' && decision.wait > this.deps.waitBudget.remaining(now)
			? { kind: 'allow', calls: decision.calls, isProbe: false }
			: decision;
	}
}

function longestBlocker(
	quotas: Quota[],
	decisions: Map<Quota, ThrottleDecision>,
): Blocker | undefined {
	let found: Blocker | undefined;
	for (const quota of quotas) {
		const decision = decisions.get(quota);
		if (!decision || decision.kind === 'allow') continue;
		if (!found || waitOf(decision) > waitOf(found.decision)) found = { quota, decision };
	}
	return found;
}

function waitOf(decision: Blocker['decision']): number {
	return decision.kind === 'awaitReplies' ? REPLY_CHECK_MS : decision.wait;
}

function isProbe(decision: ThrottleDecision | undefined): boolean {
	return decision?.kind === 'allow' && decision.isProbe;
}

const OWNER_NAMES: Record<string, string> = {
	ads_management: 'ad account',
	ads_insights: 'ad account',
	custom_audience: 'ad account',
	account: 'ad account',
	insights: 'ad account',
	catalog_batch: 'catalog',
	catalog_management: 'catalog',
	instagram: 'Instagram account',
	pages: 'Page',
	leadgen: 'Page',
};

function reasonOf(quota: Quota, now: number): string {
	const percent = Math.round(quota.usage(now)?.percent ?? 0);
	const owner =
		quota.object === 'app'
			? 'the app'
			: quota.object === '?'
				? 'this credential'
				: `${OWNER_NAMES[quota.type] ?? 'object'} ${quota.object}`;
	return `${quota.type} quota of ${owner} is ${percent} % used`;
}

/** Requests to other hosts, with own headers or bodies, or of an unknown batch group. */
function isUnbatchable(request: GraphRequest): boolean {
	const { host, uploadUrl, files, bytes, headers, scheme, asPage, batchGroup } = request;
	if (batchGroup === UNKNOWN_GROUP) return true;
	const isElsewhere = (host !== undefined && host !== 'graph') || uploadUrl !== undefined;
	return isElsewhere || [files, bytes, headers, scheme, asPage].some((own) => own !== undefined);
}
