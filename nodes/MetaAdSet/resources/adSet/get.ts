import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { adSetId } from '../../../shared/fields/adSet';
import { readableAdSet } from '../../../shared/fields/readable';
import { defineOperation } from '../../../shared/operation/define';

/** Marketing API Reference, Ad Set; Dynamic Creative, review feedback. */
export const get = defineOperation({
	name: 'Get',
	action: 'Get an ad set',
	description: 'Read an ad set; deleted ones too by their ID',
	documents: ['metaAdSet.adSet.get'],
	request: { method: 'GET', path: '/{adset_id}' },
	fields: [adAccountOfObject(), adSetId()],
	output: { kind: 'object', readable: readableAdSet },
});
