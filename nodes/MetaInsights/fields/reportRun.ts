import { objectId } from '../../shared/operation/fields';
import { reportRunKind } from '../../shared/fields/objectKinds';

/** The report run that Start Report gave; Meta keeps it for 30 days. */
export function reportRunId() {
	return objectId('report_run_id', reportRunKind, {
		label: 'Report Run ID',
		required: true,
		to: false,
		description: 'ID that Start Report returned. Meta keeps a report for 30 days.',
	});
}
