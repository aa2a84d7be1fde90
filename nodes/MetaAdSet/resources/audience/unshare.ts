import { defineOperation } from '../../../shared/operation/define';
import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { customAudienceId, recipients } from './fields';

/** Ad Account, Dissociating from a custom audience. */
export const unshare = defineOperation({
	name: 'Unshare',
	action: 'Stop sharing a custom audience',
	description: 'Take a custom audience away from other ad accounts',
	documents: ['metaAdSet.audience.unshare'],
	request: {
		method: 'DELETE',
		path: '/{custom_audience_id}/ad_accounts',
		useCase: 'custom_audience',
	},
	fields: [
		adAccountOfObject(),
		customAudienceId(),
		recipients('IDs of the ad accounts that lose access, separated by commas'),
	],
	output: {
		kind: 'object',
		map: (body, { custom_audience_id: id }) => ({ id: String(id), ...body }),
	},
});
