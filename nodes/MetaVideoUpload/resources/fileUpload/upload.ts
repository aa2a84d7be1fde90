import type { INodeExecutionData } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/define';
import { toItem } from '../../../shared/operation/output';
import type { RunContext } from '../../../shared/operation/types';
import { appId, fileFields } from '../../fields/file';
import { parallelUploads, uploadConcurrency } from '../../fields/concurrency';
import { inputField } from '../../fields/source';
import { beginUpload } from '../../run/begin';
import { announced, appOf, noApp } from '../../run/file';
import { withFiles } from '../../run/files';
import { uploadHints } from '../../run/hints';
import { noted, resumable } from '../../run/upload';
import { uploadFile } from '../../upload/fileSession';

/** Publishing, Upload a file (Resumable Upload API). */
export const upload = defineOperation({
	name: 'Upload',
	action: 'Upload a file',
	description: 'Upload a file and get a handle, with which a video can be published on a Page',
	documents: [
		'metaVideoUpload.fileUpload.upload',
		'metaVideoUpload.resumableUpload.upload.begin',
		'metaVideoUpload.upload.uploadFile.start',
	],
	fields: [appId(), inputField()],
	additionalFields: [...fileFields, parallelUploads()],
	output: { kind: 'object' },
	concurrency: uploadConcurrency,
	hints: uploadHints,
	run,
});

async function run(context: RunContext): Promise<INodeExecutionData[]> {
	const app = appOf(context);
	if (app === undefined) throw noApp(context);
	const fields = { required: ['input_field' as const], optional: [] };
	return await withFiles(context, fields, async ({ input_field: given }) => {
		const file = announced(context, given);
		const begun = beginUpload(context);
		const send = async () => await uploadFile(begun, file, { appId: app });
		const { handle, uploadSessionId } = await resumable(
			begun,
			async () => await noted(context, begun, [], send),
		);
		const json = {
			h: handle,
			upload_session_id: uploadSessionId,
			file_name: file.fileName,
			file_type: file.mimeType,
			bytes: file.size,
		};
		return [toItem(json, context.itemIndex)];
	});
}
