import type { Store } from '../store';
import { quotaPerHour, type LimitOptions, type UsageEntry, type UseCase } from './limits';
import { DecayingWindow, RollingWindow, type CallWindow } from './window';

/** What one call was counted against, and whether it was beyond the quota. */
export interface Charge {
	useCase: UseCase;
	/** Ad account number, or the app id. */
	objectId: string;
	isThrottled: boolean;
}

/** How much of one quota is used. */
export interface UsageState {
	useCase: UseCase;
	objectId: string;
	calls: number;
	quota: number;
	percent: number;
	/** Ms until calls go through again; 0 while they do. */
	regainMs: number;
}

const REAL_HOUR_MS = 3_600_000;

/** Counts calls per ad account and use case, and per app ("Rate Limits"). */
export class UsageLedger {
	private readonly windows = new Map<string, CallWindow>();
	private readonly userErrors = new Map<string, number>();
	private readonly activeAds = new Map<string, { revision: number; count: number }>();
	/** Calls that were beyond a quota, over the whole run. */
	throttledCalls = 0;
	totalCalls = 0;

	constructor(
		private readonly store: Store,
		private readonly settings: { limits: LimitOptions; hourMs: number },
		private readonly now: () => number,
	) {}

	/** Counts calls; those beyond the quota count as well, which is why hammering makes it worse. */
	charge(useCase: UseCase, objectId: string, calls: number): Charge {
		const window = this.window(useCase, objectId);
		const nowMs = this.now();
		const isThrottled = window.count(nowMs) + calls > this.quota(useCase, objectId);
		window.add(calls, nowMs);
		this.totalCalls += calls;
		if (isThrottled) this.throttledCalls += calls;
		return { useCase, objectId, isThrottled };
	}

	/** Insights quotas shrink by a thousandth of a call with every error. */
	noteUserError(useCase: UseCase, objectId: string): void {
		if (useCase !== 'ads_insights') return;
		this.userErrors.set(objectId, (this.userErrors.get(objectId) ?? 0) + 1);
	}

	state(useCase: UseCase, objectId: string): UsageState {
		const nowMs = this.now();
		const quota = this.quota(useCase, objectId);
		const window = this.windows.get(`${useCase} ${objectId}`);
		const calls = window?.count(nowMs) ?? 0;
		const regainMs = window && calls >= quota ? window.msUntilBelow(quota, nowMs) : 0;
		return { useCase, objectId, calls, quota, percent: (100 * calls) / quota, regainMs };
	}

	all(): UsageState[] {
		return [...this.windows.keys()].map((key) => {
			const [useCase, objectId] = key.split(' ');
			return this.state(useCase as UseCase, objectId);
		});
	}

	/** The entry of `X-Business-Use-Case-Usage` for one quota. */
	entry(useCase: UseCase, objectId: string): UsageEntry {
		const { limits } = this.settings;
		const state = this.state(useCase, objectId);
		const percent = limits.forcePercent ?? Math.floor(state.percent);
		const isForcedFull = limits.forcePercent !== undefined && limits.forcePercent >= 100;
		const regainMs = isForcedFull ? limits.forceRegainMs : state.regainMs;
		return {
			type: useCase,
			call_count: percent,
			total_cputime: limits.cpuPercent,
			total_time: limits.timePercent,
			estimated_time_to_regain_access: this.inUnits(regainMs, limits.regainUnitMs),
			ads_api_access_tier: limits.tier,
		};
	}

	/** Ms as a count of units: whole ones in a real hour, with fractions in a scaled one. */
	inUnits(ms: number, unitMs: number): number {
		const units = ms / unitMs;
		if (this.settings.hourMs === REAL_HOUR_MS) return Math.ceil(units);
		return Math.ceil(units * 100_000) / 100_000;
	}

	/** Forgets everything counted, as after a long pause. */
	clear(): void {
		this.windows.clear();
		this.userErrors.clear();
		this.activeAds.clear();
		this.throttledCalls = 0;
		this.totalCalls = 0;
	}

	private quota(useCase: UseCase, objectId: string): number {
		const errors = this.userErrors.get(objectId) ?? 0;
		return quotaPerHour(useCase, this.settings.limits, this.countActiveAds(objectId), errors);
	}

	private countActiveAds(accountId: string): number {
		const revision = this.store.revision('ad');
		const known = this.activeAds.get(accountId);
		if (known?.revision === revision) return known.count;
		const ads = this.store.children(`act_${accountId}`, 'ads');
		const count = ads.filter((ad) => ad.values.status === 'ACTIVE').length;
		this.activeAds.set(accountId, { revision, count });
		return count;
	}

	private window(useCase: UseCase, objectId: string): CallWindow {
		const key = `${useCase} ${objectId}`;
		const known = this.windows.get(key);
		if (known) return known;
		const { hourMs, limits } = this.settings;
		const made =
			limits.window === 'rolling'
				? new RollingWindow(hourMs)
				: new DecayingWindow(hourMs, () => this.quota(useCase, objectId));
		this.windows.set(key, made);
		return made;
	}
}
