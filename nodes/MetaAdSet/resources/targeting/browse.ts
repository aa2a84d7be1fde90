import { defineOperation } from '../../../shared/operation/define';
import { boolean, text } from '../../../shared/operation/fields';
import { adAccount } from '../../../shared/fields/adAccount';
import { limitType, locale, narrowing } from './fields';

/** Ad Account Targetingbrowse; Detailed Targeting, Browse. */
export const browse = defineOperation({
	name: 'Browse',
	action: 'Browse targeting',
	description: 'List the detailed targeting that there is',
	documents: ['metaAdSet.targeting.browse'],
	request: { method: 'GET', path: '/act_{ad_account}/targetingbrowse' },
	fields: [adAccount()],
	additionalFields: [
		limitType(),
		locale(),
		boolean('include_nodes', {
			label: 'Include Categories',
			description: 'Whether to return the categories too that hold the targeting',
		}),
		boolean('is_exclusion', {
			label: 'For Exclusion',
			description: 'Whether to return only targeting that can leave people out',
		}),
		text('excluded_category', {
			description: 'Category whose targeting is left out of the list, by its name in the API',
		}),
		...narrowing(),
	],
	output: { kind: 'list' },
});
