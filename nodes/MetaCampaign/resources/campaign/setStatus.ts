import { defineOperation } from '../../../shared/operation/define';
import type { Operation } from '../../../shared/operation/types';
import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { campaignId } from '../../../shared/fields/campaign';

function setStatus(
	status: string,
	verb: string,
	description: string,
	documents: string[],
): Operation {
	return defineOperation({
		name: verb,
		action: `${verb} a campaign`,
		description,
		documents,
		request: {
			method: 'POST',
			path: '/{campaign_id}',
			parameters: { status },
			repeat: 'always',
		},
		fields: [adAccountOfObject(), campaignId()],
		output: {
			kind: 'object',
			map: (body, { campaign_id: id }) => ({ id: String(id), status, ...body }),
		},
	});
}

/** Manage Your Ad Object's Status. */
export const activate = setStatus('ACTIVE', 'Activate', 'Let a campaign deliver again', [
	'metaCampaign.campaign.update.resume',
]);

/** Ad Campaign Management. */
export const pause = setStatus('PAUSED', 'Pause', 'Stop delivery until the campaign is activated', [
	'metaCampaign.campaign.update.pause',
]);

/** Manage Your Ad Object's Status. */
export const archive = setStatus(
	'ARCHIVED',
	'Archive',
	'End delivery for good and keep the results',
	['metaCampaign.campaign.update.archive'],
);
