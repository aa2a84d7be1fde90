import { integer } from '../../shared/operation/fields';

const DEFAULT_UPLOADS = 3;
const MAX_UPLOADS = 10;

/** How many items are sent at the same time. */
export function parallelUploads() {
	return integer('parallel_uploads', {
		label: 'Uploads at Once',
		description: 'How many items to upload at the same time; each takes its share of the bandwidth',
		default: DEFAULT_UPLOADS,
		min: 1,
		max: MAX_UPLOADS,
		to: false,
	});
}

/** Items of an upload go side by side: one slow or broken one does not hold up the others. */
export const uploadConcurrency = { field: 'parallel_uploads' as const, default: DEFAULT_UPLOADS };
