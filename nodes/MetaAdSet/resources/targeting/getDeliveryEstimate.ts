import type { IDataObject } from 'n8n-workflow';
import { omit } from 'lodash';

import { defineOperation } from '../../../shared/operation/define';
import { options } from '../../../shared/operation/fields';
import { adAccount } from '../../../shared/fields/adAccount';
import { promotedObject } from '../../../shared/fields/promotedObject';
import { optimizationGoals } from '../../fields/goals';
import { peopleAreTargeted, targetedPeople } from './targetedPeople';

/** Without their descriptions: the form of the ad set explains them. */
const goals = optimizationGoals.map((goal) => omit(goal, 'description'));

/** Ad Account Delivery Estimate. */
export const getDeliveryEstimate = defineOperation({
	name: 'Get Delivery Estimate',
	action: 'Estimate the delivery of an ad set',
	description: 'Estimate the people and the daily results that an ad set set up so would have',
	documents: ['metaAdSet.targeting.getDeliveryEstimate'],
	request: { method: 'GET', path: '/act_{ad_account}/delivery_estimate' },
	fields: [
		adAccount(),
		options('optimization_goal', goals, {
			required: true,
			default: 'REACH',
			description: 'What the delivery of the ad set would aim at; results are estimated for it',
		}),
		targetedPeople(),
	],
	additionalFields: [promotedObject()],
	rules: peopleAreTargeted,
	output: { kind: 'object', map: ({ data }) => (data as IDataObject[] | undefined)?.[0] ?? {} },
});
