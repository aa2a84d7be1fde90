import type { INodeExecutionData } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/define';
import { additionalParameters } from '../../../shared/operation/standardFields';
import type { RunContext } from '../../../shared/operation/types';
import { pageId, pageVideoFields } from '../../fields/page';
import { offset, pieceSessionId } from '../../fields/session';
import { parallelUploads, uploadConcurrency } from '../../fields/concurrency';
import { inputField } from '../../fields/source';
import { thumbnailField } from '../../fields/thumbnail';
import { unfinishedVideoId } from '../../fields/video';
import { maxProcessingWait, waitUntilReadyField } from '../../fields/wait';
import { beginUpload } from '../../run/begin';
import { withFiles } from '../../run/files';
import { uploadHints } from '../../run/hints';
import { ownerOf, pageEdge, thumbFiles } from '../../run/pageVideo';
import { resumePieces } from '../../run/pieces';
import { uploadVideo } from '../../run/upload';

/** Creating Branded Content, Posting a Video. */
export const resume = defineOperation({
	name: 'Resume Upload',
	action: 'Resume the upload of a page video',
	description: 'Go on with an upload that broke off, from what Meta has already',
	documents: ['metaVideoUpload.pageVideo.uploadBranded.transfer'],
	fields: [
		pageId(),
		pieceSessionId({ to: false }),
		unfinishedVideoId(),
		inputField(),
		waitUntilReadyField(),
	],
	additionalFields: [
		...pageVideoFields,
		maxProcessingWait(),
		offset(),
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
	const fields = { required: ['input_field' as const], optional: ['thumbnail_field' as const] };
	return await withFiles(context, fields, async (files) => {
		const begun = beginUpload(context);
		const { parameters: finish } = context;
		const thumb = thumbFiles(files.thumbnail_field);
		return await uploadVideo(context, begun, {
			owner: ownerOf(values),
			file: files.input_field,
			send: async () =>
				await resumePieces(values, begun, pageEdge(values), files.input_field, finish, thumb),
		});
	});
}
