import { defineOperation } from '../../../shared/operation/define';
import { boolean, dateTime, integer, options } from '../../../shared/operation/fields';
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
		dateTime('before_date', {
			description:
				'Delete only campaigns from before this moment; needed to delete what was archived before a date',
		}),
		boolean('without_limit', {
			description:
				'Whether to delete every campaign that fits, however many there are. What is deleted cannot come back.',
			to: false,
		}),
		integer('object_count', {
			label: 'Number of Campaigns',
			required: true,
			min: 1,
			showWhen: { without_limit: [false] },
			description: 'Most campaigns to delete in this call, a whole number from 1 on',
		}),
	],
	rules: [needsDateForStrategy],
	output: { kind: 'object' },
});
