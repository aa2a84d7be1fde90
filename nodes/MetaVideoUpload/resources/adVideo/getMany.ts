import { defineOperation } from '../../../shared/operation/define';
import { adAccount } from '../../../shared/fields/adAccount';
import { readableVideo } from '../../fields/video';

/** Marketing API Reference, Ad Account, advideos. */
export const getMany = defineOperation({
	name: 'Get Many',
	action: 'Get many videos',
	description: 'List the videos in the library of an ad account',
	documents: ['metaVideoUpload.adVideo.getMany'],
	request: { method: 'GET', path: '/act_{ad_account}/advideos' },
	fields: [adAccount()],
	output: { kind: 'list', readable: readableVideo },
});
