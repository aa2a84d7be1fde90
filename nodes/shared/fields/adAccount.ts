import { objectId } from '../operation/fields';
import type { Field } from '../operation/types';
import { adAccountKind } from './objectKinds';

/** The ad account that a request's path begins with: `/{ad_account}/...`. */
export function adAccount(): Field {
	return objectId('ad_account', adAccountKind, {
		required: true,
		place: 'path',
		description: 'The ad account to work in',
	});
}

/**
 * The ad account of an object that is named by its own ID: the object's picker lists what is in it,
 * and Meta counts the call for it. The request itself does not need it.
 */
export function adAccountOfObject(): Field {
	return objectId('ad_account', adAccountKind, {
		place: 'local',
		description: 'The ad account to choose from. Not needed when the object is given by its ID.',
	});
}
