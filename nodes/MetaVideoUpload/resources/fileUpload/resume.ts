import type { INodeExecutionData } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/define';
import { toItem } from '../../../shared/operation/output';
import type { RunContext } from '../../../shared/operation/types';
import { fileSessionId } from '../../fields/session';
import { parallelUploads, uploadConcurrency } from '../../fields/concurrency';
import { inputField } from '../../fields/source';
import { beginUpload } from '../../run/begin';
import { withFiles } from '../../run/files';
import { uploadHints } from '../../run/hints';
import { noted, resumable } from '../../run/upload';
import { uploadFile } from '../../upload/fileSession';

/** Publishing, Resume an interrupted upload. */
export const resume = defineOperation({
	name: 'Resume Upload',
	action: 'Resume the upload of a file',
	description: 'Go on with an upload that broke off, from what Meta has already',
	documents: [
		'metaVideoUpload.fileUpload.resume',
		'metaVideoUpload.resumableUpload.upload.resume',
		'metaVideoUpload.upload.uploadFile.resume',
	],
	fields: [fileSessionId(), inputField()],
	additionalFields: [parallelUploads()],
	output: { kind: 'object' },
	concurrency: uploadConcurrency,
	hints: uploadHints,
	run,
});

async function run(context: RunContext): Promise<INodeExecutionData[]> {
	const uploadSessionId = String(context.values.upload_session_id);
	const fields = { required: ['input_field' as const], optional: [] };
	return await withFiles(context, fields, async ({ input_field: file }) => {
		const begun = beginUpload(context);
		const send = async () => await uploadFile(begun, file, { resume: { uploadSessionId } });
		const { handle } = await resumable(begun, async () => await noted(context, begun, [], send));
		const json = { h: handle, upload_session_id: uploadSessionId, bytes: file.size };
		return [toItem(json, context.itemIndex)];
	});
}
