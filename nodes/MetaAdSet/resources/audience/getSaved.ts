import { defineOperation } from '../../../shared/operation/define';
import { adAccount } from '../../../shared/fields/adAccount';
import { readableSavedAudience } from './fields';
import { audienceFilters } from './filtering';

/** Marketing API Reference, Ad Account edges; Ad Account Saved Audiences, Reading. */
export const getSaved = defineOperation({
	name: 'Get Saved',
	action: 'Get saved audiences',
	description: 'List the saved audiences of an ad account with their targeting',
	documents: ['metaAdSet.audience.getSaved'],
	request: {
		method: 'GET',
		path: '/act_{ad_account}/saved_audiences',
		useCase: 'custom_audience',
	},
	fields: [adAccount()],
	additionalFields: audienceFilters(),
	output: { kind: 'list', readable: readableSavedAudience },
});
