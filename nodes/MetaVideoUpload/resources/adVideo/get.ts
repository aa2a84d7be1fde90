import { defineOperation } from '../../../shared/operation/define';
import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { readableVideo, videoId } from '../../fields/video';

/** FB Video Ads, Retrieve Upload Session Status; Video and Carousel Ads, child attachments. */
export const get = defineOperation({
	name: 'Get',
	action: 'Get a video',
	description: 'Read a video and how far Meta is with it',
	documents: ['metaVideoUpload.adVideo.get'],
	request: { method: 'GET', path: '/{video_id}' },
	fields: [adAccountOfObject(), videoId()],
	output: { kind: 'object', readable: readableVideo },
});
