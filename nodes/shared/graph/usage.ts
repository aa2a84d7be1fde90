import { maxBy } from 'lodash';

import { Quota } from './quota';
import type { SentCalls } from './quota';
import { setLru } from './lru';
import type { GraphRequest, QuotaUsage, UseCase } from './types';
import { readUsage, UNKNOWN_OBJECT } from './usageHeaders';
import type { UsageReading } from './usageHeaders';

/** Sizes of the LRU maps. */
const MAX_CREDENTIALS = 200;
const MAX_QUOTAS = 2_000;

/** Length of the window in hours where it is not one (Rate Limits, Business Use Case Rate Limits). */
const WINDOW_HOURS: Partial<Record<string, number>> = {
	catalog_batch: 1 / 60,
	instagram: 24,
	leadgen: 24,
	pages: 24,
};

/** A request in flight, and the quotas it counts under. */
export interface ReservedRequest {
	request: GraphRequest;
	quotas: Quota[];
}

/** Requests that are sent together. */
export interface Reservation {
	requests: ReservedRequest[];
	at: number;
	/** Quotas whose pause these requests test. */
	probes: ReadonlySet<Quota>;
}

/** By use case, the object whose quota the last request counted under; one per node run. */
export type QuotaOwners = Map<string, string>;

/** All quotas of one credential (Rate Limits, Headers). */
export class UsageTracker {
	private readonly quotas = new Map<string, Quota>();
	/** The object that headers name instead of the one in the request, such as its business. */
	private readonly aliases = new Map<string, string>();

	constructor(private readonly windowMs: number) {}

	/** The quotas a request counts under: its use case, and those known of the ad account and the app. */
	quotasOf(request: GraphRequest, owners: QuotaOwners): Quota[] {
		const type = useCaseOf(request);
		const app = this.known('app', 'app');
		if (type === undefined) return app ? [app] : [];
		const object = this.ownerOf(request, type, owners);
		const types = type === 'ads_insights' ? ['account', 'insights'] : ['account'];
		return [
			this.quota(this.aliases.get(`${type} ${object}`) ?? object, type),
			...types.map((other) => this.known(object, other)),
			app,
			type === 'ads_insights' ? this.known('app', 'insights') : undefined,
		].filter((quota): quota is Quota => quota !== undefined);
	}

	/** The quota of a type that a request counts under, even before a header reports it. */
	quotaOf(request: GraphRequest, type: string, owners: QuotaOwners): Quota | undefined {
		if (type === 'app') return this.quota('app', 'app');
		const useCase = useCaseOf(request);
		if (type === 'account' && useCase) {
			return this.quota(this.ownerOf(request, useCase, owners), 'account');
		}
		return this.quotasOf(request, owners).find((quota) => quota.type === type);
	}

	reserve(reservation: Reservation): void {
		for (const [quota, calls] of callsPerQuota(reservation.requests)) {
			quota.onSent(calls, sentOf(reservation, quota));
		}
	}

	/** @param headers of each request's reply; `undefined` where none came */
	release(
		reservation: Reservation,
		headers: Array<Record<string, string> | undefined>,
		now: number,
		owners: QuotaOwners,
	): void {
		for (const [quota, calls] of callsPerQuota(reservation.requests)) {
			quota.onReturned(calls, sentOf(reservation, quota));
		}
		const readings = new Map<Quota, UsageReading>();
		const answered: ReservedRequest[] = [];
		reservation.requests.forEach(({ request }, index) => {
			const own = headers[index];
			if (!own) return;
			const type = useCaseOf(request);
			const object = type && this.ownerOf(request, type, owners);
			const reported = readUsage(own, object);
			if (type && object) this.learnOwner(request, { type, object }, reported, owners);
			for (const reading of reported) {
				const quota = this.quota(reading.object, reading.type);
				readings.set(quota, fullerReading(readings.get(quota), reading));
			}
			answered.push({ request, quotas: this.quotasOf(request, owners) });
		});
		const calls = callsPerQuota(answered);
		for (const quota of new Set([...calls.keys(), ...readings.keys()])) {
			const sent = sentOf(reservation, quota);
			quota.onReply(calls.get(quota) ?? 0, sent, now, readings.get(quota));
		}
	}

	/** All known quotas, the fullest first. */
	usage(now: number): QuotaUsage[] {
		return [...this.quotas.values()]
			.filter(({ object }) => object !== UNKNOWN_OBJECT)
			.map((quota) => quota.usage(now))
			.filter((usage): usage is QuotaUsage => usage !== undefined)
			.sort((a, b) => b.percent - a.percent);
	}

	/** The object whose quota a request counts under, as far as known. */
	private ownerOf(request: GraphRequest, type: string, owners: QuotaOwners): string {
		return namedOwner(request) ?? owners.get(type) ?? this.fullestOf(type);
	}

	/** An unknown owner is assumed to be the one nearest to its limit. */
	private fullestOf(type: string): string {
		const known = [...this.quotas.values()].filter(
			(quota) => quota.type === type && quota.object !== UNKNOWN_OBJECT,
		);
		return maxBy(known, ({ percent }) => percent)?.object ?? UNKNOWN_OBJECT;
	}

	/** A reply that reports one other object instead of the expected one tells the owner. */
	private learnOwner(
		request: GraphRequest,
		expected: { type: string; object: string },
		reported: UsageReading[],
		owners: QuotaOwners,
	): void {
		const { type, object } = expected;
		const objects = new Set(reported.filter((one) => one.type === type).map((one) => one.object));
		const [owner] = objects;
		if (objects.has(object)) {
			this.aliases.delete(`${type} ${object}`);
			owners.set(type, object);
		} else if (objects.size === 1 && namedOwner(request)) {
			setLru(this.aliases, `${type} ${object}`, owner, MAX_QUOTAS);
		} else if (objects.size === 1) {
			owners.set(type, owner);
		}
	}

	private quota(object: string, type: string): Quota {
		const key = `${type} ${object}`;
		const windowMs = this.windowMs * (WINDOW_HOURS[type] ?? 1);
		const quota = this.quotas.get(key) ?? new Quota(object, type, windowMs);
		return setLru(this.quotas, key, quota, MAX_QUOTAS);
	}

	private known(object: string, type: string): Quota | undefined {
		return this.quotas.get(`${type} ${object}`);
	}
}

const trackers = new Map<string, UsageTracker>();

/** The tracker that all nodes of this process share for one credential. */
export function usageTrackerOf(key: string, windowMs: number): UsageTracker {
	const tracker = trackers.get(key) ?? new UsageTracker(windowMs);
	return setLru(trackers, key, tracker, MAX_CREDENTIALS);
}

/** For tests. */
export function forgetUsage(): void {
	trackers.clear();
}

/** The use case of a request, by its path if it does not say. */
export function useCaseOf({ useCase, path }: GraphRequest): UseCase | undefined {
	if (useCase) return useCase;
	if (/\/insights$/.test(path)) return 'ads_insights';
	return /^\/act_\d/.test(path) ? 'ads_management' : undefined;
}

/** Requests of one key count under the same quotas until a reply changes that. */
export function quotaKey(request: GraphRequest): string {
	return `${useCaseOf(request)} ${namedOwner(request)}`;
}

/** The ad account, catalog, Page ... that a request itself names. */
function namedOwner({ quotaOf, path }: GraphRequest): string | undefined {
	return quotaOf?.replace(/^act_/, '') ?? /^\/act_(\d+)(?:\/|$)/.exec(path)?.[1];
}

function callsPerQuota(requests: ReservedRequest[]): Map<Quota, number> {
	const calls = new Map<Quota, number>();
	for (const { quotas } of requests) {
		for (const quota of quotas) calls.set(quota, (calls.get(quota) ?? 0) + 1);
	}
	return calls;
}

function sentOf({ at, probes }: Reservation, quota: Quota): SentCalls {
	return { at, isProbe: probes.has(quota) };
}

/** Later steps of a batch report higher usage. */
function fullerReading(known: UsageReading | undefined, reading: UsageReading): UsageReading {
	if (!known) return reading;
	const fullest = reading.percent >= known.percent ? reading : known;
	return { ...fullest, regainMs: Math.max(known.regainMs, reading.regainMs) };
}
