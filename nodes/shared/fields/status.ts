import { byUse, multiOptions, options } from '../operation/fields';

/** Status on creation; what is created does not spend unless asked to. */
export function createStatus() {
	return options('status', ['PAUSED', 'ACTIVE'], {
		description: 'Whether delivery may start at once. Only an active object spends money.',
	});
}

/** Status on update. */
export function updateStatus() {
	return options(
		'status',
		[
			'PAUSED',
			'ACTIVE',
			{
				value: 'ARCHIVED',
				description:
					'Ends delivery for good; afterwards only the name can change, or the status to Deleted',
			},
			{ value: 'DELETED', description: 'Cannot be undone' },
		],
		{ description: 'New status. Only an active object whose parents are active too spends money.' },
	);
}

/** What people look for first, as far as a list has it. */
const COMMON_STATUSES = ['ACTIVE', 'PAUSED', 'WITH_ISSUES', 'PENDING_REVIEW', 'DISAPPROVED'];

/** Statuses as choices, the common ones first. */
export function statusChoices(values: readonly string[]) {
	return byUse({
		common: COMMON_STATUSES.filter((status) => values.includes(status)),
		others: values
			.filter((status) => !COMMON_STATUSES.includes(status))
			.map((value) =>
				value === 'PENDING_BILLING_INFO' ? { value, name: 'Pending Billing Information' } : value,
			),
	});
}

/** Filter of lists by what an object effectively is, its parents considered. */
export function effectiveStatus(values: readonly string[]) {
	return multiOptions('effective_status', statusChoices(values), {
		grows: true,
		description:
			'Only objects with one of these statuses. Archived and deleted ones are left out unless chosen here.',
	});
}

/** Statuses that lists of ads can be filtered by; DELETED is refused (Manage Your Ad Object's Status). */
export const adEffectiveStatuses = [
	'ACTIVE',
	'ADSET_PAUSED',
	'ARCHIVED',
	'CAMPAIGN_PAUSED',
	'CREDIT_CARD_NEEDED',
	'DISABLED',
	'DISAPPROVED',
	'IN_PROCESS',
	'PAUSED',
	'PENDING_BILLING_INFO',
	'PENDING_PROCESS',
	'PENDING_REVIEW',
	'PREAPPROVED',
	'WITH_ISSUES',
];
