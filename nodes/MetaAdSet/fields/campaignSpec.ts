import { DEFAULT_OBJECTIVE, objectives } from '../../shared/fields/campaign';
import { byUse, object, options, text } from '../../shared/operation/fields';

/** A campaign to create together with its ad set (Ad Account Adsets, `campaign_spec`). */
export function campaignSpec() {
	return object(
		'campaign_spec',
		[
			text('name', {
				required: true,
				description: 'Name of the new campaign as Ads Manager shows it',
			}),
			options('objective', objectives, {
				required: true,
				default: DEFAULT_OBJECTIVE,
				description: 'What the campaign is to achieve, as in Ads Manager',
			}),
			options(
				'buying_type',
				byUse({
					common: ['AUCTION', { value: 'RESERVED', name: 'Reserved (Reach and Frequency)' }],
					legacy: [{ value: 'FIXED_CPM', name: 'Fixed CPM' }],
				}),
				{ required: true, description: 'How delivery is bought; auction for nearly all campaigns' },
			),
		],
		{
			label: 'New Campaign',
			description: 'A campaign to create for this ad set, instead of choosing one',
			wholeAsJson: true,
		},
	);
}
