import { defineOperation } from '../../../shared/operation/define';
import { boolean, multiOptions } from '../../../shared/operation/fields';
import { adAccount } from '../../../shared/fields/adAccount';
import { campaignEffectiveStatuses, readableCampaign } from '../../../shared/fields/campaign';
import { exclusive } from '../../../shared/fields/rules';
import { datePreset, timeRange, timeRangeInOrder } from '../../../shared/fields/insightsRange';
import { listFiltering } from '../../../shared/fields/listFiltering';
import { effectiveStatus } from '../../../shared/fields/status';

/** Ad Account, Ad Campaigns, Reading. */
export const getMany = defineOperation({
	name: 'Get Many',
	action: 'Get many campaigns',
	description: 'List the campaigns of an ad account',
	documents: ['metaCampaign.campaign.getMany'],
	request: { method: 'GET', path: '/act_{ad_account}/campaigns' },
	fields: [adAccount()],
	additionalFields: [
		datePreset(),
		effectiveStatus(campaignEffectiveStatuses),
		listFiltering(),
		boolean('is_completed', {
			label: 'Completed',
			description: 'Whether to list only campaigns that have run to their end',
		}),
		multiOptions('summary', ['insights', 'total_count'], {
			description: 'What to sum up over all campaigns of the list; the sum is added to each item',
		}),
		timeRange(),
	],
	rules: [
		exclusive(['date_preset', 'time_range'], 'both name the days of the insights'),
		timeRangeInOrder,
	],
	output: { kind: 'list', readable: readableCampaign },
});
