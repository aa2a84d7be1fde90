import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { adSetId, byParentCampaign, parentCampaign } from '../../../shared/fields/adSet';
import { inOrder } from '../../../shared/fields/rules';
import {
	isRenamedBy,
	renameOptions,
	statusOfCopy,
	statusOption,
} from '../../../shared/fields/copies';
import { campaignKind } from '../../../shared/fields/objectKinds';
import { defineOperation } from '../../../shared/operation/define';
import { boolean, dateTime, objectId } from '../../../shared/operation/fields';
import { runWithoutEnd } from '../../fields/schedule';
import { findByContents } from '../../../shared/operation/findWritten';

/** Advantage+ Campaign Experience, Replicate existing_customer_budget_percentage; Ad Set, copies. */
export const copy = defineOperation({
	name: 'Copy',
	action: 'Copy an ad set',
	description: 'Copy an ad set, alone or with its ads',
	documents: ['metaAdSet.adSet.copy'],
	request: {
		method: 'POST',
		path: '/{adset_id}/copies',
		// Only an ad account's list shows a copy whose ID got lost.
		findWritten: ({ ad_account: account, adset_id: source, campaign_id: campaign, ...values }) =>
			account === undefined
				? undefined
				: findByContents({
						path: `/act_${String(account)}/adsets`,
						key: { source_adset_id: source, campaign_id: campaign },
						contents: { status: statusOfCopy(values.status_option) },
						sign: { field: 'name', test: isRenamedBy(values.rename_options) },
						toReply: (id) => ({ copied_adset_id: id }),
					}),
		batchGroup: byParentCampaign,
	},
	fields: [adAccountOfObject(), adSetId()],
	additionalFields: [
		objectId('campaign_id', campaignKind, {
			label: 'Campaign',
			description: 'Campaign to put the copy into; that of the ad set when left out',
		}),
		boolean('deep_copy', {
			description: 'Whether to copy the ads too; Meta copies at most 3 at once',
		}),
		dateTime('end_time', {
			zeroForNone: true,
			description: 'When the copy ends; as the original when left out',
		}),
		renameOptions(),
		runWithoutEnd('Whether a copy with a daily budget runs until it is stopped'),
		parentCampaign(),
		dateTime('start_time', { description: 'When the copy starts; as the original when left out' }),
		statusOption(),
	],
	rules: [inOrder('start_time', 'end_time')],
	output: { kind: 'object', map: (body) => ({ id: body.copied_adset_id, ...body }) },
});
