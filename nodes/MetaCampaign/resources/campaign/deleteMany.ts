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
			{ required: true, description: 'Which campaigns to delete' },
		),
	],
	additionalFields: [
		dateTime('before_date', { description: 'Delete only campaigns from before this moment' }),
		integer('object_count', {
			label: 'Number of Campaigns',
			min: 1,
			description: 'How many campaigns to delete',
		}),
	],
	rules: [needsDateForStrategy],
	output: { kind: 'object' },
});
