import type { INodeExecutionData } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/define';
import { toItem } from '../../../shared/operation/output';
import type { RunContext } from '../../../shared/operation/types';
import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { videoId } from '../../fields/video';
import { maxProcessingWait, maxProcessingWaitOf } from '../../fields/wait';
import { beginUpload } from '../../run/begin';
import { membersOf } from '../../run/ready';
import { waitUntilReady as waitFor } from '../../upload/ready';

/** FB Video Ads, Retrieve Upload Session Status. */
export const waitUntilReady = defineOperation({
	name: 'Wait Until Ready',
	action: 'Wait until a video is ready',
	description: 'Wait until Meta has processed a video, then read it with its thumbnails',
	documents: ['metaVideoUpload.video.get.uploadStatus'],
	fields: [adAccountOfObject(), videoId()],
	additionalFields: [maxProcessingWait()],
	output: { kind: 'object' },
	run,
});

async function run(context: RunContext): Promise<INodeExecutionData[]> {
	const { values, itemIndex } = context;
	const { ad_account: account, video_id: given } = values;
	const id = String(given);
	const details = await waitFor(beginUpload(context), id, {
		timeout: maxProcessingWaitOf(values),
		...(account === undefined ? {} : { quotaOf: String(account) }),
	});
	return [toItem({ id, video_id: id, ...membersOf(details) }, itemIndex)];
}
