import { defineResource } from '../../../shared/operation/define';
import { create } from './create';
import { exportReport } from './export';
import { get } from './get';
import { getResults } from './getResults';

export const report = defineResource({
	name: 'Report',
	description: 'Reports that are started now and read later',
	operations: { create, get, getResults, export: exportReport },
});
