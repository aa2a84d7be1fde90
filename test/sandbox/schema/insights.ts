import { anyObject, bool, list, READ_ADS, text } from './specs';
import type { EdgeSpec, ObjectType } from './types';

/** A row of a report. */
export const adsInsights: ObjectType = {
	nodeType: 'AdsInsights',
	useCase: 'ads_insights',
	hasNoId: true,
	defaultFields: ['date_start', 'date_stop', 'impressions', 'spend'],
	fields: {
		account_id: 'string',
		ad_id: 'string',
		adset_id: 'string',
		campaign_id: 'string',
		clicks: 'string',
		date_start: 'string',
		date_stop: 'string',
		impressions: 'string',
		reach: 'string',
		spend: 'string',
	},
};

/**
 * Reports of an object, counted against the insights quota. The rows are those a test has put
 * there; nothing is computed.
 */
export const insightsEdge: EdgeSpec = {
	child: 'insights',
	useCase: 'ads_insights',
	readPermissions: READ_ADS,
	params: {
		breakdowns: list(text()),
		date_preset: text(),
		level: text(),
		time_increment: text(),
		time_range: anyObject,
		time_ranges: list(anyObject),
		use_unified_attribution_setting: bool,
	},
};
