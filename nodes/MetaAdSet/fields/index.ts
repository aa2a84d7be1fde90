import { adLabels } from '../../shared/fields/adLabels';
import { executionOptions } from '../../shared/fields/executionOptions';
import { instagramAccountKind } from '../../shared/fields/objectKinds';
import { objectId, text } from '../../shared/operation/fields';
import { inSection } from '../../shared/operation/standardFields';
import { biddingFields } from './bidding';
import { budgetFields, budgetSource, ownBudget } from './budget';
import { complianceFields } from './compliance';
import { deliveryFields, newDeliveryFields } from './delivery';
import { optimizationSubEvent } from './goals';
import { runFields, scheduleFields } from './schedule';

/** Longest name of an ad set (Ad Account Adsets, `name`). */
const MAX_NAME_LENGTH = 400;

/** Name of an ad set. */
export function adSetName(options: { required?: boolean } = {}) {
	return text('name', {
		...options,
		maxLength: MAX_NAME_LENGTH,
		description:
			'Name of the ad set as Ads Manager shows it, emoji allowed; at most 400 characters',
	});
}

const SCHEDULE = 'Schedule';
const BUDGET_AND_BIDDING = 'Budget and Bidding';
const DELIVERY = 'Delivery and Attribution';

/** What both a new and an existing ad set can be given in addition (Ad Account Adsets). */
export function adSetFields() {
	return [
		...inSection(BUDGET_AND_BIDDING, [...biddingFields(), ...budgetFields()]),
		...inSection(SCHEDULE, scheduleFields()),
		...inSection(DELIVERY, [optimizationSubEvent(), ...deliveryFields()]),
		...inSection('Compliance', complianceFields()),
		adLabels(),
		executionOptions(),
	];
}

/** What stands at the top of the form of a new ad set, and is optional for one that exists. */
export function changedAdSetFields() {
	return [...inSection(BUDGET_AND_BIDDING, ownBudget()), ...inSection(SCHEDULE, runFields())];
}

/** What only a new ad set can be given (Advantage+ Shopping Campaigns, Updating, lists the others). */
export function newAdSetFields() {
	return [
		...inSection(BUDGET_AND_BIDDING, [budgetSource()]),
		...inSection(DELIVERY, newDeliveryFields()),
		objectId('instagram_user_id', instagramAccountKind, {
			label: 'Instagram Account',
			description: 'Instagram account that the ads appear under on Instagram',
		}),
	];
}
