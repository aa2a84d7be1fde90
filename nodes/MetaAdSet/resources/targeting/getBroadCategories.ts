import { defineOperation } from '../../../shared/operation/define';
import { boolean } from '../../../shared/operation/fields';
import { adAccount } from '../../../shared/fields/adAccount';

/** Marketing API Reference, Ad Account edges. */
export const getBroadCategories = defineOperation({
	name: 'Get Broad Categories',
	action: 'Get broad targeting categories',
	description: 'List the broad categories that ads can be targeted by',
	documents: ['metaAdSet.targeting.getBroadCategories'],
	request: { method: 'GET', path: '/act_{ad_account}/broadtargetingcategories' },
	fields: [adAccount()],
	additionalFields: [
		boolean('custom_categories_only', {
			description: 'Whether to list only the categories made for this ad account',
		}),
	],
	output: { kind: 'list' },
});
