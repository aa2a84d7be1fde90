import type { IDataObject } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/define';
import { text } from '../../../shared/operation/fields';
import { adAccount } from '../../../shared/fields/adAccount';
import { peopleAreTargeted, targetedPeople } from './targetedPeople';

/** Batch Requests for Reach Estimate: many items share one HTTP request. */
export const getReachEstimate = defineOperation({
	name: 'Get Reach Estimate',
	action: 'Estimate the reach of a targeting',
	description: 'Estimate how many people a targeting reaches',
	documents: ['metaAdSet.targeting.getReachEstimate'],
	request: { method: 'GET', path: '/act_{ad_account}/reachestimate' },
	fields: [adAccount(), targetedPeople()],
	additionalFields: [
		text('object_store_url', {
			label: 'App Store URL',
			placeholder: 'e.g. https://apps.apple.com/app/id1234567890',
			description: 'Address of the app that is promoted',
		}),
	],
	rules: peopleAreTargeted,
	output: { kind: 'object', map: ({ data = {} }) => data as IDataObject },
});
