import { defineOperation } from '../../../shared/operation/define';
import { boolean, objectIdList, textList } from '../../../shared/operation/fields';
import { adAccount } from '../../../shared/fields/adAccount';
import { plainKind } from '../../../shared/fields/objectKinds';
import { somethingToValidate } from './rules';
import { locale, targetingList } from './fields';

/** Ad Account Targetingvalidation; Detailed Targeting, Validation. */
export const validate = defineOperation({
	name: 'Validate',
	action: 'Validate targeting',
	description: 'Learn which targeting can still be used',
	documents: ['metaAdSet.targeting.validate'],
	request: { method: 'GET', path: '/act_{ad_account}/targetingvalidation' },
	fields: [adAccount(), targetingList()],
	additionalFields: [
		objectIdList('id_list', plainKind, {
			label: 'IDs',
			description: 'IDs of interests and categories to check, separated by commas',
		}),
		textList('name_list', {
			label: 'Names',
			description: 'Names of interests and categories to check, separated by commas',
		}),
		boolean('is_exclusion', {
			label: 'For Exclusion',
			description: 'Whether to return only targeting that can leave people out',
		}),
		locale(),
	],
	rules: [somethingToValidate],
	output: { kind: 'list' },
});
