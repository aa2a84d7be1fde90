import { maxBy } from 'lodash';

import { Quota } from './quota';
import type { SentCalls } from './quota';
import { keepRecent } from './recent';
import type { GraphRequest, QuotaUsage, UseCase } from './types';
import { readUsage, UNKNOWN_OBJECT } from './usageHeaders';
import type { UsageReading } from './usageHeaders';

/** Remembered at once; the one unused for longest is forgotten. */
const MAX_CREDENTIALS = 200;
const MAX_QUOTAS = 2_000;

/** Length of the window in hours where it is not one (Rate Limits, Business Use Case Rate Limits). */
const WINDOW_HOURS: Partial<Record<string, number>> = {
	catalog_batch: 1 / 60,
	instagram: 24,
	leadgen: 24,
	pages: 24,
};

/** A request on its way and the quotas it was reserved under. */
export interface Charge {
	request: GraphRequest;
	quotas: Quota[];
}

/** Requests that went out together. */
export interface Reservation {
	charges: Charge[];
	at: number;
	/** Quotas whose pause this tests. */
	probed: ReadonlySet<Quota>;
}

/** Which object paid for the last request of a use case; one per node run. */
export type Payers = Map<string, string>;

/** What Meta says is left, for one credential (Rate Limits, Headers). */
export class UsageLedger {
	private readonly quotas = new Map<string, Quota>();
	/** The object that headers name for the one a request names: they may tell of its business. */
	private readonly aliases = new Map<string, string>();

	constructor(private readonly windowMs: number) {}

	/**
	 * The quotas a request is counted under: its use case, and what may be told for the ad account
	 * and the app.
	 */
	quotasOf(request: GraphRequest, payers: Payers): Quota[] {
		const type = useCaseOf(request);
		const app = this.known('app', 'app');
		if (type === undefined) return app ? [app] : [];
		const object = this.payerOf(request, type, payers);
		const types = type === 'ads_insights' ? ['account', 'insights'] : ['account'];
		return [
			this.quota(this.aliases.get(`${type} ${object}`) ?? object, type),
			...types.map((other) => this.known(object, other)),
			app,
			type === 'ads_insights' ? this.known('app', 'insights') : undefined,
		].filter((quota): quota is Quota => quota !== undefined);
	}

	/** The quota of a type that a request is counted under, even if no header has told of it yet. */
	quotaOf(request: GraphRequest, type: string, payers: Payers): Quota | undefined {
		if (type === 'app') return this.quota('app', 'app');
		const useCase = useCaseOf(request);
		if (type === 'account' && useCase) {
			return this.quota(this.payerOf(request, useCase, payers), 'account');
		}
		return this.quotasOf(request, payers).find((quota) => quota.type === type);
	}

	/** Requests go out. */
	reserve(reservation: Reservation): void {
		for (const [quota, calls] of callsPerQuota(reservation.charges)) {
			quota.onSent(calls, sentOf(reservation, quota));
		}
	}

	/**
	 * The requests are no longer on their way.
	 *
	 * @param headers of each request's reply; `undefined` where none came
	 */
	settle(
		reservation: Reservation,
		headers: Array<Record<string, string> | undefined>,
		now: number,
		payers: Payers,
	): void {
		for (const [quota, calls] of callsPerQuota(reservation.charges)) {
			quota.onReturned(calls, sentOf(reservation, quota));
		}
		const readings = new Map<Quota, UsageReading>();
		const answered: Charge[] = [];
		reservation.charges.forEach(({ request }, index) => {
			const own = headers[index];
			if (!own) return;
			const type = useCaseOf(request);
			const object = type && this.payerOf(request, type, payers);
			const told = readUsage(own, object);
			if (type && object) this.learnPayer(request, { type, object }, told, payers);
			for (const reading of told) {
				const quota = this.quota(reading.object, reading.type);
				readings.set(quota, fuller(readings.get(quota), reading));
			}
			answered.push({ request, quotas: this.quotasOf(request, payers) });
		});
		const calls = callsPerQuota(answered);
		for (const quota of new Set([...calls.keys(), ...readings.keys()])) {
			const sent = sentOf(reservation, quota);
			quota.onReply(calls.get(quota) ?? 0, sent, now, readings.get(quota));
		}
	}

	/** What is known of all quotas, the fullest first. */
	usage(now: number): QuotaUsage[] {
		return [...this.quotas.values()]
			.filter(({ object }) => object !== UNKNOWN_OBJECT)
			.map((quota) => quota.usage(now))
			.filter((usage): usage is QuotaUsage => usage !== undefined)
			.sort((a, b) => b.percent - a.percent);
	}

	/** The object that pays for a request, as far as that is known. */
	private payerOf(request: GraphRequest, type: string, payers: Payers): string {
		return namedPayer(request) ?? payers.get(type) ?? this.fullestOf(type);
	}

	/** Without a hint the quota that is nearest to its limit is the one to mind. */
	private fullestOf(type: string): string {
		const known = [...this.quotas.values()].filter(
			(quota) => quota.type === type && quota.object !== UNKNOWN_OBJECT,
		);
		return maxBy(known, ({ percent }) => percent)?.object ?? UNKNOWN_OBJECT;
	}

	/** When a reply tells of one object of the use case and not of the expected one, that one pays. */
	private learnPayer(
		request: GraphRequest,
		expected: { type: string; object: string },
		told: UsageReading[],
		payers: Payers,
	): void {
		const { type, object } = expected;
		const objects = new Set(told.filter((one) => one.type === type).map((one) => one.object));
		const [payer] = objects;
		if (objects.has(object)) {
			this.aliases.delete(`${type} ${object}`);
			payers.set(type, object);
		} else if (objects.size === 1 && namedPayer(request)) {
			keepRecent(this.aliases, `${type} ${object}`, payer, MAX_QUOTAS);
		} else if (objects.size === 1) {
			payers.set(type, payer);
		}
	}

	private quota(object: string, type: string): Quota {
		const key = `${type} ${object}`;
		const windowMs = this.windowMs * (WINDOW_HOURS[type] ?? 1);
		const quota = this.quotas.get(key) ?? new Quota(object, type, windowMs);
		return keepRecent(this.quotas, key, quota, MAX_QUOTAS);
	}

	private known(object: string, type: string): Quota | undefined {
		return this.quotas.get(`${type} ${object}`);
	}
}

const ledgers = new Map<string, UsageLedger>();

/** The ledger that all nodes of this process share for one credential. */
export function ledgerOf(key: string, windowMs: number): UsageLedger {
	const ledger = ledgers.get(key) ?? new UsageLedger(windowMs);
	return keepRecent(ledgers, key, ledger, MAX_CREDENTIALS);
}

/** Forgets what all credentials have used, for tests that have to start from nothing. */
export function forgetUsage(): void {
	ledgers.clear();
}

/** The use case a request is counted under, by its path if it does not say. */
export function useCaseOf({ useCase, path }: GraphRequest): UseCase | undefined {
	if (useCase) return useCase;
	if (/\/insights$/.test(path)) return 'ads_insights';
	return /^\/act_\d/.test(path) ? 'ads_management' : undefined;
}

/** Requests of one key are counted under the same quotas, as long as no answer comes in between. */
export function quotaKey(request: GraphRequest): string {
	return `${useCaseOf(request)} ${namedPayer(request)}`;
}

/** The ad account, catalog, Page ... that a request itself names. */
function namedPayer({ quotaOf, path }: GraphRequest): string | undefined {
	return quotaOf?.replace(/^act_/, '') ?? /^\/act_(\d+)(?:\/|$)/.exec(path)?.[1];
}

function callsPerQuota(charges: Charge[]): Map<Quota, number> {
	const calls = new Map<Quota, number>();
	for (const { quotas } of charges) {
		for (const quota of quotas) calls.set(quota, (calls.get(quota) ?? 0) + 1);
	}
	return calls;
}

function sentOf({ at, probed }: Reservation, quota: Quota): SentCalls {
	return { at, isProbe: probed.has(quota) };
}

/** Within one batch the later step tells the higher usage. */
function fuller(known: UsageReading | undefined, reading: UsageReading): UsageReading {
	if (!known) return reading;
	const fullest = reading.percent >= known.percent ? reading : known;
	return { ...fullest, regainMs: Math.max(known.regainMs, reading.regainMs) };
}
