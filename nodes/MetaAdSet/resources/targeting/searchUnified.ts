import { defineOperation } from '../../../shared/operation/define';
import { boolean, text } from '../../../shared/operation/fields';
import { adAccount } from '../../../shared/fields/adAccount';
import { campaignContext } from './context';
import { limitType, locale, narrowing, targetingList } from './fields';

/** Ad Account Targetingsearch; Detailed Targeting, Search. */
export const searchUnified = defineOperation({
	name: 'Search All Kinds',
	action: 'Search for targeting of all kinds',
	description: 'Find detailed targeting of all kinds with one text',
	documents: ['metaAdSet.targeting.searchUnified'],
	request: { method: 'GET', path: '/act_{ad_account}/targetingsearch' },
	fields: [
		adAccount(),
		text('q', {
			label: 'Search Text',
			required: true,
			description: 'Beginning of a name, or a word, to look for',
		}),
	],
	additionalFields: [
		limitType(),
		locale(),
		boolean('is_exclusion', {
			label: 'For Exclusion',
			description: 'Whether to return only targeting that can leave people out',
		}),
		boolean('allow_only_fat_head_interests', {
			label: 'Only Common Interests',
			description: 'Whether to return only common interests, which Meta has checked',
		}),
		targetingList(),
		...campaignContext(),
		...narrowing(),
	],
	output: { kind: 'list' },
});
