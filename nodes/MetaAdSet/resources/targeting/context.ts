import { options, textList } from '../../../shared/operation/fields';
import { objectives } from '../../../shared/fields/campaign';

/** Stores of apps (Ad Account Targetingsearch). */
const appStores = [
	'amazon_app_store',
	'does_not_exist',
	'fb_android_store',
	'fb_canvas',
	'fb_gameroom',
	'google_play',
	'instant_game',
	'itunes',
	'itunes_ipad',
	'oculus_app_store',
	'windows_10_store',
	'windows_store',
];

/** What the targeting is for, so that Meta ranks by it (Ad Account Targetingsearch). */
export function campaignContext() {
	return [
		options('app_store', appStores, { description: 'Store of the app that is promoted' }),
		textList('countries', {
			placeholder: 'e.g. US, CA',
			description: 'Codes of the countries that are targeted',
		}),
		options('objective', objectives, { description: 'Objective of the campaign' }),
	];
}
