import { adAccount } from '../../../shared/fields/adAccount';
import { campaignEffectiveStatuses } from '../../../shared/fields/campaign';
import { campaignKind } from '../../../shared/fields/objectKinds';
import { exclusive } from '../../../shared/fields/rules';
import { datePreset, timeRange, timeRangeInOrder } from '../../../shared/fields/insightsRange';
import { listFiltering } from '../../../shared/fields/listFiltering';
import { readableAdSet } from '../../../shared/fields/readable';
import { effectiveStatus } from '../../../shared/fields/status';
import { defineOperation } from '../../../shared/operation/define';
import { boolean, dateTime, multiOptions, objectId } from '../../../shared/operation/fields';

/** Ad Account Adsets, Reading. */
export const getMany = defineOperation({
	name: 'Get Many',
	action: 'Get many ad sets',
	description: 'List the ad sets of an ad account or of one campaign',
	documents: ['metaAdSet.adSet.getMany', 'metaCampaign.campaign.getAdSets'],
	request: {
		method: 'GET',
		path: '/act_{ad_account}/adsets',
		pathWith: { campaign_id: '/{campaign_id}/adsets' },
	},
	fields: [
		adAccount(),
		objectId('campaign_id', campaignKind, {
			to: false,
			description: 'Only the ad sets of this campaign; those of all campaigns when left out',
		}),
	],
	additionalFields: [
		datePreset({ upperCase: true }),
		effectiveStatus(campaignEffectiveStatuses),
		listFiltering(),
		boolean('is_completed', {
			label: 'Completed',
			description: 'Whether to list only ad sets that have run to their end',
		}),
		multiOptions('summary', ['insights', 'total_count'], {
			description: 'What to sum up over all ad sets of the list; the sum is added to each item',
		}),
		timeRange(),
		dateTime('updated_since', {
			format: 'unix',
			description:
				'Only ad sets that were changed since this moment, for keeping a copy up to date',
		}),
	],
	rules: [
		exclusive(['date_preset', 'time_range'], 'both name the days of the insights'),
		timeRangeInOrder,
	],
	output: { kind: 'list', readable: readableAdSet },
});
