import { defineOperation } from '../../../shared/operation/define';
import { boolean, options, textList } from '../../../shared/operation/fields';
import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { customAudienceId, recipients } from './fields';

/** Ad Account, Associating with a custom audience. */
export const share = defineOperation({
	name: 'Share',
	action: 'Share a custom audience',
	description: 'Give other ad accounts access to a custom audience',
	documents: ['metaAdSet.audience.share'],
	// The same accounts added twice have it once.
	request: {
		method: 'POST',
		path: '/{custom_audience_id}/ad_accounts',
		useCase: 'custom_audience',
		repeat: 'always',
	},
	fields: [
		adAccountOfObject(),
		customAudienceId(),
		recipients('IDs of the ad accounts that get access, separated by commas'),
	],
	additionalFields: [
		options(
			'permissions',
			[
				{ value: 'targeting', name: 'Targeting', description: 'Target ads at the audience' },
				{
					value: 'targeting_and_insights',
					name: 'Targeting and Insights',
					description: 'Also see it in Audience Insights',
				},
			],
			{ description: 'What the ad accounts may do with the audience from now on' },
		),
		textList('relationship_type', {
			label: 'Relationship Types',
			description: 'How you are related to the owners of the ad accounts, separated by commas',
		}),
		boolean('replace', {
			description: 'Whether only these ad accounts have access from now on; all others lose it',
		}),
	],
	output: {
		kind: 'object',
		map: (body, { custom_audience_id: id }) => ({ id: String(id), ...body }),
	},
});
