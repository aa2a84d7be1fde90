import { defineOperation } from '../../../shared/operation/define';
import { dateTime, integer, options } from '../../../shared/operation/fields';
import { adAccount } from '../../../shared/fields/adAccount';
import { needsDateForStrategy } from './rules';

/** Ad Account, Ad Campaigns, Deleting. */
export const deleteMany = defineOperation({
	name: 'Delete Many',
	action: 'Delete many campaigns',
	description: 'Delete campaigns of an ad account by age',
	documents: ['metaCampaign.campaign.deleteMany'],
	// Done twice, "the oldest ten" are twenty.
	request: { method: 'DELETE', path: '/act_{ad_account}/campaigns', repeat: 'never' },
	fields: [
		adAccount(),
		options(
			'delete_strategy',
			[
				{ value: 'DELETE_ARCHIVED_BEFORE', name: 'Archived Before a Date' },
				{ value: 'DELETE_OLDEST', name: 'Oldest First' },
				{ value: 'DELETE_ANY', name: 'Any' },
			],
			{
				required: true,
				description:
					'Which campaigns of the ad account to delete. What is deleted cannot come back.',
			},
		),
	],
	additionalFields: [
		dateTime('before_date', {
			description:
				'Delete only campaigns from before this moment; the strategy Archived Before a Date needs it',
		}),
		integer('object_count', {
			label: 'Number of Campaigns',
			min: 1,
			description: 'Most campaigns to delete in this call, a whole number from 1 on',
		}),
	],
	rules: [needsDateForStrategy],
	output: { kind: 'object' },
});
