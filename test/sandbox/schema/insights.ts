import { FIELD_KINDS } from '../insights/fieldKinds';
import { readReport } from '../insights/readReport';
import { startJob } from '../insights/jobs';
import { READ_ADS } from './specs';
import type { EdgeSpec, FieldType, ObjectType } from './types';

/** A row of a report. Rows are computed, never stored: this tells which fields there are. */
export const adsInsights: ObjectType = {
	nodeType: 'AdsInsights',
	useCase: 'ads_insights',
	hasNoId: true,
	defaultFields: ['date_start', 'date_stop', 'impressions', 'spend'],
	fields: Object.fromEntries(
		Object.keys(FIELD_KINDS).map((name): [string, FieldType] => [name, 'string']),
	),
};

/**
 * Reports of an object ("Ad Account, Insights"): GET waits for the rows, POST starts a job. Both
 * count against the insights quota.
 */
export const insightsEdge: EdgeSpec = {
	child: 'insights',
	useCase: 'ads_insights',
	readPermissions: READ_ADS,
	writePermissions: READ_ADS,
	read: readReport,
	create: { params: {}, checksOwnParams: true, run: startJob },
};
