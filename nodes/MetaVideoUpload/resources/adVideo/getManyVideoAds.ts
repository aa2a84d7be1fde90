import { defineOperation } from '../../../shared/operation/define';
import { adAccount } from '../../../shared/fields/adAccount';
import { momentOrWord } from '../../fields/dates';
import { readableVideo } from '../../fields/video';

/** FB Video Ads, Get Video Ads. */
export const getManyVideoAds = defineOperation({
	name: 'Get Many Video Ads',
	action: 'Get many video ads',
	description: 'List the videos of an ad account that can be filtered by time',
	documents: ['metaVideoUpload.videoAd.getMany'],
	request: { method: 'GET', path: '/act_{ad_account}/video_ads' },
	fields: [adAccount()],
	additionalFields: [
		momentOrWord('since', 'List only videos of this moment and later'),
		momentOrWord('until', 'List only videos of this moment and before'),
	],
	output: { kind: 'list', readable: readableVideo },
});
