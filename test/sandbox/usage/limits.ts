/** What a call is counted against: a business use case of an ad account, or the app itself. */
export type UseCase = 'ads_management' | 'ads_insights' | 'app';

export type AccessTier = 'development_access' | 'standard_access';

/** One entry of the usage header, as it goes over the wire. */
export interface UsageEntry {
	type: string;
	call_count: number;
	total_cputime: number;
	total_time: number;
	estimated_time_to_regain_access: number;
	ads_api_access_tier?: string;
}

export interface LimitOptions {
	tier: AccessTier;
	/** Calls per hour of one ad account and use case, instead of the documented formula. */
	callsPerHour?: number;
	/** Users of the app: its own limit is 200 calls per hour and user. */
	appUsers: number;
	/**
	 * `rolling`: every call leaves the count exactly one hour after it was made.
	 * `decaying`: the count drains evenly, a full quota per hour.
	 */
	window: 'rolling' | 'decaying';
	/** Percents that `total_cputime` and `total_time` tell; they throttle nothing here. */
	cpuPercent: number;
	timePercent: number;
	/**
	 * The percent of calls that headers tell, whatever was counted. Only headers: calls are still
	 * let through, so that a client which slows down by the header alone can be tested.
	 */
	forcePercent?: number;
	/** Regain time in ms that goes with a forced percent of 100 and more. */
	forceRegainMs: number;
	/**
	 * Milliseconds that one unit of `estimated_time_to_regain_access` stands for: a minute. With an
	 * hour of the documented length whole minutes are told; with a scaled hour fractions, so that a
	 * client which takes the header at its word waits just long enough. Set it to `hourMs / 60` for
	 * minutes of the scaled hour.
	 */
	regainUnitMs: number;
	/** Entries of other objects, added to every business use case header. */
	extraEntries: Array<{ objectId: string; entry: UsageEntry }>;
	/** Write extra entries of the account itself under a key of their own (a duplicate one). */
	duplicateKeys: boolean;
	/** When to send `x-ad-account-usage`. */
	adAccountUsageHeader: 'insights' | 'always' | 'never';
	/** Send no usage header at all: "once enough calls have been made" it comes. */
	silent: boolean;
}

export const DEFAULT_LIMITS: LimitOptions = {
	tier: 'development_access',
	appUsers: 10,
	window: 'rolling',
	cpuPercent: 0,
	timePercent: 0,
	forceRegainMs: 60_000,
	regainUnitMs: 60_000,
	extraEntries: [],
	duplicateKeys: false,
	adAccountUsageHeader: 'insights',
	silent: false,
};

/**
 * Calls per hour ("Rate Limits, Business Use Case Rate Limits" and "Platform Rate Limits").
 * @param activeAds ads now running in the ad account
 * @param userErrors errors the account's insights calls have had
 */
export function quotaPerHour(
	useCase: UseCase,
	limits: LimitOptions,
	activeAds: number,
	userErrors: number,
): number {
	const isStandard = limits.tier === 'standard_access';
	if (useCase === 'app') return 200 * limits.appUsers;
	if (limits.callsPerHour !== undefined) return limits.callsPerHour;
	if (useCase === 'ads_management') return (isStandard ? 100_000 : 300) + 40 * activeAds;
	return (isStandard ? 190_000 : 600) + 400 * activeAds - 0.001 * userErrors;
}
