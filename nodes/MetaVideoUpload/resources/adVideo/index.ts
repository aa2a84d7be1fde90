import { defineResource } from '../../../shared/operation/define';
import { cancel } from './cancel';
import { deleteVideo } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { getManyVideoAds } from './getManyVideoAds';
import { resume } from './resume';
import { setThumbnail } from './setThumbnail';
import { upload } from './upload';
import { waitUntilReady } from './waitUntilReady';

export const adVideo = defineResource({
	name: 'Ad Video',
	description: 'Videos in the library of an ad account',
	operations: {
		upload,
		resume,
		cancel,
		get,
		getMany,
		getManyVideoAds,
		waitUntilReady,
		setThumbnail,
		delete: deleteVideo,
	},
});
