import { objectives } from '../../shared/fields/campaign';
import { object, options, text } from '../../shared/operation/fields';

/** A campaign to create together with its ad set (Ad Account Adsets, `campaign_spec`). */
export function campaignSpec() {
	return object(
		'campaign_spec',
		[
			text('name', { required: true, description: 'Name of the campaign' }),
			options('objective', objectives, {
				required: true,
				description: 'What the campaign is to achieve',
			}),
			options(
				'buying_type',
				[
					'AUCTION',
					{ value: 'RESERVED', name: 'Reserved (Reach and Frequency)' },
					{ value: 'FIXED_CPM', name: 'Fixed CPM' },
				],
				{ required: true, description: 'How delivery is bought' },
			),
		],
		{
			label: 'New Campaign',
			description: 'A campaign to create for this ad set, instead of choosing one',
			wholeAsJson: true,
		},
	);
}
