import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { adSetId } from '../../../shared/fields/adSet';
import { readableAd } from '../../../shared/fields/readable';
import { adEffectiveStatuses, effectiveStatus } from '../../../shared/fields/status';
import { defineOperation } from '../../../shared/operation/define';

/** Marketing API Reference, Ad Set edges; Manage Your Ad Object's Status. */
export const getAds = defineOperation({
	name: 'Get Ads',
	action: 'Get the ads of an ad set',
	description: 'List the ads of an ad set',
	documents: ['metaAdSet.adSet.getAds'],
	request: { method: 'GET', path: '/{adset_id}/ads' },
	fields: [adAccountOfObject(), adSetId()],
	additionalFields: [effectiveStatus(adEffectiveStatuses)],
	output: { kind: 'list', readable: readableAd },
});
