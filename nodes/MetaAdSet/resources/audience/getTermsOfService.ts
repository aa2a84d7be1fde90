import { defineOperation } from '../../../shared/operation/define';
import { adAccount } from '../../../shared/fields/adAccount';

/** Marketing API Reference, Ad Account edges. */
export const getTermsOfService = defineOperation({
	name: 'Get Terms of Service',
	action: 'Get the terms of service of custom audiences',
	description: 'List the terms that an ad account must accept before it can use custom audiences',
	documents: ['metaAdSet.audience.getTermsOfService'],
	request: {
		method: 'GET',
		path: '/act_{ad_account}/customaudiencestos',
		useCase: 'custom_audience',
	},
	fields: [adAccount()],
	output: {
		kind: 'list',
		readable: {
			simplified: ['id', 'type'],
			fields: [{ name: 'content', description: 'The text' }, { name: 'id' }, { name: 'type' }],
		},
	},
});
