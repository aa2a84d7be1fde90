import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { adSetId } from '../../../shared/fields/adSet';
import { readableCreative } from '../../../shared/fields/readable';
import { defineOperation } from '../../../shared/operation/define';

/** Marketing API Reference, Ad Set edges. */
export const getCreatives = defineOperation({
	name: 'Get Creatives',
	action: 'Get the creatives of an ad set',
	description: 'List the ad creatives of an ad set',
	documents: ['metaAdSet.adSet.getCreatives'],
	request: { method: 'GET', path: '/{adset_id}/adcreatives' },
	fields: [adAccountOfObject(), adSetId()],
	output: { kind: 'list', readable: readableCreative },
});
