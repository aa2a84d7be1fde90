import type { GraphValue } from '../../../../shared/graph/types';
import type { Rule, ValuesOf } from '../../../../shared/operation/types';
import type { targetingSpec } from '../../../../shared/fields/targeting';
import type { adSetFields, adSetName, changedAdSetFields } from '../../../fields';
import type { adSetPromotedObject } from '../../../../shared/fields/promotedObject';
import type { billingEvent, destinationType, optimizationGoal } from '../../../fields/goals';

type AdSetField =
	| ReturnType<typeof adSetFields | typeof changedAdSetFields>[number]
	| ReturnType<
			| typeof adSetName
			| typeof adSetPromotedObject
			| typeof billingEvent
			| typeof destinationType
			| typeof optimizationGoal
			| typeof targetingSpec
	  >;

/** What both a new and an existing ad set can be given. */
export type AdSetValues = ValuesOf<AdSetField>;
/** What a new ad set can be given. */
export type NewAdSetValues = AdSetValues &
	Record<'campaign_id' | 'campaign_spec' | 'rf_prediction_id', GraphValue | undefined>;

export type AdSetRule = Rule<AdSetValues>;
export type NewAdSetRule = Rule<NewAdSetValues>;
