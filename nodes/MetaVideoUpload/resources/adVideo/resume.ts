import type { INodeExecutionData } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/define';
import { options } from '../../../shared/operation/fields';
import { additionalParameters } from '../../../shared/operation/standardFields';
import type { RunContext } from '../../../shared/operation/types';
import { adAccount } from '../../../shared/fields/adAccount';
import { libraryFields } from '../../fields/library';
import { offset, pieceSessionId } from '../../fields/session';
import { parallelUploads, uploadConcurrency } from '../../fields/concurrency';
import { inputField, sessionTakesNoDetails } from '../../fields/source';
import {
	numberNeedsWaiting,
	oneThumbnail,
	thumbnailField,
	thumbnailNumber,
} from '../../fields/thumbnail';
import { unfinishedVideoId } from '../../fields/video';
import { maxProcessingWait, waitUntilReadyField } from '../../fields/wait';
import { libraryOf, resumeAdVideo } from '../../run/adVideo';
import { beginUpload } from '../../run/begin';
import { withFiles } from '../../run/files';
import { uploadHints } from '../../run/hints';
import { chosenThumbnail } from '../../run/thumbnail';
import { uploadVideo } from '../../run/upload';

/** Ad Videos, upload_phase; FB Video Ads, Resume Interrupted File Upload. */
export const resume = defineOperation({
	name: 'Resume Upload',
	action: 'Resume the upload of a video',
	description: 'Go on with an upload that broke off, from what Meta has already',
	documents: ['metaVideoUpload.videoAd.transfer.resume'],
	fields: [
		adAccount(),
		options(
			'session',
			[
				{ value: 'pieces', name: 'In Pieces' },
				{ value: 'videoAd', name: 'Video Ads Session' },
			],
			{
				description:
					'How the video was being sent when it broke off; the error of that upload tells',
				to: false,
			},
		),
		pieceSessionId({ to: false, showWhen: { session: ['pieces'] } }),
		unfinishedVideoId(),
		inputField(),
		waitUntilReadyField(),
	],
	additionalFields: [
		...libraryFields,
		maxProcessingWait(),
		offset({ '/session': ['pieces'] }),
		parallelUploads(),
		thumbnailField(),
		thumbnailNumber(),
		additionalParameters,
	],
	rules: [sessionTakesNoDetails('session'), oneThumbnail, numberNeedsWaiting],
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
		const { parameters } = context;
		return await uploadVideo(context, begun, {
			owner: { quotaOf: libraryOf(values).quotaOf },
			file: files.input_field,
			send: async () => await resumeAdVideo(values, begun, parameters, files.input_field),
			thumbnail: chosenThumbnail(values, files.thumbnail_field),
		});
	});
}
