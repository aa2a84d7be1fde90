import { defineOperation } from '../../../shared/operation/define';
import { options } from '../../../shared/operation/fields';
import { adAccount } from '../../../shared/fields/adAccount';
import { campaignContext } from './context';
import { limitType, locale, narrowing, targetingList } from './fields';

/** Most suggestions that Meta gives at once (Detailed Targeting, Suggestions). */
const MAX_SUGGESTIONS = 45;

/** Ad Account Targetingsuggestions; Detailed Targeting, Suggestions. */
export const suggest = defineOperation({
	name: 'Suggest',
	action: 'Suggest targeting',
	description: 'Get targeting that goes with what you have',
	documents: ['metaAdSet.targeting.suggest'],
	request: { method: 'GET', path: '/act_{ad_account}/targetingsuggestions' },
	fields: [adAccount(), targetingList({ required: true })],
	additionalFields: [
		limitType(),
		locale(),
		options('mode', ['suggestions', 'related', 'best_performing', 'recently_used'], {
			description: 'What the suggestions are based on: likeness, results or what you used before',
		}),
		...campaignContext(),
		...narrowing(),
	],
	output: { kind: 'list', pageSize: MAX_SUGGESTIONS },
});
