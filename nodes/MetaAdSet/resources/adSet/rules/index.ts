import type { AdSetRule, NewAdSetRule } from './values';
import { budgetScheduleInOrder } from '../../../../shared/fields/budgetSchedule';
import { changesSomething, exclusive } from '../../../../shared/fields/rules';
import { recommendationsNeedCompany } from '../../../../shared/fields/executionOptions';
import { targetingRules } from '../../../../shared/fields/targeting';
import { budgetRules, budgetRulesOnCreation } from './budget';
import { complianceRules, complianceRulesOnCreation } from './compliance';
import { goalRules, goalRulesOnCreation } from './goals';
import {
	promotedObjectRules,
	promotedObjectRulesOnCreation,
	promotedObjectRulesOnUpdate,
} from './promotedObject';
import { scheduleRules, scheduleRulesOnCreation } from './schedule';

const always: AdSetRule[] = [
	...targetingRules,
	...budgetRules,
	...goalRules,
	...scheduleRules,
	...promotedObjectRules,
	...complianceRules,
	budgetScheduleInOrder,
	recommendationsNeedCompany,
];

/** Ad Account Adsets, `campaign_id` and `targeting`. */
const wholeAdSet: NewAdSetRule[] = [
	{
		at: 'campaign_id',
		when: ({ campaign_id: id, campaign_spec: spec }) => id === undefined && spec === undefined,
		message: 'is required, unless New Campaign says what campaign to create',
	},
	{
		at: 'targeting',
		when: ({ targeting, rf_prediction_id: prediction }) =>
			targeting === undefined && prediction === undefined,
		message: 'is required: choose at least a place, such as a country',
	},
];

/** What is documented of a new ad set and can be told without a call. */
export const createRules: NewAdSetRule[] = [
	...wholeAdSet,
	exclusive(['campaign_id', 'campaign_spec'], 'an ad set belongs to one campaign'),
	...always,
	...budgetRulesOnCreation,
	...goalRulesOnCreation,
	...scheduleRulesOnCreation,
	...promotedObjectRulesOnCreation,
	...complianceRulesOnCreation,
];

/** What is documented of changes; what is left out stays as it is and is not judged. */
export const updateRules: AdSetRule[] = [
	changesSomething,
	...always,
	...promotedObjectRulesOnUpdate,
];
