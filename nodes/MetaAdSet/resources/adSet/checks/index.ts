import { budgetScheduleInOrder } from '../../../../shared/fields/budgetSchedule';
import { exclusive } from '../../../../shared/fields/checks';
import { recommendationsNeedCompany } from '../../../../shared/fields/executionOptions';
import { targetingChecks } from '../../../../shared/fields/targeting';
import type { Check } from '../../../../shared/operation/types';
import { budgetChecks, budgetChecksOnCreation } from './budget';
import { checksOf, type Clash } from './clash';
import { complianceChecks, complianceChecksOnCreation } from './compliance';
import { goalChecks, goalChecksOnCreation } from './goals';
import {
	promotedObjectChecks,
	promotedObjectChecksOnCreation,
	promotedObjectChecksOnUpdate,
} from './promotedObject';
import { scheduleChecks, scheduleChecksOnCreation } from './schedule';

const always: Check[] = [
	...targetingChecks('targeting'),
	...budgetChecks,
	...goalChecks,
	...scheduleChecks,
	...promotedObjectChecks,
	...complianceChecks,
	budgetScheduleInOrder,
	recommendationsNeedCompany,
];

/** Ad Account Adsets, `campaign_id` and `targeting`. */
const wholeAdSet: Clash[] = [
	{
		field: 'campaign_id',
		when: ({ campaign_id: id, campaign_spec: spec }) => id === undefined && spec === undefined,
		message: 'is required, unless New Campaign says what campaign to create',
	},
	{
		field: 'targeting',
		when: ({ targeting, rf_prediction_id: prediction }) =>
			targeting === undefined && prediction === undefined,
		message: 'is required: choose at least a place, such as a country',
	},
];

/** What is documented of a new ad set and can be told without a call. */
export const createChecks: Check[] = [
	...checksOf(wholeAdSet),
	exclusive(['campaign_id', 'campaign_spec'], 'an ad set belongs to one campaign'),
	...always,
	...budgetChecksOnCreation,
	...goalChecksOnCreation,
	...scheduleChecksOnCreation,
	...promotedObjectChecksOnCreation,
	...complianceChecksOnCreation,
];

/** What is documented of changes; what is left out stays as it is and is not judged. */
export const updateChecks: Check[] = [...always, ...promotedObjectChecksOnUpdate];
