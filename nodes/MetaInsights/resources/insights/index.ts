import { defineResource } from '../../../shared/operation/define';
import { get } from './get';
import { runReport } from './runReport';

export const insights = defineResource({
	name: 'Insight',
	description: 'Reports in one step',
	operations: { runReport, get },
});
