import { READ_ADS } from './specs';
import type { ObjectType } from './types';

/** A marketing mix modelling report of the report builder; its fields are those of Meta's SDK. */
export const mmmReport: ObjectType = {
	nodeType: 'AdsReportBuilderMMMReport',
	useCase: 'ads_insights',
	readPermissions: READ_ADS,
	defaultFields: ['id'],
	fields: {
		async_status: 'string',
		export_format: 'string',
		export_name: 'string',
		export_type: 'string',
		has_seen: 'bool',
		id: 'id',
		mmm_status: 'string',
		time_start: 'datetime',
	},
};

export const mmmScheduler: ObjectType = {
	nodeType: 'AdsReportBuilderMMMReportScheduler',
	useCase: 'ads_insights',
	readPermissions: READ_ADS,
	defaultFields: ['id'],
	fields: {
		ad_account_ids: 'list',
		filtering: 'list',
		id: 'id',
		report_name: 'string',
		schedule_frequency: 'string',
	},
};
