import type { Clock } from './clock';
import { decideThrottle } from './throttle';
import type { ThrottleDecision } from './throttle';
import type { Quota } from './quota';
import { UNKNOWN_GROUP } from './types';
import type { GraphRequest, QuotaUsage } from './types';
import type { Charge, Payers, Reservation, UsageLedger } from './usage';
import type { Waiting } from './waiting';

/** How often a request looks whether calls in flight were answered, whose usage it has to know. */
const HOLD_MS = 20;
/** A wait is judged anew after this time at the latest: other requests' replies may end it. */
const SLICE_MS = 1_000;

/** Something that is to be sent. */
export interface Waiter {
	readonly request: GraphRequest;
	/** Requests of one key are counted under the same quotas: see `quotaKey`. */
	readonly quotaKey: string;
}

/** Why a request may not go within the time that the user allows. */
export interface Refusal {
	/** In plain words: which quota, how full. */
	reason: string;
	/** Milliseconds until calls are possible again. */
	wait: number;
}

export type Admission<Job> =
	| { kind: 'admitted'; jobs: Job[]; reservation: Reservation }
	| { kind: 'refused'; jobs: Job[]; refusal: Refusal }
	| { kind: 'cancelled' };

/** What holds all jobs back, and the quota to name for it. */
interface Obstacle {
	quota: Quota;
	decision: Exclude<ThrottleDecision, { kind: 'allow' }>;
}

export interface RateLimiterParts {
	ledger: UsageLedger;
	waiting: Waiting;
	clock: Clock;
	signal?: AbortSignal;
}

/** Lets requests through as the usage limits allow; one per node run. */
export class RateLimiter {
	private readonly payers: Payers = new Map();

	constructor(private readonly parts: RateLimiterParts) {}

	/**
	 * Waits until at least one of the jobs may go, and gives those that may go together: at most
	 * `most`, no two of one batch group, and one alone that shares no batch. Jobs of a full quota do not
	 * hold back the others.
	 */
	async admit<Job extends Waiter>(jobs: Job[], most: number): Promise<Admission<Job>> {
		const { clock, waiting, signal } = this.parts;
		let wait: ReturnType<Waiting['begin']> | undefined;
		let admission: Admission<Job> | undefined;
		while (!admission) {
			if (signal?.aborted) {
				admission = { kind: 'cancelled' };
				break;
			}
			const now = clock.now();
			const choice = this.choose(jobs, most, now);
			if ('reservation' in choice) {
				admission = { kind: 'admitted', ...choice };
			} else if (choice.decision.kind === 'awaitReplies') {
				await clock.sleep(HOLD_MS, signal);
			} else if (choice.decision.wait > waiting.left(now)) {
				const refusal = { reason: reasonOf(choice.quota, now), wait: choice.decision.wait };
				admission = { kind: 'refused', jobs, refusal };
			} else {
				wait ??= waiting.begin(reasonOf(choice.quota, now), now);
				await clock.sleep(Math.min(choice.decision.wait, SLICE_MS), signal);
			}
		}
		if (wait) waiting.end(wait, clock.now());
		return admission;
	}

	/** The admitted requests are answered; `headers` as in `UsageLedger.settle`. */
	settle(reservation: Reservation, headers: Array<Record<string, string> | undefined>): void {
		this.parts.ledger.settle(reservation, headers, this.parts.clock.now(), this.payers);
	}

	/**
	 * Meta refused a request for its quota of `type`.
	 *
	 * @param wait until calls are possible again, if headers have not told, in ms
	 * @returns whether the request is counted under such a quota, which now holds it back
	 */
	refused(request: GraphRequest, type: string, wait: number): boolean {
		const quota = this.parts.ledger.quotaOf(request, type, this.payers);
		quota?.onThrottled(this.parts.clock.now(), wait);
		return quota !== undefined;
	}

	usage(): QuotaUsage[] {
		return this.parts.ledger.usage(this.parts.clock.now());
	}

	/** Takes jobs in their order as far as all of their quotas have room. */
	private choose<Job extends Waiter>(
		jobs: Job[],
		most: number,
		now: number,
	): { jobs: Job[]; reservation: Reservation } | Obstacle {
		const chosen: Job[] = [];
		const charges: Charge[] = [];
		const groups = new Set<string>();
		const allowances = new Map<Quota, ThrottleDecision>();
		const room = new Map<Quota, number>();
		const known = new Map<string, Quota[]>();
		/** Quotas of which one has no room, so that their other jobs need no look. */
		const full = new Set<Quota[]>();
		let nearest: Obstacle | undefined;
		for (const job of jobs) {
			if (chosen.length >= most) break;
			const { batchGroup } = job.request;
			if (batchGroup !== undefined && groups.has(batchGroup)) continue;
			const isAlone = travelsAlone(job.request);
			if (isAlone && chosen.length > 0) continue;
			const quotas =
				known.get(job.quotaKey) ?? this.parts.ledger.quotasOf(job.request, this.payers);
			if (full.has(quotas)) continue;
			known.set(job.quotaKey, quotas);
			for (const quota of quotas) {
				if (allowances.has(quota)) continue;
				const decision = this.decisionFor(quota, most, now);
				allowances.set(quota, decision);
				room.set(quota, decision.kind === 'allow' ? decision.calls : 0);
			}
			const obstacle = farthest(quotas, allowances);
			if (obstacle) {
				if (!nearest || waitOf(obstacle.decision) < waitOf(nearest.decision)) nearest = obstacle;
				full.add(quotas);
				continue;
			}
			if (quotas.some((quota) => room.get(quota) === 0)) {
				full.add(quotas);
				continue;
			}
			for (const quota of quotas) room.set(quota, (room.get(quota) ?? 0) - 1);
			if (batchGroup !== undefined) groups.add(batchGroup);
			chosen.push(job);
			charges.push({ request: job.request, quotas });
			if (isAlone) break;
		}
		if (chosen.length === 0 && nearest) return nearest;
		const probed = new Set(
			charges.flatMap(({ quotas }) => quotas).filter((quota) => isProbe(allowances.get(quota))),
		);
		const reservation = { charges, at: now, probed };
		this.parts.ledger.reserve(reservation);
		return { jobs: chosen, reservation };
	}

	/** Waits that only spread calls are left out when the user's limit has no time for them. */
	private decisionFor(quota: Quota, most: number, now: number): ThrottleDecision {
		const decision = decideThrottle(quota.state(now), most, now);
		return decision.kind === 'delay' && decision.wait > this.parts.waiting.left(now)
			? { kind: 'allow', calls: decision.calls, isProbe: false }
			: decision;
	}
}

/** The obstacle among a request's quotas that lasts longest. */
function farthest(quotas: Quota[], allowances: Map<Quota, ThrottleDecision>): Obstacle | undefined {
	let found: Obstacle | undefined;
	for (const quota of quotas) {
		const decision = allowances.get(quota);
		if (!decision || decision.kind === 'allow') continue;
		if (!found || waitOf(decision) > waitOf(found.decision)) found = { quota, decision };
	}
	return found;
}

function waitOf(decision: Obstacle['decision']): number {
	return decision.kind === 'awaitReplies' ? HOLD_MS : decision.wait;
}

function isProbe(decision: ThrottleDecision | undefined): boolean {
	return decision?.kind === 'allow' && decision.isProbe;
}

const PAYER_NAMES: Record<string, string> = {
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
				: `${PAYER_NAMES[quota.type] ?? 'object'} ${quota.object}`;
	return `${quota.type} quota of ${owner} is ${percent} % used`;
}

/** Whether a batch cannot carry a request: it goes elsewhere, has other headers or another body, or may clash. */
function travelsAlone(request: GraphRequest): boolean {
	const { host, uploadUrl, files, bytes, headers, scheme, asPage, batchGroup } = request;
	if (batchGroup === UNKNOWN_GROUP) return true;
	const isElsewhere = (host !== undefined && host !== 'graph') || uploadUrl !== undefined;
	return isElsewhere || [files, bytes, headers, scheme, asPage].some((own) => own !== undefined);
}
