import { defineOperation } from '../../../shared/operation/define';
import { adAccount } from '../../../shared/fields/adAccount';
import { readableAdStudy } from '../../../shared/fields/readable';

/** Marketing API Reference, Ad Account edges. */
export const getMany = defineOperation({
	name: 'Get Many',
	action: 'Get many ad studies',
	description: 'List the ad studies that touch an ad account or anything in it',
	documents: ['metaCampaign.adStudy.getMany'],
	request: { method: 'GET', path: '/act_{ad_account}/impacting_ad_studies' },
	fields: [adAccount()],
	output: { kind: 'list', readable: readableAdStudy },
});
