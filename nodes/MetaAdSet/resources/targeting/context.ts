import { byUse, options, textList } from '../../../shared/operation/fields';
import { objectives } from '../../../shared/fields/campaign';

/** Stores of apps (Ad Account Targetingsearch). */
const appStores = byUse({
	common: [
		{ value: 'itunes', name: 'Apple App Store' },
		{ value: 'itunes_ipad', name: 'Apple App Store for iPad' },
		'google_play',
	],
	others: [
		'amazon_app_store',
		{ value: 'does_not_exist', name: 'No Store' },
		'fb_android_store',
		'fb_canvas',
		'fb_gameroom',
		'instant_game',
		'oculus_app_store',
		'windows_10_store',
		'windows_store',
	],
});

/** What the targeting is for, so that Meta ranks by it (Ad Account Targetingsearch). */
export function campaignContext() {
	return [
		options('app_store', appStores, {
			description: 'Store of the app that the ads promote; results are ranked for it',
		}),
		textList('countries', {
			placeholder: 'e.g. US, CA',
			description: 'Codes of the countries that the ads target, separated by commas',
		}),
		options('objective', objectives, {
			description: 'Objective of the campaign that the targeting is for',
		}),
	];
}
