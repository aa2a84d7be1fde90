import { defineOperation } from '../../../shared/operation/define';
import { boolean, dateTime } from '../../../shared/operation/fields';
import { findByContents } from '../../../shared/operation/findWritten';
import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { campaignId } from '../../../shared/fields/campaign';
import { inOrder } from '../../../shared/fields/rules';
import {
	isRenamedBy,
	renameOptions,
	statusOfCopy,
	statusOption,
} from '../../../shared/fields/copies';

/** Advantage+ Campaign Experience, Copy and migrate. */
export const copy = defineOperation({
	name: 'Copy',
	action: 'Copy a campaign',
	description: 'Copy a campaign, alone or with all that is in it',
	documents: ['metaCampaign.campaign.copy'],
	request: {
		method: 'POST',
		path: '/{campaign_id}/copies',
		// Only an ad account's list shows a copy whose ID got lost.
		findWritten: ({ ad_account: account, campaign_id: source, ...values }) =>
			account === undefined
				? undefined
				: findByContents({
						path: `/act_${String(account)}/campaigns`,
						key: { source_campaign_id: source },
						contents: { status: statusOfCopy(values.status_option) },
						sign: { field: 'name', test: isRenamedBy(values.rename_options) },
						toReply: (id) => ({ copied_campaign_id: id }),
					}),
	},
	fields: [adAccountOfObject(), campaignId()],
	additionalFields: [
		boolean('deep_copy', {
			description:
				'Whether to copy the ad sets and ads too; otherwise the copy is an empty campaign',
		}),
		dateTime('end_time', {
			description: 'When the copied ad sets end; as in the original when left out',
		}),
		boolean('migrate_to_advantage_plus', {
			label: 'Migrate to Advantage+',
			description:
				'Whether to make the copy of an Advantage+ shopping campaign an Advantage+ campaign. Campaigns with more than 150 ads or a budget for existing customers cannot be copied so.',
		}),
		renameOptions(),
		dateTime('start_time', {
			description: 'When the copied ad sets start; as in the original when left out',
		}),
		statusOption(),
	],
	rules: [inOrder('start_time', 'end_time')],
	output: {
		kind: 'object',
		map: (body) => ({ id: body.copied_campaign_id, ...body }),
	},
});
