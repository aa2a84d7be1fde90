import { adAccount } from '../../../shared/fields/adAccount';
import { defineOperation } from '../../../shared/operation/define';

/** Ad Account Adsets, Deleting. */
export const deleteMany = defineOperation({
	name: 'Delete Many (Deprecated)',
	action: 'Delete many ad sets deprecated',
	description:
		'Delete the ad sets of an ad account. Meta refuses this since v8.0: use Delete for each ad set instead.',
	documents: ['metaAdSet.adSet.deleteMany'],
	request: { method: 'DELETE', path: '/act_{ad_account}/adsets', repeat: 'never' },
	fields: [adAccount()],
	output: { kind: 'object' },
});
