import { defineOperation } from '../../../shared/operation/define';
import { adAccount } from '../../../shared/fields/adAccount';
import { videoId } from '../../fields/video';

/** Ad Videos, Deleting. */
export const deleteVideo = defineOperation({
	name: 'Delete',
	action: 'Delete a video',
	description: 'Remove a video from the library of an ad account',
	documents: ['metaVideoUpload.adVideo.delete'],
	request: { method: 'DELETE', path: '/act_{ad_account}/advideos' },
	fields: [adAccount(), videoId('video_id')],
	output: {
		kind: 'object',
		map: (body, { video_id: id }) => ({ id: String(id), deleted: body.success === true }),
	},
});
