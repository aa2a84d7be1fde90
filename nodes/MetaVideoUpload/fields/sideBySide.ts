import { integer } from '../../shared/operation/fields';
import type { Field } from '../../shared/operation/types';

const DEFAULT_UPLOADS = 3;
const MAX_UPLOADS = 10;

/** How many items are sent at the same time. */
export function parallelUploads(): Field {
	return integer('parallel_uploads', {
		label: 'Uploads at Once',
		description: 'How many items to upload at the same time',
		default: DEFAULT_UPLOADS,
		min: 1,
		max: MAX_UPLOADS,
		place: 'local',
	});
}

/** Items of an upload go side by side: one slow or broken one does not hold up the others. */
export const uploadsSideBySide = { field: 'parallel_uploads', default: DEFAULT_UPLOADS };
