import { adAccount } from '../../../shared/fields/adAccount';
import { defineOperation, defineResource } from '../../../shared/operation/define';

/** Ad Account, Edges: `ads_reporting_mmm_reports`. */
const getMany = defineOperation({
	name: 'Get Many',
	action: 'Get many marketing mix modeling reports',
	description: 'List the marketing mix modeling reports of an ad account',
	documents: ['metaInsights.mmmReport.getMany'],
	request: {
		method: 'GET',
		path: '/act_{ad_account}/ads_reporting_mmm_reports',
		useCase: 'ads_insights',
	},
	fields: [adAccount()],
	output: { kind: 'list' },
});

/** Ad Account, Edges: `ads_reporting_mmm_schedulers`. */
const getSchedulers = defineOperation({
	name: 'Get Schedulers',
	action: 'Get the schedulers of marketing mix modeling reports',
	description: 'List what makes marketing mix modeling reports of an ad account again and again',
	documents: ['metaInsights.mmmReport.getSchedulers'],
	request: {
		method: 'GET',
		path: '/act_{ad_account}/ads_reporting_mmm_schedulers',
		useCase: 'ads_insights',
	},
	fields: [adAccount()],
	output: { kind: 'list' },
});

export const mmmReport = defineResource({
	name: 'MMM Report',
	description: 'Marketing mix modeling reports that Ads Reporting made',
	operations: { getMany, getSchedulers },
});
