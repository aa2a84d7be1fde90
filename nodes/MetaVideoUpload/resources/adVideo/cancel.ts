import { defineOperation } from '../../../shared/operation/define';
import { adAccount } from '../../../shared/fields/adAccount';
import { pieceSessionId } from '../../fields/session';

/** Ad Videos, upload_phase. */
export const cancel = defineOperation({
	name: 'Cancel Upload',
	action: 'Cancel the upload of a video',
	description: 'End an upload in pieces without making a video of it',
	documents: ['metaVideoUpload.video.create.cancel'],
	request: {
		method: 'POST',
		path: '/act_{ad_account}/advideos',
		parameters: { upload_phase: 'cancel' },
		repeat: 'always',
	},
	fields: [adAccount(), pieceSessionId({})],
	output: {
		kind: 'object',
		map: (body, { upload_session_id: id }) => ({ upload_session_id: String(id), ...body }),
	},
});
