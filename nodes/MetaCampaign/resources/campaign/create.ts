import { pick } from 'lodash';

import {
	boolean,
	byUse,
	dateTime,
	json,
	multiOptions,
	objectId,
	options,
	text,
} from '../../../shared/operation/fields';
import { DATED, sentenceOf } from '../../../shared/dated';
import { defineOperation } from '../../../shared/operation/define';
import { findByContents } from '../../../shared/operation/findWritten';
import { inSection } from '../../../shared/operation/standardFields';
import { newBudget } from '../../../shared/fields/budget';
import { adAccount } from '../../../shared/fields/adAccount';
import { adLabels } from '../../../shared/fields/adLabels';
import { budgetScheduleInOrder, budgetScheduleSpecs } from '../../../shared/fields/budgetSchedule';
import {
	bidStrategies,
	budgetSharing,
	DEFAULT_OBJECTIVE,
	noSpendCap,
	objectives,
	readableCampaign,
	smartPromotionType,
	specialAdCategories,
	spendCap,
} from '../../../shared/fields/campaign';
import { exclusive, inOrder } from '../../../shared/fields/rules';
import { countries } from '../../../shared/fields/countries';
import {
	executionOptions,
	recommendationsNeedCompany,
} from '../../../shared/fields/executionOptions';
import { campaignKind, plainKind } from '../../../shared/fields/objectKinds';
import { promotedObject } from '../../../shared/fields/promotedObject';
import { createStatus } from '../../../shared/fields/status';
import {
	automatedTypesEnded,
	categoriesAreGiven,
	noCapOnReservedCampaigns,
	noneStandsAlone,
	shoppingCampaignsSell,
} from './rules';

/** Parameters that a campaign shows as they were given: what tells two of one name apart. */
const READ_AS_WRITTEN = [
	'bid_strategy',
	'buying_type',
	'daily_budget',
	'lifetime_budget',
	'special_ad_categories',
	'spend_cap',
	'start_time',
	'status',
	'stop_time',
];

/** Ad Account, Ad Campaigns, Creating. */
export const create = defineOperation({
	name: 'Create',
	action: 'Create a campaign',
	description: 'Create a campaign in an ad account',
	documents: ['metaCampaign.campaign.create'],
	request: {
		method: 'POST',
		path: '/act_{ad_account}/campaigns',
		findWritten: (values) =>
			findByContents({
				path: `/act_${String(values.ad_account)}/campaigns`,
				parameters: {
					filtering: [{ field: 'name', operator: 'CONTAIN', value: String(values.name) }],
				},
				key: pick(values, ['name', 'objective']),
				contents: pick(values, READ_AS_WRITTEN),
				toReply: (id) => ({ id, success: true }),
			}),
	},
	fields: [
		adAccount(),
		text('name', {
			required: true,
			description: 'Name of the campaign as Ads Manager shows it, emoji allowed',
		}),
		options('objective', objectives, {
			required: true,
			default: DEFAULT_OBJECTIVE,
			description: 'What the campaign is to achieve. Legacy objectives serve older set-ups only.',
		}),
		...newBudget({
			elsewhere: {
				value: 'adSets',
				name: 'On the Ad Sets',
				description: 'Each ad set has a budget of its own',
			},
			daily: 'that all ad sets share',
			lifetime: 'that all ad sets share',
			beginsElsewhere: true,
		}),
		options(
			'bid_strategy',
			[...byUse({ common: [{ value: '', name: 'Not Set' }] }), ...bidStrategies],
			{
				showWhen: { budget: ['daily', 'lifetime'] },
				description:
					'How to bid with the budget of the campaign. Highest Volume or Value when not set.',
			},
		),
		specialAdCategories(),
		createStatus(),
	],
	additionalFields: [
		...inSection('Schedule', [
			dateTime('start_time', {
				description: 'When the campaign starts; its ad sets have times of their own',
			}),
			dateTime('stop_time', {
				description: 'When the campaign ends; its ad sets have times of their own',
			}),
			budgetScheduleSpecs(),
		]),
		adLabels(),
		options(
			'buying_type',
			['AUCTION', { value: 'RESERVED', name: 'Reserved (Reach and Frequency)' }],
			{
				description:
					'How delivery is bought, by auction when left out; all ad sets of the campaign follow it',
			},
		),
		options(
			'campaign_optimization_type',
			byUse({
				common: ['NONE'],
				legacy: [
					{
						value: 'ICO_ONLY',
						name: 'Incremental Conversions Only',
						description: sentenceOf(DATED.incrementalCampaignsEnd),
					},
				],
			}),
			{ description: 'Kind of optimization of the campaign, which today is None' },
		),
		executionOptions(),
		boolean('is_adset_budget_sharing_enabled', {
			label: 'Ad Set Budget Sharing',
			description: `Whether ad sets with budgets of their own may lend a part of them to each other. ${sentenceOf(DATED.budgetSharingIsSaid)}; without this field it says no.`,
		}),
		boolean('is_skadnetwork_attribution', {
			label: 'SKAdNetwork Attribution',
			description: 'Whether this is an iOS 14+ app campaign measured by SKAdNetwork',
		}),
		boolean('is_using_l3_schedule', {
			label: 'Uses L3 Schedule',
			description: 'Whether the schedule is kept at the level of ads rather than ad sets',
		}),
		json('iterative_split_test_configs', {
			label: 'Iterative Split Tests (JSON)',
			description: 'Iterative split tests of this campaign as a JSON list, as the API takes them',
		}),
		promotedObject(),
		smartPromotionType(),
		objectId('source_campaign_id', campaignKind, {
			label: 'Source Campaign ID',
			description: 'Campaign this one is marked as a copy of; nothing of it is copied',
		}),
		multiOptions('special_ad_category_country', countries, {
			label: 'Special Ad Category Countries',
			description: 'Countries in which the special category applies',
		}),
		spendCap(),
		noSpendCap(),
		objectId('topline_id', plainKind, {
			label: 'Topline ID',
			description:
				'ID of the topline that the campaign belongs to, for accounts that work with toplines',
		}),
	],
	defaults: (_values, context) => budgetSharing(context.parameters, context),
	rules: [
		exclusive(['daily_budget', 'lifetime_budget'], 'a campaign has one of the two'),
		inOrder('start_time', 'stop_time'),
		budgetScheduleInOrder,
		recommendationsNeedCompany,
		categoriesAreGiven,
		noneStandsAlone,
		automatedTypesEnded,
		shoppingCampaignsSell,
		noCapOnReservedCampaigns,
	],
	output: { kind: 'object', readable: readableCampaign, showsSent: true },
});
