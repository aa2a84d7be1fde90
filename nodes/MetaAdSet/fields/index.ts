import { adLabels } from '../../shared/fields/adLabels';
import { executionOptions } from '../../shared/fields/executionOptions';
import { instagramAccountKind } from '../../shared/fields/objectKinds';
import { adSetPromotedObject } from '../../shared/fields/promotedObject';
import { objectId, text } from '../../shared/operation/fields';
import { biddingFields } from './bidding';
import { budgetFields } from './budget';
import { complianceFields } from './compliance';
import { deliveryFields } from './delivery';
import { destinationType, optimizationSubEvent } from './goals';
import { scheduleFields } from './schedule';

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

/** What both a new and an existing ad set can be given in addition (Ad Account Adsets). */
export function adSetFields() {
	return [
		adLabels(),
		...budgetFields(),
		...biddingFields(),
		...scheduleFields(),
		adSetPromotedObject(),
		destinationType(),
		optimizationSubEvent(),
		...deliveryFields(),
		...complianceFields(),
		objectId('instagram_user_id', instagramAccountKind, {
			label: 'Instagram Account',
			description: 'Instagram account that the ads appear under on Instagram',
		}),
		executionOptions(),
	];
}
