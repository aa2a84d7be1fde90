/**
 * What Meta demands, retires or renames with a version of its API or on a day. Forms mark it, rules and
 * defaults ask `holds`. Facts of Meta's changelogs that its reference does not repeat say so.
 */
export interface DatedFact {
	/** Version that it begins with (`v24.0`), or the day (`2026-01-12`). */
	since: string;
	/** What is concerned: a parameter, or `parameter=value`. */
	about: readonly string[];
	/** What is so from then on, in words for a form: completes "... from v25.0 on". */
	then: string;
}

/** The one table of dated facts. */
export const DATED = {
	/** Advantage+ Shopping Campaigns. */
	automatedTypesEnd: {
		since: 'v25.0',
		about: [
			'smart_promotion_type=AUTOMATED_SHOPPING_ADS',
			'smart_promotion_type=SMART_APP_PROMOTION',
		],
		then: 'leave it out and let budget, audience and placements be automatic',
	},
	/** Advantage+ Campaign Experience, Replicate existing_customer_budget_percentage behavior. */
	customerBudgetEnds: {
		since: 'v25.0',
		about: ['existing_customer_budget_percentage'],
		then: 'make one ad set for the audience of existing customers, with a spend cap, and one that excludes it',
	},
	/** Refusals 4834011 and 4834002; changelog of v24.0. */
	budgetSharingIsSaid: {
		since: 'v24.0',
		about: ['is_adset_budget_sharing_enabled'],
		then: 'a campaign without a budget says whether its ad sets share theirs',
	},
	/** Refusal 1870227; changelog of v23.0. */
	advantageAudienceIsSaid: {
		since: 'v23.0',
		about: ['targeting.targeting_automation.advantage_audience'],
		then: 'an ad set with ages, genders, audiences or detailed targeting says whether Meta may go beyond them',
	},
	/** Changelog of January 2026: the columns come back empty. */
	viewWindowsEnd: {
		since: '2026-01-12',
		about: ['action_attribution_windows=7d_view', 'action_attribution_windows=28d_view'],
		then: 'Meta reports no more by this window and leaves its columns empty; 1 Day After View is left',
	},
	/** Special Ad Categories; Financial Products and Services takes its place. */
	creditEnds: {
		since: '2025-01-14',
		about: ['special_ad_categories=CREDIT'],
		then: 'Financial Products and Services takes its place',
	},
	/** Insights API, Discrepancy with Ads Manager. */
	reportTimeIsMixed: {
		since: '2025-06-10',
		about: ['action_report_time'],
		then: 'Meta takes Mixed whatever is chosen',
	},
	/** Insights API, Discrepancy with Ads Manager. */
	attributionIsUnified: {
		since: '2025-06-10',
		about: ['use_unified_attribution_setting'],
		then: 'Meta always uses the settings of the ad sets',
	},
	/** Limits and Best Practices. */
	oldReachEnds: {
		since: '2025-06-10',
		about: ['reach', 'frequency', 'cpp'],
		then: 'Meta leaves reach with breakdowns out beyond 13 months, unless a job asks for it',
	},
	/** Ad Account, Ad Campaigns. */
	incrementalCampaignsEnd: {
		since: 'v15.0',
		about: ['campaign_optimization_type=ICO_ONLY'],
		then: 'no new campaign optimizes for incremental conversions',
	},
} as const satisfies Record<string, DatedFact>;

/**
 * Whether a fact holds for a call.
 *
 * @param at the version of the call (`v24.0`), and the day (`2026-11-27`) for facts that begin on one
 */
export function holds({ since }: DatedFact, at: { apiVersion: string; today?: string }): boolean {
	if (since.startsWith('v')) return majorOf(at.apiVersion) >= majorOf(since);
	return at.today === undefined || at.today >= since;
}

const MONTHS =
	'January February March April May June July August September October November December'.split(
		' ',
	);

/** A fact as a sentence of a form: `Since January 12, 2026: Meta reports no more ...` */
export function sentenceOf({ since, then }: DatedFact): string {
	if (since.startsWith('v')) return `From ${since} on: ${then}`;
	const [year, month, day] = since.split('-').map(Number);
	return `Since ${MONTHS[month - 1]} ${day}, ${year}: ${then}`;
}

/** The number of a version before the point: 24 of `v24.0`. */
export function majorOf(apiVersion: string): number {
	return Number(apiVersion.slice(1).split('.')[0]);
}
