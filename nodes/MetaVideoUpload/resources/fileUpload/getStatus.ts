import type { INodeExecutionData } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/define';
import { toItem } from '../../../shared/operation/output';
import type { RunContext } from '../../../shared/operation/types';
import { fileSessionId } from '../../fields/session';
import { fileSessionRequest } from '../../upload/fileSession';

/** Publishing, Resume an interrupted upload. */
export const getStatus = defineOperation({
	name: 'Get Upload Status',
	action: 'Get the status of an upload',
	description: 'Read how many bytes of a file Meta has',
	documents: ['metaVideoUpload.fileUpload.getStatus'],
	fields: [fileSessionId()],
	output: { kind: 'object' },
	run,
});

async function run({ client, values, itemIndex }: RunContext): Promise<INodeExecutionData[]> {
	const { body } = await client.request(
		fileSessionRequest('GET', String(values.upload_session_id)),
	);
	return [toItem(body, itemIndex)];
}
