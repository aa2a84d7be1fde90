import type { INodeExecutionData } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/define';
import { additionalParameters } from '../../../shared/operation/standardFields';
import type { RunContext } from '../../../shared/operation/types';
import { adAccount } from '../../../shared/fields/adAccount';
import { libraryFields } from '../../fields/library';
import { parallelUploads, uploadConcurrency } from '../../fields/concurrency';
import {
	isPartnershipAd,
	noPiecesOfUrl,
	sessionTakesNoDetails,
	sourceFields,
} from '../../fields/source';
import { specificationFields } from '../../fields/specifications';
import {
	numberNeedsWaiting,
	oneThumbnail,
	thumbnailField,
	thumbnailNumber,
} from '../../fields/thumbnail';
import { maxProcessingWait, waitUntilReadyField } from '../../fields/wait';
import { libraryOf, sendAdVideo } from '../../run/adVideo';
import { beginUpload } from '../../run/begin';
import { warningsOf } from '../../run/checkFile';
import { withFiles } from '../../run/files';
import { uploadHints } from '../../run/hints';
import { chosenThumbnail } from '../../run/thumbnail';
import { uploadVideo } from '../../run/upload';

/** Ad Videos, Creating; FB Video Ads, Upload Video Ads; Partnership Ads API, Troubleshooting. */
export const upload = defineOperation({
	name: 'Upload',
	action: 'Upload a video',
	description: 'Upload a video to the library of an ad account, for use in ads',
	documents: [
		'metaVideoUpload.adVideo.upload',
		'metaVideoUpload.adVideo.create.partnershipAdCode',
		'metaVideoUpload.adVideo.create.processInstagramVideo',
		'metaVideoUpload.video.create.start',
		'metaVideoUpload.video.create.transfer',
		'metaVideoUpload.video.create.finish',
		'metaVideoUpload.video.create.url',
		'metaVideoUpload.video.create.source',
		'metaVideoUpload.videoAd.upload',
		'metaVideoUpload.videoAd.upload.start',
		'metaVideoUpload.videoAd.upload.finish',
		'metaVideoUpload.videoAd.transfer.localFile',
		'metaVideoUpload.videoAd.transfer.hosted',
	],
	fields: [adAccount(), ...sourceFields, waitUntilReadyField()],
	additionalFields: [
		...libraryFields,
		isPartnershipAd,
		maxProcessingWait(),
		parallelUploads(),
		...specificationFields,
		thumbnailField(),
		thumbnailNumber(),
		additionalParameters,
	],
	rules: [noPiecesOfUrl, sessionTakesNoDetails('upload_method'), oneThumbnail, numberNeedsWaiting],
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
		const file = files.input_field;
		const warnings = file ? await warningsOf(context, file, begun.signal) : [];
		const thumbnail = chosenThumbnail(values, files.thumbnail_field);
		const { parameters } = context;
		return await uploadVideo(context, begun, {
			owner: { quotaOf: libraryOf(values).quotaOf },
			file,
			send: async () => await sendAdVideo(values, begun, parameters, file),
			warnings,
			thumbnail,
		});
	});
}
