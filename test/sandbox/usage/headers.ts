import type { Settings } from '../options';
import type { Charge, UsageLedger } from './ledger';
import type { UsageEntry } from './limits';

/**
 * Usage headers for what one call was counted against ("Rate Limits, Headers" and "Limits and
 * Best Practices, Insights Call Load Limits").
 */
export function usageHeaders(
	charges: readonly Charge[],
	ledger: UsageLedger,
	settings: Settings,
): Record<string, string> {
	const { limits } = settings;
	if (limits.silent || charges.length === 0) return {};
	const headers: Record<string, string> = {};
	const business = charges.filter((charge) => charge.useCase !== 'app');
	const app = charges.find((charge) => charge.useCase === 'app');
	if (business.length > 0)
		headers['x-business-use-case-usage'] = businessUsage(business, ledger, settings);
	if (app) headers['x-app-usage'] = appUsage(app, ledger);
	const insights = business.find((charge) => charge.useCase === 'ads_insights');
	if (insights)
		headers['x-fb-ads-insights-throttle'] = insightsThrottle(insights, ledger, settings);
	const wanted =
		limits.adAccountUsageHeader === 'always'
			? business[0]
			: limits.adAccountUsageHeader === 'insights'
				? insights
				: undefined;
	if (wanted) headers['x-ad-account-usage'] = accountUsage(wanted, ledger, settings);
	return headers;
}

function businessUsage(
	charges: readonly Charge[],
	ledger: UsageLedger,
	settings: Settings,
): string {
	const lists = new Map<string, UsageEntry[]>();
	const pairs: Array<[string, UsageEntry[]]> = [];
	const add = (objectId: string, entry: UsageEntry, alone: boolean) => {
		const known = alone ? undefined : lists.get(objectId);
		if (known) {
			if (!known.some((other) => other.type === entry.type)) known.push(entry);
			return;
		}
		const list = [entry];
		if (!alone) lists.set(objectId, list);
		pairs.push([objectId, list]);
	};
	for (const { useCase, objectId } of charges)
		add(objectId, ledger.entry(useCase, objectId), false);
	for (const { objectId, entry } of settings.limits.extraEntries) {
		add(objectId, entry, settings.limits.duplicateKeys);
	}
	// Written by hand: the documented sample has the same key twice, which no object can hold.
	return `{${pairs.map(([id, list]) => `${JSON.stringify(id)}:${JSON.stringify(list)}`).join(',')}}`;
}

function appUsage(charge: Charge, ledger: UsageLedger): string {
	const { call_count, total_cputime, total_time } = ledger.entry('app', charge.objectId);
	return JSON.stringify({ call_count, total_cputime, total_time });
}

function insightsThrottle(charge: Charge, ledger: UsageLedger, settings: Settings): string {
	return JSON.stringify({
		app_id_util_pct: round2(ledger.state('app', settings.app.id).percent),
		acc_id_util_pct: round2(ledger.state(charge.useCase, charge.objectId).percent),
		ads_api_access_tier: settings.limits.tier,
	});
}

function accountUsage(charge: Charge, ledger: UsageLedger, settings: Settings): string {
	const state = ledger.state(charge.useCase, charge.objectId);
	return JSON.stringify({
		acc_id_util_pct: settings.limits.forcePercent ?? round2(state.percent),
		reset_time_duration: ledger.inUnits(state.regainMs, settings.limits.regainUnitMs / 60),
		ads_api_access_tier: settings.limits.tier,
	});
}

function round2(percent: number): number {
	return Math.floor(percent * 100) / 100;
}
