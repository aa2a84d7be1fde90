import type { INodeExecutionData } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/define';
import { options, text } from '../../../shared/operation/fields';
import { additionalParameters } from '../../../shared/operation/standardFields';
import type { RunContext } from '../../../shared/operation/types';
import { pageId, pageVideoFields } from '../../fields/page';
import { parallelUploads, uploadConcurrency } from '../../fields/concurrency';
import { inputField } from '../../fields/source';
import { thumbnailField } from '../../fields/thumbnail';
import { maxProcessingWait, waitUntilReadyField } from '../../fields/wait';
import { beginUpload } from '../../run/begin';
import { withFiles } from '../../run/files';
import { uploadHints } from '../../run/hints';
import { ownerOf, publishPageVideo } from '../../run/pageVideo';
import { uploadVideo } from '../../run/upload';

/** Publishing, Publish a video; Creating Branded Content, Posting a Video. */
export const publish = defineOperation({
	name: 'Publish',
	action: 'Publish a video on a page',
	description:
		'Publish a video on a Page, branded content included. Needs the permissions pages_read_engagement and pages_manage_posts.',
	documents: [
		'metaVideoUpload.pageVideo.publish',
		'metaVideoUpload.pageVideo.uploadBranded.start',
		'metaVideoUpload.pageVideo.uploadBranded.finish',
	],
	fields: [
		pageId(),
		options(
			'source',
			[
				{
					value: 'file',
					name: 'File From Input Item',
					description: 'Sent in pieces, which can be resumed',
				},
				{
					value: 'handle',
					name: 'Uploaded File Handle',
					description: 'A file that was uploaded with the resource File Upload',
				},
			],
			{ description: 'Where the video comes from, which decides the fields below', to: false },
		),
		inputField({ source: ['file'] }),
		text('fbuploader_video_file_chunk', {
			label: 'Uploaded File Handle',
			description: 'The handle that File Upload returned as h',
			required: true,
			showWhen: { source: ['handle'] },
		}),
		waitUntilReadyField(),
	],
	additionalFields: [
		...pageVideoFields,
		maxProcessingWait(),
		parallelUploads(),
		thumbnailField(),
		additionalParameters,
	],
	output: { kind: 'object' },
	concurrency: uploadConcurrency,
	hints: uploadHints,
	run,
});

async function run(context: RunContext): Promise<INodeExecutionData[]> {
	const { values } = context;
	const fields = { required: [], optional: ['input_field' as const, 'thumbnail_field' as const] };
	return await withFiles(context, fields, async (files) => {
		const begun = beginUpload(context);
		const { parameters } = context;
		return await uploadVideo(context, begun, {
			owner: ownerOf(values),
			file: files.input_field,
			send: async () =>
				await publishPageVideo(values, begun, parameters, {
					file: files.input_field,
					thumb: files.thumbnail_field,
				}),
		});
	});
}
