import { defineOperation } from '../../../shared/operation/define';
import { boolean, dateTime, objectId, options, text } from '../../../shared/operation/fields';
import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { changedBudget } from '../../../shared/fields/budget';
import { adLabels } from '../../../shared/fields/adLabels';
import {
	bidStrategies,
	campaignId,
	noSpendCap,
	objectives,
	readableCampaign,
	smartPromotionType,
	specialAdCategories,
	spendCap,
} from '../../../shared/fields/campaign';
import { changesSomething, exclusive, inOrder } from '../../../shared/fields/rules';
import {
	executionOptions,
	recommendationsNeedCompany,
} from '../../../shared/fields/executionOptions';
import { plainKind } from '../../../shared/fields/objectKinds';
import { promotedObject } from '../../../shared/fields/promotedObject';
import { updateStatus } from '../../../shared/fields/status';
import { noneStandsAlone } from './rules';

/** Ad Campaign Management; Advantage+ Shopping Campaigns, Update; Manage Your Ad Object's Status. */
export const update = defineOperation({
	name: 'Update',
	action: 'Update a campaign',
	description: 'Change a campaign; what you leave out stays as it is',
	documents: ['metaCampaign.campaign.update'],
	// The same values set twice are the same values.
	request: { method: 'POST', path: '/{campaign_id}', repeat: 'always' },
	fields: [adAccountOfObject(), campaignId()],
	additionalFields: [
		adLabels(),
		options('bid_strategy', bidStrategies, {
			description:
				'How to bid when the budget is set on the campaign; otherwise the ad sets say it',
		}),
		...changedBudget(
			'Budget per day that all ad sets share. Set it here or on the ad sets, not on both.',
			'Budget for the whole run that all ad sets share. Set it here or on the ad sets, not on both.',
		),
		executionOptions(),
		boolean('migrate_to_advantage_plus', {
			label: 'Migrate to Advantage+',
			description:
				'Whether to turn an Advantage+ shopping or app campaign into an Advantage+ campaign that keeps its ID',
		}),
		text('name', { description: 'Name of the campaign as Ads Manager shows it, emoji allowed' }),
		options('objective', objectives, {
			description: 'What the campaign is to achieve. Legacy objectives serve older set-ups only.',
		}),
		promotedObject(),
		smartPromotionType(),
		specialAdCategories(),
		spendCap(),
		noSpendCap(),
		dateTime('start_time', {
			description: 'When the campaign starts; its ad sets have times of their own',
		}),
		updateStatus(),
		dateTime('stop_time', {
			description: 'When the campaign ends; its ad sets have times of their own',
		}),
		objectId('topline_id', plainKind, {
			label: 'Topline ID',
			description:
				'ID of the topline that the campaign belongs to, for accounts that work with toplines',
		}),
	],
	rules: [
		changesSomething,
		exclusive(['daily_budget', 'lifetime_budget'], 'a campaign has one of the two'),
		inOrder('start_time', 'stop_time'),
		recommendationsNeedCompany,
		noneStandsAlone,
	],
	output: {
		kind: 'object',
		readable: readableCampaign,
		showsSent: true,
		map: (body, { campaign_id: id }) => ({ id: String(id), ...body }),
	},
});
