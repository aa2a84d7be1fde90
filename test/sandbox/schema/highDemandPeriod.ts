import { READ_ADS, WRITE_ADS } from './specs';
import type { ObjectType } from './types';

/** A time in which a campaign's budget is raised, made by `budget_schedule_specs`. */
export const highDemandPeriod: ObjectType = {
	nodeType: 'HighDemandPeriod',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	writePermissions: WRITE_ADS,
	defaultFields: ['id', 'budget_value', 'budget_value_type', 'time_start', 'time_end'],
	fields: {
		ad_object_id: 'string',
		budget_value: 'int',
		budget_value_type: 'string',
		id: 'id',
		recurrence_type: 'string',
		time_end: 'datetime',
		time_start: 'datetime',
	},
};
