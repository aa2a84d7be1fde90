import { pick } from 'lodash';

import { adAccount } from '../../../shared/fields/adAccount';
import { adSetKind, campaignKind, plainKind } from '../../../shared/fields/objectKinds';
import { createStatus } from '../../../shared/fields/status';
import { defineOperation } from '../../../shared/operation/define';
import { readableAdSet } from '../../../shared/fields/readable';
import { objectId } from '../../../shared/operation/fields';
import { findByContents } from '../../../shared/operation/findWritten';
import { adSetFields, adSetName, newAdSetFields } from '../../fields';
import { audienceFields, placementFields } from '../../fields/audience';
import { budgetSharing } from '../../../shared/fields/campaign';
import { newBudget } from '../../../shared/fields/budget';
import { adSetPromotedObject } from '../../../shared/fields/promotedObject';
import { membersOf } from '../../../shared/fields/rules';
import {
	advantageAudience,
	audienceAutomation,
	targetingSpec,
} from '../../../shared/fields/targeting';
import { campaignSpec } from '../../fields/campaignSpec';
import { billingEvent, destinationType, optimizationGoal } from '../../fields/goals';
import { runFields } from '../../fields/schedule';
import { createRules } from './rules';

/** Parameters that an ad set shows as they were given: what tells two of one name apart. */
const READ_AS_WRITTEN = [
	'bid_amount',
	'bid_strategy',
	'billing_event',
	'daily_budget',
	'destination_type',
	'is_dynamic_creative',
	'lifetime_budget',
	'optimization_goal',
	'start_time',
	'status',
];

/** Ad Account Adsets, Creating. */
export const create = defineOperation({
	name: 'Create',
	action: 'Create an ad set',
	description: 'Create an ad set in a campaign',
	documents: ['metaAdSet.adSet.create'],
	request: {
		method: 'POST',
		path: '/act_{ad_account}/adsets',
		findWritten: (values) =>
			findByContents({
				path: `/act_${String(values.ad_account)}/adsets`,
				parameters: {
					filtering: [{ field: 'name', operator: 'CONTAIN', value: String(values.name) }],
				},
				key: pick(values, ['name', 'campaign_id']),
				contents: pick(values, READ_AS_WRITTEN),
				toReply: (id) => ({ id, success: true }),
			}),
		// A batch may not hold several ad sets of one campaign (Batch Requests, Limitations).
		batchGroup: ({ campaign_id: campaign }) => campaign as string | undefined,
	},
	fields: [
		adAccount(),
		objectId('campaign_id', campaignKind, {
			label: 'Campaign',
			description:
				'Campaign that the ad set goes into. New Campaign among the additional fields creates one instead.',
		}),
		adSetName({ required: true }),
		destinationType(),
		optimizationGoal(),
		billingEvent(),
		adSetPromotedObject(),
		...newBudget({
			elsewhere: {
				value: 'campaign',
				name: 'On the Campaign',
				description: 'The ad set spends from the budget of its campaign',
			},
			daily: 'of this ad set; it has to run for more than 24 hours',
			lifetime: 'of this ad set; it needs an end time',
			beginsElsewhere: false,
		}),
		...runFields(),
		...audienceFields(),
		targetingSpec(),
		advantageAudience(),
		...placementFields(),
		createStatus(),
	],
	additionalFields: [
		...adSetFields(),
		...newAdSetFields(),
		campaignSpec(),
		objectId('budget_split_set_id', plainKind, {
			description: 'ID of a set of ad sets that share one budget',
		}),
		objectId('rf_prediction_id', plainKind, {
			label: 'Reach and Frequency Prediction ID',
			description: 'ID of a reserved prediction, for campaigns bought by reach and frequency',
		}),
		objectId('source_adset_id', adSetKind, {
			label: 'Source Ad Set',
			description: 'Ad set this one is marked as a copy of; nothing of it is copied',
		}),
	],
	defaults: ({ advantage_audience: decision }, context) => {
		const { campaign_spec: campaign, targeting } = context.parameters;
		const automation = targeting && audienceAutomation(targeting, decision, context);
		const sharing = campaign && budgetSharing(membersOf(campaign), context);
		return {
			...(automation ? { targeting: automation } : {}),
			...(sharing ? { campaign_spec: sharing } : {}),
		};
	},
	rules: createRules,
	output: { kind: 'object', readable: readableAdSet, showsSent: true },
});
