/** Effective statuses that lists of campaigns, ad sets and ads can be filtered by. */
export const AD_STATUSES = [
	'ACTIVE',
	'PAUSED',
	'DELETED',
	'PENDING_REVIEW',
	'DISAPPROVED',
	'PREAPPROVED',
	'PENDING_BILLING_INFO',
	'CAMPAIGN_PAUSED',
	'ARCHIVED',
	'ADSET_PAUSED',
	'IN_PROCESS',
	'WITH_ISSUES',
] as const;

/** Live statuses that only "Manage Your Ad Object's Status" names. */
export const LIVE_STATUSES = ['CREDIT_CARD_NEEDED', 'DISABLED', 'PENDING_PROCESS'] as const;
