import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { adSetId } from '../../../shared/fields/adSet';
import { readableActivity } from '../../../shared/fields/readable';
import { defineOperation } from '../../../shared/operation/define';

/** Marketing API Reference, Ad Set edges. */
export const getActivities = defineOperation({
	name: 'Get Activities',
	action: 'Get the activities of an ad set',
	description: 'List what was done to an ad set, and by whom',
	documents: ['metaAdSet.adSet.getActivities'],
	request: { method: 'GET', path: '/{adset_id}/activities' },
	fields: [adAccountOfObject(), adSetId()],
	output: { kind: 'list', readable: readableActivity },
});
