import { objectId } from '../../shared/operation/fields';
import type { Field } from '../../shared/operation/types';
import { reportRunKind } from '../../shared/fields/objectKinds';

/** The report run that Start Report gave; Meta keeps it for 30 days. */
export function reportRunId(): Field {
	return objectId('report_run_id', reportRunKind, {
		label: 'Report Run ID',
		required: true,
		place: 'path',
		description: 'ID that Start Report returned. Meta keeps a report for 30 days.',
	});
}
