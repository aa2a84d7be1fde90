import { objectId } from '../operation/fields';
import type { Field } from '../operation/types';
import { adSetKind } from './objectKinds';

/**
 * Group of writes to existing ad sets. A batch may not hold several ad sets of one campaign, and which
 * campaign an ad set belongs to only Meta knows (Batch Requests, Limitations).
 */
export function ofUnknownCampaign(): string {
	return 'ad set of an unknown campaign';
}

/** The ad set that a request is about: `/{adset_id}...`. */
export function adSetId(): Field {
	return objectId('adset_id', adSetKind, {
		label: 'Ad Set',
		required: true,
		place: 'path',
		description: 'The ad set to work with',
	});
}
