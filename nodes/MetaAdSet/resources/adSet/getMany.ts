import { adAccount } from '../../../shared/fields/adAccount';
import { campaignEffectiveStatuses } from '../../../shared/fields/campaign';
import { exclusive } from '../../../shared/fields/rules';
import { datePreset, timeRange, timeRangeInOrder } from '../../../shared/fields/insightsRange';
import { listFiltering } from '../../../shared/fields/listFiltering';
import { readableAdSet } from '../../../shared/fields/readable';
import { effectiveStatus } from '../../../shared/fields/status';
import { defineOperation } from '../../../shared/operation/define';
import { boolean, dateTime, multiOptions } from '../../../shared/operation/fields';

/** Ad Account Adsets, Reading. */
export const getMany = defineOperation({
	name: 'Get Many',
	action: 'Get many ad sets',
	description: 'List the ad sets of an ad account',
	documents: ['metaAdSet.adSet.getMany'],
	request: { method: 'GET', path: '/act_{ad_account}/adsets' },
	fields: [adAccount()],
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
